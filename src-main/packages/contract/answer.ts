/** A data category of the platform's policy, and what the desk found of it. */
export interface AnswerCategory {
  id: string;
  label: string;
  answer: 'held' | 'not-held' | 'excluded';
  /** The clause on which it is left out or not held; null where none was named. */
  clause: string | null;
}

/** A system that was searched; instants are UTC. */
export interface AnswerSystem {
  id: string;
  label: string;
  searchedAt: string;
  recordsFound: number;
}

export interface AnswerRecipient {
  name: string;
  purpose: string;
  clause: string;
  /** When it was told of the request; null where it was not. */
  toldAt: string | null;
}

/** A file of the answer. `path` is null where it is held back; `reason` says what was taken out or why. */
export interface AnswerFile {
  path: string | null;
  name: string;
  mediaType: string;
  sizeBytes: number | null;
  sha256: string | null;
  decision: 'release' | 'redact' | 'withhold';
  reason: string | null;
}

/** `data.json` of a package, format `nivaran-answer/1`; docs/packages.md describes it. */
export interface Answer {
  format: 'nivaran-answer/1';
  ticket: string;
  request: string;
  platform: string;
  operator: string;
  language: 'en' | 'hi';
  receivedAt: string;
  preparedAt: string;
  person: { name: string | null; email: string | null; phone: string | null; address: string | null; onBehalfOf: string | null };
  categories: AnswerCategory[];
  systems: AnswerSystem[];
  recipients: AnswerRecipient[];
  files: AnswerFile[];
}
