import type { PlatformRules, WorkStanding } from '../../rights/rules.ts';

/** What acts of the workflow and decisions are planned on. */
export interface WorkKnown {
  platform: PlatformRules;
  standing: WorkStanding;
  /** The record of who asks. */
  complainant: string;
  /** The remedies of the law that are open in this case. */
  remedies: readonly { id: string; cite: string }[];
}
