import type { Authority } from '../../people/contract.ts';
import type { Attempt, Checklist } from './checklist.ts';

/** An authority as the window shows it. */
export interface AuthorityView extends Authority {
  principalName: string | null;
  representativeName: string | null;
  /** Why it does not cover this request today, or null where it does. */
  obstacle: string | null;
}

/** An attempt as the window shows it. */
export interface AttemptView extends Attempt {
  byName: string;
}

/** A file that may show who somebody is. Its bytes come only by `identity.reveal`, with a reason. */
export interface IdentityFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  purpose: string;
  addedAt: string;
  /** `waiting`: nobody has said whether it shows an Aadhaar number; `withheld`: it did, and its bytes are gone. */
  quarantine: 'waiting' | 'clear' | 'withheld' | null;
  /** Shown blurred until somebody asks for it: identity evidence, and whatever waits. */
  isBlurred: boolean;
  /** The attempts that name it as evidence. */
  attempts: number[];
}

/** What was left of evidence that was purged. */
export interface PurgeView {
  seq: number;
  at: string;
  by: string;
  attempts: number;
  files: number;
  reason: string;
}

/** Everything about who asks in a case. Instants are UTC, days YYYY-MM-DD in IST. */
export interface IdentityView {
  ref: string;
  kind: string;
  platform: string;
  /** The last result, as the queue shows it. */
  state: string;
  checklist: Checklist;
  attempts: AttemptView[];
  authorities: AuthorityView[];
  files: IdentityFile[];
  purges: PurgeView[];
  /** When evidence goes: null while the case is open or nothing is left. `canPurge` says whether that day has come. */
  purge: { dueOn: string | null; canPurge: boolean; why: string };
  /** Outcomes that may not be decided now, and why; empty where nothing stands in the way. */
  barred: { outcomes: string[]; why: string } | null;
}

/** A file that waits for somebody to look at it. */
export interface WaitingFile {
  id: string;
  ref: string;
  purpose: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  addedAt: string;
}

/** A case whose identity evidence may go. */
export interface DuePurge {
  ref: string;
  closedAt: string;
  dueOn: string;
  attempts: number;
  files: number;
}

/** Somebody who was asked to show who she is and has not answered. `askedAt` (UTC): when it was asked last; `days`: in IST since. */
export interface UnansweredRequest {
  ref: string;
  subject: string;
  complainant: string | null;
  askedAt: string;
  days: number;
  /** Which of the policy's reminders this is, from 1. */
  reminder: number;
}

/** The content of a file that somebody asked for with a reason. */
export interface RevealedFile {
  name: string;
  mediaType: string;
  base64: string;
}
