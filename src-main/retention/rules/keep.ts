import { dayInIndia } from '../../cases/rules.ts';
import type { CaseMoments } from '../../law/contract.ts';
import { addMonths, dateOf, dayOf } from '../../law/rules.ts';
import type { KeepRule, KeepStart, KeepStep, Kept } from '../contract.ts';

/** What of a closed case decides how long it is kept. Instants are UTC. */
export interface KeepFacts {
  kind: string;
  outcome: string | null;
  platform: string;
  receivedAt: string;
  closedAt: string;
  /** The last message that came after the closing: what the desk chose counts from there. */
  lastMailAt: string | null;
  moments: CaseMoments;
}

const names = (list: 'all' | readonly string[], one: string | null) => list === 'all' || (one !== null && list.includes(one));

/** The instants from which periods count; what has not happened is absent. */
function startsOf({ receivedAt, closedAt, moments }: KeepFacts): Partial<Record<KeepStart, string | undefined>> {
  const { lastRemoval, cancelled, discontinued } = moments;
  return { received: receivedAt, closed: closedAt, 'last-removal': lastRemoval, cancelled, discontinued };
}

/** The day after `n` units from `start` (a day in IST); the day of the start is not counted. Months go by the British calendar, rounded up. */
function endOf(start: string, { n, unit }: Pick<KeepRule, 'n' | 'unit'>): string {
  if (unit === 'd') return dateOf(dayOf(start) + n);
  const { day, overflow } = addMonths(dayOf(start), unit === 'y' ? 12 * n : n);
  return dateOf(overflow ?? day);
}

function stepOf(rule: KeepRule, facts: KeepFacts): KeepStep | null {
  const starts = startsOf(facts);
  const startName = rule.starts.find((one) => starts[one] !== undefined);
  if (startName === undefined) return null;
  const own = starts[startName]!;
  const at = rule.sort === 'choice' && facts.lastMailAt !== null && facts.lastMailAt > own ? facts.lastMailAt : own;
  const start = dayInIndia(at);
  const { id, sort, law, cite, why, n, unit } = rule;
  return { id, sort, law, cite, why, n, unit, startName, start, until: endOf(start, rule), leads: false };
}

/** A choice for one platform goes before one for all, and one for an outcome before one for any. */
const weight = ({ platforms, outcomes }: KeepRule) => (platforms === 'all' ? 0 : 2) + (outcomes === 'all' ? 0 : 1);

const latest = (steps: readonly KeepStep[]) =>
  steps
    .map(({ until }) => until)
    .toSorted()
    .at(-1) ?? null;
const earliest = (steps: readonly KeepStep[]) => steps.map(({ until }) => until).toSorted()[0] ?? null;

interface Found {
  rule: KeepRule;
  step: KeepStep;
}

/** The one choice that counts: the narrowest, and of these the longest. */
function choiceOf(found: readonly Found[]): Found | null {
  const choices = found.filter(({ rule }) => rule.sort === 'choice');
  const narrowest = Math.max(...choices.map(({ rule }) => weight(rule)));
  return choices.filter(({ rule }) => weight(rule) === narrowest).toSorted((a, b) => (a.step.until < b.step.until ? 1 : -1))[0] ?? null;
}

/** The last day of what was found: the longest floor, or the choice where it is longer and no ceiling of law forbids it. */
function lastDay(choice: Found | null, steps: readonly KeepStep[]): { until: string; floor: string | null } {
  const floor = latest(steps.filter(({ sort }) => sort === 'minimum' || sort === 'promise'));
  const ceiling = earliest(steps.filter(({ sort }) => sort === 'maximum'));
  const wanted = choice?.step.until ?? floor ?? '';
  const allowed = ceiling !== null && ceiling < wanted ? ceiling : wanted;
  return { until: floor !== null && floor > allowed ? floor : allowed, floor };
}

/** The rules that name a case of this kind, outcome and platform, whenever they are in force. */
export function rulesNaming(facts: Pick<KeepFacts, 'kind' | 'outcome' | 'platform'>, rules: readonly KeepRule[]): KeepRule[] {
  return rules.filter(
    ({ kinds, outcomes, platforms }) => names(kinds, facts.kind) && names(outcomes, facts.outcome) && names(platforms, facts.platform),
  );
}

/**
 * How long the file of a closed case is kept: the longest of what law and promises ask for, and the desk's choice where that is
 * longer and no ceiling of law forbids it. A rule counts where it is in force on any day between the closing and the end that
 * comes of it: a floor that begins while the case is still kept holds it. Source: features K1; law.md 2.1, minimum retention.
 */
export function keepOf(facts: KeepFacts, rules: readonly KeepRule[]): Kept {
  const closedOn = dayInIndia(facts.closedAt);
  const about = rulesNaming(facts, rules).filter(({ until }) => until === null || until > closedOn);
  const all = about.flatMap((rule): Found[] => {
    const step = stepOf(rule, facts);
    return step ? [{ rule, step }] : [];
  });
  const inForce = all.filter(({ rule }) => rule.from <= closedOn);
  // History from before every rule is kept as if they had been in force.
  let counted = inForce.some(({ rule }) => rule.sort === 'choice') ? inForce : all;
  for (;;) {
    const choice = choiceOf(counted);
    const steps = counted.filter(({ rule }) => rule.sort !== 'choice' || rule === choice?.rule).map(({ step }) => step);
    const { until, floor } = lastDay(choice, steps);
    const more = all.filter((one) => counted.includes(one) || one.rule.from <= until);
    if (more.length === counted.length) return answer(steps, until, floor);
    counted = more;
  }
}

function answer(steps: readonly KeepStep[], until: string, floor: string | null): Kept {
  const lead = steps.find((step) => step.until === until);
  return {
    until,
    dueOn: dateOf(dayOf(until) + 1),
    floor,
    steps: steps.map((step) => ({ ...step, leads: step === lead })).toSorted((a, b) => Number(b.leads) - Number(a.leads)),
  };
}
