import type { CaseKind, CaseView, Facts } from '../../src-main/cases/contract.ts';
import type { ClockView, Rulebook, WhatIfAnswer } from '../../src-main/law/contract.ts';
import { sentFacts } from '../case/facts-fields.tsx';
import { factsOfKind } from '../case/facts-of-kind.ts';
import { inOrder } from '../queue/due.ts';
import { formatDate, formatSecond, parseDay, parseSecond } from '../ui/ist.ts';
import { type Span, spanTo } from '../ui/spans.ts';

/** What a person supposes, as typed. */
export interface Supposed {
  receivedAt: string;
  law: 'receipt' | 'day' | 'rulebook';
  day: string;
  rulebook: string;
  facts: Facts;
}

/** The case as it is, nothing supposed. */
export function asItIs(view: Pick<CaseView, 'receivedAt' | 'facts'>): Supposed {
  return { receivedAt: formatSecond(view.receivedAt), law: 'receipt', day: '', rulebook: '', facts: view.facts };
}

/** Law from before is a year mistyped. */
const earliestDay = '1970-01-01';

/** A day of the law as typed, dd-MM-yyyy, as YYYY-MM-DD; null where there is no such day. */
export function readDay(text: string): string | null {
  const day = parseDay(text);
  return day !== null && day >= earliestDay ? day : null;
}

/** What is asked of the desk: only what is supposed otherwise; a fact that was taken away is asked as unknown (null). */
export interface Asked {
  ref: string;
  receivedAt?: string;
  facts?: Record<string, unknown>;
  rulebookHash?: string;
  lawOf?: string;
}

export function askOf(view: Pick<CaseView, 'ref' | 'kind' | 'receivedAt' | 'facts'>, typed: Supposed): Asked {
  const receivedAt = parseSecond(typed.receivedAt);
  const facts = changedFacts(view, typed.facts);
  const day = readDay(typed.day);
  return {
    ref: view.ref,
    ...(receivedAt && typed.receivedAt !== formatSecond(view.receivedAt) ? { receivedAt } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(typed.law === 'day' && day ? { lawOf: day } : {}),
    ...(typed.law === 'rulebook' && typed.rulebook !== '' ? { rulebookHash: typed.rulebook } : {}),
  };
}

function changedFacts({ kind, facts }: Pick<CaseView, 'kind' | 'facts'>, typed: Facts): Record<string, unknown> {
  const before = sentFacts(facts) as Record<string, unknown>;
  const after = sentFacts(typed) as Record<string, unknown>;
  const differing = factsOfKind(kind as CaseKind).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(differing.map((name) => [name, after[name] ?? null]));
}

export type Change = 'same' | 'earlier' | 'later' | 'starts' | 'gone' | 'other';

/** One duty on both sides, each by the version that counts there; null where it does not run. `span` is how much earlier or later. */
export interface Compared {
  family: string;
  asItIs: ClockView | null;
  asIf: ClockView | null;
  change: Change;
  span: Span | null;
}

/** Both results side by side, the older version of a duty beside the newer one; what differs comes first. */
export function compared({ asItIs: was, asIf, changes }: WhatIfAnswer, familyOf: (rule: string) => string): Compared[] {
  const moved = new Set(changes.map(({ rule }) => rule));
  const before = byFamily(was.clocks, familyOf);
  const after = byFamily(asIf.clocks, familyOf);
  const rows = [...new Set([...before.keys(), ...after.keys()])].map((family): Compared => {
    const sides = { asItIs: before.get(family) ?? null, asIf: after.get(family) ?? null };
    const isMoved = [sides.asItIs, sides.asIf].some((clock) => clock !== null && moved.has(clock.rule));
    return { family, ...sides, ...changeOf(sides.asItIs, sides.asIf, isMoved) };
  });
  return [...rows.filter(({ change }) => change !== 'same'), ...rows.filter(({ change }) => change === 'same')];
}

function byFamily(clocks: ClockView[], familyOf: (rule: string) => string): Map<string, ClockView> {
  return new Map(inOrder(clocks).map((clock) => [familyOf(clock.rule), clock]));
}

/** The family of each rule of a rulebook; what it does not know is a family of its own. */
export function familiesOf({ rules }: Rulebook): (rule: string) => string {
  const known = new Map(rules.map(({ id, family }) => [id, family]));
  return (rule) => known.get(rule) ?? rule;
}

function changeOf(before: ClockView | null, after: ClockView | null, isMoved: boolean): Pick<Compared, 'change' | 'span'> {
  if (!before) return { change: 'starts', span: null };
  if (!after) return { change: 'gone', span: null };
  if (before.due && after.due && before.due !== after.due) {
    const span = spanTo(Date.parse(after.due), Date.parse(before.due));
    return { change: span.isPast ? 'earlier' : 'later', span };
  }
  return { change: isMoved || before.due !== after.due ? 'other' : 'same', span: null };
}

/**
 * The days around which the rules of these clocks changed, for "older rule" and "newer rule": for each change of a version the
 * last day of the old one and the first of the new one, as typed (dd-MM-yyyy), newest change first.
 */
export function turningDays(book: Rulebook, ruleIds: readonly string[]): { older: string; newer: string }[] {
  const families = new Set(book.rules.filter(({ id }) => ruleIds.includes(id)).map(({ family }) => family));
  const ends = book.rules.flatMap(({ family, until }) => (families.has(family) && until ? [until] : []));
  return [...new Set(ends)]
    .sort()
    .reverse()
    .map((until) => ({ older: formatDate(until), newer: formatDate(dayAfter(until)) }));
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
