import type { CaseMoments, Clock, OwnTarget, Reminder } from '../../law/contract.ts';
import type { DelayReason } from '../contract/delay.ts';
import type { CaseLink, Decision } from '../contract/views.ts';
import type { CaseKind, CaseState, Channel, IdentityState, Outcome, Platform } from '../contract/words.ts';
import { governmentKinds, reviewLinks, rightsKinds } from '../contract/words.ts';
import type { Complainant, Facts } from '../contract.ts';

/** The clocks of a case: those that run now, and those frozen at each closing. */
export interface CaseClocks {
  now: Clock[];
  past: FrozenClock[][];
  /** Absent where nothing was said about a late clock. */
  delays?: DelayReason[];
  /** Absent where nothing of it ends, or is to be back, at an instant. */
  reminders?: Reminder[];
}

/** What became of a clock when its case closed; never computed again. */
export interface FrozenClock {
  rule: string;
  start: string | null;
  due: string | null;
  stoppedAt: string | null;
  result: 'met' | 'missed' | 'withdrawn' | 'open' | 'none';
  lateBySeconds: number | null;
  rulebook: string;
}

/** A case as the folds keep it. Instants are UTC with milliseconds. */
export interface CaseFile {
  ref: string;
  seq: number;
  platform: Platform;
  kind: CaseKind;
  state: CaseState;
  identity: IdentityState;
  outcome: Outcome | null;
  subject: string;
  complainant: Complainant;
  onBehalfOf: string | null;
  channel: Channel;
  receivedAt: string;
  receivedFrom: 'person' | 'received-header' | 'date-header' | 'import-time';
  confirmReceipt: boolean;
  enteredAt: string;
  lateReason: string | null;
  historical: boolean;
  oldReference: string | null;
  assignee: string | null;
  /** Who takes it over when the assignee is away. */
  backup: string | null;
  facts: Facts;
  moments: CaseMoments;
  clocks: CaseClocks;
  rulebook: string;
  decision: Decision | null;
  nextDue: string | null;
  /** The date the desk set for this case. */
  target: OwnTarget | null;
  /** When the next alarm of one of its clocks sounds, or sounded unheard. */
  nextAlarm: string | null;
  links: CaseLink[];
}

/** Whether a request of this kind starts with an identity check open. */
export function firstIdentity(kind: CaseKind): IdentityState {
  return (rightsKinds as readonly string[]).includes(kind) ? 'pending' : 'not-needed';
}

export function isGovernment(kind: CaseKind): boolean {
  return (governmentKinds as readonly string[]).includes(kind);
}

/** The tie of a review to the case whose decision it looks at; undefined for any other case. */
export function reviewLinkOf({ links }: Pick<CaseFile, 'links'>): CaseLink | undefined {
  return links.find(({ as }) => (reviewLinks as readonly string[]).includes(as));
}

/** The desk looks at its own decision again: nobody complained, so that no limit of law starts with its receipt. */
export function isOwnReview(file: Pick<CaseFile, 'links'>): boolean {
  return reviewLinkOf(file)?.as === 'own-review-of';
}

export function isOpen(file: { state: CaseState }): boolean {
  return file.state !== 'closed';
}

const order: CaseState[] = ['received', 'acknowledged', 'under-review', 'decided', 'closed'];

/** States name the furthest step reached: an acknowledgement sent after the review began does not take the case back. */
export function furthest(from: CaseState, to: CaseState): CaseState {
  if (from === 'reopened') return to === 'acknowledged' ? from : to;
  return order.indexOf(to) > order.indexOf(from) ? to : from;
}
