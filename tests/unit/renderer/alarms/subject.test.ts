import { describe, expect, it } from 'vitest';
import { alarmName, isDeskRule, keptChoice, nextChosen, subjectOf } from '../../../../src-renderer/alarms/subject.ts';

describe('the list of alarms', () => {
  it('tells a case from a duty by its name', () => {
    expect(subjectOf('COC-2026-000123-5')).toEqual({ sort: 'case', ticket: 'COC-2026-000123-5' });
    expect(subjectOf('duty:IT-NOTICE:cocial')).toEqual({ sort: 'duty', family: 'IT-NOTICE', platform: 'cocial' });
  });

  it('knows the desk’s own targets, which do not shout', () => {
    expect([isDeskRule('DESK-OWN'), isDeskRule('IT-ACK-24H')]).toEqual([true, false]);
  });

  it('keeps the choice within the list', () => {
    expect([nextChosen(0, 'down', 3), nextChosen(2, 'down', 3), nextChosen(0, 'up', 3), nextChosen(2, 'up', 3)]).toEqual([1, 2, 0, 1]);
  });

  it('names an alarm by what it is about and its rule', () => {
    expect(alarmName({ ref: 'COC-2026-000123-5', rule: 'IT-ACK-24H' })).toBe('COC-2026-000123-5 IT-ACK-24H');
  });
});

describe('the chosen alarm', () => {
  it('is the first one to begin with', () => {
    expect(keptChoice({ name: '', at: 0 }, ['a', 'b'])).toEqual({ name: 'a', at: 0 });
  });

  it('stays chosen when another one sounds above it', () => {
    expect(keptChoice({ name: 'b', at: 1 }, ['new', 'a', 'b'])).toEqual({ name: 'b', at: 2 });
  });

  it('is the same choice while the list stands still, so that nothing is drawn anew', () => {
    const choice = { name: 'b', at: 1 };
    expect(keptChoice(choice, ['a', 'b', 'c'])).toBe(choice);
  });

  it('gives its place to the next one when it has gone, or to the last', () => {
    expect(keptChoice({ name: 'b', at: 1 }, ['a', 'c'])).toEqual({ name: 'c', at: 1 });
    expect(keptChoice({ name: 'c', at: 2 }, ['a', 'b'])).toEqual({ name: 'b', at: 1 });
  });

  it('is whatever took its place from then on, wherever that moves', () => {
    const taken = keptChoice({ name: 'b', at: 1 }, ['a', 'c']);
    expect(keptChoice(taken, ['new', 'a', 'c'])).toEqual({ name: 'c', at: 2 });
  });
});
