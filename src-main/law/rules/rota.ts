import { weekdays } from '../contract/calendar.ts';
import type { AlarmStep, Contact, Rota } from '../contract.ts';
import { dateOf, istDay, minuteMs, startOfDay } from './time.ts';

const dayMinutes = 24 * 60;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

interface Moment {
  date: string;
  weekday: (typeof weekdays)[number];
  minute: number;
}

function momentAt(iso: string): Moment {
  const ms = Date.parse(iso);
  const day = istDay(ms);
  return { date: dateOf(day), weekday: weekdays[(((day + 3) % 7) + 7) % 7]!, minute: Math.floor((ms - startOfDay(day)) / minuteMs) };
}

/** Whether a span of hours that starts on this weekday, or started on the day before, covers the moment. */
function covers({ from, until }: { from: string; until: string }, days: readonly string[], { weekday, minute }: Moment): boolean {
  const start = minutesOf(from);
  const end = minutesOf(until);
  const length = end > start ? end - start : end + dayMinutes - start;
  const yesterday = weekdays[(weekdays.indexOf(weekday) + 6) % 7]!;
  if (days.includes(weekday) && minute >= start && minute < start + length) return true;
  return days.includes(yesterday) && minute + dayMinutes < start + length;
}

/** Whether `iso` (UTC) falls into the rota's quiet hours. */
export function isQuiet(rota: Rota, iso: string): boolean {
  return rota.quiet !== null && covers(rota.quiet, weekdays, momentAt(iso));
}

/** Who stands in for a contact on that date; a cover on leave is covered in turn, and nobody twice. */
function present(rota: Rota, id: string, date: string): string {
  const seen = new Set<string>();
  let who = id;
  for (;;) {
    seen.add(who);
    const away = rota.leave.find(({ contact, from, until }) => contact === who && from <= date && date <= until);
    if (!away || seen.has(away.cover)) return who;
    who = away.cover;
  }
}

/** Whom to call at the UTC instant `iso`, in order: the first shift that covers it, leave covered; empty when nobody is on call. */
export function onCall(rota: Rota, iso: string): Contact[] {
  const moment = momentAt(iso);
  const shift = rota.shifts.find((one) => covers(one, one.weekdays, moment));
  if (!shift) return [];
  const ids = new Set([shift.contact, ...shift.next].map((id) => present(rota, id, moment.date)));
  return [...ids].flatMap((id) => rota.contacts.find((contact) => contact.id === id) ?? []);
}

/** How far an alarm climbs: the first contact at first, the second with nine tenths gone, everybody at the last ten minutes. */
export function callAt(step: AlarmStep, contacts: readonly Contact[]): Contact[] {
  if (['50%', '75%', '30d', '7d'].includes(step)) return contacts.slice(0, 1);
  return ['90%', '30min', '1d'].includes(step) ? contacts.slice(0, 2) : [...contacts];
}
