import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, receiveCase } from '../../src-main/cases/index.ts';
import { nowOf, write } from '../../src-main/desk/desk.ts';
import {
  acknowledgeAlarm,
  adoptRulebook,
  listAlarms,
  listDuties,
  type Rota,
  recordDuty,
  reevaluate,
  setRota,
  showRota,
} from '../../src-main/law/index.ts';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';
import { type TestWatch, testWatch } from '../support/watch.ts';

let made: TestDesk;
let test: TestWatch;
beforeEach(() => {
  made = makeDesk();
  test = testWatch(made.clock);
});
afterEach(async () => {
  expect(test.failures).toEqual([]);
  await made.remove();
});

const minute = 60_000;
const hour = 60 * minute;
/** A court order received at the desk's now: three hours, on a day without quiet hours. */
const order = (over: Record<string, unknown> = {}) =>
  addCase(made.desk, {
    platform: 'cocial',
    kind: 'removal-order',
    receivedAt: nowOf(made.desk),
    channel: 'email',
    subject: 'Order to remove a post',
    facts: { source: 'court' },
    items: [{ type: 'url', value: 'https://posts.example/1' }],
    ...over,
  }).ref;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const shown = () => listAlarms(made.desk).alarms.map(({ ref, rule, step, how }) => `${ref} ${rule} ${step} ${how}`);
const entries = (kind: string) =>
  (
    made.desk.db
      .prepare('SELECT b.body FROM journal j JOIN journal_body b ON b.seq = j.seq WHERE j.kind = ? ORDER BY j.seq')
      .pluck()
      .all(kind) as string[]
  ).map((body) => JSON.parse(body) as Record<string, unknown>);
const deep = () => verifyDesk(made.desk, { deep: true }).problems;
const contact = (id: string, name: string) => ({ id, name, phone: '+91 00000 00000', role: 'officer' });
const rota: Rota = {
  contacts: [contact('a', 'A. Example'), contact('b', 'B. Example')],
  shifts: [{ weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', until: '00:00', contact: 'a', next: ['b'] }],
  leave: [],
  quiet: null,
};

/** Reads what a desk at rest would do: the watch sounds on a desk that opens now. */
async function begin(): Promise<void> {
  test.watch.begin(made.desk);
  await test.watch.tick();
}

describe('an open desk', () => {
  it('sounds each step once, notes it on the case and sleeps until the next', async () => {
    const ref = order();
    await begin();
    expect(test.notices).toEqual([]);
    await test.pass(90 * minute);
    expect(test.notices.map(({ title, body }) => `${title} | ${body}`)).toEqual([
      `${ref} | IT-ORD-3H ends in 90 minutes: due 21-11-2026 15:00:00 IST.`,
    ]);
    expect(entries('alarm.shown')).toMatchObject([{ rule: 'IT-ORD-3H', step: '50%', how: 'live', due: '2026-11-21T09:30:00.000Z' }]);
    await test.watch.tick();
    expect(test.notices).toHaveLength(1);
    expect(test.wait()).toBe(minute);
    await test.pass(44 * minute + 30_000);
    expect(test.wait()).toBe(30_000);
    await test.pass(30_000);
    expect(shown()).toEqual([`${ref} IT-ORD-3H 75% live`]);
    expect(test.badges.at(-1)).toBe(1);
    expect(deep()).toEqual([]);
  });

  it('stops when the clock is met, and forgets its alarm', async () => {
    const ref = order();
    await begin();
    await test.pass(2 * hour);
    expect(shown()).toHaveLength(1);
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'removed' }] });
    expect(shown()).toEqual([]);
    await test.pass(3 * hour);
    expect(test.notices).toHaveLength(1);
    expect(deep()).toEqual([]);
  });

  it('hears of a case that came in meanwhile', async () => {
    await begin();
    made.clock.advance(5_000);
    order();
    test.watch.poke();
    expect(test.wait()).toBe(minute);
    await test.pass(150 * minute);
    expect(test.notices[0]?.body).toContain('30 minutes');
  });

  it('names whom to call, and climbs', async () => {
    setRota(made.desk, rota);
    order();
    await begin();
    await test.pass(90 * minute);
    expect(test.notices.at(-1)?.body).toMatch(/Call A\. Example \(officer\) \+91 00000 00000\.$/);
    await test.pass(80 * minute);
    expect(test.notices.at(-1)?.body).toMatch(/Call A\. Example .*, then B\. Example/);
    expect(listAlarms(made.desk).alarms[0]?.call.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(showRota(made.desk)).toMatchObject({ rota, now: [{ id: 'a' }, { id: 'b' }], isQuiet: false });
  });

  it('tells many at once in one notice, the most urgent first', async () => {
    const refs = Array.from({ length: 60 }, () => order());
    await begin();
    await test.pass(90 * minute);
    expect(test.notices).toHaveLength(1);
    expect(test.notices[0]).toMatchObject({ title: '60 clocks need attention', tag: 'alarms' });
    expect(entries('alarm.shown')).toHaveLength(60);
    expect(listAlarms(made.desk).total).toBe(60);
    expect(shown()[0]).toContain(refs[0]);
    expect(deep()).toEqual([]);
  });

  it('raises nothing for imported history, for a minimum, and for a paused target', async () => {
    order({ historical: true });
    const ref = addCase(made.desk, { ...contentCase(), kind: 'emergency-request', facts: {}, items: [] }).ref;
    act(ref, 'set-target', { due: '2026-11-21T14:00:00+05:30' });
    act(ref, 'pause-target', { code: 'legal-opinion' });
    await begin();
    await test.pass(3 * hour);
    expect(test.notices.every(({ body }) => !body.includes('DESK-OWN'))).toBe(true);
    act(ref, 'resume-target');
    await test.pass(2 * hour);
    expect(test.notices.some(({ body }) => body.includes('DESK-OWN'))).toBe(true);
  });

  it('asks for a new acknowledgement with every step', async () => {
    const ref = order();
    await begin();
    await test.pass(90 * minute);
    expect(acknowledgeAlarm(made.desk, { ref, rule: 'IT-ORD-3H', step: '50%' })).toEqual({ alarms: [], total: 0 });
    test.watch.acknowledged();
    expect(test.badges.at(-1)).toBe(0);
    expect(acknowledgeAlarm(made.desk, { ref, rule: 'IT-ORD-3H', step: '50%' }).total).toBe(0);
    expect(entries('alarm.acknowledged')).toEqual([{ v: 1, rule: 'IT-ORD-3H', step: '50%' }]);
    await test.pass(80 * minute);
    expect(shown()).toEqual([`${ref} IT-ORD-3H 10min live`]);
    expect(faultOf(() => acknowledgeAlarm(made.desk, { ref, rule: 'IT-ORD-3H', step: '50%' })).message).toContain('gone on to 10min');
    expect(faultOf(() => acknowledgeAlarm(made.desk, { ref, rule: 'IT-RES-7D', step: '50%' })).code).toBe('not-found');
    expect(deep()).toEqual([]);
  });

  it('keeps an alarm that sounded unheard when somebody acts on the case first', async () => {
    const ref = order();
    made.clock.advance(91 * minute);
    act(ref, 'note', { text: 'seen' });
    act(ref, 'assign', { to: made.desk.person.id });
    await begin();
    expect(entries('alarm.shown')).toMatchObject([{ rule: 'IT-ORD-3H', step: '50%' }]);
  });

  it('raises none for what had passed before the case was entered', async () => {
    const receivedAt = new Date(made.clock.now() - 150 * minute).toISOString();
    order({ receivedAt, lateReason: 'found in another mailbox' });
    await begin();
    expect(test.notices).toEqual([]);
    await test.pass(20 * minute);
    expect(test.notices[0]?.body).toContain('ends in 10 minutes');
  });

  it('sounds while the time of the machine is in doubt, and records it afterwards', async () => {
    order();
    await begin();
    made.clock.set('2026-11-23T07:00:00.000Z');
    await test.watch.tick();
    await test.watch.tick();
    expect(test.notices).toHaveLength(1);
    expect(entries('alarm.shown')).toEqual([]);
    expect(test.wait()).toBe(minute);
    made.desk.time.confirm();
    await test.watch.tick();
    expect(test.notices).toHaveLength(1);
    expect(entries('alarm.shown')).toHaveLength(1);
  });

  it('sounds for an auditor too, who records nothing', async () => {
    order();
    made.desk.person = { ...made.desk.person, roles: ['auditor'] };
    await begin();
    await test.pass(90 * minute);
    await test.watch.tick();
    expect(test.notices).toHaveLength(1);
    expect(entries('alarm.shown')).toEqual([]);
  });

  it('moves its alarms with the rulebook', async () => {
    order();
    adoptRulebook(made.desk, { edit: { how: 'correct', id: 'IT-ORD-3H', changes: { n: 1 } } }, 'Counsel');
    await reevaluate(made.desk);
    await begin();
    await test.pass(50 * minute);
    expect(test.notices[0]?.body).toContain('IT-ORD-3H ends in 10 minutes');
    expect(deep()).toEqual([]);
  });
});

describe('a desk that was not there', () => {
  it('tells what was missed, once, when it opens', async () => {
    order();
    made.clock.advance(100 * minute);
    await begin();
    expect(entries('alarm.shown')).toMatchObject([{ step: '50%', how: 'late', at: '2026-11-21T08:00:00.000Z' }]);
    expect(test.notices).toHaveLength(1);
    await test.watch.tick();
    expect(test.notices).toHaveLength(1);
  });

  it('finds its list of alarms again after a restart', async () => {
    const ref = order();
    await begin();
    await test.pass(90 * minute);
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    expect(listAlarms(again).alarms).toMatchObject([{ ref, rule: 'IT-ORD-3H', step: '50%' }]);
    const later = testWatch(made.clock);
    expect(later.watch.status()).toEqual({ state: 'off', until: null, unacknowledged: 0, sounded: [] });
    later.watch.begin(again);
    expect(later.watch.status()).toEqual({ state: 'watching', until: null, unacknowledged: 1, sounded: [] });
    await later.watch.tick();
    expect(later.notices).toEqual([]);
    again.db.close();
  });
});

describe('a locked desk', () => {
  it('goes on sounding ticket, rule and time, and nothing else', async () => {
    setRota(made.desk, rota);
    const ref = order({ subject: 'Secret subject', complainant: { name: 'A. Example' } });
    await begin();
    test.watch.lock();
    await test.pass(90 * minute);
    expect(test.notices).toEqual([
      {
        title: ref,
        body: 'IT-ORD-3H ends in 90 minutes: due 21-11-2026 15:00:00 IST.',
        tag: `${ref}:IT-ORD-3H`,
        alarm: { ref, rule: 'IT-ORD-3H', step: '50%', due: '2026-11-21T09:30:00.000Z', call: [] },
      },
    ]);
    expect(test.watch.status()).toEqual({
      state: 'locked',
      until: '2026-12-05T06:30:00.000Z',
      unacknowledged: 1,
      sounded: [{ ref, rule: 'IT-ORD-3H', step: '50%', due: '2026-11-21T09:30:00.000Z' }],
    });
    expect(test.badges.at(-1)).toBe(1);
    expect(entries('alarm.shown')).toEqual([]);
  });

  it('records at opening what it sounded, without sounding it again', async () => {
    order();
    await begin();
    test.watch.lock();
    await test.pass(90 * minute);
    await begin();
    expect(entries('alarm.shown')).toMatchObject([{ step: '50%', how: 'locked' }]);
    expect(test.notices).toHaveLength(1);
    expect(deep()).toEqual([]);
  });

  it('wakes for the next alarm and joins many into one notice', async () => {
    for (let n = 0; n < 5; n += 1) order();
    await begin();
    test.watch.lock();
    expect(test.wait()).toBe(minute);
    await test.pass(90 * minute);
    expect(test.notices).toHaveLength(1);
    expect(test.notices[0]?.title).toBe('5 clocks need attention');
  });

  it('forgets after fourteen days, and says that clocks are not watched', async () => {
    recordDuty(made.desk, { family: 'IT-NOTICE', platform: 'cocial', at: nowOf(made.desk) });
    order();
    await begin();
    test.watch.lock();
    await test.pass(15 * 24 * hour);
    expect(test.notices).toEqual([]);
    expect(test.watch.status()).toMatchObject({ state: 'off', until: null });
    expect(test.wait()).toBeNull();
  });
});

describe('quiet hours', () => {
  it('hush long clocks and tell their number at the end; short ones sound', async () => {
    setRota(made.desk, { ...rota, quiet: { from: '12:00', until: '02:00' } });
    const long = addCase(made.desk, contentCase({ receivedAt: '2026-11-21T11:59:00+05:30', kind: 'account', facts: {}, items: [] })).ref;
    const short = order();
    await begin();
    await test.pass(90 * minute);
    expect(test.notices.map(({ title }) => title)).toEqual([short]);
    await test.pass(10 * hour + 30 * minute);
    const told = test.notices.length;
    expect(listAlarms(made.desk).alarms.find(({ ref }) => ref === long)).toMatchObject({ rule: 'IT-ACK-24H', step: '50%', how: 'quiet' });
    expect(test.wait()).toBe(minute);
    await test.pass(2 * hour);
    expect(test.notices.slice(told)).toEqual([{ title: 'One alarm during quiet hours', body: 'See the list of alarms.', tag: 'alarms' }]);
    await test.pass(minute);
    expect(test.notices).toHaveLength(told + 1);
  });

  it('hush a locked desk too, which tells at opening what made no noise', async () => {
    setRota(made.desk, { ...rota, quiet: { from: '22:00', until: '07:00' } });
    const long = addCase(made.desk, contentCase({ receivedAt: '2026-11-21T11:59:00+05:30', kind: 'account', facts: {}, items: [] })).ref;
    await begin();
    test.watch.lock();
    await test.pass(12 * hour);
    await test.pass(6 * hour + 30 * minute);
    expect(test.notices).toEqual([]);
    made.clock.advance(hour);
    await begin();
    expect(test.notices).toMatchObject([{ title: long }]);
    expect(entries('alarm.shown')).toMatchObject([{ rule: 'IT-ACK-24H', step: '75%', how: 'late' }]);
  });
});

describe('duties that no case owns', () => {
  it('have a date once they are recorded, and alarms like any clock', async () => {
    const duty = () => listDuties(made.desk).find(({ family, platform }) => family === 'IT-NOTICE' && platform === 'cocial');
    expect(duty()).toMatchObject({ status: 'duty', due: null });
    recordDuty(made.desk, { family: 'IT-NOTICE', platform: 'cocial', at: '2026-08-25T04:30:00.000Z', note: 'Mail to all users.' });
    expect(duty()).toMatchObject({ status: 'running', start: '2026-08-25T10:00:00+05:30', due: '2026-11-25T23:59:59+05:30' });
    await begin();
    await test.pass(23 * hour);
    await test.pass(84 * hour + 45 * minute);
    expect(test.notices.at(-1)).toMatchObject({ title: 'Duty for cocial', body: expect.stringContaining('IT-NOTICE-3M') });
    expect(shown().at(-1)).toMatch(/^duty:IT-NOTICE:cocial IT-NOTICE-3M/);
    const { step } = listAlarms(made.desk).alarms[0] as { step: 'due' };
    expect(acknowledgeAlarm(made.desk, { ref: 'duty:IT-NOTICE:cocial', rule: 'IT-NOTICE-3M', step }).total).toBe(0);
    recordDuty(made.desk, { family: 'IT-NOTICE', platform: 'cocial', at: nowOf(made.desk) });
    expect(duty()).toMatchObject({ due: '2027-02-25T23:59:59+05:30' });
    expect(deep()).toEqual([]);
  });

  it('move with the rulebook', async () => {
    recordDuty(made.desk, { family: 'IT-NOTICE', platform: 'cocial', at: '2026-11-01T04:30:00.000Z' });
    adoptRulebook(made.desk, { edit: { how: 'correct', id: 'IT-NOTICE-3M', changes: { n: 2 } } }, 'Counsel');
    await reevaluate(made.desk);
    expect(entries('duty.recomputed')).toMatchObject([{ was: '2027-02-01T18:29:59.000Z', due: '2027-01-01T18:29:59.000Z' }]);
    expect(deep()).toEqual([]);
  });

  it('are refused for a family, a platform or a time that cannot be', () => {
    const record = (over: Record<string, string>) =>
      recordDuty(made.desk, { family: 'IT-NOTICE', platform: 'cocial', at: nowOf(made.desk), ...over });
    expect(faultOf(() => record({ family: 'IT-RES' })).detail.issues?.[0]?.field).toBe('family');
    expect(faultOf(() => record({ platform: 'elsewhere' })).detail.issues?.[0]?.field).toBe('platform');
    expect(faultOf(() => record({ at: '2026-12-01T00:00:00.000Z' })).detail.issues?.[0]?.field).toBe('at');
    expect(faultOf(() => record({ at: '2019-12-01T00:00:00.000Z' })).detail.issues?.[0]?.field).toBe('family');
  });
});

describe('at any size', () => {
  it('the next alarm of all cases comes from an index', () => {
    const plan = (sql: string) =>
      (made.desk.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join(' ');
    expect(plan('SELECT min(next_alarm) FROM case_file WHERE next_alarm IS NOT NULL')).toContain('case_by_alarm');
    expect(
      plan("SELECT ref FROM case_file WHERE next_alarm IS NOT NULL AND next_alarm <= 'x' ORDER BY next_alarm, rowid LIMIT 50"),
    ).not.toContain('TEMP B-TREE');
  });

  it('two hundred are listed and all are counted', async () => {
    write(made.desk, [], () => {
      const receivedAt = nowOf(made.desk);
      for (let n = 0; n < 230; n += 1)
        receiveCase(made.desk, { platform: 'cocial', kind: 'emergency-request', receivedAt, channel: 'email', subject: 's' });
    });
    await begin();
    await test.pass(hour);
    expect(listAlarms(made.desk)).toMatchObject({ total: 230, alarms: { length: 200 } });
  });
});
