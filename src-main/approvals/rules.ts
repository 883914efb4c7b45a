import type { Approval, ApprovalView } from './contract.ts';

/** An approval that nobody used within a week is asked for anew. */
export const daysToUse = 7;
const dayMs = 86_400_000;

/** How an approval stands at `now` (UTC). */
export function stateOf({ outcome, decidedAt, usedAt }: Approval, now: string): ApprovalView['state'] {
  if (outcome === null) return 'waits';
  if (outcome === 'declined' || outcome === 'withdrawn') return outcome;
  if (usedAt !== null) return 'used';
  return Date.parse(now) > Date.parse(decidedAt ?? now) + daysToUse * dayMs ? 'over' : 'approved';
}

/** How a guarded act goes on for `me`: alone, on an approval, waiting for one, or after asking for one. */
export type Way = { way: 'sole' } | { way: 'approved'; approval: Approval } | { way: 'waits'; approval: Approval } | { way: 'ask' };

/**
 * Decides whether a guarded act may be done. `others`: people who may act at this desk beside `me`; `mine`: what `me` asked
 * for about the same act, subject and object. Source: design, keys and people.
 */
export function wayFor({ others, mine, now }: { others: number; mine: readonly Approval[]; now: string }): Way {
  if (others === 0) return { way: 'sole' };
  const usable = mine.find((one) => stateOf(one, now) === 'approved');
  if (usable) return { way: 'approved', approval: usable };
  const waiting = mine.find((one) => stateOf(one, now) === 'waits');
  return waiting ? { way: 'waits', approval: waiting } : { way: 'ask' };
}

/** Why `person` may not agree to this, or null. */
export function approvalRefusal(approval: Approval, person: string): string | null {
  if (approval.outcome !== null) return `This has been ${approval.outcome} already.`;
  if (approval.proposedBy === person) return 'You asked for this yourself: another person has to agree.';
  return null;
}

/** Why `person` may not take this request back, or null: it is somebody else's, was answered otherwise, or is done already. */
export function withdrawalRefusal({ outcome, proposedBy, usedAt }: Approval, person: string): string | null {
  if (proposedBy !== person) return 'Somebody else asked for this: she alone takes it back.';
  if (usedAt !== null) return 'This has been done already: there is nothing left to take back.';
  return outcome === null || outcome === 'approved' ? null : `This has been ${outcome} already.`;
}
