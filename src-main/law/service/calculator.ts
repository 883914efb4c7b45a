import type { CaseKind, Facts } from '../../cases/contract.ts';
import { missingCase, readCaseFile } from '../../cases/index.ts';
import { type CaseFile, clockInputOf, readTicket } from '../../cases/rules.ts';
import { adoptedRulebook, currentCalendars, currentProfile, currentRulebook, servedPlatforms } from '../../desk/adopted.ts';
import { bundledCalendars } from '../../desk/calendars.ts';
import { type Desk, nowOf } from '../../desk/desk.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import { classesOf } from '../../platforms/rules.ts';
import type {
  CalculatorAnswer,
  Calendar,
  CaseExplanation,
  CaseRules,
  Clock,
  ClockInput,
  ClockList,
  ClockView,
  Rulebook,
  WhatIfAnswer,
} from '../contract.ts';
import {
  clockByRule,
  clocksAnswer,
  computeClocks,
  differences,
  explanationOf,
  findSource,
  ruleAnswer,
  rulebookAsOf,
  viewClock,
} from '../rules.ts';

/** What is supposed otherwise. With `ref` everything left out is as it is in that case; without, kind and receipt are needed. */
export interface WhatIf {
  ref?: string | undefined;
  kind?: CaseKind | undefined;
  platform?: string | undefined;
  /** UTC. */
  receivedAt?: string | undefined;
  /** With `ref`: laid over the facts of the case; a fact of null is supposed unknown. */
  facts?: Record<string, unknown> | undefined;
  /** Another rulebook the desk adopted. */
  rulebookHash?: string | undefined;
  /** The law as it stood on this day (`YYYY-MM-DD`), whenever the case was received. */
  lawOf?: string | undefined;
}

/** Computes a case as it is and as if something were otherwise. Writes nothing. Faults: not-found, bad-input. */
export function whatIf(desk: Desk, ask: WhatIf): WhatIfAnswer {
  const file = ask.ref === undefined ? null : mustRead(desk, ask.ref);
  const asItIs = inputAsItIs(desk, ask, file);
  const plainBook = bookOfFile(desk, file);
  const supposedBook = supposed(desk, ask, plainBook);
  const asIf = inputAsIf(desk, ask, asItIs, file);
  const now = nowOf(desk);
  const shown = (at: string | null, list: ClockView[], rule: string) =>
    at === null ? null : (list.find((one) => one.rule === rule)?.due ?? null);
  const before = listOf(asItIs, plainBook, now);
  const after = listOf(asIf, supposedBook, now);
  const changes = differences(computeClocks(asItIs, plainBook.rulebook), computeClocks(asIf, supposedBook.rulebook)).map(
    ({ rule, was, due }) => ({ rule, asItIs: shown(was, before.clocks, rule), asIf: shown(due, after.clocks, rule) }),
  );
  return { asItIs: before, asIf: after, changes };
}

interface Book {
  hash: string;
  rulebook: Rulebook;
}

function bookOfFile(desk: Desk, file: CaseFile | null): Book {
  if (file?.state !== 'closed') return currentRulebook(desk.db);
  return { hash: file.rulebook, rulebook: adoptedRulebook(desk.db, file.rulebook) };
}

function supposed(desk: Desk, { rulebookHash, lawOf }: WhatIf, plain: Book): Book {
  const book = rulebookHash === undefined ? plain : { hash: rulebookHash, rulebook: adoptedRulebook(desk.db, rulebookHash) };
  return lawOf === undefined ? book : { hash: book.hash, rulebook: rulebookAsOf(book.rulebook, lawOf) };
}

function listOf(input: ClockInput, { hash, rulebook }: Book, now: string): ClockList {
  return { ...clocksAnswer(input, rulebook, now), rulebook: { hash, version: rulebook.version } };
}

function mustRead(desk: Desk, refText: string): CaseFile {
  const ref = readTicket(refText);
  const file = readCaseFile(desk.db, ref);
  if (!file) throw missingCase(desk.db, ref);
  return file;
}

function inputAsItIs(desk: Desk, ask: WhatIf, file: CaseFile | null): ClockInput {
  if (file) return clockInputOf(file, classesOf(currentProfile(desk.db, file.platform)));
  if (ask.kind === undefined) throw badInput('kind', 'is missing: name a case or the kind of one');
  if (ask.receivedAt === undefined) throw badInput('receivedAt', 'is missing: name a case or an instant');
  return plainInput(desk, { kind: ask.kind, platform: ask.platform, receivedAt: ask.receivedAt, facts: withoutUnknown(ask.facts) });
}

function inputAsIf(desk: Desk, ask: WhatIf, asItIs: ClockInput, file: CaseFile | null): ClockInput {
  const receivedAt = ask.receivedAt ?? asItIs.receivedAt;
  return {
    ...asItIs,
    kind: ask.kind ?? asItIs.kind,
    receivedAt,
    facts: file ? withoutUnknown({ ...asItIs.facts, ...ask.facts }) : asItIs.facts,
    classes: ask.platform === undefined ? asItIs.classes : classesOf(currentProfile(desk.db, ask.platform)),
    moments: { ...asItIs.moments, received: receivedAt },
  };
}

function withoutUnknown(facts: Record<string, unknown> | undefined): Facts {
  return Object.fromEntries(Object.entries(facts ?? {}).filter(([, value]) => value !== null && value !== undefined)) as Facts;
}

interface Plain {
  kind: CaseKind;
  platform?: string | undefined;
  receivedAt: string;
  facts: Facts;
}

function plainInput(desk: Desk, { kind, platform, receivedAt, facts }: Plain): ClockInput {
  const classes = classesOf(currentProfile(desk.db, platform ?? servedPlatforms(desk.db)[0] ?? ''));
  return { kind, receivedAt, facts, classes, moments: { received: receivedAt } };
}

/** What the calculator is asked: the clocks of a kind of case, or one rule from one instant. Instants are UTC. */
export type Calculation = Plain | { rule: string; start: string };

/** The deadline calculator: no case, nothing written. Faults: not-found for a rule, bad-input for a platform not served. */
export function calculate(desk: Desk, ask: Calculation): CalculatorAnswer {
  const book = currentRulebook(desk.db);
  const { hash, rulebook } = book;
  const told = { ref: null, calendar: calendarOf(desk) };
  if ('rule' in ask) {
    const clock = clockByRule(ask.rule, ask.start, rulebook);
    const input: ClockInput = { kind: 'unsorted', receivedAt: ask.start, facts: {}, classes: {} };
    const explanations = clock ? [explanationOf(clock, input, rulebook, told)] : [];
    return { ...ruleAnswer(ask.rule, ask.start, rulebook, nowOf(desk)), rulebook: { hash, version: rulebook.version }, explanations };
  }
  const input = plainInput(desk, ask);
  const explanations = computeClocks(input, rulebook).map((clock) => explanationOf(clock, input, rulebook, told));
  return { ...listOf(input, book, nowOf(desk)), explanations };
}

/** The calendar whose days off an explanation names; no clock of law is counted by it. */
function calendarOf(desk: Desk): Calendar | null {
  return currentCalendars(desk.db)[0]?.calendar ?? bundledCalendars()[0]?.calendar ?? null;
}

/** Explains one clock of a case, under the rulebook that speaks for the case. Faults: not-found. */
export function explainOfCase(desk: Desk, refText: string, rule: string): CaseExplanation {
  const file = mustRead(desk, refText);
  const clock: Clock | undefined = file.clocks.now.find((one) => one.rule === rule);
  if (!clock) throw new Fault('not-found', `No clock ${rule} runs on this case.`);
  const book = bookOfFile(desk, file);
  const input = clockInputOf(file, classesOf(currentProfile(desk.db, file.platform)));
  return {
    ...explanationOf(clock, input, book.rulebook, { ref: file.ref, calendar: calendarOf(desk) }),
    clock: viewClock(clock, book.rulebook, nowOf(desk)),
    rulebook: named(book),
  };
}

/** The rules and targets behind the clocks of a case. Fault: not-found. */
export function rulesOfCase(desk: Desk, refText: string): CaseRules {
  const file = mustRead(desk, refText);
  const book = bookOfFile(desk, file);
  const rules = file.clocks.now.flatMap(({ rule }) => findSource(rule, book.rulebook) ?? []);
  return { rulebook: named(book), rules };
}

function named({ hash, rulebook: { version, asOf } }: Book): CaseRules['rulebook'] {
  return { hash, version, asOf };
}
