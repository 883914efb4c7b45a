import { ownTargetId } from '../contract/target.ts';
import type { Calendar, Clock, ClockInput, ExplanationStep, OwnTarget } from '../contract.ts';
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
export function explainOwnTarget(clock: Clock, target: OwnTarget): ExplanationStep[] {
  return [
    { what: 'own', text: 'This date was set by the desk for this case. It is no limit of law, and no clock of law looks at it.' },
    setStep(target),
    ...workingSteps(target),
    ...pauseSteps(target),
    ...extensionSteps(target),
    ...(clock.due ? [{ what: 'own-due' as const, text: `Due ${sayIst(clock.due)}.`, at: showIst(clock.due) }] : []),
    ...(clock.stoppedAt ? [{ what: 'own-ended' as const, text: `Ended ${sayIst(clock.stoppedAt)}.`, at: showIst(clock.stoppedAt) }] : []),
  ];
}

function setStep({ setAt, reason }: OwnTarget): ExplanationStep {
  return {
    what: 'own-set',
    text: `Set ${sayIst(setAt)}${reason ? `: ${reason}` : '.'}`,
    at: showIst(setAt),
    values: { reason: reason ?? '' },
  };
}

function workingSteps({ working }: OwnTarget): ExplanationStep[] {
  if (!working) return [];
  const { days, calendar, version } = working;
  const text = `Counted as ${days} working days by the calendar ${calendar}, version ${version}.`;
  return [{ what: 'own-working', text, values: { days, calendar, version } }];
}

function pauseSteps({ pauses, paused }: OwnTarget): ExplanationStep[] {
  const ended = pauses.map(({ at, until, code, text, endedBy }): ExplanationStep => {
    const why = `${pauseWords[code]}${text ? ` (${text})` : ''}`;
    const who = endedBy === 'mail' ? 'a message that came in' : 'a person';
    return {
      what: 'own-paused',
      text: `Paused from ${sayIst(at)} to ${sayIst(until)}: ${why}; ended by ${who}.`,
      values: { from: showIst(at), until: showIst(until), code, text: text ?? '' },
    };
  });
  if (!paused) return ended;
  const { at, code } = paused;
  const text = `Paused since ${sayIst(at)}: ${pauseWords[code]}. The clocks of law run on.`;
  return [...ended, { what: 'own-stands', text, values: { from: showIst(at), code } }];
}

function extensionSteps({ extensions = [] }: OwnTarget): ExplanationStep[] {
  return extensions.map(({ at, was, reason }) => ({
    what: 'own-extended',
    text: `Put off ${sayIst(at)}, from ${sayIst(was)}: ${reason}`,
    at: showIst(at),
    values: { was: showIst(was), reason },
  }));
}
