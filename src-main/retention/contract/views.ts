import type { CaseKind, Outcome, Platform } from '../../cases/contract.ts';
import type { ConsentView } from '../../rights/contract.ts';
import type { BlockCode, KeepStart, RuleSort } from './words.ts';

/** One rule as it counts for a case. Days are days in IST. */
export interface KeepStep {
  id: string;
  sort: RuleSort;
  law: string | null;
  cite: string | null;
  why: string;
  n: number;
  unit: 'd' | 'm' | 'y';
  startName: KeepStart;
  start: string;
  /** The last day of its period. */
  until: string;
  /** Whether the date of the case comes from it. */
  leads: boolean;
}

/** How long a closed case is kept, and why. */
export interface Kept {
  /** The last day on which it is kept. */
  until: string;
  /** The first day on which it may be purged. */
  dueOn: string;
  /** The last day that law or a promise asks for; null where neither does. */
  floor: string | null;
  steps: KeepStep[];
}

/** What stands in the way. `ref`: the other case concerned; `instrument`, `until`: of a hold; `at`: of a mail (UTC). */
export interface Block {
  code: BlockCode;
  /** One sentence in English, for the command line and the record. */
  text: string;
  ref?: string;
  instrument?: string;
  until?: string | null;
  at?: string;
}

/** How a proposal to purge stands. */
export interface ProposalView {
  approval: number;
  state: 'waits' | 'approved' | 'declined' | 'withdrawn' | 'used' | 'over';
  proposedByName: string;
  proposedAt: string;
  isMine: boolean;
}

export interface RetentionRow {
  ref: string;
  platform: Platform;
  kind: CaseKind;
  outcome: Outcome | null;
  closedAt: string;
  until: string;
  dueOn: string;
  /** Of the rule that gives the date. */
  basis: string;
  blocks: Block[];
  proposal: ProposalView | null;
}

/** How many closed cases are in each part of the list. */
export interface RetentionCounts {
  due: number;
  soon1: number;
  soon7: number;
  soon30: number;
  blocked: number;
  all: number;
}

export interface RetentionList {
  rows: RetentionRow[];
  total: number;
  counts: RetentionCounts;
  /** The first day on which any closed case may go, or went; null where none is closed. */
  firstDue: string | null;
  /** Why nothing at all may be purged now, or null. */
  halted: string | null;
  /** Whether the database still has to be written anew after a purge. */
  needsScrub: boolean;
  /** Cases in which somebody was to be asked for consent to keep longer, and has not answered. Instants are UTC. */
  asked: { ref: string; until: string; askedAt: string }[];
}

/** Why one case is kept, and how a purge of it stands. */
export interface RetentionView {
  ref: string;
  isOpen: boolean;
  closedAt: string | null;
  /** Null while the case is open. */
  kept: Kept | null;
  blocks: Block[];
  /** The clause by which the policy promises to ask before keeping longer for a reason other than law, or null. */
  promise: string | null;
  /** How asking her stands, where the policy promises it. */
  consent: ConsentView | null;
  proposal: ProposalView | null;
  canPurge: boolean;
}

/** What became of each case of a bulk act. */
export interface BulkAnswer {
  done: string[];
  /** Proposals that now wait for a second person. */
  waiting: string[];
  refused: { ref: string; why: string }[];
}
