import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, readCaseFile } from '../../src-main/cases/index.ts';
import { currentRulebook } from '../../src-main/desk/adopted.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { adoptRulebook, calculate, checkDrift, explainOfCase, reevaluate, whatIf } from '../../src-main/law/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const minute = 60_000;
const hour = 60 * minute;
const add = (over: Record<string, unknown> = {}) => addCase(made.desk, contentCase(over)).ref;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const entry = (kind: string) =>
  JSON.parse(
    made.desk.db
      .prepare('SELECT b.body FROM journal j JOIN journal_body b ON b.seq = j.seq WHERE j.kind = ? ORDER BY j.seq DESC')
      .pluck()
      .get(kind) as string,
  ) as Record<string, unknown>;

describe('the outcome at closing', () => {
  const frozen = (ref: string) =>
    Object.fromEntries((readCaseFile(made.desk.db, ref)?.clocks.past.at(-1) ?? []).map((one) => [one.rule, one]));
  const decideAndClose = (ref: string, outcome: string, items: unknown[] = []) => {
    act(ref, 'decide', { outcome, ground: 'g', reasons: 'r', items });
    act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email' });
    act(ref, 'close');
  };

  it('is met or missed by the second, with the value and the version of the rule', () => {
    const ref = add();
    made.clock.advance(23 * hour);
    made.clock.advance(2 * hour + 7_000);
    made.desk.time.confirm();
    act(ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email' });
    decideAndClose(ref, 'refused');
    expect(frozen(ref)).toMatchObject({
      // Received 11:30, due 11:30 the next day; sent at 13:00:07.
      'IT-ACK-24H': {
        result: 'missed',
        lateBySeconds: 90 * 60 + 7,
        due: '2026-11-22T06:00:00.000Z',
        stoppedAt: '2026-11-22T07:30:07.000Z',
      },
      'IT-RES-7D': { result: 'met', lateBySeconds: null, due: '2026-11-28T18:29:59.000Z', rulebook: currentRulebook(made.desk.db).hash },
      'IT-FAST-36H': { result: 'met' },
      'IT-PRES-180D': { result: 'none', due: null },
    });
  });

  it('calls a limit that ran out unmet missed, and a minimum that still runs open', () => {
    const ref = add({
      items: [
        { type: 'url', value: 'https://posts.example/1' },
        { type: 'url', value: 'https://posts.example/2' },
      ],
    });
    made.clock.advance(minute);
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'removed' }] });
    for (let day = 0; day < 2; day += 1) {
      made.clock.advance(20 * hour);
      act(ref, 'note', { text: 'still waiting' });
    }
    decideAndClose(ref, 'partly-upheld');
    expect(frozen(ref)).toMatchObject({
      'IT-FAST-36H': { result: 'missed', stoppedAt: null, lateBySeconds: (4 * 60 + 31) * 60 },
      'IT-PRES-180D': { result: 'open' },
    });
  });

  it('is withdrawn for what the complainant took back, and stays as it is for ever', async () => {
    const ref = add({ kind: 'account', facts: {}, items: [] });
    act(ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email' });
    act(ref, 'withdraw', { at: nowOf(made.desk), reason: 'settled' });
    act(ref, 'close');
    const before = frozen(ref);
    expect(before).toMatchObject({ 'IT-ACK-24H': { result: 'met' }, 'IT-RES-7D': { result: 'withdrawn' } });
    adoptRulebook(made.desk, { edit: { how: 'correct', id: 'IT-RES-7D', changes: { n: 5 } } }, 'Counsel');
    await reevaluate(made.desk);
    expect(frozen(ref)).toEqual(before);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });
});

describe('the check of drift', () => {
  it('finds nothing where nothing was tampered with, also after a change of the law', async () => {
    add();
    act(add(), 'set-target', { workingDays: 3 });
    expect(await checkDrift(made.desk)).toEqual({ checked: 2, moved: 0, listed: [], pending: false });
    adoptRulebook(made.desk, { edit: { how: 'correct', id: 'IT-RES-7D', changes: { n: 5 } } }, 'Counsel');
    expect(await checkDrift(made.desk)).toMatchObject({ moved: 0, pending: true });
    await reevaluate(made.desk);
    expect(await checkDrift(made.desk)).toMatchObject({ moved: 0, pending: false });
    expect(entry('clocks.checked')).toMatchObject({ checked: 2, drifted: 0, tickets: [] });
  });

  it('names the case and the clock whose stored date is not what its facts give', async () => {
    const [good, bad] = [add(), add()];
    made.desk.db
      .prepare("UPDATE case_file SET clocks = replace(clocks, '2026-11-28T18:29:59', '2026-12-28T18:29:59') WHERE ref = ?")
      .run(bad);
    const { checked, moved, listed } = await checkDrift(made.desk);
    expect([checked, moved]).toEqual([2, 1]);
    expect(listed).toEqual([{ ref: bad, rule: 'IT-RES-7D', was: '2026-12-28T18:29:59.000Z', due: '2026-11-28T18:29:59.000Z' }]);
    expect(listed.some(({ ref }) => ref === good)).toBe(false);
    expect(entry('clocks.checked')).toMatchObject({ drifted: 1, tickets: [bad] });
  });

  it('tells how far it is and stops when it is told to', async () => {
    for (let n = 0; n < 60; n += 1) add();
    const stop = new AbortController();
    const told: number[] = [];
    const work = checkDrift(made.desk, {
      signal: stop.signal,
      progress: (done) => {
        told.push(done);
        stop.abort();
      },
    });
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(told).toEqual([25]);
  });
});

describe('what if', () => {
  it('the case had come under the older law', () => {
    const ref = add();
    const { asItIs, asIf, changes } = whatIf(made.desk, { ref, lawOf: '2026-02-19' });
    expect(asItIs.clocks.map(({ rule }) => rule)).toContain('IT-RES-7D');
    expect(asIf.clocks.map(({ rule }) => rule)).toContain('IT-RES-15D');
    expect(changes).toEqual(
      expect.arrayContaining([
        { rule: 'IT-RES-7D', asItIs: '2026-11-28T23:59:59+05:30', asIf: null },
        { rule: 'IT-RES-15D', asItIs: null, asIf: '2026-12-06T23:59:59+05:30' },
      ]),
    );
  });

  it('it had come on another day, with other facts, or on another platform', () => {
    const ref = add();
    const asIf = (ask: object) => whatIf(made.desk, { ref, ...ask }).asIf.clocks.map(({ rule }) => rule);
    expect(asIf({ receivedAt: '2026-02-19T18:29:59.000Z' })).toContain('IT-FAST-72H');
    expect(asIf({ facts: { intimate: true } })).toContain('IT-NCII-2H');
    expect(asIf({ facts: { removalSought: null } })).not.toContain('IT-FAST-36H');
    expect(asIf({ kind: 'removal-order' })).toContain('IT-ORD-3H');
    expect(whatIf(made.desk, { ref }).changes).toEqual([]);
  });

  it('another rulebook counted, also for a case that is closed', async () => {
    const ref = add();
    const old = currentRulebook(made.desk.db).hash;
    act(ref, 'void', { reason: 'test' });
    adoptRulebook(made.desk, { edit: { how: 'correct', id: 'IT-RES-7D', changes: { n: 5 } } }, 'Counsel');
    await reevaluate(made.desk);
    const { asItIs, asIf } = whatIf(made.desk, { ref, rulebookHash: currentRulebook(made.desk.db).hash });
    expect(asItIs.rulebook.hash).toBe(old);
    const due = (list: typeof asIf) => list.clocks.find(({ rule }) => rule === 'IT-RES-7D')?.due;
    expect([due(asItIs), due(asIf)]).toEqual(['2026-11-28T23:59:59+05:30', '2026-11-26T23:59:59+05:30']);
    expect(faultOf(() => whatIf(made.desk, { ref, rulebookHash: '0'.repeat(64) })).code).toBe('not-found');
  });

  it('there were no case at all', () => {
    const { asItIs, asIf } = whatIf(made.desk, { kind: 'account', receivedAt: '2026-02-25T04:30:00.000Z', lawOf: '2026-02-19' });
    expect([asItIs, asIf].map(({ clocks }) => clocks.find(({ rule }) => rule.startsWith('IT-RES'))?.rule)).toEqual([
      'IT-RES-7D',
      'IT-RES-15D',
    ]);
    expect(faultOf(() => whatIf(made.desk, { kind: 'account' })).detail.issues?.[0]?.field).toBe('receivedAt');
    expect(faultOf(() => whatIf(made.desk, { receivedAt: '2026-02-25T04:30:00.000Z' })).detail.issues?.[0]?.field).toBe('kind');
  });

  it('writes nothing', () => {
    const ref = add();
    const head = made.desk.journal.head();
    whatIf(made.desk, { ref, lawOf: '2026-02-19' });
    calculate(made.desk, { kind: 'account', receivedAt: '2026-02-25T04:30:00.000Z', facts: {} });
    expect(made.desk.journal.head()).toEqual(head);
  });
});

describe('the calculator', () => {
  it('answers with clocks and an explanation of each, without any case', () => {
    const { clocks, explanations, rulebook } = calculate(made.desk, { kind: 'account', receivedAt: '2026-02-25T04:30:00.000Z', facts: {} });
    expect(clocks.map(({ rule }) => rule)).toContain('IT-RES-7D');
    expect(explanations.find(({ rule }) => rule === 'IT-RES-7D')?.text).toMatch(/^IT-RES-7D\n[\s\S]*Due 04-03-2026 23:59:59 IST/);
    expect(rulebook.hash).toBe(currentRulebook(made.desk.db).hash);
  });

  it('counts one rule from one instant, and says where it was not in force', () => {
    expect(calculate(made.desk, { rule: 'IT-ORD-3H', start: '2026-02-25T04:30:00.000Z' }).clocks).toMatchObject([
      { due: '2026-02-25T13:00:00+05:30' },
    ]);
    const before = calculate(made.desk, { rule: 'IT-ORD-3H', start: '2026-02-19T04:30:00.000Z' });
    expect(before).toMatchObject({ clocks: [], explanations: [], notes: [expect.stringContaining('IT-ORD-36H-b applied')] });
    expect(faultOf(() => calculate(made.desk, { rule: 'IT-NONE', start: '2026-02-19T04:30:00.000Z' })).code).toBe('not-found');
  });

  it('says plainly that no rule existed yet', () => {
    const { clocks, notes } = calculate(made.desk, { kind: 'account', receivedAt: '2009-01-01T00:00:00.000Z', facts: {} });
    expect(clocks.filter(({ cite }) => cite !== 'internal target')).toEqual([]);
    expect(notes.join(' ')).toContain('No rule of this rulebook was in force');
  });
});

describe('the explanation of a clock of a case', () => {
  it('has steps, notes and a text to be copied', () => {
    const ref = add();
    const { steps, text, clock } = explainOfCase(made.desk, ref, 'IT-FAST-36H');
    expect(steps.at(-1)?.at).toBe(clock.due);
    expect(text).toContain(`${ref} – IT-FAST-36H`);
    expect(text).toContain('36 hours are counted exactly');
    expect(faultOf(() => explainOfCase(made.desk, ref, 'IT-NONE')).code).toBe('not-found');
  });
});
