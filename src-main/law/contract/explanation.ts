import type { Weekday } from './calendar.ts';
import type { Rule, Target } from './rulebook.ts';

/** The sorts of steps from receipt to the due second, so that a window can say each in its own language. */
export const stepSorts = [
  'received',
  'version',
  'target',
  'start',
  'waits',
  'no-number',
  'own-date',
  'count-exact',
  'count-back',
  'count-days',
  'count-months',
  'minimum',
  'weekends',
  'days-off',
  'pauses',
  'due',
  'stopped',
  'withdrawn-by-verdict',
  'withdrawn-by-complainant',
  'withdrawn-by-end',
  'own',
  'own-set',
  'own-working',
  'own-paused',
  'own-stands',
  'own-extended',
  'own-due',
  'own-ended',
] as const;
export type StepSort = (typeof stepSorts)[number];

/** A day on which the desk may be closed and a clock of law runs on; `name` is null for a weekly day off. */
export interface DayOff {
  date: string;
  weekday: Weekday;
  name: string | null;
}

/**
 * One step: the whole sentence in English, the instant it is about (IST), which sort it is with its values, and of it what are
 * the words of the rulebook. Instants among the values are IST to the second, dates `YYYY-MM-DD`.
 */
export interface ExplanationStep {
  what: StepSort;
  text: string;
  at?: string;
  law?: string;
  values?: Record<string, string | number>;
  days?: DayOff[];
}

/** Why a clock stands where it stands: steps, notes, the same as text to be copied, and the rule or target itself. */
export interface ClockExplanation {
  rule: string;
  steps: ExplanationStep[];
  notes: string[];
  text: string;
  source: Rule | Target | null;
}
