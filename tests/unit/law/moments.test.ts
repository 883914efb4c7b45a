import { describe, expect, it } from 'vitest';
import type { CaseKind, Facts } from '../../../src-main/cases/contract.ts';
import type { CaseMoments, Clock } from '../../../src-main/law/contract.ts';
import { computeClocks, nextLegal, nextTarget, statusAt, viewClock } from '../../../src-main/law/rules.ts';
import { clockOf, clocksOf, inputOf, ist, rulebook } from './support.ts';

const received = '2026-03-02 10:00:00';

function clock(rule: string, kind: CaseKind, moments: Partial<CaseMoments>, facts: Facts = {}): Clock {
  return clockOf(rule, { kind, received, facts, moments: { received: ist(received), ...moments } });
}

const at = (text: string) => ist(`2026-03-${text}`);

describe('what stops a clock', () => {
  const fast: Facts = { removalSought: true, category: 'misleading' };
  it.each([
    { rule: 'IT-ACK-24H', kind: 'account', by: 'acknowledgementSent' },
    { rule: 'IT-ACK-24H', kind: 'account', by: 'decisionSent' },
    { rule: 'IT-RES-7D', kind: 'account', by: 'decisionSent' },
    { rule: 'IT-RES-7D', kind: 'account', by: 'refusalSent' },
    { rule: 'IT-FAST-36H', kind: 'content', by: 'itemsActed', facts: fast },
    { rule: 'IT-FAST-36H', kind: 'content', by: 'refusalSent', facts: fast },
    { rule: 'IT-NCII-2H', kind: 'content', by: 'itemsActed', facts: { intimate: true } },
    { rule: 'IT-ORD-3H', kind: 'removal-order', by: 'itemsActed' },
    { rule: 'IT-INFO-72H', kind: 'information-order', by: 'decisionSent' },
    { rule: 'BLK-ACK-2H', kind: 'blocking-direction', by: 'acknowledgementSent' },
    { rule: 'CERT-6H', kind: 'breach', by: 'reportSent' },
    { rule: 'CERT-6H', kind: 'breach', by: 'decisionSent' },
    { rule: 'SSMI-MCR', kind: 'compliance-report', by: 'closed' },
  ] as const)('$by stops $rule', ({ rule, kind, by, ...rest }) => {
    const facts = 'facts' in rest ? rest.facts : {};
    expect(clock(rule, kind, { [by]: at('02 11:00:00') }, facts)).toMatchObject({ state: 'stopped', stoppedAt: at('02 11:00:00') });
  });

  it.each([
    { rule: 'IT-RES-7D', kind: 'account', by: 'acknowledgementSent' },
    { rule: 'IT-RES-7D', kind: 'account', by: 'decided' },
    { rule: 'IT-FAST-36H', kind: 'content', by: 'decisionSent', facts: fast },
    { rule: 'IT-ORD-3H', kind: 'removal-order', by: 'refusalSent' },
    { rule: 'CERT-6H', kind: 'security-report', by: 'decisionSent', facts: { reportable: true } },
  ] as const)('$by does not stop $rule', ({ rule, kind, by, ...rest }) => {
    const facts = 'facts' in rest ? rest.facts : {};
    expect(clock(rule, kind, { [by]: at('02 11:00:00') }, facts)).toMatchObject({ state: 'runs', stoppedAt: null });
  });

  it('the first act counts where several stop a clock', () => {
    const stopped = clock('IT-ACK-24H', 'account', { decisionSent: at('02 12:00:00'), acknowledgementSent: at('02 11:00:00') });
    expect(stopped.stoppedAt).toBe(at('02 11:00:00'));
  });

  it('an act of its own meets a rule by its id', () => {
    expect(clock('POCSO-RPT', 'content', { done: { 'POCSO-RPT': at('02 10:30:00') } }, { sexualAndChild: true }).state).toBe('stopped');
  });

  it("a report stops the desk's own target as well as the duty", () => {
    const clocks = clocksOf({
      kind: 'content',
      received,
      facts: { sexualAndChild: true },
      moments: { received: ist(received), reportSent: at('02 11:00:00') },
    });
    expect(
      clocks
        .filter(({ state }) => state === 'stopped')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['DESK-CHILD-REPORT', 'POCSO-RPT']);
  });
});

describe('what starts a clock later than receipt', () => {
  it('preservation waits for a removal and counts from the last one', () => {
    expect(clock('IT-PRES-180D', 'content', {})).toMatchObject({ state: 'waits', waitsFor: 'lastRemoval', start: null, due: null });
    const removed = clock('IT-PRES-180D', 'content', { firstRemoval: at('03 10:00:00'), lastRemoval: at('05 10:00:00') });
    expect(removed).toMatchObject({ state: 'runs', start: at('05 10:00:00'), waitsFor: null });
  });

  it.each([
    { rule: 'GAC-APPEAL-30D', kind: 'account', by: 'complainantTold' },
    { rule: 'IT-REG-180D', kind: 'delete-account', by: 'cancelled' },
    { rule: 'INT-DEST-2M', kind: 'interception-direction', by: 'discontinued' },
  ] as const)('$rule waits for $by', ({ rule, kind, by }) => {
    expect(clock(rule, kind, {}).waitsFor).toBe(by);
    expect(clock(rule, kind, { [by]: at('04 10:00:00') }).start).toBe(at('04 10:00:00'));
  });

  it('an incident counts from the moment it was noticed, where that is known', () => {
    expect(clock('CERT-6H', 'breach', {}).start).toBe(ist(received));
    expect(clock('CERT-6H', 'breach', {}, { noticedAt: at('02 08:00:00') }).due).toBe(at('02 14:00:00'));
    expect(clock('CERT-6H', 'breach', { noticed: at('02 07:00:00') }, { noticedAt: at('02 08:00:00') }).start).toBe(at('02 07:00:00'));
  });

  it('the date of an instrument is waited for until it is recorded', () => {
    expect(clock('OWN-DATE', 'court-summons', {})).toMatchObject({ state: 'waits', waitsFor: 'respondBy' });
    expect(clock('OWN-DATE', 'court-summons', {}, { respondBy: at('20 11:00:00') })).toMatchObject({
      state: 'runs',
      due: at('20 11:00:00'),
    });
    expect(clock('BLK-ACT', 'blocking-direction', {}, { respondBy: at('02 15:00:00') }).due).toBe(at('02 15:00:00'));
  });

  it('the fortnightly list recurs from the last list until the direction ends', () => {
    const list = (moments: Partial<CaseMoments>) => clock('INT-LIST-15D', 'interception-direction', moments);
    expect(list({}).due).toBe(at('17 23:59:59'));
    expect(list({ done: { 'INT-LIST-15D': at('12 10:00:00') } })).toMatchObject({ state: 'runs', due: at('27 23:59:59') });
    expect(list({ discontinued: at('20 10:00:00') }).state).toBe('stopped');
  });
});

describe('what takes a clock away', () => {
  it('withdrawal by the complainant ends disposal, never acknowledgement, removal or a child report', () => {
    const facts: Facts = { removalSought: true, intimate: true, sexualAndChild: true };
    const clocks = clocksOf({ kind: 'content', received, facts, moments: { received: ist(received), withdrawn: at('02 12:00:00') } });
    expect(clocks.filter(({ state }) => state === 'withdrawn').map(({ rule }) => rule)).toEqual(['IT-RES-7D']);
  });

  it('a verdict withdraws the clock of an order, before or after the facts speak against it', () => {
    const verdict = { verdictWithdrawn: at('02 11:00:00') };
    expect(clock('IT-ORD-3H', 'removal-order', verdict)).toMatchObject({ state: 'withdrawn', stoppedAt: at('02 11:00:00') });
    expect(clock('IT-ORD-3H', 'removal-order', verdict, { source: 'police', reasoned: false }).state).toBe('withdrawn');
    expect(clock('IT-INFO-72H', 'information-order', verdict).state).toBe('withdrawn');
  });

  it('what was done before the verdict stays done', () => {
    expect(clock('IT-ORD-3H', 'removal-order', { itemsActed: at('02 10:30:00'), verdictWithdrawn: at('02 11:00:00') }).state).toBe(
      'stopped',
    );
  });

  it('a voided case carries no running clock, but what was removed stays preserved', () => {
    const moments = { received: ist(received), firstRemoval: at('02 11:00:00'), voided: at('02 12:00:00') };
    const clocks = clocksOf({ kind: 'content', received, moments });
    expect(clocks.filter(({ state }) => state === 'runs').map(({ rule }) => rule)).toEqual(['IT-PRES-180D']);
  });
});

describe('how a clock stands at a moment', () => {
  const due = ist('2026-03-09 23:59:59');
  const status = (moments: Partial<CaseMoments>, now: string) => statusAt(clock('IT-RES-7D', 'account', moments), ist(now));

  it.each([
    { now: '2026-03-09 23:59:59.999', expected: 'running' },
    { now: '2026-03-10 00:00:00', expected: 'missed' },
  ])('a limit at $now is $expected', ({ now, expected }) => {
    expect(status({}, now)).toBe(expected);
  });

  it('an act in the due second, fractions cut off, is in time', () => {
    expect(status({ decisionSent: ist('2026-03-09 23:59:59.900') }, '2026-04-01 00:00:00')).toBe('met');
    expect(status({ decisionSent: ist('2026-03-10 00:00:00') }, '2026-04-01 00:00:00')).toBe('missed');
  });

  it('acting at the exact due instant of an hour limit is in time', () => {
    const exact = clock('IT-ACK-24H', 'account', { acknowledgementSent: at('03 10:00:00') });
    expect(statusAt(exact, ist('2026-04-01 00:00:00'))).toBe('met');
  });

  it('a minimum runs until its due second has passed and is then met', () => {
    const kept = clock('IT-PRES-180D', 'content', { firstRemoval: at('02 11:00:00') });
    expect(statusAt(kept, kept.due ?? '')).toBe('running');
    expect(statusAt(kept, ist('2026-08-30 00:00:00'))).toBe('met');
  });

  it('a period that binds somebody else is never missed here', () => {
    const appeal = clock('GAC-APPEAL-30D', 'account', { complainantTold: at('05 10:00:00') });
    expect(statusAt(appeal, ist('2027-01-01 00:00:00'))).toBe('met');
  });

  it('a duty without a number is a duty until it is done', () => {
    expect(statusAt(clock('IT-SGI', 'content', {}, { synthetic: true }), ist('2030-01-01 00:00:00'))).toBe('duty');
    expect(statusAt(clock('IT-SGI', 'content', { itemsActed: at('02 11:00:00') }, { synthetic: true }), due)).toBe('met');
  });

  it('is shown in exactly the shape of the command line, in IST to the second', () => {
    const input = inputOf({ kind: 'account', received: '2026-03-02 10:00:00.750' });
    const first = computeClocks(input, rulebook)[0] as Clock;
    expect(viewClock(first, rulebook, ist('2026-03-02 11:00:00'))).toEqual({
      rule: 'IT-ACK-24H',
      cite: 'IT Rules 2021, rule 3(2)(a)(i)',
      sense: 'max',
      status: 'running',
      waitsFor: null,
      start: '2026-03-02T10:00:00+05:30',
      due: '2026-03-03T10:00:00+05:30',
      inForce: { from: '2021-02-25', until: null },
      confidence: 'C1',
      disputed: false,
      alternatives: [],
    });
    expect(first.due).toBe('2026-03-03T04:30:00.750Z');
  });

  it('a clock of a rule that this rulebook no longer has is still shown', () => {
    const old: Clock = { ...clock('IT-ACK-24H', 'account', {}), rule: 'OLD-RULE' };
    expect(viewClock(old, rulebook, due)).toMatchObject({
      rule: 'OLD-RULE',
      cite: 'OLD-RULE',
      inForce: { from: null, until: null },
      confidence: '-',
    });
  });
});

describe('which clock leads', () => {
  it('the earliest unmet limit of law leads, and the next one once it is met', () => {
    const facts: Facts = { removalSought: true, category: 'misleading' };
    const lead = (moments: Partial<CaseMoments>) =>
      nextLegal(clocksOf({ kind: 'content', received, facts, moments: { received: ist(received), ...moments } }));
    expect(lead({})).toEqual({ rule: 'IT-ACK-24H', due: at('03 10:00:00') });
    expect(lead({ acknowledgementSent: at('02 11:00:00') })?.rule).toBe('IT-FAST-36H');
    expect(lead({ acknowledgementSent: at('02 11:00:00'), itemsActed: at('02 12:00:00') })?.rule).toBe('IT-RES-7D');
  });

  it('retention and appeal periods never lead, and an internal target takes over once the law is met', () => {
    const moments = {
      received: ist(received),
      decisionSent: at('04 10:00:00'),
      complainantTold: at('04 10:00:00'),
      firstRemoval: at('04 10:00:00'),
    };
    const clocks = clocksOf({ kind: 'content', received, moments });
    expect(nextLegal(clocks)).toBeNull();
    expect(nextTarget(clocks)).toEqual({ rule: 'DESK-CLOSE', due: at('07 23:59:59') });
  });

  it('the date of an instrument leads the cases that have no other', () => {
    const facts: Facts = { respondBy: at('20 11:00:00') };
    expect(nextLegal(clocksOf({ kind: 'court-summons', received, facts }))).toEqual({ rule: 'OWN-DATE', due: at('20 11:00:00') });
    expect(nextTarget(clocksOf({ kind: 'court-summons', received }))?.rule).toBe('DESK-FIND-DATE');
  });

  it('mail is triaged within thirty minutes', () => {
    expect(nextTarget(clocksOf({ kind: 'unsorted', received }))).toEqual({ rule: 'DESK-TRIAGE', due: at('02 10:30:00') });
  });

  it('a closed case needs no target', () => {
    expect(nextTarget(clocksOf({ kind: 'foreign-request', received, closedAt: at('02 12:00:00') }))).toBeNull();
  });

  it('dated limits come first, the earliest on top, then duties, minimums, what waits, and targets', () => {
    const facts: Facts = { synthetic: true, sexualAndChild: true, intimate: true };
    const clocks = clocksOf({ kind: 'content', received, facts, moments: { received: ist(received), complainantTold: at('02 12:00:00') } });
    expect(clocks.map(({ rule }) => rule)).toEqual([
      'IT-NCII-2H',
      'IT-ACK-24H',
      'IT-RES-7D',
      'IT-SGI',
      'POCSO-RPT',
      'GAC-APPEAL-30D',
      'IT-PRES-180D',
      'DESK-CHILD-REMOVE',
      'DESK-CHILD-REPORT',
    ]);
  });
});
