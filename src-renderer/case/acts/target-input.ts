import { formatInstant, parseInstant } from '../../ui/ist.ts';

export type Way = 'moment' | 'days';

/** What the form of a target's date holds: a moment as it is typed, or working days by a calendar. */
export interface TargetWhen {
  way: Way;
  due: string;
  days: number | string;
  calendar: string;
}

/** The form as it begins: at a moment (UTC, or milliseconds since 1970). */
export function firstWhen(due: string | number): TargetWhen {
  return { way: 'moment', due: formatInstant(due), days: 3, calendar: '' };
}

/** What is wrong with the date, whatever the target was before: null where it can be sent. */
export function whenProblem({ way, due, days }: TargetWhen, nowMs: number): 'no-days' | 'not-instant' | 'past' | null {
  if (way === 'days') return typeof days === 'number' && days > 0 ? null : 'no-days';
  const instant = parseInstant(due);
  if (instant === null) return 'not-instant';
  return Date.parse(instant) <= nowMs ? 'past' : null;
}

/** The date as the act takes it, or null while it cannot be sent. */
export function sentWhen(when: TargetWhen, nowMs: number): { due: string } | { workingDays: number; calendar?: string } | null {
  if (whenProblem(when, nowMs) !== null) return null;
  if (when.way === 'days') return { workingDays: Number(when.days), ...(when.calendar === '' ? {} : { calendar: when.calendar }) };
  return { due: parseInstant(when.due) ?? when.due };
}
