import type { Outcome } from '../../cases/contract/words.ts';
import type { ConsentView, Hold, WorkEntry } from './work.ts';
import type { Both, EvidenceName, GuardName, PromiseSource } from './workflow.ts';

/** One step of a case as it stands. */
export interface StepView {
  id: string;
  evidence: EvidenceName;
  act: string;
  /** The letter it is about, where it is about one. */
  template: string | null;
  title: Both;
  why: Both;
  isDone: boolean;
  /** What of it is still missing: systems, categories, recipients, files, details by name; empty where the step is one thing. */
  missing: string[];
}

/** The one step that comes next, and the act that does it; `act` is null once nothing is left. */
export interface NextMove {
  step: string | null;
  act: string | null;
  template: string | null;
  title: Both;
  why: Both;
}

/** A coded ground that fits the kind and the platform, with the clause as it stands today. */
export interface GroundView {
  id: string;
  text: Both;
  outcomes: Outcome[];
  /** Where it stands: a clause of the policy or of law. */
  clause: string;
  /** What that clause says, in our words; null for a rule of law. */
  clauseText: string | null;
}

/** What the platform's own policy adds to or takes from the request. */
export interface PromiseView {
  source: PromiseSource | 'law';
  text: string;
  clause: string;
}

/** Why an outcome is refused (`block`), or what should be looked at first (`warn`). */
export interface GuardView {
  guard: GuardName;
  level: 'block' | 'warn';
  outcomes: Outcome[];
  /** What else is refused. */
  acts: string[];
  why: Both;
  clause: string | null;
}

export interface SystemView {
  id: string;
  label: Both;
  isSearched: boolean;
  isConfirmed: boolean;
  /** Whether the steps ask for a search, for a confirmation. */
  needsSearch: boolean;
  needsConfirmation: boolean;
  keepsCopies: boolean;
}

export interface CategoryView {
  id: string;
  label: string;
  clause: string;
  isSensitive: boolean;
  /** Null until somebody said. */
  held: string | null;
}

/** Somebody else who has the data, valid on the day of receipt. */
export interface RecipientView {
  name: string;
  purpose: string;
  clause: string;
  isTold: boolean;
}

/** Everything of the workflow of one case. */
export interface WorkView {
  workflow: string;
  version: string;
  steps: StepView[];
  next: NextMove;
  outcomes: Outcome[];
  grounds: GroundView[];
  promises: PromiseView[];
  guards: GuardView[];
  systems: SystemView[];
  categories: CategoryView[];
  recipients: RecipientView[];
  files: { id: string; name: string; decision: string | null }[];
  /** Copies of files with parts taken out, to be named in a decision. */
  copies: { id: string; name: string }[];
  /** Holds that reach this case, on whichever case they were placed. */
  holds: (Hold & { placedByName: string })[];
  entries: (WorkEntry & { enteredByName: string })[];
  /** How asking for consent to keep longer stands; null where the policy does not promise to ask. */
  consent: ConsentView | null;
}
