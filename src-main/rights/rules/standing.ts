import type { CaseItem } from '../../cases/contract.ts';
import type { CaseFile } from '../../cases/rules/file.ts';
import type { Hold, KeepConsent, WorkEntry } from '../contract.ts';

/** Everything the steps of a case follow from; `now` is UTC. */
export interface WorkStanding {
  file: CaseFile;
  items: readonly CaseItem[];
  letters: readonly { template: string; sealedAt: string | null; sentAt: string | null; supersededBy: string | null }[];
  /** What the checklist of identity still lacks; null where none was looked up. */
  checklist: { isComplete: boolean; missing: readonly string[] } | null;
  work: readonly WorkEntry[];
  /** Holds that reach the case and stand now. */
  holds: readonly Hold[];
  /** Askings for consent to keep longer, oldest first. */
  consents?: readonly KeepConsent[];
  /** Files that an answer may give away: each needs a decision first. */
  files: readonly { id: string; name: string }[];
  /** Copies of such files with parts taken out. */
  copies?: readonly { id: string; name: string }[];
  /** Whether a package of data was built for the case. */
  hasPackage?: boolean;
  /** Whether somebody acts for another without an authority that covers the request today. */
  isUncovered: boolean;
}

/** The last word about a thing. */
export function lastOf(work: readonly WorkEntry[], sort: WorkEntry['sort'], name: string): WorkEntry | undefined {
  return work.findLast((one) => one.sort === sort && one.name === name);
}
