import type { AlarmStep, OpenAlarm } from './alarm.ts';
import type { Calendar, Weekday } from './calendar.ts';
import type { MovedCases, RulebookDiff, SignedBy } from './change.ts';
import type { ClockView } from './clock.ts';
import type { ClockExplanation } from './explanation.ts';
import type { Contact, Rota } from './rota.ts';
import type { Rule, Rulebook, Target } from './rulebook.ts';

/** One thing wrong with a file of data: the line (from 1, null where it cannot be told), the field, and what is wrong. */
export interface FileProblem {
  line: number | null;
  field: string;
  message: string;
}

/** One adoption, as the desk keeps it. Instants are UTC; `appliedSeq` is null while open cases are still looked at. */
export interface Adoption {
  kind: 'rulebook' | 'profile' | 'template' | 'calendar';
  name: string;
  version: string;
  hash: string;
  adoptedAt: string;
  seq: number;
  appliedSeq: number | null;
}

/** One version of a rulebook, profile or calendar: who adopted it, when and why. `isSole`: alone where two are asked for. */
export interface AdoptionView extends Adoption {
  by: string;
  byName: string;
  reason: string | null;
  isSole: boolean;
  isCurrent: boolean;
  signedBy: SignedBy | null;
}

/** A rulebook with its text's hash, and whether it is the one in force. */
export interface RulebookView {
  hash: string;
  isCurrent: boolean;
  rulebook: Rulebook;
}

/** What an offered rulebook would change. Everything but `problems` is null while there are any. */
export interface OfferPreview {
  problems: FileProblem[];
  content: string | null;
  hash: string | null;
  name: string | null;
  version: string | null;
  asOf: string | null;
  isCurrent: boolean;
  signedBy: SignedBy | null;
  diff: RulebookDiff | null;
}

/** Whether an offered rulebook is in force now, or waits for another person; `seq` is its entry. */
export interface AdoptionAnswer {
  state: 'adopted' | 'proposed';
  hash: string;
  version: string;
  seq: number;
}

/** A rulebook that one person offered; `outcome` is null while another person still has to answer. Instants are UTC. */
export interface ProposalView {
  seq: number;
  name: string;
  version: string;
  hash: string;
  /** The rulebook in force when it was proposed. */
  previous: string;
  reason: string;
  signedBy: SignedBy | null;
  proposedBy: string;
  proposedByName: string;
  proposedAt: string;
  isMine: boolean;
  outcome: 'approved' | 'declined' | null;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  decidedReason: string | null;
}

/** What the check of drift found; `pending`: an adoption is still being applied, so that differences are to be expected. */
export interface DriftAnswer extends MovedCases {
  pending: boolean;
}

/** The last check of drift: when (UTC), how many open cases it computed again, how many differed. */
export interface LastDriftCheck {
  at: string;
  checked: number;
  drifted: number;
}

/** A calendar of days off as the desk has it: adopted, or shipped and not used yet. */
export interface CalendarView {
  hash: string;
  isAdopted: boolean;
  /** What ships under this id is a version that the desk never had. */
  hasUpdate: boolean;
  calendar: Calendar;
}

/** What an .ics file does not say. */
export interface IcsNames {
  id: string;
  title: string;
  weeklyOff: Weekday[];
}

/** A calendar made of a file, to be looked at before it is adopted; `content` is null when nothing in it can be used. */
export interface CalendarDraft {
  content: string | null;
  calendar: Calendar | null;
  problems: FileProblem[];
}

/** Clocks with the sentences beside them, and the rulebook they were counted by. */
export interface ClockList {
  clocks: ClockView[];
  notes: string[];
  rulebook: { hash: string; version: string };
}

/** A clock that stands otherwise; instants in IST to the second, null where it does not run or has no date. */
export interface ClockDifference {
  rule: string;
  asItIs: string | null;
  asIf: string | null;
}

export interface WhatIfAnswer {
  asItIs: ClockList;
  asIf: ClockList;
  changes: ClockDifference[];
}

export interface CalculatorAnswer extends ClockList {
  explanations: ClockExplanation[];
}

/** Why a clock of a case stands where it stands; `clock` as it is shown, `rulebook` the one that speaks for the case. */
export interface CaseExplanation extends ClockExplanation {
  clock: ClockView;
  rulebook: { hash: string; version: string; asOf: string };
}

/** The rules and targets behind the clocks of a case, in the rulebook that speaks for it; one it lacks is left out. */
export interface CaseRules {
  rulebook: { hash: string; version: string; asOf: string };
  rules: (Rule | Target)[];
}

/** The rota, and who is on call now. */
export interface RotaView {
  rota: Rota;
  /** Whom to call at this moment, in order. */
  now: Contact[];
  isQuiet: boolean;
}

/** The alarms nobody has acknowledged, the earliest due first; `call` is whom to call now for each. Instants are UTC. */
export interface AlarmList {
  alarms: (OpenAlarm & { call: Contact[] })[];
  total: number;
}

/** Whether clocks are watched: with the desk open, from memory while it is locked (until then), or not at all. */
export interface WatchStatus {
  state: 'watching' | 'locked' | 'off';
  /** UTC; only while locked. */
  until: string | null;
  /** Alarms shown that nobody has acknowledged. */
  unacknowledged: number;
  /** What sounded while the desk is locked, the latest first: ticket, rule and time, and nothing else. UTC. */
  sounded: { ref: string; rule: string; step: AlarmStep; due: string }[];
}
