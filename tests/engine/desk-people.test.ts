import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { contract } from '../../src-main/desk/contract.ts';
import type { DeskPerson } from '../../src-main/desk/desk.ts';
import { routerOf } from '../../src-main/desk/router.ts';
import { deskStatus } from '../../src-main/desk/status.ts';
import { addIdentityFile } from '../../src-main/identity/index.ts';
import { type PersonView, type Role, roles } from '../../src-main/workspace/contract.ts';
import { missingRoles, operationRules } from '../../src-main/workspace/rules.ts';
import { contentCase } from '../support/desk.ts';
import { makeSession, passphrase, sampleWorkspace, type TestSession } from './support/session.ts';

const hers = 'nine other invented words for her';
const newer = 'ten newer invented words for her';

let made: TestSession;
// biome-ignore lint/suspicious/noExplicitAny: the router's client is made without its types
let desk: any;
let her: PersonView;
let me: PersonView;
let ref: string;
let scan: string;

const add = (over: Record<string, unknown> = {}) =>
  desk.workspace.addPerson({ name: 'B. Example', roles: ['deputy'], newPassphrase: hers, passphrase, ...over });
const kinds = (): string[] =>
  made.session.desk().db.prepare('SELECT kind FROM journal ORDER BY seq DESC LIMIT 6').pluck().all() as string[];
const bodyOf = (kind: string) => {
  const sql = 'SELECT actor, body FROM journal JOIN journal_body USING (seq) WHERE kind = ? ORDER BY seq DESC LIMIT 1';
  const { actor, body } = made.session.desk().db.prepare(sql).get(kind) as { actor: string; body: string };
  return { actor, ...(JSON.parse(body) as Record<string, unknown>) };
};
/** Locks the desk, and opens it as somebody. */
async function change(person: PersonView, secret: string): Promise<void> {
  await desk.workspace.lock();
  await desk.workspace.unlock({ passphrase: secret, person: person.id });
}

beforeAll(async () => {
  made = makeSession();
  await made.session.create(sampleWorkspace(), 0);
  desk = createRouterClient(routerOf(made.session) as never, { context: { window: 'window-1' } as never });
  [me] = (await desk.workspace.people()) as [PersonView];
  ref = (await desk.cases.add(contentCase({ receivedAt: new Date().toISOString() }))).ref;
  const file = { name: 'note.txt', bytes: Buffer.from('a scan of A. Example'), mediaType: 'text/plain' };
  const view = await addIdentityFile(made.session.desk(), ref, file);
  scan = view.files[0]?.id ?? '';
});
afterAll(() => made.remove());

describe('a desk of one', () => {
  it('does alone what takes two people, and says so in the record', async () => {
    expect((await desk.identity.reveal({ id: scan, reason: 'to compare' })).name).toBe('note.txt');
    expect(bodyOf('identity.revealed')).toMatchObject({ attachment: scan, sole: true });
  });

  it('keeps its only officer and administrator', async () => {
    const left = { person: me.id, reason: 'leaves', passphrase };
    await expect(desk.workspace.removePerson(left)).rejects.toMatchObject({ code: 'refused' });
    await expect(desk.workspace.changeRoles({ ...left, roles: ['officer'] })).rejects.toThrow(/administrator/);
    await expect(desk.workspace.changeRoles({ ...left, roles: ['officer', 'admin'], until: '2999-01-01' })).rejects.toThrow(/officer/);
  });
});

describe('adding a person', () => {
  it.each([
    ['a name that is taken', { name: 'o. sample' }, 'name'],
    ['a common passphrase', { newPassphrase: 'password123' }, 'newPassphrase'],
    ['a last day before the first', { from: '2026-11-21', until: '2026-11-20' }, 'until'],
  ])('refuses %s by its field', async (_title, over, field) => {
    await expect(add(over)).rejects.toMatchObject({ code: 'bad-input', detail: { issues: [{ field }] } });
  });

  it('needs the passphrase of the one who adds her', async () => {
    await expect(add({ passphrase: 'not the passphrase of this desk' })).rejects.toMatchObject({ code: 'wrong-key' });
    expect(await desk.workspace.people()).toHaveLength(1);
  });

  it('gives her keys and a slot of her own, in the record', async () => {
    const people = (await add({ designation: 'Deputy', roles: ['legal', 'deputy'] })) as PersonView[];
    her = people[1] as PersonView;
    expect(her).toMatchObject({ name: 'B. Example', roles: ['deputy', 'legal'], isYou: false, removedAt: null });
    expect(kinds().slice(0, 2)).toEqual(['slot.added', 'person.added']);
    await desk.workspace.lock();
    expect(deskStatus(made.session).keyholders).toEqual([
      { id: me.id, name: 'O. Sample' },
      { id: her.id, name: 'B. Example' },
    ]);
  });

  it('lets her in with her own passphrase, and not with another’s', async () => {
    await expect(desk.workspace.unlock({ passphrase, person: her.id })).rejects.toMatchObject({ code: 'wrong-key' });
    const status = await desk.workspace.unlock({ passphrase: hers, person: her.id });
    expect(status.workspace.person).toEqual({ id: her.id, name: 'B. Example', roles: ['deputy', 'legal'] });
    expect(status.keyholders).toEqual([]);
    expect(made.session.desk().person.signingKey).not.toBeNull();
  });

  it('lets her change her own passphrase, her keys staying hers', async () => {
    const key = made.session.desk().person.signingKey?.export({ format: 'jwk' });
    await desk.workspace.changePassphrase({ passphrase: hers, newPassphrase: newer });
    await expect(change(her, hers)).rejects.toMatchObject({ code: 'wrong-key' });
    await change(her, newer);
    expect(made.session.desk().person.signingKey?.export({ format: 'jwk' })).toEqual(key);
  });
});

describe('two people', () => {
  it('are needed to look at a blurred file', async () => {
    const asked = desk.identity.reveal({ id: scan, reason: 'to compare' });
    await expect(asked).rejects.toMatchObject({ code: 'refused', detail: { approval: expect.any(Number) } });
    await expect(desk.identity.reveal({ id: scan, reason: 'again' })).rejects.toThrow(/still waits/);
    const [waits, ...rest] = await desk.approvals.list();
    expect(rest).toEqual([]);
    expect(waits).toMatchObject({ act: 'identity-reveal', ref, object: scan, state: 'waits', isMine: true, reason: 'to compare' });
    await expect(desk.approvals.approve({ approval: waits.seq, passphrase: newer })).rejects.toThrow(/another person/);
    await expect(desk.approvals.approve({ approval: waits.seq, person: me.id, passphrase: newer })).rejects.toMatchObject({
      code: 'wrong-key',
    });
  });

  it('agree on the spot, and the approval serves once', async () => {
    const [waits] = await desk.approvals.list();
    const [given] = await desk.approvals.approve({ approval: waits.seq, person: me.id, passphrase });
    expect(given).toMatchObject({ state: 'approved', decidedByName: 'O. Sample' });
    expect(bodyOf('approval.given').actor).toBe(me.id);
    expect((await desk.identity.reveal({ id: scan, reason: 'to compare' })).name).toBe('note.txt');
    expect(bodyOf('identity.revealed')).toMatchObject({ actor: her.id, approval: waits.seq });
    await expect(desk.identity.reveal({ id: scan, reason: 'once more' })).rejects.toMatchObject({ code: 'refused' });
  });

  it('may decline, and the list keeps why', async () => {
    const [waits] = await desk.approvals.list();
    const list = await desk.approvals.decline({ approval: waits.seq, reason: 'not needed' });
    expect(list[0]).toMatchObject({ state: 'declined', decidedReason: 'not needed' });
    await expect(desk.approvals.approve({ approval: waits.seq, person: me.id, passphrase })).rejects.toThrow(/declined already/);
  });

  it('decide an erasure, and one of them another case alone', async () => {
    const { ref: erasure } = await desk.cases.add(
      contentCase({ kind: 'delete-account', items: [], facts: {}, receivedAt: new Date().toISOString() }),
    );
    const decision = { outcome: 'upheld', ground: 'asked by the account holder', reasons: 'She asked for it.' };
    const decide = (over: Record<string, unknown> = {}) => desk.cases.act({ ref: erasure, act: 'decide', with: { ...decision, ...over } });
    const { session } = made;
    const real = session.sinceProvenMs;
    session.sinceProvenMs = () => 5 * 60_000 + 1;
    await expect(decide()).rejects.toMatchObject({ code: 'not-allowed', detail: { stepUp: true } });
    session.sinceProvenMs = real;
    // Whatever word grants it.
    for (const outcome of ['upheld', 'partly-upheld', 'complied', 'partly-complied'])
      await expect(decide({ outcome })).rejects.toMatchObject({ code: 'refused', detail: { approval: expect.any(Number) } });
    const asked = await decide().catch((error: { detail: { approval: number } }) => error.detail.approval);
    await desk.approvals.approve({ approval: asked, person: me.id, passphrase });
    // What was agreed to is what may be done.
    await expect(decide({ reasons: 'Other reasons.' })).rejects.toMatchObject({ code: 'refused' });
    expect((await decide()).state).toBe('decided');
    expect(bodyOf('case.decided')).toMatchObject({ approval: asked });
    const decideOther = desk.cases.act({ ref, act: 'decide', with: { ...decision, outcome: 'refused' } });
    expect((await decideOther).state).toBe('decided');
  });
});

describe('roles', () => {
  const operations = Object.keys(operationRules);

  it('are asked of every operation before its input is read', async () => {
    const held = made.session.desk();
    const { person } = held;
    const pathOf = (operation: string) => operation.split('.').reduce((part, name) => part[name], desk);
    let refused = 0;
    for (const operation of operations) {
      for (const role of roles) {
        const needs = missingRoles([role], operation);
        if (needs === null) continue;
        held.person = { ...person, roles: [role] } as DeskPerson;
        const call = pathOf(operation)({ wrong: 'input' });
        await expect(call, `${operation} as ${role}`).rejects.toMatchObject({ code: 'not-allowed', detail: { needs: [...needs] } });
        refused += 1;
      }
    }
    held.person = person;
    expect(refused).toBeGreaterThan(100);
    expect(Object.keys(contract).every((room) => operations.some((one) => one.startsWith(`${room}.`)))).toBe(true);
  });

  it('are asked of every act, also one that no window sent', async () => {
    const held = made.session.desk();
    const { person } = held;
    held.person = { ...person, roles: ['legal'] };
    const act = (name: string) => desk.cases.act({ ref, act: name, with: {} });
    await expect(act('decide')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(act('void')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(act('note')).rejects.toMatchObject({ code: 'bad-input' });
    held.person = person;
  });

  it('change by an administrator, and count at once', async () => {
    await change(me, passphrase);
    const list = (await desk.workspace.changeRoles({
      person: her.id,
      roles: ['auditor'] satisfies Role[],
      reason: 'audits now',
      passphrase,
    })) as PersonView[];
    expect(list[1]?.roles).toEqual(['auditor']);
    // An auditor is no second person: the desk is one of one again.
    await desk.identity.reveal({ id: scan, reason: 'alone again' });
    expect(bodyOf('identity.revealed')).toMatchObject({ sole: true });
  });
});

describe('the passphrase again', () => {
  it('is asked for five minutes after it was typed last, and only where it matters', async () => {
    const { session } = made;
    const real = session.sinceProvenMs;
    session.sinceProvenMs = () => 5 * 60_000 + 1;
    await expect(desk.identity.reveal({ id: scan, reason: 'later' })).rejects.toMatchObject({
      code: 'not-allowed',
      detail: { stepUp: true },
    });
    expect((await desk.cases.open({ ref })).ref).toBe(ref);
    session.sinceProvenMs = real;
    await expect(desk.workspace.stepUp({ passphrase: 'not the passphrase of this desk' })).rejects.toMatchObject({ code: 'wrong-key' });
    await desk.workspace.stepUp({ passphrase });
    expect((await desk.identity.reveal({ id: scan, reason: 'later' })).name).toBe('note.txt');
  });
});

describe('removing a person', () => {
  it('takes her slot, and what she did keeps her name', async () => {
    const header = join(made.session.dir, 'header.json');
    copyFileSync(header, join(made.dataDir, 'old-header.json'));
    const list = (await desk.workspace.removePerson({ person: her.id, reason: 'left the desk', passphrase })) as PersonView[];
    expect(list[1]).toMatchObject({ name: 'B. Example', removedAt: expect.any(String) });
    expect(kinds().slice(0, 2)).toEqual(['person.removed', 'slot.removed']);
    const { entries } = await desk.audit.journal({ limit: 100 });
    expect(entries.find((one: { actor: string }) => one.actor === her.id)?.actorName).toBe('B. Example');
    await desk.workspace.lock();
    await expect(desk.workspace.unlock({ passphrase: newer })).rejects.toMatchObject({ code: 'wrong-key' });
    await expect(desk.workspace.unlock({ passphrase: newer, person: her.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps her out even when an old header is put back', async () => {
    copyFileSync(join(made.dataDir, 'old-header.json'), join(made.session.dir, 'header.json'));
    await expect(desk.workspace.unlock({ passphrase: newer, person: her.id })).rejects.toMatchObject({ code: 'not-allowed' });
    await desk.workspace.unlock({ passphrase, person: me.id });
  });

  it('leaves a record that a deep verification rebuilds', () => {
    expect(verifyDesk(made.session.desk(), { deep: true })).toMatchObject({ ok: true, problems: [] });
  });
});
