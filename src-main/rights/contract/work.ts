/** What was done on a case, entry by entry; append-only, so that the last word about a thing counts. */
export const workSorts = ['search', 'category', 'recipient', 'redaction', 'confirmation'] as const;
export type WorkSort = (typeof workSorts)[number];

/** One line of work. Instants are UTC. */
export interface WorkEntry {
  /** Its entry in the journal. */
  seq: number;
  sort: WorkSort;
  /** The system, data category, recipient or file it is about. */
  name: string;
  /** What came of it: how much was found, held or not, how somebody was told, what becomes of a file, the reference. */
  result: string;
  /** When it was done. */
  at: string;
  /** Who entered it. */
  enteredBy: string;
  /** Who did it, what was asked, the clause, the reason: whatever the act carried beside. */
  detail: Record<string, string | number | null>;
}

export const heldAnswers = ['held', 'not-held', 'excluded'] as const;
export const redactionDecisions = ['release', 'redact', 'withhold'] as const;

export const holdScopes = ['case', 'person', 'connected'] as const;
export type HoldScope = (typeof holdScopes)[number];
/** On what a hold stands: law or an authority, or the desk's own wish to keep. */
export const holdBases = ['law', 'own'] as const;

/** A legal hold: nothing it reaches is erased while it stands. Instants are UTC. */
export interface Hold {
  /** `hold:` and its entry. */
  id: string;
  /** The case on which it was placed. */
  ref: string;
  /** The record of whose data it is about. */
  party: string;
  scope: HoldScope;
  basis: (typeof holdBases)[number];
  /** Other accounts it reaches, as they were named. */
  accounts: string[];
  instrument: string;
  /** Until when, or null: until it is released. */
  until: string | null;
  reason: string;
  placedAt: string;
  placedBy: string;
  releasedAt: string | null;
  releasedReason: string | null;
}

/** What a person said when asked whether her data may be kept longer; `withdrawn` takes an earlier yes back. */
export const consentAnswers = ['given', 'refused', 'withdrawn'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** One asking for consent to keep longer, and its answer. Instants are UTC; `until` is a day in IST. */
export interface KeepConsent {
  /** Its entry. */
  seq: number;
  until: string;
  reason: string;
  askedAt: string;
  askedBy: string;
  answer: ConsentAnswer | null;
  answeredAt: string | null;
  how: string | null;
}

/** How the asking stands where a policy promises to ask first. */
export interface ConsentView {
  /** The clause that promises it, and what it says. */
  clause: string;
  text: string;
  /** `none`: nobody was asked; `asked`: the letter is still to be sent; `waits`: for her answer. */
  state: 'none' | 'asked' | 'waits' | ConsentAnswer;
  asks: (KeepConsent & { askedByName: string })[];
}
