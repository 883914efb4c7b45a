import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableSorts } from '../../db/schema.ts';
import { addCase } from '../../src-main/cases/index.ts';
import { createRouter } from '../../src-main/desk/router.ts';
import { seenByAll } from '../../src-main/walls/tables.ts';
import { contentCase, makeDesk } from '../support/desk.ts';
import { type TestHost, testHost } from '../support/engine-host.ts';
import { blockingDirection, seededWords } from '../support/walled.ts';
import { testWatch } from '../support/watch.ts';

/** The window's own way in, through the gate. */
async function open(host: TestHost) {
  const { router, stop } = await createRouter(host.host);
  return { client: createRouterClient(router as never, { context: { window: 'window-1' } as never }), stop };
}

const made: TestHost = testHost();
let engine: Awaited<ReturnType<typeof open>>;
// biome-ignore lint/suspicious/noExplicitAny: the engine hands over its router without its types
let desk: any;
const passphrase = 'seven unlikely words in a row';
const hers = 'four other invented words here';
let recoveryCode = '';
let ref = '';
let letter = '';
let attachment = '';
let colleague = '';
const now = () => new Date(made.clock.now()).toISOString();
const unlock = async (secret: object) => {
  await desk.workspace.lock();
  await desk.workspace.unlock(secret);
};
const asColleague = () => unlock({ passphrase: hers, person: colleague });
const asHead = async () => {
  const { keyholders } = await desk.desk.status();
  await unlock({ passphrase, person: (keyholders as { id: string }[]).find(({ id }) => id !== colleague)?.id });
};

beforeAll(async () => {
  engine = await open(made);
  desk = engine.client;
  ({ recoveryCode } = await desk.workspace.create({
    organisation: 'Example Organisation',
    platforms: ['cocial'],
    officer: 'O. Sample',
    passphrase,
  }));
  const people = await desk.workspace.addPerson({ name: 'D. Deputy', roles: ['deputy'], newPassphrase: hers, passphrase });
  colleague = people.find(({ name }: { name: string }) => name === 'D. Deputy').id;
  ({ ref } = await desk.cases.add(blockingDirection({ receivedAt: now() })));
}, 60_000);
afterAll(async () => {
  await engine.stop?.();
  expect(made.incidents).toEqual([]);
  made.remove();
});

describe('the operations of the window on a restricted case', () => {
  it('find it by its ticket, by the id of its letters and files, and by what is drafted for it', async () => {
    await desk.cases.saveDraft({ id: `case:${ref}:note`, body: { text: seededWords[0] } });
    expect(await desk.cases.draft({ id: `case:${ref}:note` })).toEqual({ body: { text: seededWords[0] } });
    await desk.cases.act({ ref, act: 'acknowledge', with: { sentAt: now(), mode: 'email' } });
    const sealed = await desk.letters.seal({ ref, template: 'acknowledgement', language: 'en' });
    letter = sealed.id;
    expect((await desk.letters.pdf({ id: letter })).name).toContain(ref);
    const view = await desk.cases.open({ ref });
    attachment = view.attachments[0].id;
    expect(view).toMatchObject({ isRestricted: true, state: 'acknowledged' });
    expect(await desk.cases.attachment({ id: attachment })).toMatchObject({ sha256: expect.any(String) });
    expect((await desk.law.explain({ ref, rule: view.clocks[0].rule })).ref ?? ref).toBe(ref);
    expect(await desk.retention.open({ ref })).toMatchObject({ ref, kept: null });
    expect(await desk.people.ofCase({ ref })).toBeTruthy();
    expect(await desk.identity.open({ ref })).toBeTruthy();
    expect((await desk.walls.list({})).rows).toMatchObject([{ ref }]);
    expect((await desk.cases.queue({ filter: {} })).total).toBe(0);
    expect((await desk.cases.queue({ filter: { text: seededWords[0] } })).total).toBe(0);
  });

  it('refuse whoever holds no key, whatever is asked of it', async () => {
    await asColleague();
    const asked: [string, Promise<unknown>][] = [
      ['open', desk.cases.open({ ref })],
      ['lower case', desk.cases.open({ ref: ref.toLowerCase() })],
      ['act', desk.cases.act({ ref, act: 'note', with: { text: 'x' } })],
      ['draft', desk.cases.draft({ id: `case:${ref}:note` })],
      ['preview', desk.letters.preview({ ref, template: 'acknowledgement', language: 'en' })],
      ['explain', desk.law.explain({ ref, rule: 'BLK-ACK-2H' })],
      ['people', desk.people.ofCase({ ref })],
      ['identity', desk.identity.open({ ref })],
      ['retention', desk.retention.open({ ref })],
      ['items', desk.government.items({ ref })],
      ['package', desk.packages.open({ ref })],
      ['similar', desk.cases.similar({ ref })],
      ['grant', desk.walls.grant({ ref, person: colleague, reason: 'me' })],
    ];
    for (const [what, answer] of asked) await expect(answer, what).rejects.toMatchObject({ code: 'restricted' });
    for (const answer of [desk.letters.pdf({ id: letter }), desk.cases.attachment({ id: attachment })])
      await expect(answer).rejects.toMatchObject({ code: 'not-found' });
    expect(await desk.walls.list({})).toMatchObject({ walls: 1, mine: 0, rows: [] });
    const open = (await desk.cases.add(contentCase({ receivedAt: now() }))).ref;
    await expect(desk.cases.act({ ref: open, act: 'link', with: { to: ref, as: 'related' } })).rejects.toMatchObject({
      code: 'restricted',
    });
    expect((await desk.law.alarms()).alarms.filter((alarm: { ref: string }) => alarm.ref === ref)).toEqual([]);
  });

  it('are refused what would make it clear again, or restrict it twice', async () => {
    await asHead();
    await expect(desk.walls.raise({ ref, reason: 'again', typed: ref })).rejects.toMatchObject({ code: 'refused' });
    await expect(desk.identity.purge({ ref, reason: 'why' })).rejects.toThrow();
    expect(await desk.cases.open({ ref })).toMatchObject({ ref });
  });

  it('open it to nobody who came by the printed recovery code', async () => {
    await unlock({ recoveryCode });
    await expect(desk.cases.open({ ref })).rejects.toMatchObject({ code: 'restricted' });
    expect(await desk.walls.list({})).toMatchObject({ walls: 1, mine: 0 });
  });

  it('give the keys to whoever gets the role, when a holder gives it', async () => {
    await asHead();
    await desk.workspace.changeRoles({ person: colleague, roles: ['nodal-contact'], reason: 'Appointed', passphrase });
    await asColleague();
    expect(await desk.cases.open({ ref })).toMatchObject({ ref, isRestricted: true });
    expect(await desk.letters.pdf({ id: letter })).toMatchObject({ name: expect.stringContaining(ref) });
  });
});

describe('the clocks of a restricted case', () => {
  it('ring for who can open it, and say no more than its ticket outside the window', async () => {
    const { desk: own, clock, remove } = makeDesk();
    try {
      const { watch, pass, notices, failures, badges } = testWatch(clock);
      const { ref: secret } = addCase(own, blockingDirection());
      watch.begin(own);
      await pass(80 * 60_000);
      expect(failures).toEqual([]);
      expect(notices.length).toBeGreaterThan(0);
      for (const notice of notices) expect(JSON.stringify(notice)).not.toMatch(/BLK|Direction|Zarquonwell/);
      expect(notices[0]).toMatchObject({ title: secret, body: expect.stringContaining('A restricted case') });
      expect(badges.at(-1)).toBeGreaterThan(0);
      watch.lock();
      own.walls.close();
      await pass(60 * 60_000);
      expect(watch.status().sounded.map(({ ref: at, rule }) => [at, rule])).toEqual(
        watch.status().sounded.map(() => [secret, 'restricted']),
      );
      expect(watch.status().sounded.length).toBeGreaterThan(0);
      watch.stop();
    } finally {
      await remove();
    }
  });
});

describe('the tables', () => {
  it('are each hidden inside walls, or named with the reason why they are seen', () => {
    const { desk: own, remove } = makeDesk();
    const shown = own.walls.receive((inside) => {
      expect(inside.db).not.toBe(own.db);
      const names = inside.db.prepare("SELECT name FROM temp.sqlite_schema WHERE type IN ('table', 'view')").pluck().all() as string[];
      return Object.keys(tableSorts).filter((name) => !names.includes(name));
    });
    expect(shown.sort()).toEqual(Object.keys(seenByAll).sort());
    const columns = (name: string) => own.db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name);
    for (const name of shown) if (columns(name).includes('ref')) expect(['wall', 'wall_tombstone', 'case_tombstone']).toContain(name);
    void remove();
  });
});
