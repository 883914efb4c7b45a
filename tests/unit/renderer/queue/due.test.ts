import { describe, expect, it } from 'vitest';
import { inOrder, isOverdue, pressing, type ShownClock, toneOf } from '../../../../src-renderer/queue/due.ts';

const hour = 3_600_000;

function clock(rule: string, parts: Partial<ShownClock> = {}): ShownClock {
  return {
    rule,
    cite: '',
    sense: 'max',
    status: 'running',
    waitsFor: null,
    start: '2026-11-20T10:00:00+05:30',
    due: '2026-11-22T10:00:00+05:30',
    inForce: { from: null, until: null },
    confidence: 'C2',
    disputed: false,
    alternatives: [],
    stoppedAt: null,
    ...parts,
  };
}

describe('the order of clocks', () => {
  it('puts the overdue first, then limits by date, then what waits, and last what is over', () => {
    const clocks = [
      clock('over', { status: 'met', stoppedAt: '2026-11-21T00:00:00.000Z' }),
      clock('waits', { status: 'waits', due: null, start: null }),
      clock('later', { due: '2026-11-28T10:00:00+05:30' }),
      clock('floor', { sense: 'min', due: '2026-11-21T10:00:00+05:30' }),
      clock('late', { status: 'missed', due: '2026-11-21T10:00:00+05:30' }),
      clock('duty', { status: 'duty', due: null }),
      clock('done-late', { status: 'missed', stoppedAt: '2026-11-21T12:00:00.000Z' }),
      clock('soon'),
    ];
    expect(inOrder(clocks).map(({ rule }) => rule)).toEqual(['late', 'soon', 'later', 'duty', 'floor', 'waits', 'done-late', 'over']);
  });

  it('tells a limit that runs over from one that was met late', () => {
    expect(isOverdue(clock('a', { status: 'missed' }))).toBe(true);
    expect(isOverdue(clock('a', { status: 'missed', stoppedAt: '2026-11-21T12:00:00.000Z' }))).toBe(false);
    expect(isOverdue(clock('a'))).toBe(false);
  });

  it('folds away all but three limits, and loses none', () => {
    const clocks = ['1', '2', '3', '4', '5'].map((rule) => clock(rule, { due: `2026-11-2${rule}T10:00:00+05:30` }));
    const { shown, folded } = pressing([...clocks, clock('duty', { status: 'duty', due: null })]);
    expect(shown.map(({ rule }) => rule)).toEqual(['1', '2', '3']);
    expect(folded.map(({ rule }) => rule)).toEqual(['4', '5', 'duty']);
  });

  it('shows what there is where no limit runs', () => {
    expect(pressing([clock('duty', { status: 'duty', due: null })]).shown).toHaveLength(1);
  });
});

describe('the tone of a limit', () => {
  it('rises as the limit comes near', () => {
    expect([-1_000, hour, 5 * hour, 60 * hour, 90 * hour].map((due) => toneOf(due, 0, false))).toEqual([
      'overdue',
      'urgent',
      'soon',
      'calm',
      'calm',
    ]);
  });

  it('never shouts for the desk’s own target', () => {
    expect([-1_000, hour, 5 * hour].map((due) => toneOf(due, 0, true))).toEqual(['soon', 'soon', 'calm']);
  });
});
