import { legalClasses } from '../contract/words.ts';
import type { Classes, ClockInput, DutyView, LegalClass, Rule, Rulebook, Sense } from '../contract.ts';
import { clockByRule } from './answer.ts';
import { inForce } from './compile.ts';
import { showIst } from './time.ts';
import { statusAt } from './view.ts';

/** When a duty was last done, or what else starts it: the instant (UTC) and the family it is about. */
export interface DutyStart {
  family: string;
  startedAt: string;
}

/**
 * The duties that no case owns, for one platform, as they stand at `nowIso` (UTC): each family's version in force, due where
 * a start was recorded and the law fixes a number, without a date otherwise.
 */
export function dutiesOf(rulebook: Rulebook, platform: string, classes: Classes, starts: readonly DutyStart[], nowIso: string): DutyView[] {
  return rulebook.rules
    .filter((rule) => rule.calendar === true && isInForceAt(rule, nowIso) && reaches(rule, classes))
    .map((rule) =>
      viewDuty(
        rule,
        { rulebook, platform, classes, nowIso },
        starts.find(({ family }) => family === rule.family),
      ),
    );
}

/** How a duty is named beside the tickets of cases: `duty:IT-NOTICE:cocial`. */
export function dutyRef({ family, platform }: { family: string; platform: string }): string {
  return `duty:${family}:${platform}`;
}

/** The family and platform that such a name holds, or null for a ticket. */
export function dutyOfRef(ref: string): { family: string; platform: string } | null {
  const [sort, family, platform] = ref.split(':');
  return sort === 'duty' && family && platform ? { family, platform } : null;
}

/** The rule of a family that a start at this instant (UTC) counts by: the version in force then. */
export function dutyRuleAt(rulebook: Rulebook, family: string, iso: string): Rule | null {
  return rulebook.rules.find((rule) => rule.family === family && rule.calendar === true && isInForceAt(rule, iso)) ?? null;
}

/** The due instant (UTC) of a duty started then, or null where the law fixes no number. */
export function dutyDue(rulebook: Rulebook, family: string, startedAt: string): { rule: string; due: string; sense: Sense } | null {
  const rule = dutyRuleAt(rulebook, family, startedAt);
  const due = rule && clockByRule(rule.id, startedAt, rulebook)?.due;
  return rule && due ? { rule: rule.id, due, sense: rule.sense } : null;
}

function isInForceAt(rule: Rule, iso: string): boolean {
  const { fromMs, untilMs } = inForce(rule);
  const ms = Date.parse(iso);
  return ms >= fromMs && ms < untilMs;
}

const answered = (rule: Rule): LegalClass[] => legalClasses.filter((name) => rule.who.includes(name));

/** A rule that also binds somebody no profile speaks of is shown, as doubtful. */
function reaches(rule: Rule, classes: Classes): boolean {
  const names = answered(rule);
  if (names.length < rule.who.length) return true;
  return names.some((name) => classes[name] !== 'no');
}

function isDoubtful(rule: Rule, classes: Classes): boolean {
  return !answered(rule).some((name) => classes[name] === 'yes');
}

interface Place {
  rulebook: Rulebook;
  platform: string;
  classes: ClockInput['classes'];
  nowIso: string;
}

function viewDuty(rule: Rule, { rulebook, platform, classes, nowIso }: Place, start: DutyStart | undefined): DutyView {
  const counting = start ? dutyRuleAt(rulebook, rule.family, start.startedAt) : null;
  const clock = start && counting ? clockByRule(counting.id, start.startedAt, rulebook) : null;
  return {
    family: rule.family,
    rule: rule.id,
    dueRule: clock?.due ? (counting?.id ?? null) : null,
    platform,
    title: rule.title,
    cite: `${rule.instrument}, ${rule.cite}`,
    text: rule.text,
    sense: rule.sense,
    n: rule.n,
    unit: rule.unit,
    startsWith: rule.starts[0] ?? 'standing',
    start: start ? showIst(start.startedAt) : null,
    due: clock?.due ? showIst(clock.due) : null,
    status: clock?.due ? statusAt(clock, nowIso) : 'duty',
    isDoubtful: isDoubtful(rule, classes),
    confidence: rule.confidence,
    notes: [
      ...(rule.notes ?? []),
      ...(clock?.alternatives.map(({ reading, due }) => (due ? `${reading} Due then ${showIst(due)}.` : reading)) ?? []),
    ],
  };
}
