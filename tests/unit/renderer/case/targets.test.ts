import { describe, expect, it } from 'vitest';
import type { CaseClock, CaseView } from '../../../../src-main/cases/contract.ts';
import { firstWhen, sentWhen, whenProblem } from '../../../../src-renderer/case/acts/target-input.ts';
import { lateClocks, stillLate, unexplained } from '../../../../src-renderer/case/delays/late.ts';
import { barsOf, leadingClock } from '../../../../src-renderer/case/targets/bars.ts';

const clock = (over: Partial<CaseClock>): CaseClock => ({
  rule: 'IT-ACK-24H',
  cite: 'rule 3(2)',
  sense: 'max',
  status: 'running',
  waitsFor: null,
  start: '2026-11-21T12:00:00+05:30',
  due: '2026-11-22T12:00:00+05:30',
  inForce: { from: null, until: null },
  confidence: 'C1',
  disputed: false,
  alternatives: [],
  stoppedAt: null,
  ...over,
});
const target: NonNullable<CaseView['target']> = {
  setAt: '2026-11-21T12:30:00.000Z',
  due: '2026-11-23T06:30:00.000Z',
  reason: null,
  working: null,
  paused: null,
  pauses: [],
};
const at = (text: string) => Date.parse(text);

describe('both bars on one axis', () => {
  // From 12:00 on the 21st to 12:00 on the 23rd: 48 hours.
  const now = at('2026-11-22T00:00:00+05:30');

  it('run from the first start to the last date', () => {
    const bars = barsOf({ target, clocks: [clock({})] }, now);
    expect(bars?.legal).toMatchObject({ whole: { left: 0, width: 50 }, gone: { left: 0, width: 25 }, isLate: false });
    expect(bars?.own.whole).toEqual({ left: 12.5, width: 87.5 });
    expect(bars?.own.gone).toEqual({ left: 12.5, width: 12.5 });
    expect(bars?.now).toBe(25);
  });

  it('let the target stand in a pause while the clock of law runs on', () => {
    const paused = { ...target, paused: { at: '2026-11-21T15:30:00.000Z', code: 'legal-opinion' as const, text: null } };
    const bars = barsOf({ target: paused, clocks: [clock({})] }, now);
    expect(bars?.own.gone).toEqual({ left: 12.5, width: 6.25 });
    expect(bars?.own.pauses).toEqual([{ left: 18.75, width: 6.25 }]);
    expect(bars?.legal?.gone.width).toBe(25);
  });

  it('go on past a date that was missed, and stand alone where no clock of law leads', () => {
    const late = barsOf({ target, clocks: [clock({ status: 'missed' })] }, at('2026-11-24T12:00:00+05:30'));
    expect(late?.legal).toMatchObject({ isLate: true, gone: { left: 0, width: 100 } });
    expect(barsOf({ target, clocks: [] }, now)?.legal).toBeNull();
    expect(barsOf({ target: null, clocks: [clock({})] }, now)).toBeNull();
  });

  it('show the earliest limit that still runs', () => {
    const clocks = [
      clock({ rule: 'done', status: 'met' }),
      clock({ rule: 'keep', sense: 'min' }),
      clock({ rule: 'second', due: '2026-11-25T12:00:00+05:30' }),
      clock({ rule: 'first' }),
    ];
    expect(leadingClock(clocks)?.rule).toBe('first');
  });
});

describe('a clock that turned late', () => {
  const view = (over: Partial<CaseView> = {}) => ({ clocks: [clock({})], delays: [], historical: false, ...over });
  const before = at('2026-11-22T12:00:00+05:30');

  it('is asked about from the second after its due second on, even by a view that is older', () => {
    expect(unexplained(view(), before)).toEqual([]);
    expect(unexplained(view(), before + 1_000)).toHaveLength(1);
  });

  it('is asked about when it was met late, but not when it cannot be missed or was imported as history', () => {
    const asked = (over: Partial<CaseClock>) => lateClocks(view({ clocks: [clock(over)] }), before + 9_000_000).length;
    expect([asked({ status: 'missed', stoppedAt: 'x' }), asked({ status: 'met' }), asked({ sense: 'min' }), asked({ due: null })]).toEqual([
      1, 0, 0, 0,
    ]);
    expect(unexplained(view({ historical: true }), before + 1_000)).toEqual([]);
  });

  it('is asked about once, and anew when it started anew', () => {
    const told = { rule: 'IT-ACK-24H', code: 'volume' as const, text: null, at: '', by: '' };
    expect(unexplained(view({ delays: [{ ...told, due: '2026-11-22T06:30:00.000Z' }] }), before + 1_000)).toEqual([]);
    expect(unexplained(view({ delays: [{ ...told, due: '2026-11-20T06:30:00.000Z' }] }), before + 1_000)).toHaveLength(1);
  });
});

describe('the date of a target', () => {
  const now = at('2026-11-22T10:00:00+05:30');
  const when = firstWhen('2026-11-22T06:30:00.000Z');

  it('begins at a moment and is sent as one', () => {
    expect(when).toEqual({ way: 'moment', due: '22-11-2026 12:00', days: 3, calendar: '' });
    expect(whenProblem(when, now)).toBeNull();
    expect(sentWhen(when, now)).toEqual({ due: '2026-11-22T12:00:00+05:30' });
  });

  it('is not sent while it cannot be read or has passed', () => {
    expect(whenProblem({ ...when, due: 'soon' }, now)).toBe('not-instant');
    expect(whenProblem({ ...when, due: '22-11-2026 10:00' }, now)).toBe('past');
    expect(whenProblem({ ...when, due: '22-11-2026 10:01' }, now)).toBeNull();
    expect(
      [
        { ...when, due: 'soon' },
        { ...when, due: '21-11-2026' },
      ].map((one) => sentWhen(one, now)),
    ).toEqual([null, null]);
  });

  it('may be working days, of which the number is needed', () => {
    for (const days of ['', 0]) {
      expect(whenProblem({ ...when, way: 'days', days }, now)).toBe('no-days');
      expect(sentWhen({ ...when, way: 'days', days }, now)).toBeNull();
    }
    expect(sentWhen({ ...when, way: 'days', due: 'soon' }, now)).toEqual({ workingDays: 3 });
    expect(sentWhen({ ...when, way: 'days', calendar: 'desk' }, now)).toEqual({ workingDays: 3, calendar: 'desk' });
  });
});

describe('the rules of a restored explanation', () => {
  it('are those that can still be seen', () => {
    expect(stillLate(['IT-ACK-24H', 'gone'], [clock({})])).toEqual(['IT-ACK-24H']);
    expect(stillLate([], [clock({})])).toEqual([]);
  });
});
