import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approve, listApprovals } from '../../src-main/approvals/index.ts';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, readCaseFile, readTombstone } from '../../src-main/cases/index.ts';
import { type Desk, nowOf, post, write } from '../../src-main/desk/desk.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import { previewLetter, sealLetter } from '../../src-main/letters/index.ts';
import { addIdentifier, casePeople, partyView } from '../../src-main/people/index.ts';
import { erasePerson, erasureView, proposeErasure, purgeCase } from '../../src-main/retention/index.ts';
import { bringIndexUp, findCases } from '../../src-main/search/index.ts';
import { backupDesk, closeDesk, createDesk, openDesk, restoreDesk } from '../../src-main/workspace/index.ts';
import { contentCase, makeDesk, type TestDesk, testClock } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';
import { passphrase, sampleWorkspace } from './support/session.ts';

const day = 86_400_000;
const reason = 'She asked for it.';
const she = { name: 'A. Example', email: 'a@mail.example', phone: '+91 90000 00001', language: 'en' };

let desk: Desk;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(desk, ref, name, input);
const view = (ref: string) => caseView(desk.db, ref, nowOf(desk));
const looking = () => ({ me: desk.person.id, desk: desk.desk, now: nowOf(desk) });
const erasure = (ref: string) => erasureView(desk.db, ref, looking());
const problems = () => verifyDesk(desk, { deep: true }).problems;

function add(over: Record<string, unknown> = {}): string {
  return addCase(desk, contentCase({ platform: 'socnect', complainant: she, receivedAt: nowOf(desk), items: [], ...over })).ref;
}

function close(ref: string, decision: Record<string, unknown> = {}): string {
  act(ref, 'decide', { outcome: 'refused', ground: 'Not covered', reasons: 'It is not covered.', ...decision });
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
  act(ref, 'close');
  return ref;
}

function request(over: Record<string, unknown> = {}): string {
  const ref = add({ kind: 'erasure', facts: {}, subject: 'Forget me', ...over });
  act(ref, 'verify-identity', { method: 'document', document: 'passport', result: 'verified', reason: 'Seen in person.' });
  return ref;
}

/** What a removal leaves: it is kept for 180 days from then. */
function removed(): string {
  const items = [{ type: 'url', value: 'https://posts.example/9' }];
  const ref = add({ items });
  act(ref, 'note', { text: 'Seedword about her neighbour.' });
  act(ref, 'note', { text: 'Advice of counsel.', privileged: true });
  const acted = items.map(({ value }) => ({ value, action: 'removed', at: nowOf(desk) }));
  return close(ref, { outcome: 'upheld', items: acted });
}

/** Every cell of every table. */
function everything(): string {
  const tables = desk.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  return tables.map((name) => JSON.stringify(desk.db.prepare(`SELECT * FROM "${name}"`).all())).join('\n');
}

describe('a person who asks that her data leave this desk', () => {
  let made: TestDesk;
  beforeEach(() => {
    made = makeDesk();
    ({ desk } = made);
  });
  afterEach(() => made.remove());
  const wait = (days: number) => {
    made.clock.advance(days * day);
    desk.time.confirm();
  };

  it('is told of each of her cases whether it goes, or why it stays, until when and under which rule', () => {
    const [free, law, open] = [close(add()), removed(), add({ subject: 'another' })];
    const held = close(add());
    act(held, 'hold', { scope: 'case', instrument: 'Order 8', until: '2027-12-31', reason: 'A court asks.' });
    wait(40);
    const fresh = close(add());
    const ref = request();
    expect(erasure(ref)).toMatchObject({
      obstacle: null,
      name: 'A. Example',
      goes: [
        { what: 'case', ref: free },
        { what: 'notes', ref: law, count: 1 },
      ],
    });
    expect(new Map(erasure(ref).remains.map((one) => [one.ref, one]))).toEqual(
      new Map([
        [ref, { ref, why: 'request', until: null, cite: null }],
        [fresh, { ref: fresh, why: 'appeal', until: '2027-01-30', cite: 'IT Rules 2021, rule 3A(3)' }],
        [held, { ref: held, why: 'hold', until: '2027-12-31', cite: 'Order 8' }],
        [open, { ref: open, why: 'open', until: null, cite: null }],
        [law, { ref: law, why: 'law', until: '2027-05-20', cite: 'IT Rules 2021, rule 3(1)(g)' }],
      ]),
    );
  });

  it('leaves nothing but tombstones and what the law keeps, and the record still verifies', async () => {
    const [free, law] = [close(add({ text: 'Seedword of hers.' })), removed()];
    const person = casePeople(desk.db, free).parties[0]!.party.id;
    addIdentifier(desk, person, 'handle', 'seedword_handle');
    bringIndexUp(desk.db);
    wait(40);
    const ref = request();
    const done = erasePerson(desk, { ref, reason, typed: ref });
    expect(done).toMatchObject({
      goes: [],
      obstacle: expect.stringContaining('Nothing more'),
      done: [{ ref, sole: true, remains: [{}, {}] }],
    });
    expect(everything().match(/seedword/gi)).toBeNull();
    expect(findCases(desk, 'seedword', 10).rows).toEqual([]);
    expect(readCaseFile(desk.db, free)).toBeNull();
    expect(readTombstone(desk.db, free)).toMatchObject({ basis: 'PERSON-ERASURE', cite: 'DPDP Act 2023, s.12(3)', reason });
    expect(view(law).timeline.filter(({ body }) => body === null)).toHaveLength(1);
    expect(everything()).toContain('Advice of counsel.');
    expect(partyView(desk.db, casePeople(desk.db, ref).parties[0]!.party.id).identifiers.map(({ kind }) => kind)).not.toContain('handle');
    expect(problems()).toEqual([]);
  });

  it('gets a certificate in her language that says what went and what remains', async () => {
    const [free, law] = [close(add()), removed()];
    wait(40);
    const ref = request();
    expect((await previewLetter(desk, { ref, template: 'erasure-certificate' })).missing.map(({ field }) => field)).toContain('erasedOn');
    erasePerson(desk, { ref, reason, typed: ref });
    expect(view(ref)).toMatchObject({ wanted: ['erasure-certificate'], next: { act: 'letter', template: 'erasure-certificate' } });
    const english = await previewLetter(desk, { ref, template: 'erasure-certificate', language: 'en' });
    expect(english.text).toContain(`${free}: the whole file`);
    expect(english.text).toContain(`${law}: the law asks for it to be kept (IT Rules 2021, rule 3(1)(g)), until 20-05-2027`);
    const hindi = await previewLetter(desk, { ref, template: 'erasure-certificate', language: 'hi' });
    expect(hindi.text).toContain('20-05-2027 तक');
    const { id } = await sealLetter(desk, { ref, template: 'erasure-certificate', language: 'en' });
    act(ref, 'dispatch', { letter: id, sentAt: nowOf(desk), mode: 'email' });
    expect(view(ref).wanted).toEqual([]);
  });

  it('is refused without a verified person, on another kind of request, without the ticket typed, or with her name in the reason', () => {
    close(add());
    wait(40);
    const unknown = add({ kind: 'erasure', facts: {} });
    const said = (ref: string, over: object = {}) => faultOf(() => erasePerson(desk, { ref, reason, typed: ref, ...over })).message;
    expect(said(unknown)).toMatch(/verified first/);
    expect(said(add({ kind: 'access', facts: {} }))).toMatch(/does not ask for erasure/);
    const ref = request();
    expect(said(ref, { typed: 'x' })).toMatch(/is not the ticket/);
    expect(said(ref, { reason: 'Example asked.' })).toMatch(/names somebody/);
    expect(everything()).toContain('Abusive post');
  });

  it('can be purged herself later, request and all', () => {
    const law = removed();
    wait(40);
    const ref = request();
    erasePerson(desk, { ref, reason, typed: ref });
    close(ref, { outcome: 'complied' });
    wait(800);
    for (const one of [law, ref]) purgeCase(desk, one, 'The time is over.');
    expect(problems()).toEqual([]);
    expect(everything()).not.toContain('a@mail.example');
  });

  it('is forgotten by two people where the desk has two', () => {
    const second = 'user:second0000001';
    const body = { name: 'S. Second', designation: null, roles: ['deputy'], exchangeKey: 'k', signingKey: 'k' };
    write(desk, [], () => post(desk, { kind: 'person.added', subject: second, body }));
    const free = close(add());
    wait(40);
    const ref = request();
    expect(proposeErasure(desk, ref, reason).proposal).toMatchObject({ state: 'waits', isMine: true });
    expect(faultOf(() => erasePerson(desk, { ref, reason, typed: ref })).message).toMatch(/second person/);
    approve(desk, listApprovals(desk)[0]!.seq, null, second);
    expect(erasePerson(desk, { ref, reason, typed: ref }).done).toMatchObject([{ sole: false }]);
    expect(readTombstone(desk.db, free)).toMatchObject({ sole: false, approvedByName: 'S. Second' });
  });
});

describe('what was erased for a person', () => {
  it('stays away after a restart and after a restore of an older backup', async () => {
    const root = mkdtempSync(join(tmpdir(), 'nivaran-erasure-'));
    const [dir, early] = [join(root, 'workspace'), join(root, 'early.nivaran-backup')];
    const clock = testClock('2025-11-21T06:30:00.000Z');
    const ports = { clock, ids: systemIds };
    const open = () => openDesk(dir, { passphrase }, { ports, confirmTime: 'The clock of a test.' });
    ({ desk } = await createDesk(dir, sampleWorkspace({ platforms: ['socnect'] }), { ports }));
    const law = removed();
    addIdentifier(desk, casePeople(desk.db, law).parties[0]!.party.id, 'handle', 'seedword_handle');
    clock.advance(40 * day);
    desk.time.confirm();
    await backupDesk(desk, early);
    const ref = request();
    erasePerson(desk, { ref, reason, typed: ref });
    await closeDesk(desk);
    desk = await open();
    expect(everything().match(/seedword/gi)).toBeNull();
    expect(view(ref).erasures).toHaveLength(1);
    await closeDesk(desk);
    await restoreDesk(early, dir, { passphrase }, { switchOver: true });
    desk = await open();
    expect(everything().match(/seedword/gi)).toBeNull();
    expect(problems()).toEqual([]);
    await closeDesk(desk);
    rmSync(root, { recursive: true, force: true });
  }, 60_000);
});
