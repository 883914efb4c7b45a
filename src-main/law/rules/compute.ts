import type { Alternative, Clock, ClockInput, Rulebook } from '../contract.ts';
import { type Duty, dutiesFor, type Entry, inForce } from './compile.ts';
import { countFrom } from './counting.ts';
import { closedAt, eventAt } from './input.ts';
import { ownClock } from './own-target.ts';
import { reminderClocks } from './reminders.ts';
import { dayOf, startOfDay, utc } from './time.ts';

type Reading = Clock['alternatives'][number];

/**
 * Every clock of a case, strictest first: dated limits, then duties without a number, then periods that bind nobody here or
 * only forbid disposal, then clocks that wait, then the desk's own targets. Nothing in the answer depends on the present.
 * The version of each rule is the one in force at the instant of receipt in IST (law.md 2.1; which rules, 2.3).
 */
export function computeClocks(input: ClockInput, rulebook: Rulebook): Clock[] {
  const receivedMs = Date.parse(input.receivedAt);
  const { law, targets, fallbacks } = dutiesFor(input.kind, rulebook);
  const clocks: Clock[] = [];
  for (const duty of law) addClock(clocks, duty, input, receivedMs);
  for (const duty of targets) addClock(clocks, duty, input, receivedMs);
  if (input.target) clocks.push(ownClock(input.target, input));
  if (needsFallback(clocks, input)) addFallback(clocks, fallbacks, input, receivedMs);
  clocks.push(...reminderClocks(input));
  return clocks.sort(byStrictness);
}

function addClock(clocks: Clock[], duty: Duty, input: ClockInput, receivedMs: number): void {
  if (receivedMs < duty.fromMs || receivedMs >= duty.untilMs) return;
  const entry = entryFor(duty, input);
  if (!entry || (input.isOwnMotion && duty.rule !== null && entry.starts.includes('received'))) return;
  clocks.push(makeClock(duty, entry, input, receivedMs));
}

/** The first entry of the duty whose condition holds for the case, or undefined. */
export function entryFor(duty: Duty, input: ClockInput): Entry | undefined {
  for (const entry of duty.entries) if (!entry.test || entry.test(input)) return entry;
  return undefined;
}

/** Every open case has a legal date or an internal target, so that nothing sorts out of sight. */
function needsFallback(clocks: Clock[], input: ClockInput): boolean {
  if (closedAt(input) !== undefined || input.moments?.voided !== undefined) return false;
  return !clocks.some((clock) => leads(clock) || (clock.internal && clock.stoppedAt === null && clock.due !== null));
}

function addFallback(clocks: Clock[], fallbacks: Duty[], input: ClockInput, receivedMs: number): void {
  for (const duty of fallbacks) {
    addClock(clocks, duty, input, receivedMs);
    if (clocks.at(-1)?.rule === duty.id) return;
  }
}

/** Whether a clock may lead the queue: law, unmet, dated, at most or backwards. */
export function leads(clock: Clock): boolean {
  return !clock.internal && clock.state === 'runs' && clock.due !== null && (clock.sense === 'max' || clock.sense === 'back');
}

function makeClock(duty: Duty, entry: Entry, input: ClockInput, receivedMs: number): Clock {
  const { source, rule } = duty;
  const start = startOf(duty, entry, input) ?? null;
  const due = dueOf(duty, start, input);
  const stop = stopOf(duty, entry, input, { start, due });
  const alternatives =
    rule && rule.alternatives.length > 0 ? readings(rule.alternatives, { duty, start, due, stop, input, receivedMs }) : [];
  const waitsFor = waitingFor(duty, entry, start, due);
  const clock: Clock = {
    rule: source.id,
    start,
    due,
    stoppedAt: stop?.at ?? null,
    state: stop ? stop.state : waitsFor ? 'waits' : due === null ? 'duty' : 'runs',
    waitsFor: stop ? null : waitsFor,
    sense: source.sense,
    internal: rule === null,
    disputed: entry.isDisputed || rule?.disputed === true || alternatives.length > 0 || isClassDoubtful(duty, input),
    alternatives,
  };
  const assumed = entry.assumes?.filter((fact) => input.facts[fact] === undefined);
  if (assumed && assumed.length > 0) clock.assumed = assumed;
  return clock;
}

function startOf(duty: Duty, entry: Entry, input: ClockInput): string | undefined {
  if (duty.rule?.recurs) {
    const lastDone = input.moments?.done?.[duty.id];
    if (lastDone) return lastDone;
  }
  for (const event of entry.starts) {
    const at = eventAt(event, input);
    if (at !== undefined) return at;
  }
  return undefined;
}

function dueOf(duty: Duty, start: string | null, input: ClockInput): string | null {
  const { source, rule } = duty;
  if (rule?.ownDate) return input.facts.respondBy ?? null;
  if (start === null || source.n === null || source.unit === null) return null;
  return utc(countFrom(Date.parse(start), source.n, source.unit, source.sense).dueMs);
}

function waitingFor(duty: Duty, entry: Entry, start: string | null, due: string | null): string | null {
  if (start === null) return entry.starts[0] ?? null;
  return duty.rule?.ownDate && due === null ? 'respondBy' : null;
}

interface Stop {
  at: string;
  state: 'stopped' | 'withdrawn';
}

/** Whatever came first: the act that meets the clock, or what takes it away. */
function stopOf(duty: Duty, entry: Entry, input: ClockInput, { start, due }: { start: string | null; due: string | null }): Stop | null {
  const met = earliest(entry, duty, input);
  const gone = takenAway(duty, input, start);
  if (met !== undefined && (gone === undefined || met <= gone)) return { at: met, state: 'stopped' };
  if (gone === undefined) return null;
  // What takes a clock away after its due second does not undo that it was missed.
  const isTooLate = due !== null && duty.source.sense === 'max' && gone.slice(0, 19) > due.slice(0, 19);
  return { at: gone, state: isTooLate ? 'stopped' : 'withdrawn' };
}

function earliest(entry: Entry, duty: Duty, input: ClockInput): string | undefined {
  let first = duty.rule?.recurs ? undefined : input.moments?.done?.[duty.id];
  for (const event of entry.stops) {
    const at = eventAt(event, input);
    if (at !== undefined && (first === undefined || at < first)) first = at;
  }
  return first;
}

/** Withdrawal ends disposal only; a verdict ends the clock of the order; a voided case ends all but what must be kept. */
function takenAway({ rule, source }: Duty, { moments }: ClockInput, start: string | null): string | undefined {
  if (!moments) return undefined;
  const keepsEvidence = source.sense === 'min' && start !== null;
  let first = keepsEvidence ? undefined : moments.voided;
  const consider = (at: string | undefined) => {
    if (at !== undefined && (first === undefined || at < first)) first = at;
  };
  if (rule?.endsOnWithdrawal) consider(moments.withdrawn);
  if (rule?.endsOnVerdict) consider(moments.verdictWithdrawn);
  return first;
}

/** Disputed where the platform holds no class that the rule binds for certain, and denies or disputes at least one. */
export function isClassDoubtful({ who }: Duty, { classes }: ClockInput): boolean {
  let isDoubtful = false;
  for (const name of who) {
    if (classes[name] === 'yes') return false;
    if (classes[name] !== undefined) isDoubtful = true;
  }
  return isDoubtful;
}

interface Situation {
  duty: Duty;
  start: string | null;
  due: string | null;
  stop: Stop | null;
  input: ClockInput;
  receivedMs: number;
}

function readings(alternatives: Alternative[], situation: Situation): Reading[] {
  const found: Reading[] = [];
  for (const alternative of alternatives) {
    const due = otherDue(alternative, situation);
    if (due !== undefined) found.push({ reading: alternative.reading, due });
  }
  return found;
}

/** The due instant under another reading, null where no clock would run, or undefined where the reading changes nothing here. */
function otherDue(alternative: Alternative, situation: Situation): string | null | undefined {
  switch (alternative.type) {
    case 'reading':
      return null;
    case 'in-force':
      return otherwiseInForce(alternative, situation);
    case 'restart':
      return restartedDue(alternative, situation);
    case 'own-date':
      return earlierOwnDate(situation);
    case 'pending':
      return situation.due !== null && Date.parse(situation.due) >= startOfDay(dayOf(alternative.after) + 1) ? null : undefined;
    case 'overflow':
      return overflowedDue(situation);
  }
}

function otherwiseInForce({ from, until }: Extract<Alternative, { type: 'in-force' }>, { duty, receivedMs }: Situation): null | undefined {
  const { fromMs, untilMs } = inForce({ from: from ?? duty.rule?.from, until: until ?? duty.rule?.until });
  return receivedMs < fromMs || receivedMs >= untilMs ? null : undefined;
}

function earlierOwnDate({ due, input }: Situation): string | undefined {
  const own = input.facts.respondBy;
  return due !== null && own !== undefined && own < due ? own : undefined;
}

function overflowedDue({ duty, start }: Situation): string | undefined {
  const { n, unit, sense } = duty.source;
  if (start === null || n === null || unit === null) return undefined;
  const { overflowMs } = countFrom(Date.parse(start), n, unit, sense);
  return overflowMs === null ? undefined : utc(overflowMs);
}

/** The conservative reading of an amendment: the new limit counts from the moment it came into force, if that ends earlier. */
function restartedDue({ at, n, unit }: Extract<Alternative, { type: 'restart' }>, { due, stop, duty }: Situation): string | undefined {
  const restartMs = startOfDay(dayOf(at));
  if (due === null || Date.parse(due) < restartMs) return undefined;
  if (stop && Date.parse(stop.at) < restartMs) return undefined;
  const { dueMs } = countFrom(restartMs, n, unit, duty.source.sense);
  return dueMs < Date.parse(due) ? utc(dueMs) : undefined;
}

function byStrictness(a: Clock, b: Clock): number {
  const difference = place(a) - place(b);
  if (difference !== 0) return difference;
  if (a.due === b.due) return 0;
  return (a.due ?? '') < (b.due ?? '') ? -1 : 1;
}

function place(clock: Clock): number {
  if (clock.internal) return 4;
  if (clock.state === 'waits') return 3;
  if (clock.due === null) return 1;
  return clock.sense === 'max' || clock.sense === 'back' ? 0 : 2;
}
