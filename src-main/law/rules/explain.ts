import { ownTargetId } from '../contract/target.ts';
import type { Calendar, Clock, ClockInput, DayOff, ExplanationStep, Rule, Rulebook, Target } from '../contract.ts';
import { daysOffBetween } from './calendar.ts';
import { dutiesFor, findSource, isRule } from './compile.ts';
import { entryFor } from './compute.ts';
import { explainOwnTarget } from './own-target.ts';
import { explainReminder } from './reminders.ts';
import { dateOf, istDay, sayDate, sayIst, showIst } from './time.ts';

export interface Explanation {
  /** From receipt to the due second. */
  steps: ExplanationStep[];
  notes: string[];
}

/**
 * Why a clock stands where it stands, in sentences an officer can defend: version, start, counting, due second, stop. With a
 * calendar, also which days off the clock ran through.
 */
export function explainClock(clock: Clock, input: ClockInput, rulebook: Rulebook, calendar: Calendar | null = null): Explanation {
  if (clock.rule === ownTargetId && input.target) return { steps: explainOwnTarget(clock, input.target), notes: [] };
  const reminder = explainReminder(clock);
  if (reminder) return { steps: reminder, notes: [] };
  const source = findSource(clock.rule, rulebook);
  if (!source)
    return { steps: [], notes: [`The rulebook ${rulebook.version} has no rule ${clock.rule}; the clock was made with another one.`] };
  const steps: ExplanationStep[] = [
    {
      what: 'received',
      text: `Received ${sayIst(input.receivedAt)} (stored as ${input.receivedAt}); law counts in Indian Standard Time.`,
      at: showIst(input.receivedAt),
      values: { stored: input.receivedAt },
    },
    versionStep(source, rulebook),
    startStep(clock),
    ...countingSteps(clock, source, rulebook, calendar),
    ...endSteps(clock, input),
  ];
  return { steps, notes: notesOf(clock, source, input, rulebook) };
}

function versionStep(source: Rule | Target, rulebook: Rulebook): ExplanationStep {
  if (!isRule(source))
    return { what: 'target', text: `${source.id} is a target of this desk, not a limit of law.`, values: { rule: source.id } };
  const { id, instrument, cite, from, until } = source;
  const since = from ? `from ${sayDate(from)}` : 'without a first day';
  const last = until ? ` until ${sayDate(until)}` : '';
  return {
    what: 'version',
    text: `${id}: ${instrument}, ${cite}, in force ${since}${last} at the instant of receipt. ${rulebook.counting.version}`,
    law: rulebook.counting.version,
    values: { rule: id, instrument, cite, from: from ?? '', until: until ?? '' },
  };
}

function startStep({ start, waitsFor }: Clock): ExplanationStep {
  if (start !== null) return { what: 'start', text: `The clock starts at ${sayIst(start)}.`, at: showIst(start) };
  const event = waitsFor ?? 'its event';
  return { what: 'waits', text: `The clock waits for: ${event}.`, values: { event } };
}

function countingSteps(clock: Clock, source: Rule | Target, rulebook: Rulebook, calendar: Calendar | null): ExplanationStep[] {
  if (clock.due === null || clock.start === null)
    return source.n === null && !isOwnDate(source) ? [{ what: 'no-number', text: 'No number is fixed: a duty without a due date.' }] : [];
  const text = `Due ${sayIst(clock.due)}; an act in that second is in time.`;
  const due: ExplanationStep = { what: 'due', text, at: showIst(clock.due) };
  if (isOwnDate(source)) return [{ what: 'own-date', text: 'The instrument itself fixes the date.' }, due];
  const closing = clock.internal ? [] : runsThrough(clock.start, clock.due, rulebook, calendar);
  return [...countSteps(clock, source), ...closing, due];
}

function isOwnDate(source: Rule | Target): boolean {
  return isRule(source) && source.ownDate === true;
}

function runsThrough(start: string, due: string, { counting }: Rulebook, calendar: Calendar | null): ExplanationStep[] {
  return [
    { what: 'weekends', text: counting.weekends, law: counting.weekends },
    ...daysOffSteps(start, due, calendar),
    { what: 'pauses', text: counting.pauses, law: counting.pauses },
  ];
}

/** A longer period holds so many Sundays that a list of them says nothing. */
const longestListedMs = 40 * 86_400_000;

function daysOffSteps(start: string, due: string, calendar: Calendar | null): ExplanationStep[] {
  if (calendar === null || due <= start || Date.parse(due) - Date.parse(start) > longestListedMs) return [];
  const days = daysOffBetween(start, due, calendar);
  if (days.length === 0) return [];
  const text = `The clock ran on through ${days.map(sayDayOff).join(', ')} (calendar ${calendar.id}, version ${calendar.version}).`;
  return [{ what: 'days-off', text, days, values: { calendar: calendar.id, version: calendar.version } }];
}

const weekdayWords = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };

function sayDayOff({ date, weekday, name }: DayOff): string {
  return `${weekdayWords[weekday]} ${sayDate(date)}${name ? ` (${name})` : ''}`;
}

const unitWords = { min: 'minutes', h: 'hours', d: 'days', m: 'months', y: 'years' } as const;

function countSteps({ start }: Clock, source: Rule | Target): ExplanationStep[] {
  const { n, unit, sense } = source;
  const plural = unit ? unitWords[unit] : '';
  const amount = `${n} ${n === 1 ? plural.slice(0, -1) : plural}`;
  const counted = { n: n ?? 0, unit: unit ?? '' };
  if (sense === 'back') return [{ what: 'count-back', text: `${amount} are counted back from the start, exactly.`, values: counted }];
  if (unit === 'h' || unit === 'min')
    return [{ what: 'count-exact', text: `${amount} are counted exactly from the start.`, values: counted }];
  const date = dateOf(istDay(Date.parse(start ?? '')));
  const how = unit === 'd' ? 'the last day' : 'the same day of the month, or the last one where there is none,';
  const step: ExplanationStep = {
    what: unit === 'd' ? 'count-days' : 'count-months',
    text: `${amount}: the day of the start (${sayDate(date)}) is left out and ${how} counts until 23:59:59 IST.`,
    values: { ...counted, date },
  };
  if (sense !== 'min') return [step];
  return [step, { what: 'minimum', text: 'As a minimum, disposal is allowed only after that second and without a hold.' }];
}

function endSteps(clock: Clock, input: ClockInput): ExplanationStep[] {
  if (clock.stoppedAt === null) return [];
  const at = showIst(clock.stoppedAt);
  if (clock.state === 'stopped') return [{ what: 'stopped', text: `Stopped by the act of ${sayIst(clock.stoppedAt)}.`, at }];
  const what = withdrawnBy(clock.stoppedAt, input);
  return [{ what, text: `Withdrawn at ${sayIst(clock.stoppedAt)} by ${withdrawers[what]}.`, at }];
}

const withdrawers = {
  'withdrawn-by-verdict': 'a recorded verdict that the order is not valid',
  'withdrawn-by-complainant': 'the complainant',
  'withdrawn-by-end': 'the end of the case without an answer due',
} as const;

function withdrawnBy(at: string, { moments }: ClockInput): keyof typeof withdrawers {
  if (moments?.verdictWithdrawn === at) return 'withdrawn-by-verdict';
  return moments?.withdrawn === at ? 'withdrawn-by-complainant' : 'withdrawn-by-end';
}

function notesOf(clock: Clock, source: Rule | Target, input: ClockInput, rulebook: Rulebook): string[] {
  const duty = dutiesFor(input.kind, rulebook).law.find(({ id }) => id === clock.rule);
  const entry = duty ? entryFor(duty, input) : undefined;
  return [
    ...(clock.disputed ? ['Counsel may disagree: check with counsel.'] : []),
    ...(entry?.note ? [entry.note] : []),
    ...(clock.assumed ? [`Assumed, because not recorded: ${clock.assumed.join(', ')}.`] : []),
    ...clock.alternatives.map(({ reading, due }) => `${reading}${due ? ` Due then ${sayIst(due)}.` : ''}`),
    ...(source.notes ?? []),
    ...(isRule(source) && source.confidence === 'M' ? ['The words of this rule were not read in a source: check with counsel.'] : []),
  ];
}
