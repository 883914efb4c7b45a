import { Fault } from '../../desk/faults.ts';
import type { Clock, ClockInput, ClockView, Rule, Rulebook } from '../contract.ts';
import { type Duty, dutiesFor, findSource, inForce, isRule } from './compile.ts';
import { computeClocks, entryFor, isClassDoubtful } from './compute.ts';
import { judgeIntimation } from './intimation.ts';
import { dateOf, istDay, sayDate, sayIst } from './time.ts';
import { viewClock } from './view.ts';

export interface ClocksAnswer {
  clocks: ClockView[];
  notes: string[];
}

/** The clocks of a case as shown at `nowIso` (UTC), with the sentences that belong beside them. */
export function clocksAnswer(input: ClockInput, rulebook: Rulebook, nowIso: string): ClocksAnswer {
  const clocks = computeClocks(input, rulebook);
  return { clocks: clocks.map((clock) => viewClock(clock, rulebook, nowIso)), notes: notesFor(input, clocks, rulebook) };
}

/** What an officer must be told beside the clocks: assumptions, open questions, defects of an order, laws not in force. */
function notesFor(input: ClockInput, clocks: readonly Clock[], rulebook: Rulebook): string[] {
  const receivedMs = Date.parse(input.receivedAt);
  const hints = dutiesFor(input.kind, rulebook).hints.filter(
    ({ fromMs, untilMs, test }) => receivedMs >= fromMs && receivedMs < untilMs && (!test || test(input)),
  );
  return [
    ...(input.historical ? ['Imported history: the clocks are computed and shown, and raise no alarm.'] : []),
    ...defectNotes(input, rulebook),
    ...hints.map(({ text }) => text),
    ...assumptionNotes(clocks),
    ...classNotes(input, clocks, rulebook),
    ...dateNotes(input, clocks, rulebook),
  ];
}

function defectNotes(input: ClockInput, rulebook: Rulebook): string[] {
  if (input.kind !== 'removal-order') return [];
  const { verdict, reasons } = judgeIntimation(input.facts, input.receivedAt, rulebook);
  if (verdict !== 'invalid') return [];
  return [`${rulebook.intimationTest.label}: ${reasons.join('; ')}.`];
}

/** What a fact is about, where its own name is no word. */
const factWords: Readonly<Record<string, string>> = {
  removalSought: 'whether removal is asked for',
  aboutComplainant: 'whether it is about the complainant',
  sexualAndChild: 'whether it shows a child in sexual content',
  copyrightNotice: 'whether it is a notice of copyright',
  alsoUser: 'whether the consumer is also a user',
  personalDataAffected: 'whether personal data is affected',
  noticedAt: 'when it was noticed',
  noticeToAppear: 'whether it calls to appear',
  discontinuedAt: 'when it was discontinued',
  officerRank: 'the rank of the officer',
  inWriting: 'whether it is in writing',
  reasoned: 'whether it gives reasons',
  legalBasis: 'the legal basis',
  unlawfulAct: 'the unlawful act',
  urlsGiven: 'whether it names addresses',
  authorised: 'whether the officer is authorised',
  addressedToUs: 'whether it is addressed to the platform',
  purposeStated: 'whether it states its purpose',
  respondBy: 'the time that it fixes',
};

function assumptionNotes(clocks: readonly Clock[]): string[] {
  return clocks.flatMap(({ rule, assumed }) =>
    assumed && assumed.length > 0
      ? [`${rule} is assumed: ${assumed.map((fact) => factWords[fact] ?? fact).join(', ')} not recorded yet.`]
      : [],
  );
}

function classNotes(input: ClockInput, clocks: readonly Clock[], rulebook: Rulebook): string[] {
  const shown = new Set(clocks.map(({ rule }) => rule));
  const doubtful = dutiesFor(input.kind, rulebook).law.filter((duty) => shown.has(duty.id) && isClassDoubtful(duty, input));
  if (doubtful.length === 0) return [];
  const classes = [...new Set(doubtful.flatMap(({ who }) => who))].join(', ');
  return [`The profile does not record the platform for certain as: ${classes}. ${idsOf(doubtful)} are shown as disputed.`];
}

/** Laws that fit the case, of which no version was in force when it was received. */
function dateNotes(input: ClockInput, clocks: readonly Clock[], rulebook: Rulebook): string[] {
  const receivedMs = Date.parse(input.receivedAt);
  const { law } = dutiesFor(input.kind, rulebook);
  const inForceThen = new Set(law.filter((duty) => isWithin(receivedMs, duty)).map(({ rule }) => rule?.family));
  const missing = law.filter((duty) => !inForceThen.has(duty.rule?.family) && entryFor(duty, input) !== undefined);
  const notes: string[] = [];
  const coming = firstOfEachFamily(missing.filter(({ fromMs }) => receivedMs < fromMs));
  if (coming.length > 0) notes.push(`Not yet in force on ${sayDay(receivedMs)}: ${coming.map(sayStart).join(', ')}.`);
  for (const duty of missing) if (receivedMs >= duty.untilMs) notes.push(...endedNotes(duty, receivedMs));
  if (missing.length > 0 && !clocks.some(({ internal }) => !internal))
    notes.push(`No rule of this rulebook was in force for this kind of case on ${sayDay(receivedMs)}.`);
  return notes;
}

function endedNotes({ rule }: Duty, receivedMs: number): string[] {
  const notes = [`No longer in force on ${sayDay(receivedMs)}: ${rule?.id} (until ${sayDate(rule?.until ?? '')}).`];
  for (const alternative of rule?.alternatives ?? []) {
    if (alternative.type !== 'in-force') continue;
    const dates = { from: alternative.from ?? rule?.from, until: alternative.until ?? rule?.until };
    if (isWithin(receivedMs, inForce(dates))) notes.push(`${rule?.id} would still run under another reading: ${alternative.reading}`);
  }
  return notes;
}

function isWithin(ms: number, { fromMs, untilMs }: { fromMs: number; untilMs: number }): boolean {
  return ms >= fromMs && ms < untilMs;
}

function firstOfEachFamily(duties: Duty[]): Duty[] {
  const first = new Map<string, Duty>();
  for (const duty of duties) {
    const family = duty.rule?.family ?? duty.id;
    const known = first.get(family);
    if (!known || duty.fromMs < known.fromMs) first.set(family, duty);
  }
  return [...first.values()];
}

function sayStart({ rule }: Duty): string {
  return `${rule?.id} (from ${sayDate(rule?.from ?? '')})`;
}

function idsOf(duties: Duty[]): string {
  return duties.map(({ id }) => id).join(', ');
}

function sayDay(ms: number): string {
  return sayDate(dateOf(istDay(ms)));
}

/**
 * One clock of law, started at the UTC instant `startIso` and counted on its own, without a case. Null when the rule was not
 * in force at that instant.
 * @throws Fault `not-found` when the rulebook has no such rule
 */
export function clockByRule(ruleId: string, startIso: string, rulebook: Rulebook): Clock | null {
  const rule = mustFindRule(ruleId, rulebook);
  if (!isWithin(Date.parse(startIso), inForce(rule))) return null;
  const input: ClockInput = { kind: 'unsorted', receivedAt: startIso, facts: {}, classes: {} };
  return computeClocks(input, loneRule(rule, rulebook))[0] ?? null;
}

function mustFindRule(ruleId: string, rulebook: Rulebook): Rule {
  const source = findSource(ruleId, rulebook);
  if (source && isRule(source)) return source;
  throw new Fault('not-found', `The rulebook ${rulebook.version} has no rule ${JSON.stringify(ruleId)}.`);
}

// One rulebook a rule, remembered so that its conditions are compiled once.
const loneRules = new WeakMap<Rule, Rulebook>();

/** A rulebook of this one rule, started by receipt whatever event the rule itself waits for. */
function loneRule(rule: Rule, rulebook: Rulebook): Rulebook {
  const known = loneRules.get(rule);
  if (known) return known;
  const alone: Rule = { ...rule, appliesTo: [{ kinds: ['unsorted'], starts: ['received'], stops: [] }] };
  const made = { ...rulebook, rules: [alone], targets: [] };
  loneRules.set(rule, made);
  return made;
}

/**
 * One clock as shown at `nowIso` (UTC), or none with a note that says why (`clocks --rule ID --start TS`).
 * @throws Fault `not-found` when the rulebook has no such rule
 */
export function ruleAnswer(ruleId: string, startIso: string, rulebook: Rulebook, nowIso: string): ClocksAnswer {
  const rule = mustFindRule(ruleId, rulebook);
  const clock = clockByRule(ruleId, startIso, rulebook);
  if (!clock) return { clocks: [], notes: [notInForceNote(rule, startIso, rulebook)] };
  return { clocks: [viewClock(clock, rulebook, nowIso)], notes: rule.notes ?? [] };
}

function notInForceNote(rule: Rule, startIso: string, rulebook: Rulebook): string {
  const dates = `in force from ${rule.from ? sayDate(rule.from) : 'no date'} until ${rule.until ? sayDate(rule.until) : 'further notice'}`;
  const other = rulebook.rules.find((one) => one.family === rule.family && isWithin(Date.parse(startIso), inForce(one)));
  const instead = other ? ` At that instant ${other.id} applied.` : ' No version of this duty was in force at that instant.';
  return `${rule.id} is ${dates}, so no such clock starts at ${sayIst(startIso)}.${instead}`;
}
