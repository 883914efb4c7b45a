import { type AlarmStep, alarmStepNames } from '../contract/alarm.ts';
import { keepReminderId } from '../contract/reminder.ts';
import type { Alarm, AlarmSteps, Clock } from '../contract.ts';
import { dayMs, hourMs, minuteMs, utc } from './time.ts';

/** The desk's steps: half, three quarters and nine tenths of the time gone, half an hour and ten minutes left, and the end. */
export const alarmSteps: AlarmSteps = {
  percent: [
    { step: '50%', part: 0.5 },
    { step: '75%', part: 0.75 },
    { step: '90%', part: 0.9 },
  ],
  minutesBefore: [
    { step: '30min', minutes: 30 },
    { step: '10min', minutes: 10 },
  ],
  daysBefore: [
    { step: '30d', days: 30 },
    { step: '7d', days: 7 },
    { step: '1d', days: 1 },
  ],
};

/** Quiet hours never silence a clock shorter than this. */
const shortClockMs = 4 * hourMs;

/** What an alarm needs to know of a clock. */
export type Watched = Pick<Clock, 'rule' | 'start' | 'due' | 'state' | 'sense'>;

/** Whether a clock can be missed from here: it runs, has a date, and is a limit to be kept. */
export function isWatched(clock: Watched): boolean {
  return clock.state === 'runs' && clock.due !== null && (clock.sense === 'max' || clock.sense === 'back');
}

/** What is preserved is reminded of by days: whoever renews it needs a paper for that. */
function daysBeforeEnd(clock: Watched, { daysBefore = [] }: AlarmSteps): { step: AlarmStep; ms: number }[] {
  const dueMs = Date.parse(clock.due ?? '');
  const startMs = clock.start === null ? Number.NEGATIVE_INFINITY : Date.parse(clock.start);
  const before = daysBefore.map(({ step, days }) => ({ step, ms: dueMs - days * dayMs })).filter(({ ms }) => ms > startMs);
  return [...before, { step: 'due', ms: dueMs }];
}

/** The instants (ms) at which a clock alarms, earliest first. A percentage within the last minutes gives way to the minutes. */
function instantsOf(clock: Watched, steps: AlarmSteps): { step: AlarmStep; ms: number }[] {
  if (clock.rule === keepReminderId) return daysBeforeEnd(clock, steps);
  const { percent, minutesBefore } = steps;
  const dueMs = Date.parse(clock.due ?? '');
  const startMs = clock.start === null ? Number.NaN : Date.parse(clock.start);
  const lengthMs = dueMs - startMs;
  const found: { step: AlarmStep; ms: number }[] = [];
  const lastMinutesMs = Math.max(0, ...minutesBefore.map(({ minutes }) => minutes)) * minuteMs;
  if (lengthMs > 0)
    for (const { step, part } of percent) {
      const ms = startMs + Math.floor(lengthMs * part);
      if (dueMs - ms > lastMinutesMs) found.push({ step, ms });
    }
  for (const { step, minutes } of minutesBefore) {
    const ms = dueMs - minutes * minuteMs;
    if (!(ms <= startMs) || clock.sense === 'back') found.push({ step, ms });
  }
  found.push({ step: 'due', ms: dueMs });
  return found;
}

function isShort(clock: Watched): boolean {
  return clock.start !== null && Math.abs(Date.parse(clock.due ?? '') - Date.parse(clock.start)) < shortClockMs;
}

/** Every alarm of these clocks after the UTC instant `after`, in order. Steps short clocks have no room for are left out. */
export function alarmsFor(clocks: readonly Watched[], steps: AlarmSteps, after: string): Alarm[] {
  const afterMs = Date.parse(after);
  return clocks
    .filter(isWatched)
    .flatMap((clock) =>
      instantsOf(clock, steps)
        .filter(({ ms }) => ms > afterMs)
        .map(({ step, ms }) => ({ rule: clock.rule, step, at: utc(ms), due: clock.due ?? '', isShort: isShort(clock) })),
    )
    .sort((a, b) => (a.at === b.at ? alarmStepNames.indexOf(a.step) - alarmStepNames.indexOf(b.step) : a.at < b.at ? -1 : 1));
}

/** When the next alarm of these clocks sounds after the UTC instant `after`, or null. */
export function nextAlarm(clocks: readonly Watched[], after: string): string | null {
  const afterMs = Date.parse(after);
  let first = Number.POSITIVE_INFINITY;
  for (const clock of clocks) {
    if (!isWatched(clock)) continue;
    for (const { ms } of instantsOf(clock, alarmSteps)) if (ms > afterMs && ms < first) first = ms;
  }
  return first === Number.POSITIVE_INFINITY ? null : utc(first);
}

/** The alarms from `from` (included) to `upto` (included), UTC: of each clock only the last one, which says it all. */
export function passedAlarms(clocks: readonly Watched[], from: string, upto: string): Alarm[] {
  const latest = new Map<string, Alarm>();
  for (const alarm of alarmsFor(clocks, alarmSteps, utc(Date.parse(from) - 1))) if (alarm.at <= upto) latest.set(alarm.rule, alarm);
  return [...latest.values()].sort((a, b) => (a.due < b.due ? -1 : 1));
}
