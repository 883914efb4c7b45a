import type { Rota } from '../../../src-main/law/contract.ts';
import { weekdays } from '../weekdays.ts';
import type { Shift } from './draft.ts';

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;

/** A stretch of the week; days from 0 (Monday), times HH:mm, the end as a wall clock says it. */
export interface WeekSpan {
  day: number;
  from: string;
  untilDay: number;
  until: string;
}

export type RotaGap =
  | { gap: 'no-contacts' }
  | { gap: 'uncovered' | 'no-next'; spans: WeekSpan[] }
  | { gap: 'bad-phone'; name: string; phone: string }
  | { gap: 'cover-away'; name: string; from: string; until: string }
  | { gap: 'cover-self' | 'unused'; name: string };

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const two = (n: number) => String(n).padStart(2, '0');
const timeOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** The minutes of the week of one shift; equal times mean the whole day, an earlier end the next morning. */
function* minutesIn({ weekdays: days, from, until }: Pick<Shift, 'weekdays' | 'from' | 'until'>): Generator<number> {
  const start = minutesOf(from);
  const end = minutesOf(until);
  const length = end > start ? end - start : end + dayMinutes - start;
  for (const day of days) {
    const first = weekdays.indexOf(day) * dayMinutes + start;
    for (let minute = first; minute < first + length; minute += 1) yield minute % weekMinutes;
  }
}

/** For every minute of the week which shift answers (the first that covers it), or -1. */
function shiftsByMinute(shifts: readonly Shift[]): Int16Array {
  const answer = new Int16Array(weekMinutes).fill(-1);
  shifts.forEach((shift, n) => {
    for (const minute of minutesIn(shift)) if (answer[minute] === -1) answer[minute] = n;
  });
  return answer;
}

/** Joins the minutes for which `is` holds into stretches; one that goes on past the end of Sunday is one stretch. */
function spansWhere(is: (minute: number) => boolean): WeekSpan[] {
  const first = Array.from({ length: weekMinutes }, (_, minute) => minute).find((minute) => !is(minute));
  if (first === undefined) return [{ day: 0, from: '00:00', untilDay: 6, until: '24:00' }];
  const spans: WeekSpan[] = [];
  let start: number | null = null;
  // From a minute that does not count, once around the week.
  for (let n = 0; n <= weekMinutes; n += 1) {
    const minute = (first + n) % weekMinutes;
    if (is(minute)) start ??= first + n;
    else if (start !== null) {
      spans.push(spanOf(start, first + n));
      start = null;
    }
  }
  return spans.sort((a, b) => a.day - b.day || a.from.localeCompare(b.from));
}

function spanOf(start: number, end: number): WeekSpan {
  const last = (end - 1) % weekMinutes;
  const endsAtMidnight = end % dayMinutes === 0;
  return {
    day: Math.floor((start % weekMinutes) / dayMinutes),
    from: timeOf(start % dayMinutes),
    untilDay: Math.floor(last / dayMinutes),
    until: endsAtMidnight ? '24:00' : timeOf(end % dayMinutes),
  };
}

/** Twelve digits after a plus: the country's code and ten of the number. */
export function isIndianNumber(phone: string): boolean {
  return /^\+91\d{10}$/.test(phone.replace(/[\s()-]/g, ''));
}

function leaveGaps({ leave, contacts }: Rota): RotaGap[] {
  const nameOf = (id: string) => contacts.find((contact) => contact.id === id)?.name ?? id;
  return leave.flatMap((one): RotaGap[] => {
    if (one.contact === one.cover) return [{ gap: 'cover-self', name: nameOf(one.cover) }];
    const away = leave.find((other) => other.contact === one.cover && other.from <= one.until && one.from <= other.until);
    return away ? [{ gap: 'cover-away', name: nameOf(one.cover), from: one.from, until: one.until }] : [];
  });
}

function contactGaps({ contacts, shifts, leave }: Rota): RotaGap[] {
  const used = new Set([...shifts.flatMap(({ contact, next }) => [contact, ...next]), ...leave.map(({ cover }) => cover)]);
  return contacts.flatMap(({ id, name, phone }): RotaGap[] => [
    ...(isIndianNumber(phone) ? [] : [{ gap: 'bad-phone' as const, name, phone }]),
    ...(used.has(id) ? [] : [{ gap: 'unused' as const, name }]),
  ]);
}

/**
 * What is missing in a rota that can be saved: hours in which nobody is on call, or one person alone; numbers that cannot be
 * dialled; cover that is away itself. Dates of leave are YYYY-MM-DD.
 */
export function gapsOf(rota: Rota): RotaGap[] {
  if (rota.contacts.length === 0) return [{ gap: 'no-contacts' }];
  const answering = shiftsByMinute(rota.shifts);
  const uncovered = spansWhere((minute) => answering[minute] === -1);
  const alone = spansWhere((minute) => rota.shifts[answering[minute] ?? -1]?.next.length === 0);
  return [
    ...(uncovered.length > 0 ? [{ gap: 'uncovered' as const, spans: uncovered }] : []),
    ...(alone.length > 0 ? [{ gap: 'no-next' as const, spans: alone }] : []),
    ...contactGaps(rota),
    ...leaveGaps(rota),
  ];
}
