import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobState } from '../../src-main/desk/contract.ts';
import { createRouter } from '../../src-main/desk/router.ts';
import { contentCase } from '../support/desk.ts';
import { type TestHost, testHost } from '../support/engine-host.ts';

/** The window's own way in: the implemented contract on a workspace of its own, with fakes for dialogs and the clock only. */
async function open(host: TestHost) {
  const { router, stop } = await createRouter(host.host);
  return { client: createRouterClient(router as never, { context: { window: 'window-1' } as never }), stop };
}

let made: TestHost;
let engine: Awaited<ReturnType<typeof open>>;
// biome-ignore lint/suspicious/noExplicitAny: the engine hands over its router without its types
let desk: any;
const passphrase = 'seven unlikely words in a row';
const workspace = { organisation: 'Example Organisation', platforms: ['cocial'], officer: 'O. Sample', passphrase };

beforeAll(async () => {
  made = testHost();
  engine = await open(made);
  desk = engine.client;
  await desk.workspace.create(workspace);
});
afterAll(async () => {
  await engine.stop?.();
  expect(made.incidents).toEqual([]);
  made.remove();
});

/** Waits for a job by its announcements. */
async function finished(job: JobState): Promise<JobState> {
  const stop = new AbortController();
  const changes = await desk.desk.changes(undefined, { signal: stop.signal });
  for (let state: JobState = await desk.jobs.get({ id: job.id }); ; state = await desk.jobs.get({ id: job.id })) {
    if (state.state !== 'running') {
      stop.abort();
      return state;
    }
    await changes.next();
  }
}
const at = (ms: number) => new Date(made.clock.now() + ms).toISOString();
const add = async (over: Record<string, unknown> = {}) => (await desk.cases.add(contentCase({ receivedAt: at(0), ...over }))).ref as string;

describe('the operations of the window', () => {
  it('preview a change of a rule, adopt it and move the open cases', async () => {
    const ref = await add();
    const offer = { edit: { how: 'correct', id: 'IT-RES-7D', changes: { n: 5 } } };
    const { job, diff, problems } = await desk.law.previewRulebook(offer);
    expect([problems, diff.changed[0].id]).toEqual([[], 'IT-RES-7D']);
    expect((await finished(job)).answer).toMatchObject({ moved: 1, listed: [{ ref, rule: 'IT-RES-7D' }] });
    const adopted = await desk.law.adoptRulebook({ offer, reason: 'Counsel read it again.' });
    expect(adopted).toMatchObject({ state: 'adopted', version: '2026.11-2' });
    expect((await finished(adopted.job)).answer).toMatchObject({ checked: 1, moved: 1 });
    expect(await desk.law.history()).toMatchObject([{ isCurrent: true, appliedSeq: expect.any(Number) }, { isCurrent: false }]);
    expect((await finished(await desk.law.checkDrift())).answer).toMatchObject({ moved: 0, pending: false });
    expect((await desk.desk.status()).workspace.rulebook.version).toBe('2026.11-2');
  });

  it('refuse what is not the shape of an offer before anything is read', async () => {
    await expect(desk.law.previewRulebook({ edit: { how: 'wish', id: 'IT-RES-7D' } })).rejects.toThrow();
    await expect(desk.law.adoptRulebook({ offer: { content: '{}' }, reason: ' ' })).rejects.toThrow();
    await expect(desk.law.adoptRulebook({ offer: { content: '{}' }, reason: 'why' })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(desk.law.whatIf({ receivedAt: '2026-02-29T10:00:00+05:30', kind: 'account' })).rejects.toThrow();
    await expect(desk.law.setRota({ contacts: [], shifts: [], leave: [] })).rejects.toThrow();
  });

  it('write a signed file of the rulebook and read it back', async () => {
    const saved = await desk.law.exportRulebook({});
    made.willPick([saved.path]);
    const { token } = await desk.law.chooseFile({ for: 'rulebook' });
    const { content, signedBy } = await desk.law.importRulebook({ token });
    expect(content).toBe(readFileSync(saved.path, 'utf8'));
    expect(signedBy).toMatchObject({ name: 'O. Sample', person: expect.stringMatching(/^user:/) });
    expect(await desk.law.previewRulebook({ content })).toMatchObject({ isCurrent: true, problems: [], job: null });
    made.willPick([]);
    expect(await desk.law.chooseFile({ for: 'rulebook' })).toBeNull();
  });

  it('show the rulebook, explain, suppose and calculate', async () => {
    const ref = await add();
    const { rulebook, isCurrent } = await desk.law.rulebook({});
    expect([isCurrent, rulebook.version]).toEqual([true, '2026.11-2']);
    expect(await desk.law.explain({ ref, rule: 'IT-RES-7D' })).toMatchObject({
      text: expect.stringContaining('5 days'),
      source: { id: 'IT-RES-7D', n: 5 },
      rulebook: { version: '2026.11-2' },
    });
    const ofCase = await desk.law.rulesOfCase({ ref });
    expect(ofCase.rulebook.version).toBe('2026.11-2');
    expect(ofCase.rules).toContainEqual(expect.objectContaining({ id: 'IT-ACK-24H', gazette: expect.stringContaining('G.S.R.') }));
    await expect(desk.law.rulesOfCase({ ref: 'COC-2026-999999-9' })).rejects.toThrow();
    expect((await desk.law.whatIf({ ref, facts: { removalSought: null } })).changes).toMatchObject([{ rule: 'IT-FAST-36H', asIf: null }]);
    expect((await desk.law.calculate({ rule: 'IT-ORD-3H', start: '2026-02-25T10:00:00+05:30' })).clocks[0].due).toBe(
      '2026-02-25T13:00:00+05:30',
    );
    expect((await desk.law.calculate({ kind: 'account', receivedAt: '2026-02-25T10:00:00+05:30' })).explanations.length).toBeGreaterThan(0);
  });

  it('go back to a rulebook the desk went by before, previewed like any other', async () => {
    const [, first] = await desk.law.history();
    const { problems, version, job } = await desk.law.previewRulebook({ hash: first.hash });
    expect([problems, version]).toEqual([[], '2026.11']);
    expect((await finished(job)).answer).toMatchObject({ moved: 2 });
    await expect(desk.law.previewRulebook({ hash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('sound an alarm through the shell, list it and take its acknowledgement', async () => {
    const ref = await add({ kind: 'removal-order', facts: { source: 'court' } });
    const heard = made.nextNotice();
    // The wall clock alone: the desk would otherwise think that nobody has touched it for so long, and lock.
    made.clock.set(at(95 * 60_000));
    await desk.law.setRota(await desk.law.rota().then(({ rota }: { rota: unknown }) => rota));
    expect(await heard).toMatchObject({ title: ref, body: expect.stringContaining('IT-ORD-3H ends in 85 minutes') });
    const { alarms } = await desk.law.alarms();
    expect(alarms).toMatchObject([{ ref, rule: 'IT-ORD-3H', step: '50%' }]);
    expect((await desk.desk.status()).clocks).toEqual({ state: 'watching', until: null, unacknowledged: 1, sounded: [] });
    expect(await desk.law.acknowledgeAlarm({ ref, rule: 'IT-ORD-3H', step: '50%' })).toEqual({ alarms: [], total: 0 });
    expect(made.badges.at(-1)).toBe(0);
  });

  it('read and adopt a calendar, and count a target by it', async () => {
    const path = join(made.dir, 'state.ics');
    writeFileSync(
      path,
      ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20261123', 'SUMMARY:Local', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'),
    );
    made.willPick([path]);
    const { token } = await desk.law.chooseFile({ for: 'calendar' });
    const { content, problems } = await desk.law.readCalendar({ token, names: { id: 'state', title: 'State', weeklyOff: ['sun'] } });
    expect(problems).toEqual([]);
    expect(await desk.law.adoptCalendar({ content, reason: 'The official list.' })).toMatchObject([
      { calendar: { id: 'state' }, isAdopted: true },
      { isAdopted: false },
    ]);
    const ref = await add();
    await desk.cases.act({ ref, act: 'set-target', with: { workingDays: 1, calendar: 'state' } });
    expect((await desk.cases.open({ ref })).target).toMatchObject({ due: '2026-11-24T18:29:59.000Z', working: { calendar: 'state' } });
    expect(await desk.law.calendars()).toHaveLength(2);
    const [{ calendar: shipped }] = (await desk.law.calendars()).filter((one: { isAdopted: boolean }) => !one.isAdopted);
    const draft = await desk.law.shippedCalendar({ id: shipped.id });
    expect(draft).toMatchObject({ calendar: shipped, problems: [] });
    const all = await desk.law.adoptCalendar({ content: draft.content, reason: 'The list that ships.' });
    expect(all.filter((one: { isAdopted: boolean }) => one.isAdopted)).toHaveLength(2);
    await expect(desk.law.shippedCalendar({ id: 'of-nowhere' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('record a duty, and edit a profile', async () => {
    const [first] = await desk.law.recordDuty({ family: 'IT-NOTICE', platform: 'cocial', at: at(-60_000), note: 'Mail to all users.' });
    expect(first).toMatchObject({ family: 'IT-NOTICE', due: '2027-02-21T23:59:59+05:30' });
    expect(await desk.law.duties()).toContainEqual(first);
    const [{ profile }] = await desk.platforms.list();
    expect(await desk.platforms.check({ profile })).toMatchObject({ problems: [] });
    const classes = { ...profile.classes, publisher: { standing: profile.classes.publisher.standing === 'yes' ? 'no' : 'yes' } };
    const saved = await desk.platforms.save({ profile: { ...profile, classes }, reason: 'Counsel.' });
    expect(saved).toMatchObject({ mustReevaluate: true, job: { kind: 'reevaluate' } });
    expect(await finished(saved.job)).toMatchObject({ state: 'done' });
    const [newest, oldest] = await desk.platforms.history({ id: 'cocial' });
    expect([newest.isCurrent, newest.reason, oldest.isCurrent]).toEqual([true, 'Counsel.', false]);
    expect(await desk.platforms.version({ hash: oldest.hash })).toEqual(profile);
  });

  it('answer with no proposal where one person works alone', async () => {
    expect(await desk.law.proposals()).toEqual([]);
    await expect(desk.law.approveRulebook({ proposal: 4 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(desk.law.declineRulebook({ proposal: 4, reason: 'no' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(desk.law.previewProposal({ proposal: 4 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('locking and opening again', () => {
  it('keeps the clocks watched while locked, and takes up a re-evaluation that was cut off', async () => {
    const ref = await add({ kind: 'removal-order', facts: { source: 'court' } });
    const content = readFileSync(new URL('../../resources/rulebook/rulebook-2026.11.json', import.meta.url), 'utf8');
    const { job } = await desk.law.adoptRulebook({ offer: { content }, reason: 'Back to the text as shipped.' });
    await desk.jobs.cancel({ id: job.id });
    expect((await finished(job)).state).toBe('cancelled');
    expect((await desk.law.history())[0]).toMatchObject({ appliedSeq: null });
    const locked = await desk.workspace.lock();
    expect(locked).toMatchObject({ state: 'locked', clocks: { state: 'locked', until: expect.any(String) } });
    const { clocks } = await desk.workspace.unlock({ passphrase });
    expect(clocks).toMatchObject({ state: 'watching' });
    const stop = new AbortController();
    const changes = await desk.desk.changes(undefined, { signal: stop.signal });
    while ((await desk.law.history())[0].appliedSeq === null) await changes.next();
    stop.abort();
    expect((await desk.cases.open({ ref })).clocks.length).toBeGreaterThan(0);
  });

  it('says after a restart that clocks are not watched until it is unlocked', async () => {
    await engine.stop?.();
    engine = await open(made);
    desk = engine.client;
    expect(await desk.desk.status()).toMatchObject({ state: 'locked', clocks: { state: 'off', until: null, unacknowledged: 0 } });
    await expect(desk.law.alarms()).rejects.toMatchObject({ code: 'locked' });
    expect((await desk.workspace.unlock({ passphrase })).clocks).toMatchObject({ state: 'watching' });
  });
});
