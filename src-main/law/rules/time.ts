/**
 * Indian Standard Time is UTC+05:30 all year, so days and months are integer arithmetic; no time-zone
 * database is asked. A "day" is the number of IST calendar days since 1970-01-01.
 */
const istOffsetMs = 19_800_000;
export const dayMs = 86_400_000;
export const hourMs = 3_600_000;
export const minuteMs = 60_000;

/** The IST calendar day that holds the UTC instant `ms`. */
export function istDay(ms: number): number {
  return Math.floor((ms + istOffsetMs) / dayMs);
}

/** The UTC instant (ms) of 00:00:00.000 IST on `day`. */
export function startOfDay(day: number): number {
  return day * dayMs - istOffsetMs;
}

/** The UTC instant (ms) of 23:59:59.000 IST on `day`: the last second in which an act is in time. */
export function lastSecondOfDay(day: number): number {
  return startOfDay(day + 1) - 1000;
}

const knownDays = new Map<string, number>();

/** The day of a date `YYYY-MM-DD`. Remembered, because the dates of a rulebook are few and asked for with every case. */
export function dayOf(date: string): number {
  const known = knownDays.get(date);
  if (known !== undefined) return known;
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
  if (knownDays.size < 1000) knownDays.set(date, day);
  return day;
}

/** The date `YYYY-MM-DD` of a day. */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** `day` plus `months` by the British calendar, and the day it would run over to where the target month is too short. */
export function addMonths(day: number, months: number): { day: number; overflow: number | null } {
  const date = new Date(day * dayMs);
  const month = date.getUTCMonth() + months;
  const exact = Date.UTC(date.getUTCFullYear(), month, date.getUTCDate()) / dayMs;
  const lastOfMonth = Date.UTC(date.getUTCFullYear(), month + 1, 0) / dayMs;
  return exact > lastOfMonth ? { day: lastOfMonth, overflow: exact } : { day: exact, overflow: null };
}

const twoDigits = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/** A UTC instant as stored: ISO 8601 with milliseconds. By hand, because Date's own formatter takes most of the time of a case. */
export function utc(ms: number): string {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (year < 1000 || year > 9999) return date.toISOString();
  const inDay = ms - Math.floor(ms / dayMs) * dayMs;
  const minutes = Math.floor(inDay / minuteMs);
  const inMinute = inDay % minuteMs;
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(Math.floor(inMinute / 1000))}`;
  return `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}T${time}.${String(inMinute % 1000).padStart(3, '0')}Z`;
}

function two(n: number): string {
  return twoDigits[n] ?? '';
}

/** An instant shown in IST to the second, fractions cut off: `2026-03-08T07:45:00+05:30`. */
export function showIst(instant: string): string {
  return `${new Date(Date.parse(instant) + istOffsetMs).toISOString().slice(0, 19)}+05:30`;
}

/** An instant for a sentence: `08-03-2026 07:45:00 IST`. */
export function sayIst(instant: string): string {
  const shown = showIst(instant);
  return `${sayDate(shown.slice(0, 10))} ${shown.slice(11, 19)} IST`;
}

/** A date for a sentence: `08-03-2026`. */
export function sayDate(date: string): string {
  return `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** Instants are compared without their fractions, so 23:59:59.900 is in time. */
export function wholeSecond(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000);
}
