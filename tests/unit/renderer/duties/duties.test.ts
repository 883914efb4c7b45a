import { describe, expect, it } from 'vitest';
import type { DutyView } from '../../../../src-main/law/contract.ts';
import { canBeMissed, mayLieAhead, ofPlatform, standingOf, upcoming } from '../../../../src-renderer/duties/duties.ts';

const duty = (over: Partial<DutyView>): DutyView => ({
  family: 'IT-NOTICE',
  rule: 'IT-NOTICE-3M',
  dueRule: null,
  platform: 'cocial',
  title: { en: 'Notice', hi: 'सूचना' },
  cite: 'rule 3(1)(c)',
  text: 'Users are told.',
  sense: 'max',
  n: 3,
  unit: 'm',
  startsWith: 'lastNotice',
  start: null,
  due: null,
  status: 'duty',
  isDoubtful: false,
  confidence: 'C1',
  notes: [],
  ...over,
});
const now = Date.parse('2026-11-21T12:00:00+05:30');

describe('a duty', () => {
  it('has a date, waits for a record, or has no number; no date is invented', () => {
    expect(standingOf(duty({ due: '2026-12-01T23:59:59+05:30' }))).toBe('dated');
    expect(standingOf(duty({}))).toBe('unrecorded');
    expect(standingOf(duty({ n: null, unit: null }))).toBe('undated');
  });

  it('of keeping something cannot be missed, and one of warning may lie ahead', () => {
    const due = '2026-12-01T23:59:59+05:30';
    expect([canBeMissed(duty({ due })), canBeMissed(duty({ due, sense: 'min' })), canBeMissed(duty({}))]).toEqual([true, false, false]);
    expect([mayLieAhead(duty({ sense: 'back' })), mayLieAhead(duty({}))]).toEqual([true, false]);
  });
});

describe('the duty calendar', () => {
  const list = [
    duty({ family: 'none', n: null, unit: null }),
    duty({ family: 'open' }),
    duty({ family: 'late', due: '2026-11-20T23:59:59+05:30' }),
    duty({ family: 'far', due: '2027-02-20T23:59:59+05:30' }),
    duty({ family: 'keep', due: '2026-11-25T23:59:59+05:30', sense: 'min' }),
    duty({ family: 'soon', due: '2026-12-01T23:59:59+05:30' }),
    duty({ family: 'other', platform: 'nojoto', due: '2026-11-22T23:59:59+05:30' }),
  ];

  it('shows one platform’s duties by date, then what nobody recorded, then what has no number', () => {
    expect(ofPlatform(list, 'cocial').map(({ family }) => family)).toEqual(['late', 'keep', 'soon', 'far', 'open', 'none']);
  });

  it('brings up what is overdue or falls due soon, and no period of keeping', () => {
    expect(upcoming(list, now, 30).map(({ family }) => family)).toEqual(['late', 'other', 'soon']);
  });
});
