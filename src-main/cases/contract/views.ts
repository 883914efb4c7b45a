import { z } from 'zod';
import type { Handling, OrderView } from '../../government/contract.ts';
import type { ClockView, OwnTarget } from '../../law/contract.ts';
import type { WorkView } from '../../rights/contract.ts';
import type { ActName } from './acts.ts';
import type { DelayReason } from './delay.ts';
import type { PersonErasure } from './erasure.ts';
import type { Complainant, Facts } from './new-case.ts';
import { type AppealResult, type CorrectedPart, caseKinds, caseStates, identityStates, type LateTemplate, platforms } from './words.ts';

/** One row of the queue: everything the row shows, so that no join is needed. Instants are UTC. */
export interface QueueRow {
  ref: string;
  kind: (typeof caseKinds)[number];
  platform: (typeof platforms)[number];
  state: (typeof caseStates)[number];
  identity: (typeof identityStates)[number];
  subject: string;
  complainant: string | null;
  receivedAt: string;
  /** True while the receipt time still needs a person's confirmation. */
  confirmReceipt: boolean;
  assignee: string | null;
  /** The next legal clock, or the internal target where no legal clock has a date. */
  next: { rule: string; due: string; internal: boolean } | null;
}

/** Which part of the queue: every field narrows; absent means all. `due` compares with the moment of asking. */
export const queueFilterSchema = z.strictObject({
  platform: z.enum(platforms).optional(),
  kind: z.enum(caseKinds).optional(),
  group: z.enum(['complaints', 'rights', 'government', 'own-duties', 'unsorted']).optional(),
  state: z.enum(caseStates).optional(),
  identity: z.enum(identityStates).optional(),
  due: z.enum(['overdue', 'under-2h', 'under-24h', 'under-3d', 'later']).optional(),
  confirmReceipt: z.boolean().optional(),
  /** Cases that nobody works on. */
  unassigned: z.boolean().optional(),
  /** Words to find in subject, text, complainant, notes and items. */
  text: z.string().max(200).optional(),
  /** Closed cases instead of open ones, newest first. */
  closed: z.boolean().optional(),
});
export type QueueFilter = z.infer<typeof queueFilterSchema>;

/** A window of the queue: by key for scrolling, by `offset` for a jump. */
export const queueQuerySchema = z.strictObject({
  filter: queueFilterSchema.default({}),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(50),
  after: z.strictObject({ due: z.string(), ref: z.string() }).optional(),
});
export type QueueQuery = z.input<typeof queueQuerySchema>;

export interface QueueWindow {
  rows: QueueRow[];
  total: number;
  offset: number;
}

export interface QueueCounts {
  total: number;
  closed: number;
  overdue: number;
  unassigned: number;
  under2h: number;
  under24h: number;
  under3d: number;
  later: number;
  byPlatform: Record<string, number>;
  byKind: Record<string, number>;
  byState: Record<string, number>;
}

/** One line of a case's timeline: an entry of the journal as the officer reads it. */
export interface TimelineEntry {
  seq: number;
  at: string;
  kind: string;
  actor: string;
  actorName: string;
  /** The entry's body; null once purged. */
  body: Record<string, unknown> | null;
}

/** A page of the entries of a case and of those it is tied to, oldest first. */
export interface TiedTimeline {
  /** The case itself, then those it is tied to. */
  refs: string[];
  entries: (TimelineEntry & { ref: string })[];
  /** The entry before which the page before this one ends; null where there is none. */
  before: number | null;
}

export interface CaseItem {
  n: number;
  type: string;
  value: string;
  action: string | null;
  actedAt: string | null;
  /** What shows that it was done; absent or null where nothing was given. */
  proof?: string | null;
}

export interface CaseLetter {
  id: string;
  template: string;
  language: string;
  preparedAt: string;
  sealedAt: string | null;
  record: number | null;
  sha256: string | null;
  pages: number | null;
  sentAt: string | null;
  mode: string | null;
  proof: string | null;
  /** A newer letter of the same template that took its place. */
  supersededBy: string | null;
}

/**
 * What no program can read waits until a person has said whether it shows an Aadhaar number: `clear` when it does not;
 * `withheld` when it did, or was purged, so that its bytes are gone.
 */
export type Quarantine = 'waiting' | 'clear' | 'withheld';

export interface CaseAttachment {
  id: string;
  purpose: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  /** Null: a program has read it, or it was made by the desk. */
  quarantine: Quarantine | null;
  addedAt: string;
}

/** A corrigendum: what stood in the decision, what it should say, and why. Instants are UTC. */
export interface Corrigendum {
  seq: number;
  at: string;
  by: string;
  lines: { part: CorrectedPart; stood: string; reads: string }[];
  reason: string;
  /** When its letter was sent; null until then. */
  sentAt: string | null;
}

export interface Decision {
  outcome: string;
  ground: string;
  clause: string | null;
  /** The coded ground, and what the clause said on that day; absent where the officer's own words stand. */
  groundCode?: string;
  clauseText?: string;
  /** The remedies of the law that were open, by id and citation; their words stand in the sealed letter. */
  remedy?: { id: string; cite: string }[];
  /** Steps of the workflow that were still open. */
  open?: string[];
  reasons: string;
  decidedAt: string;
  /** When its letter was sent; null until then. */
  sentAt: string | null;
  seq: number;
  /** Who decided, by id. */
  by: string;
  /** Reviews that were decided, oldest first. */
  reviews?: { ref: string; outcome: string; at: string }[];
  /** What was put right after it was sent, oldest first; absent where nothing was. */
  corrections?: Corrigendum[];
}

/** One step that the desk offers next, and the act that does it. */
export interface NextStep {
  act: ActName | 'letter' | 'confirm-receipt' | 'package' | null;
  template?: string;
  title: string;
  why: string;
  /** The same in Hindi. */
  hi: { title: string; why: string };
}

/** A clock of a case: a missed one that nothing has stopped is still overdue, and that differs from one done late. */
export interface CaseClock extends ClockView {
  /** UTC. */
  stoppedAt: string | null;
}

/** A tie to another case. `decision`: the entry of the decision that a review looks at; `own`: the desk made it, and it stays. */
export interface CaseLink {
  ref: string;
  as: string;
  decision?: number;
  own?: true;
}

/** A linked case as far as the other one needs to know it. */
export interface LinkedCase extends CaseLink {
  kind: string;
  state: string;
  outcome: string | null;
  subject: string;
  isOpen: boolean;
}

/** The decision that a review looks at, and who took it: somebody else decides the review. */
export interface ReviewView {
  of: string;
  as: string;
  outcome: string | null;
  decidedAt: string | null;
  deciders: { id: string; name: string }[];
}

/** An appeal to the Grievance Appellate Committee, from its notice to the report of compliance. Instants are UTC. */
export interface Appeal {
  /** The case of the reply, the one appealed against, and that of the order. */
  ref: string;
  original: string;
  orderRef: string | null;
  number: string;
  toldAt: string;
  replyBy: string | null;
  result: AppealResult | null;
  orderedAt: string | null;
  orderText: string | null;
  complyBy: string | null;
  compliedAt: string | null;
  compliedHow: string | null;
  reportAt: string | null;
  reportWhere: string | null;
}

/** The duty to tell the user whose content was removed; `open` until somebody said what is done about it. */
export interface UploaderDuty {
  status: 'open' | 'preparing' | 'sent' | 'not-required' | 'withheld';
  ground: string | null;
  /** The case of the notice. */
  notice: string | null;
  at: string | null;
  by: string | null;
  sentAt: string | null;
  /** Whether rule 4(8) asks for it: the platform is significant, and it removed of its own accord. */
  isLaw: boolean;
}

/** An earlier decision on a request of the same kind and platform, for consistency. */
export interface SimilarDecision {
  ref: string;
  subject: string;
  outcome: string;
  ground: string;
  clause: string | null;
  reasons: string;
  decidedAt: string;
}

/** Everything about one case. */
export interface CaseView {
  ref: string;
  seq: number;
  platform: string;
  kind: string;
  state: string;
  identity: string;
  outcome: string | null;
  subject: string;
  text: string;
  complainant: Complainant;
  onBehalfOf: string | null;
  channel: string;
  receivedAt: string;
  receivedFrom: string;
  confirmReceipt: boolean;
  enteredAt: string;
  lateReason: string | null;
  historical: boolean;
  oldReference: string | null;
  assignee: string | null;
  backup: string | null;
  facts: Facts;
  clocks: CaseClock[];
  targets: CaseClock[];
  /** The date the desk set for this case, with its pauses; among the `targets` it stands as DESK-OWN. */
  target: OwnTarget | null;
  /** Why clocks of law turned late, as it was said. */
  delays: DelayReason[];
  notes: string[];
  items: CaseItem[];
  letters: CaseLetter[];
  attachments: CaseAttachment[];
  decision: Decision | null;
  links: LinkedCase[];
  /** Null for a case that is no review. */
  review: ReviewView | null;
  /** Appeals that this case is the original, the reply or the order of. */
  appeals: (Appeal & { replySentAt: string | null })[];
  /** Null where nothing of a user's was removed. */
  uploader: UploaderDuty | null;
  timeline: TimelineEntry[];
  next: NextStep;
  /** The workflow of the case: its steps, what the platform adds, and the work done so far. */
  work: WorkView;
  /** The order behind a case of government work: what it says, what was checked, whether it is good; null where none was recorded. */
  order: OrderView | null;
  /** Behind a wall: only its holders see this. */
  isRestricted?: true;
  /** What was done on the order: what is preserved. */
  handling: Handling;
  /** What was taken out of this desk on the request that this case is. */
  erasures: PersonErasure[];
  /** Letters beside that of the decision that are still to be sent. */
  wanted: LateTemplate[];
  /** Acts that are allowed now; the window offers no other. */
  allowed: ActName[];
}
