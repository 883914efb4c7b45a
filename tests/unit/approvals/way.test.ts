import { describe, expect, it } from 'vitest';
import type { Approval } from '../../../src-main/approvals/contract.ts';
import { approvalRefusal, stateOf, wayFor } from '../../../src-main/approvals/rules.ts';

const now = '2026-11-21T06:30:00.000Z';
const asked: Approval = {
  seq: 9,
  act: 'identity-reveal',
  subject: 'case:COC-2026-000001-1',
  object: 'a1',
  reason: 'to compare',
  proposedBy: 'user:a',
  proposedAt: now,
  outcome: null,
  decidedBy: null,
  decidedAt: null,
  decidedReason: null,
  usedAt: null,
};
const given: Approval = { ...asked, outcome: 'approved', decidedBy: 'user:b', decidedAt: now };

describe('an act that takes two people', () => {
  it.each([
    ['alone where nobody else could agree', 0, [], 'sole'],
    ['asks first', 1, [], 'ask'],
    ['waits once asked', 1, [asked], 'waits'],
    ['goes on when agreed', 1, [given], 'approved'],
    ['asks again after it was used', 1, [{ ...given, usedAt: now }], 'ask'],
    ['asks again after it was declined', 1, [{ ...given, outcome: 'declined' as const }], 'ask'],
  ])('is done %s', (_title, others, mine, way) => {
    expect(wayFor({ others, mine, now }).way).toBe(way);
  });

  it('is asked for anew a week after nobody used the approval', () => {
    expect(stateOf(given, '2026-11-28T06:30:00.000Z')).toBe('approved');
    expect(stateOf(given, '2026-11-28T06:30:00.001Z')).toBe('over');
  });

  it('is never agreed to by the one who asked, nor twice', () => {
    expect(approvalRefusal(asked, 'user:a')).toContain('another person');
    expect(approvalRefusal(asked, 'user:b')).toBeNull();
    expect(approvalRefusal(given, 'user:b')).toContain('approved already');
  });
});
