/** What one person may do only after another agreed (docs/roles.md). */
export const guardedActs = [
  'identity-reveal',
  'identity-purge',
  'erasure-decision',
  'package-release',
  'case-purge',
  'case-walling',
  'person-erasure',
  'disclosure',
] as const;
export type GuardedAct = (typeof guardedActs)[number];

/**
 * What somebody wants to do and another person has to agree to. `object` says what of the subject is meant: a file, an outcome;
 * empty where it is the whole. Instants are UTC.
 */
export interface Approval {
  seq: number;
  act: GuardedAct;
  /** `case:REF`. */
  subject: string;
  object: string;
  reason: string;
  proposedBy: string;
  proposedAt: string;
  /** `withdrawn`: who asked took it back, before or after another agreed. */
  outcome: 'approved' | 'declined' | 'withdrawn' | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decidedReason: string | null;
  usedAt: string | null;
}

/** An approval as the window shows it. `state`: `over` where it was approved and not used in time. */
export interface ApprovalView extends Approval {
  ref: string;
  proposedByName: string;
  decidedByName: string | null;
  isMine: boolean;
  state: 'waits' | 'approved' | 'declined' | 'withdrawn' | 'used' | 'over';
}
