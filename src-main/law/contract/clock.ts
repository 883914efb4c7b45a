import { z } from 'zod';
import type { CaseKind, Facts } from '../../cases/contract.ts';
import type { Reminder } from './reminder.ts';
import type { OwnTarget } from './target.ts';
import { type Classes, senses } from './words.ts';

export const clockStates = ['runs', 'waits', 'duty', 'stopped', 'withdrawn'] as const;
export const clockStatuses = ['running', 'waits', 'duty', 'met', 'missed', 'withdrawn'] as const;

const reading = z.strictObject({ reading: z.string(), due: z.string().nullable() });

/** A clock as it is stored: nothing in it depends on the present moment. Instants are UTC ISO with milliseconds. */
export const clockSchema = z.strictObject({
  rule: z.string(),
  start: z.string().nullable(),
  due: z.string().nullable(),
  stoppedAt: z.string().nullable(),
  state: z.enum(clockStates),
  waitsFor: z.string().nullable(),
  sense: z.enum(senses),
  internal: z.boolean(),
  disputed: z.boolean(),
  alternatives: z.array(reading),
  assumed: z.array(z.string()).optional(),
});
export type Clock = z.infer<typeof clockSchema>;

/** A clock as it is shown at one moment. Instants are IST to the second, such as 2026-03-08T07:45:00+05:30. */
export const clockViewSchema = z.strictObject({
  rule: z.string(),
  cite: z.string(),
  sense: z.enum(senses),
  status: z.enum(clockStatuses),
  waitsFor: z.string().nullable(),
  start: z.string().nullable(),
  due: z.string().nullable(),
  inForce: z.strictObject({ from: z.string().nullable(), until: z.string().nullable() }),
  confidence: z.string(),
  disputed: z.boolean(),
  alternatives: z.array(reading),
});
export type ClockView = z.infer<typeof clockViewSchema>;
export type ClockStatus = (typeof clockStatuses)[number];

/**
 * The named instants of a case (UTC ISO with milliseconds). What has not happened is absent.
 * - `acknowledgementSent`, `decisionSent`, `refusalSent`: first dispatch of that letter to the complainant or authority
 * - `itemsActed`: the last valid item was acted on, all of them done
 * - `firstRemoval`, `lastRemoval`: content was taken down (preservation counts from the last)
 * - `complainantTold`: the complainant received the decision
 * - `noticed`: an incident was noticed; the fact `noticedAt` stands in for it
 * - `cancelled`: a registration was cancelled or withdrawn; `discontinued`: a direction ended
 * - `withdrawn`: the complainant withdrew the complaint
 * - `reportSent`: a report to CERT-In, the Board, the police or the public was sent
 * - `voided`: the case stopped carrying clocks (entered in error, or moved into another case)
 * - `identityAsked`: the last time a letter asked who the person is; no clock goes by it
 * - `decided`: a decision was recorded; it stops nothing until it is sent
 * - `verdictWithdrawn`: a recorded verdict, with its reasons in the journal, that the order is not valid
 * - `done`: a rule met by an act of its own, by rule id; for a recurring rule, the latest time it was done
 */
export interface CaseMoments {
  received: string;
  acknowledgementSent?: string;
  decided?: string;
  decisionSent?: string;
  refusalSent?: string;
  itemsActed?: string;
  firstRemoval?: string;
  lastRemoval?: string;
  complainantTold?: string;
  noticed?: string;
  cancelled?: string;
  discontinued?: string;
  appealReceived?: string;
  reportSent?: string;
  withdrawn?: string;
  identityAsked?: string;
  closed?: string;
  voided?: string;
  verdictWithdrawn?: string;
  done?: Readonly<Record<string, string>>;
}

export interface ClockInput {
  kind: CaseKind;
  /** UTC ISO with milliseconds; the start of most clocks and the instant that fixes the version of every rule. */
  receivedAt: string;
  facts: Facts;
  classes: Classes;
  moments?: CaseMoments;
  closedAt?: string | null;
  /** Imported from elsewhere: the clocks are the same, and the answer says that they are history. */
  historical?: boolean;
  onBehalf?: boolean;
  /** The desk took it up by itself: no limit of law starts with a receipt that nobody sent. */
  isOwnMotion?: boolean;
  /** The date that the desk set for this case. */
  target?: OwnTarget | null;
  /** What of the case ends, or is to be back, at an instant. */
  reminders?: readonly Reminder[];
}
