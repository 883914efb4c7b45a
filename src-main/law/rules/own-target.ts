import { ownTargetId } from '../contract/target.ts';
import type { Calendar, Clock, ClockInput, OwnTarget } from '../contract.ts';
import { addWorkingDays, workingDaysBetween } from './calendar.ts';
import { eventAt } from './input.ts';
import { sayIst, showIst, utc } from './time.ts';

const stops = ['decisionSent', 'refusalSent', 'closed'] as const;

/** A case's own target as one of its internal clocks. While paused it waits, and its date stays in sight. */
export function ownClock(target: OwnTarget, input: ClockInput): Clock {
  const met = stops.map((event) => eventAt(event, input)).filter((at) => at !== undefined);
  const first = met.sort()[0] ?? null;
  const gone = first === null ? (input.moments?.voided ?? null) : null;
  const isPaused = first === null && gone === null && target.paused !== null;
  return {
    rule: ownTargetId,
    start: target.setAt,
    due: target.due,
    stoppedAt: first ?? gone,
    state: first !== null ? 'stopped' : gone !== null ? 'withdrawn' : isPaused ? 'waits' : 'runs',
    waitsFor: isPaused ? 'target-resumed' : null,
    sense: 'max',
    internal: true,
    disputed: false,
    alternatives: [],
  };
}

/**
 * The target after its pause ends at `at` (UTC). A target with a date moves by the length of the pause; one of working days
 * has as many of them left as when it was paused. One that was late already stays where it was.
 */
export function resumedTarget(target: OwnTarget, at: string, endedBy: 'person' | 'mail', calendar: Calendar | null): OwnTarget {
  const { paused } = target;
  if (paused === null) return target;
  return {
    ...target,
    due: dueAfterPause(target, paused.at, at, calendar),
    paused: null,
    pauses: [...target.pauses, { ...paused, until: at, endedBy }],
  };
}

function dueAfterPause({ due, working }: OwnTarget, pausedAt: string, at: string, calendar: Calendar | null): string {
  if (due < pausedAt) return due;
  if (working === null || calendar === null) return utc(Date.parse(due) + (Date.parse(at) - Date.parse(pausedAt)));
  const left = workingDaysBetween(pausedAt, due, calendar);
  // Paused on its last day: the day of the resumption is the last one again.
  return left === 0 ? addWorkingDays(utc(Date.parse(at) - 86_400_000), 1, calendar).due : addWorkingDays(at, left, calendar).due;
}

const pauseWords = {
  'awaiting-complainant': 'waiting for the complainant',
  'legal-opinion': 'waiting for a legal opinion',
  'legal-hold': 'legal hold',
  other: 'another reason',
} as const;

/** The steps of the explanation of a case's own target. */
export function explainOwnTarget(clock: Clock, target: OwnTarget): { text: string; at?: string }[] {
  const { working } = target;
  return [
    { text: 'This date was set by the desk for this case. It is no limit of law, and no clock of law looks at it.' },
    { text: `Set ${sayIst(target.setAt)}${target.reason ? `: ${target.reason}` : '.'}`, at: showIst(target.setAt) },
    ...(working
      ? [{ text: `Counted as ${working.days} working days by the calendar ${working.calendar}, version ${working.version}.` }]
      : []),
    ...target.pauses.map(({ at, until, code, text, endedBy }) => ({
      text: `Paused from ${sayIst(at)} to ${sayIst(until)}: ${pauseWords[code]}${text ? ` (${text})` : ''}; ended by ${endedBy === 'mail' ? 'a message that came in' : 'a person'}.`,
    })),
    ...(target.paused
      ? [{ text: `Paused since ${sayIst(target.paused.at)}: ${pauseWords[target.paused.code]}. The clocks of law run on.` }]
      : []),
    ...(clock.due ? [{ text: `Due ${sayIst(clock.due)}.`, at: showIst(clock.due) }] : []),
    ...(clock.stoppedAt ? [{ text: `Ended ${sayIst(clock.stoppedAt)}.`, at: showIst(clock.stoppedAt) }] : []),
  ];
}
