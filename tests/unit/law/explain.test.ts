import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src-main/desk/faults.ts';
import type { Calendar } from '../../../src-main/law/contract.ts';
import { clockByRule, computeClocks, explainClock, explanationOf, ruleAnswer } from '../../../src-main/law/rules.ts';
import { type Asked, clockOf, inputOf, ist, rulebook } from './support.ts';

function explain(rule: string, asked: Asked) {
  return explainClock(clockOf(rule, asked), inputOf(asked), rulebook);
}
const calendar: Calendar = {
  format: 1,
  id: 'example',
  title: 'Example',
  version: '1',
  weeklyOff: ['sun'],
  years: [2026],
  holidays: [{ date: '2026-08-15', name: 'Independence Day', check: false }],
  sources: [],
  notes: [],
};
const said = ({ steps, notes }: ReturnType<typeof explain>) => [...steps.map(({ text }) => text), ...notes].join('\n');

describe('the explanation of a clock', () => {
  it('goes from receipt to the due second', () => {
    const { steps } = explain('IT-RES-7D', { kind: 'account', received: '2026-02-20 00:00:00' });
    expect(steps[0]?.text).toContain('Received 20-02-2026 00:00:00 IST (stored as 2026-02-19T18:30:00.000Z)');
    expect(steps[1]?.text).toContain('IT-RES-7D: IT Rules 2021, rule 3(2)(a)(i), in force from 20-02-2026');
    expect(steps.at(-1)).toEqual({
      what: 'due',
      text: 'Due 27-02-2026 23:59:59 IST; an act in that second is in time.',
      at: '2026-02-27T23:59:59+05:30',
    });
  });

  it('says that weekends and holidays count, and why', () => {
    expect(said(explain('IT-RES-7D', { kind: 'account', received: '2026-03-01 10:00:00' }))).toMatch(
      /Weekends and holidays count: section 10/,
    );
  });

  it('names each Sunday and holiday the clock ran through, when it is given a calendar', () => {
    const asked = { kind: 'account', received: '2026-08-13 10:00:00' } as const;
    const { steps } = explainClock(clockOf('IT-RES-7D', asked), inputOf(asked), rulebook, calendar);
    const step = steps.find(({ what }) => what === 'days-off');
    expect(step?.days).toEqual([
      { date: '2026-08-15', weekday: 'sat', name: 'Independence Day' },
      { date: '2026-08-16', weekday: 'sun', name: null },
    ]);
    expect(step?.text).toContain('Saturday 15-08-2026 (Independence Day), Sunday 16-08-2026 (calendar example, version 1)');
    expect(steps.map(({ what }) => what)).toEqual(['received', 'version', 'start', 'count-days', 'weekends', 'days-off', 'pauses', 'due']);
  });

  it('lists no days off over a long period, and none for a target of the desk', () => {
    const long = { kind: 'content', received: '2026-08-13 10:00:00', moments: { received: ist('2026-08-13 10:00:00') } } as const;
    const removed = { ...long, moments: { ...long.moments, lastRemoval: ist('2026-08-14 10:00:00') } };
    const sorts = (rule: string, asked: Asked) =>
      explainClock(clockOf(rule, asked), inputOf(asked), rulebook, calendar).steps.map(({ what }) => what);
    expect(sorts('IT-PRES-180D', removed)).toContain('weekends');
    expect(sorts('IT-PRES-180D', removed)).not.toContain('days-off');
    expect(sorts('DESK-FOREIGN', { kind: 'foreign-request', received: '2026-08-13 10:00:00' })).not.toContain('days-off');
  });

  it('marks the words of the rulebook, so that a window can keep them apart from its own', () => {
    const asked = { kind: 'account', received: '2026-03-01 10:00:00' } as const;
    const { text, source, steps } = explanationOf(clockOf('IT-RES-7D', asked), inputOf(asked), rulebook, { ref: 'REF', calendar });
    expect(steps.filter(({ law }) => law).map(({ what, law }) => [what, law])).toEqual([
      ['version', rulebook.counting.version],
      ['weekends', rulebook.counting.weekends],
      ['pauses', rulebook.counting.pauses],
    ]);
    for (const step of steps) expect(text).toContain(step.text);
    expect(source).toMatchObject({ id: 'IT-RES-7D', gazette: expect.any(String) });
  });

  it('counts the version, the days left out and the hours for what they are', () => {
    expect(said(explain('IT-RES-15D', { kind: 'account', received: '2026-02-15 11:00:00' }))).toContain(
      '15 days: the day of the start (15-02-2026) is left out',
    );
    expect(said(explain('IT-ACK-24H', { kind: 'account', received: '2026-02-15 11:00:00' }))).toContain('24 hours are counted exactly');
    expect(said(explain('SPDI-GRV-1M', { kind: 'processing-complaint', received: '2026-01-31 10:00:00' }))).toContain(
      'the same day of the month, or the last one',
    );
  });

  it('names the other reading with its date', () => {
    expect(said(explain('IT-RES-15D', { kind: 'account', received: '2026-02-15 11:00:00' }))).toContain('Due then 27-02-2026 23:59:59 IST');
  });

  it('says what a clock waits for, that a duty has no number, and that a target is no law', () => {
    expect(said(explain('IT-PRES-180D', { kind: 'content', received: '2026-03-01 10:00:00' }))).toContain('waits for: lastRemoval');
    expect(said(explain('IT-SGI', { kind: 'content', received: '2026-03-01 10:00:00', facts: { synthetic: true } }))).toContain(
      'No number is fixed',
    );
    const target = explain('DESK-FOREIGN', { kind: 'foreign-request', received: '2026-03-01 10:00:00' });
    expect(said(target)).toContain('a target of this desk, not a limit of law');
    expect(said(target)).not.toContain('section 10');
  });

  it('says who took a clock away', () => {
    const received = '2026-03-02 10:00:00';
    const moments = { received: ist(received), verdictWithdrawn: ist('2026-03-02 11:00:00') };
    expect(said(explain('IT-ORD-3H', { kind: 'removal-order', received, moments }))).toContain('by a recorded verdict');
    const withdrawn = { received: ist(received), withdrawn: ist('2026-03-02 11:00:00') };
    expect(said(explain('IT-RES-7D', { kind: 'account', received, moments: withdrawn }))).toContain('by the complainant');
  });

  it('explains every clock of a busy case', () => {
    const input = inputOf({
      kind: 'content',
      received: '2026-03-02 10:00:00',
      facts: { removalSought: true, intimate: true, aboutComplainant: false, sexualAndChild: true },
      moments: { received: ist('2026-03-02 10:00:00'), firstRemoval: ist('2026-03-02 11:00:00') },
    });
    for (const clock of computeClocks(input, rulebook)) expect(explainClock(clock, input, rulebook).steps.length).toBeGreaterThan(2);
  });
});

describe('one rule on its own', () => {
  it('is counted from the start that is given, whatever the rule itself waits for', () => {
    expect(clockByRule('INT-DEST-2M', ist('2026-12-31 10:00:00'), rulebook)?.due).toBe(ist('2027-02-28 23:59:59'));
  });

  it('starts no clock while it is not in force, and names the version that was', () => {
    expect(clockByRule('IT-RES-7D', ist('2026-02-19 23:59:59'), rulebook)).toBeNull();
    const { clocks, notes } = ruleAnswer('IT-RES-7D', ist('2026-02-19 23:59:59'), rulebook, ist('2026-02-19 23:59:59'));
    expect(clocks).toEqual([]);
    expect(notes[0]).toContain('At that instant IT-RES-15D applied.');
  });

  it('answers in the shape of the command line', () => {
    const { clocks } = ruleAnswer('DP-48H', ist('2030-05-14 00:00:00'), rulebook, ist('2030-05-13 00:00:00'));
    expect(clocks).toMatchObject([{ rule: 'DP-48H', sense: 'back', status: 'missed', due: '2030-05-12T00:00:00+05:30', disputed: true }]);
  });

  it('is refused by name where the rulebook has none', () => {
    expect(() => clockByRule('IT-RES-3D', ist('2026-03-01 10:00:00'), rulebook)).toThrow(Fault);
    expect(() => ruleAnswer('DESK-WORK', ist('2026-03-01 10:00:00'), rulebook, ist('2026-03-01 10:00:00'))).toThrow(
      'has no rule "DESK-WORK"',
    );
  });
});
