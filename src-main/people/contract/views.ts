import type { IdentifierKind, Likeness, PartyRole, RepeatReason } from './words.ts';

/** One identifier of a person, with where it came from. */
export interface IdentifierView {
  kind: IdentifierKind;
  /** In the form in which two are compared: E.164, small letters. */
  value: string;
  /** As it was written. */
  shown: string;
  /** The cases that bring it; empty where a person of the desk added it. */
  refs: string[];
  /** True where a person of the desk added it and may take it out again. */
  isAdded: boolean;
}

export interface PartyCase {
  ref: string;
  role: PartyRole;
  kind: string;
  platform: string;
  state: string;
  subject: string;
  receivedAt: string;
  /** The record the case hangs on: another than the person's own where records were merged. */
  party: string;
}

/** Two records that were made one, and whether they have been parted again. */
export interface MergeView {
  /** Its entry: what `undoMerge` names. */
  seq: number;
  party: string;
  into: string;
  reason: string;
  at: string;
  byName: string;
  undone: { at: string; reason: string } | null;
}

export interface Suggestion {
  party: string;
  name: string | null;
  why: Likeness[];
  /** `weak`: the name alone. */
  strength: 'strong' | 'weak';
  caseCount: number;
}

/** A person: one record with all that is known of her. Instants are UTC. */
export interface PartyView {
  /** The record that stands for the person now. */
  id: string;
  name: string | null;
  identifiers: IdentifierView[];
  cases: PartyCase[];
  /** The records that were merged into this one and are still. */
  records: string[];
  merges: MergeView[];
  suggestions: Suggestion[];
}

/** A case that may be the same complaint: same person, same kind, same item, within 365 days. */
export interface RepeatView {
  ref: string;
  kind: string;
  platform: string;
  state: string;
  subject: string;
  receivedAt: string;
  daysApart: number;
  why: RepeatReason[];
  /** True where the two cases are linked already. */
  isLinked: boolean;
}

/** The people of a case, and the complaints it may repeat. */
export interface CasePeople {
  ref: string;
  parties: { role: PartyRole; party: PartyView }[];
  repeats: RepeatView[];
}

/** One line of a search for people. */
export interface PartyLine {
  id: string;
  name: string | null;
  contact: string | null;
  caseCount: number;
}
