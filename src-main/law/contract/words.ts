import type { Facts } from '../../cases/contract.ts';

/** The newest rulebook format this program reads. A higher number is refused. */
export const rulebookFormat = 1;

export const senses = ['max', 'min', 'back', 'info'] as const;
/** Units a rule of law may count in; internal targets may also count minutes. */
export const lawUnits = ['h', 'd', 'm', 'y'] as const;
export const targetUnits = ['min', ...lawUnits] as const;
export const confidences = ['C1', 'C2', 'M', '-'] as const;

/** What a platform may be in law; each profile answers these. */
export const legalClasses = [
  'intermediary',
  'significant',
  'messaging',
  'publisher',
  'e-commerce',
  'body-corporate',
  'data-fiduciary',
] as const;
export const standings = ['yes', 'no', 'disputed'] as const;
/** Everybody a rule may bind: the classes above, and others that no profile answers. */
export const addressees = [
  ...legalClasses,
  'gaming',
  'third-schedule',
  'significant-data-fiduciary',
  'infrastructure',
  'complainant',
  'committee',
  'government',
  'board',
  'addressee',
  'anyone',
] as const;

/** Instants that a case itself can know. */
export const caseEvents = [
  'received',
  'acknowledgementSent',
  'decisionSent',
  'refusalSent',
  'itemsActed',
  'firstRemoval',
  'lastRemoval',
  'complainantTold',
  'noticed',
  'cancelled',
  'discontinued',
  'appealReceived',
  'reportSent',
  'withdrawn',
  'verdictWithdrawn',
  'closed',
  'respondBy',
] as const;
/** Instants that only the duty calendar or a person knows; on a case such a clock waits. */
export const calendarEvents = [
  'standing',
  'lastNotice',
  'monthEnd',
  'logEntry',
  'processing',
  'transmission',
  'operationStart',
  'thresholdCrossed',
  'designation',
  'serviceEnd',
  'plannedErasure',
  'lastActivity',
  'issued',
] as const;
export const events = [...caseEvents, ...calendarEvents] as const;

export type LegalClass = (typeof legalClasses)[number];
export type Standing = (typeof standings)[number];
/** What a platform is in law; an absent class is unknown, which is not the same as 'no'. */
export type Classes = Partial<Record<LegalClass, Standing>>;
export type LawEvent = (typeof events)[number];
export type Sense = (typeof senses)[number];
export type Unit = (typeof targetUnits)[number];
export type FactName = keyof Facts;
