import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src-main/law/contract.ts';
import { alarmSteps, alarmsFor, computeClocks, isWatched, nextAlarm, passedAlarms } from '../../../src-main/law/rules.ts';
import { inputOf, ist, rulebook, shown } from './support.ts';

function clock(start: string, due: string, over: Partial<Clock> = {}): Clock {
  return {
    rule: 'IT-ACK-24H',
    start: ist(start),
    due: ist(due),
    stoppedAt: null,
    state: 'runs',
    waitsFor: null,
    sense: 'max',
    internal: false,
    disputed: false,
    alternatives: [],
    ...over,
  };
}

const listed = (clocks: Clock[], after = '2026-01-01 00:00:00') =>
  alarmsFor(clocks, alarmSteps, ist(after)).map(({ step, at }) => `${step} ${shown(at)}`);

describe('the alarms of a clock', () => {
  it('sound at half, three quarters and nine tenths, half an hour and ten minutes before, and at the end', () => {
    expect(listed([clock('2026-03-02 10:00:00', '2026-03-03 10:00:00')])).toEqual([
      '50% 2026-03-02 22:00:00',
      '75% 2026-03-03 04:00:00',
      '90% 2026-03-03 07:36:00',
      '30min 2026-03-03 09:30:00',
      '10min 2026-03-03 09:50:00',
      'due 2026-03-03 10:00:00',
    ]);
  });

  it('give way to the minutes where a clock is short', () => {
    expect(listed([clock('2026-03-02 10:00:00', '2026-03-02 12:00:00')])).toEqual([
      '50% 2026-03-02 11:00:00',
      '30min 2026-03-02 11:30:00',
      '10min 2026-03-02 11:50:00',
      'due 2026-03-02 12:00:00',
    ]);
    expect(listed([clock('2026-03-02 10:00:00', '2026-03-02 10:30:00')])).toEqual(['10min 2026-03-02 10:20:00', 'due 2026-03-02 10:30:00']);
  });

  it('count down to a backwards limit in minutes only', () => {
    const planned = clock('2030-05-14 00:00:00', '2030-05-12 00:00:00', { sense: 'back' });
    expect(listed([planned])).toEqual(['30min 2030-05-11 23:30:00', '10min 2030-05-11 23:50:00', 'due 2030-05-12 00:00:00']);
  });

  it('are those that lie ahead, of all clocks in order', () => {
    const two = [
      clock('2026-03-02 10:00:00', '2026-03-09 23:59:59', { rule: 'IT-RES-7D' }),
      clock('2026-03-02 10:00:00', '2026-03-03 10:00:00'),
    ];
    const at = alarmsFor(two, alarmSteps, ist('2026-03-03 09:40:00'));
    expect(at.map(({ rule, step }) => `${rule} ${step}`)).toEqual([
      'IT-ACK-24H 10min',
      'IT-ACK-24H due',
      'IT-RES-7D 50%',
      'IT-RES-7D 75%',
      'IT-RES-7D 90%',
      'IT-RES-7D 30min',
      'IT-RES-7D 10min',
      'IT-RES-7D due',
    ]);
    expect(nextAlarm(two, ist('2026-03-03 09:40:00'))).toBe(at[0]?.at);
  });

  it.each([
    ['has stopped', { state: 'stopped' as const }],
    ['is withdrawn', { state: 'withdrawn' as const }],
    ['is paused or waits', { state: 'waits' as const }],
    ['is a minimum', { sense: 'min' as const }],
    ['binds somebody else', { sense: 'info' as const }],
    ['has no date', { due: null }],
  ])('are none where the clock %s', (_what, over) => {
    const one = clock('2026-03-02 10:00:00', '2026-03-03 10:00:00', over);
    expect(isWatched(one)).toBe(false);
    expect(listed([one])).toEqual([]);
    expect(nextAlarm([one], ist('2026-01-01 00:00:00'))).toBeNull();
  });

  it('know which clocks are short enough to be heard in quiet hours', () => {
    const lengths = [
      ['2026-03-02 13:59:59', true],
      ['2026-03-02 14:00:00', false],
    ] as const;
    for (const [due, isShort] of lengths)
      expect(alarmsFor([clock('2026-03-02 10:00:00', due)], alarmSteps, ist('2026-03-02 10:00:00'))[0]?.isShort).toBe(isShort);
  });
});

describe('alarms that were missed', () => {
  it('are told once a clock, by the last step', () => {
    const two = [
      clock('2026-03-02 10:00:00', '2026-03-03 10:00:00'),
      clock('2026-03-02 10:00:00', '2026-03-02 12:00:00', { rule: 'IT-NCII-2H' }),
    ];
    const missed = passedAlarms(two, ist('2026-03-02 11:00:00'), ist('2026-03-03 05:00:00'));
    expect(missed.map(({ rule, step }) => `${rule} ${step}`)).toEqual(['IT-NCII-2H due', 'IT-ACK-24H 75%']);
  });

  it('include one at the very instant, and none after it', () => {
    const one = [clock('2026-03-02 10:00:00', '2026-03-03 10:00:00')];
    expect(passedAlarms(one, ist('2026-03-02 22:00:00'), ist('2026-03-02 22:00:00')).map(({ step }) => step)).toEqual(['50%']);
    expect(passedAlarms(one, ist('2026-03-02 22:00:01'), ist('2026-03-03 03:59:59'))).toEqual([]);
  });
});

describe('for any case', () => {
  const receipt = fc.integer({ min: Date.parse('2026-02-20T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') });
  const kind = fc.constantFrom('content' as const, 'account' as const, 'removal-order' as const, 'breach' as const, 'unsorted' as const);

  it('the next alarm is the first of all alarms, and every clock that can be missed ends with one', () => {
    fc.assert(
      fc.property(receipt, kind, fc.integer({ min: 0, max: 40 * 86_400_000 }), (receivedMs, kind, laterMs) => {
        const receivedAt = new Date(receivedMs).toISOString();
        const input = { ...inputOf({ kind, received: '2026-03-02 10:00:00' }), receivedAt, facts: { removalSought: true, intimate: true } };
        const clocks = computeClocks(input, rulebook);
        const after = new Date(receivedMs + laterMs).toISOString();
        const alarms = alarmsFor(clocks, alarmSteps, after);
        expect(nextAlarm(clocks, after)).toBe(alarms[0]?.at ?? null);
        const open = clocks.filter((one) => isWatched(one) && (one.due ?? '') > after);
        for (const one of open) expect(alarms.filter(({ rule }) => rule === one.rule).at(-1)).toMatchObject({ step: 'due', at: one.due });
        expect([...alarms].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))).toEqual(alarms);
      }),
    );
  });

  it('telling step by step what has passed tells the same as telling all at the end', () => {
    fc.assert(
      fc.property(receipt, fc.array(fc.integer({ min: 1, max: 3 * 86_400_000 }), { minLength: 1, maxLength: 12 }), (receivedMs, waits) => {
        const input = { ...inputOf({ kind: 'content', received: '2026-03-02 10:00:00' }), receivedAt: new Date(receivedMs).toISOString() };
        const clocks = computeClocks(input, rulebook);
        const told = new Map<string, string>();
        let next = nextAlarm(clocks, input.receivedAt);
        let nowMs = receivedMs;
        for (const wait of waits) {
          nowMs += wait;
          const now = new Date(nowMs).toISOString();
          if (next === null || next > now) continue;
          for (const { rule, step } of passedAlarms(clocks, next, now)) told.set(rule, step);
          next = nextAlarm(clocks, now);
        }
        const end = new Date(nowMs).toISOString();
        const whole = new Map(passedAlarms(clocks, new Date(receivedMs + 1).toISOString(), end).map(({ rule, step }) => [rule, step]));
        expect(new Map([...told].sort())).toEqual(new Map([...whole].sort()));
      }),
    );
  });
});
