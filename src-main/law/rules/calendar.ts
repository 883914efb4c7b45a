import { weekdays } from '../contract/calendar.ts';
import type { Calendar, DayOff } from '../contract.ts';
import { dateOf, istDay, lastSecondOfDay, utc } from './time.ts';

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => weekdays[(((day + 3) % 7) + 7) % 7]!;

const daysOff = new WeakMap<Calendar, Set<string>>();

function holidaysOf(calendar: Calendar): Set<string> {
  const known = daysOff.get(calendar);
  if (known) return known;
  const made = new Set(calendar.holidays.map(({ date }) => date));
  daysOff.set(calendar, made);
  return made;
}

function isWorkingDay(day: number, calendar: Calendar): boolean {
  return !calendar.weeklyOff.includes(weekdayOf(day)) && !holidaysOf(calendar).has(dateOf(day));
}

/** A count of working days that runs into a year of holidays from end to end has no answer. */
const longestCountDays = 3_700;

function nthWorkingDay(from: number, days: number, calendar: Calendar): number {
  let left = days;
  for (let day = from + 1; day <= from + longestCountDays; day += 1) {
    if (isWorkingDay(day, calendar)) left -= 1;
    if (left === 0) return day;
  }
  throw new RangeError('The calendar has too few working days.');
}

export interface WorkingDue {
  /** UTC. */
  due: string;
  /** False where the count reaches a year whose holidays the calendar does not hold. */
  isCovered: boolean;
}

/**
 * The end (23:59:59 IST) of the `days`-th working day after the IST day of `startIso`, for targets of the desk only.
 * `days` is a whole number from 1 to 400.
 */
export function addWorkingDays(startIso: string, days: number, calendar: Calendar): WorkingDue {
  const from = istDay(Date.parse(startIso));
  const day = nthWorkingDay(from, days, calendar);
  const years = [dateOf(from), dateOf(day)].map((date) => Number(date.slice(0, 4)));
  return { due: utc(lastSecondOfDay(day)), isCovered: years.every((year) => calendar.years.includes(year)) };
}

/** The working days after the IST day of `fromIso`, up to and with the IST day of `untilIso`; 0 when that is not later. */
export function workingDaysBetween(fromIso: string, untilIso: string, calendar: Calendar): number {
  const until = istDay(Date.parse(untilIso));
  let count = 0;
  for (let day = istDay(Date.parse(fromIso)) + 1; day <= until; day += 1) if (isWorkingDay(day, calendar)) count += 1;
  return count;
}

/** The weekly days off and holidays from the IST day of `fromIso` up to and with that of `untilIso`, in order. */
export function daysOffBetween(fromIso: string, untilIso: string, calendar: Calendar): DayOff[] {
  const until = istDay(Date.parse(untilIso));
  const found: DayOff[] = [];
  for (let day = istDay(Date.parse(fromIso)); day <= until; day += 1) {
    if (isWorkingDay(day, calendar)) continue;
    const date = dateOf(day);
    found.push({ date, weekday: weekdayOf(day), name: calendar.holidays.find((one) => one.date === date)?.name ?? null });
  }
  return found;
}
