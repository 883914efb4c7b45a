import type { AttemptResult, DocumentName, IdCheck, IdentityLevel } from './words.ts';

/** What an attempt at verifying somebody's identity recorded; append-only. */
export interface Attempt {
  /** Its entry in the journal. */
  seq: number;
  at: string;
  by: string;
  method: string;
  document: DocumentName;
  /** The document's name as it was given, where the desk knows none of that name. */
  documentNamed: string | null;
  /** Whose identity: of the one the request is about, or of the one who acts for her. */
  whose: 'complainant' | 'representative';
  /** The number or contact with all but its last signs hidden; null when none was given. */
  masked: string | null;
  /** Whether form and check digits, or the comparison of contacts, were right; null where nothing could be compared. */
  isRight: boolean | null;
  reasonOfCheck: string | null;
  result: AttemptResult;
  reason: string | null;
  /** What the checklist still lacked when somebody was called verified all the same. */
  lacking: ChecklistItemId[];
  /** The version of the checklists. */
  policy: string;
  /** The attachment that shows it, or null. */
  evidence: string | null;
  /** The authority record that was relied on, or null. */
  authority: string | null;
}

export const checklistItems = ['contact', 'first-document', 'second-document', 'authority'] as const;
export type ChecklistItemId = (typeof checklistItems)[number];

export interface ChecklistItem {
  id: ChecklistItemId;
  isDone: boolean;
  /** The attempt, or for the authority the record, that does it. */
  by: number | null;
}

export interface AcceptedDocument {
  document: DocumentName;
  /** From the policy of the platform, or from the desk's own list where the policy names none. */
  from: 'policy' | 'default';
  note: string | null;
  clause: string | null;
}

export const checklistWarnings = ['default-documents', 'nobody-named-to-act', 'age-of-policy', 'authority-not-in-force'] as const;
export type ChecklistWarning = (typeof checklistWarnings)[number];

/** What has to be known about who asks, what of it is done, and what is missing. */
export interface Checklist {
  version: string;
  level: IdentityLevel;
  /** `high` where something raised the level. */
  risk: 'ordinary' | 'high';
  /** Why this much is asked for, in sentences. */
  why: string[];
  items: ChecklistItem[];
  missing: ChecklistItemId[];
  isComplete: boolean;
  accepted: AcceptedDocument[];
  /** What the policy says about checks, and the clause of who may act for another. */
  policyNote: string;
  onBehalf: { who: string; text: string; clause: string }[];
  warnings: { code: ChecklistWarning; text: string }[];
}

/** What a check told an attempt: the check itself, or the comparison of two contacts. */
export type AttemptCheck = Pick<IdCheck, 'masked' | 'reason' | 'facts'> & { isRight: boolean | null };
