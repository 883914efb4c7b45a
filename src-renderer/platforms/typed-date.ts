import { formatDate, parseDay } from '../ui/ist.ts';

const whole = /^\d{2}-\d{2}-\d{4}$/;
/** A policy from before is a year mistyped. */
const earliest = '1970-01-01';

/** A date of a profile as its field shows it: dd-MM-yyyy; what is no date yet stays as it was typed. */
export function shownDate(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(text) : text;
}

/**
 * What is kept while a date is typed: the day (YYYY-MM-DD) once it stands as dd-MM-yyyy, which is also how it is shown again, so
 * that nothing moves under the caret; until then the text itself.
 */
export function dateWhileTyped(text: string): string {
  return whole.test(text) ? dateWhenLeft(text) : text;
}

/** What is kept once the field is left: also 1-2-2026 or 1/2/2026 is a day. What is none stays as typed, and the desk names it. */
export function dateWhenLeft(text: string): string {
  const day = parseDay(text);
  return day !== null && day >= earliest ? day : text;
}
