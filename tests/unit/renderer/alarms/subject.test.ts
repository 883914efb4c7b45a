import { describe, expect, it } from 'vitest';
import { isDeskRule, nextChosen, subjectOf } from '../../../../src-renderer/alarms/subject.ts';

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
});
