import type { CaseKind } from '../../cases/contract.ts';
import { type Application, type LawEvent, type LegalClass, legalClasses, type Rule, type Rulebook, type Target } from '../contract.ts';
import { compileCondition, type Test } from './conditions.ts';
import { dayOf, startOfDay } from './time.ts';

/** One way in which a duty reaches a kind of case. */
export interface Entry {
  test: Test | null;
  isDisputed: boolean;
  assumes: Application['assumes'];
  starts: LawEvent[];
  stops: LawEvent[];
  note: string | undefined;
}

/** A rule or target made ready for one kind of case: instants as numbers, conditions as functions. */
export interface Duty {
  id: string;
  source: Rule | Target;
  /** Null for an internal target. */
  rule: Rule | null;
  /** In force from this UTC instant, up to but not including the other. */
  fromMs: number;
  untilMs: number;
  /** The classes of which the platform must hold one; empty when the rule binds others. */
  who: LegalClass[];
  entries: Entry[];
}

export interface Hint {
  id: string;
  test: Test | null;
  text: string;
  fromMs: number;
  untilMs: number;
}

export interface KindDuties {
  law: Duty[];
  targets: Duty[];
  fallbacks: Duty[];
  hints: Hint[];
}

interface Compiled {
  kinds: Map<CaseKind, KindDuties>;
  sources: Map<string, Rule | Target>;
}

// Compiling is a pure function of the rulebook; it is remembered because a desk computes a million cases with one rulebook.
const compiled = new WeakMap<Rulebook, Compiled>();

function compile(rulebook: Rulebook): Compiled {
  const known = compiled.get(rulebook);
  if (known) return known;
  const sources = new Map<string, Rule | Target>([...rulebook.rules, ...rulebook.targets].map((source) => [source.id, source]));
  const made = { kinds: new Map<CaseKind, KindDuties>(), sources };
  compiled.set(rulebook, made);
  return made;
}

/** The rule or target with this id, or undefined. */
export function findSource(id: string, rulebook: Rulebook): Rule | Target | undefined {
  return compile(rulebook).sources.get(id);
}

export function isRule(source: Rule | Target): source is Rule {
  return 'family' in source;
}

/** Every duty and hint that may reach a kind of case, in the order of the rulebook. */
export function dutiesFor(kind: CaseKind, rulebook: Rulebook): KindDuties {
  const { kinds } = compile(rulebook);
  const known = kinds.get(kind);
  if (known) return known;
  const made = {
    law: rulebook.rules.flatMap((rule) => dutyFor(rule, kind, rulebook)),
    targets: rulebook.targets.filter(({ fallback }) => !fallback).flatMap((target) => dutyFor(target, kind, rulebook)),
    fallbacks: rulebook.targets.filter(({ fallback }) => fallback).flatMap((target) => dutyFor(target, kind, rulebook)),
    hints: hintsFor(kind, rulebook),
  };
  kinds.set(kind, made);
  return made;
}

function dutyFor(source: Rule | Target, kind: CaseKind, rulebook: Rulebook): Duty[] {
  const entries = source.appliesTo.filter(({ kinds }) => kinds.includes(kind)).map((entry) => entryOf(entry, source, rulebook));
  if (entries.length === 0) return [];
  const rule = isRule(source) ? source : null;
  return [{ id: source.id, source, rule, ...inForce(source), who: rule ? classesIn(rule) : [], entries }];
}

function entryOf(entry: Application, source: Rule | Target, rulebook: Rulebook): Entry {
  return {
    test: entry.when ? compileCondition(entry.when, rulebook) : null,
    isDisputed: entry.disputed === true,
    assumes: entry.assumes,
    starts: entry.starts ?? source.starts,
    stops: entry.stops ?? source.stops,
    note: entry.note,
  };
}

/** A rule is in force from 00:00:00 IST of its first day to the end of its last (General Clauses Act s.5(3)). */
export function inForce(dates: { from?: string | null | undefined; until?: string | null | undefined }): {
  fromMs: number;
  untilMs: number;
} {
  return {
    fromMs: dates.from ? startOfDay(dayOf(dates.from)) : Number.NEGATIVE_INFINITY,
    untilMs: dates.until ? startOfDay(dayOf(dates.until) + 1) : Number.POSITIVE_INFINITY,
  };
}

function classesIn(rule: Rule): LegalClass[] {
  const answered = legalClasses.filter((name) => rule.who.includes(name));
  // A rule that also binds somebody no profile speaks of cannot be decided by the profile.
  return answered.length === rule.who.length ? answered : [];
}

function hintsFor(kind: CaseKind, rulebook: Rulebook): Hint[] {
  return rulebook.hints
    .filter(({ kinds }) => kinds.includes(kind))
    .map((hint) => ({
      id: hint.id,
      test: hint.when ? compileCondition(hint.when, rulebook) : null,
      text: hint.text,
      ...inForce(hint),
    }));
}
