import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKinds } from '../../../src-main/cases/contract.ts';
import type { Clock, Rule } from '../../../src-main/law/contract.ts';
import {
  clockByRule,
  computeClocks,
  dateOf,
  istDay,
  nextLegal,
  plainClasses,
  showIst,
  startOfDay,
  viewClock,
  wholeSecond,
} from '../../../src-main/law/rules.ts';
import { rulebook } from './support.ts';

const counted = rulebook.rules.filter((rule) => rule.n !== null && !rule.ownDate);
const inUnit = (...units: string[]) => counted.filter(({ unit }) => unit !== null && units.includes(unit));

/** A rule and an instant (ms) at which it is in force, between 2009 and 2040. */
function started(rules: Rule[]): fc.Arbitrary<{ rule: Rule; ms: number }> {
  return fc.constantFrom(...rules).chain((rule) => {
    const from = Date.parse(`${rule.from ?? '2009-01-01'}T00:00:00+05:30`);
    const until = Date.parse(`${rule.until ?? '2040-01-01'}T23:59:59.999+05:30`);
    return fc.integer({ min: from, max: until }).map((ms) => ({ rule, ms }));
  });
}

const iso = (ms: number) => new Date(ms).toISOString();
const dueMs = (rule: Rule, ms: number) => Date.parse((clockByRule(rule.id, iso(ms), rulebook) as Clock).due as string);

describe('counting, for every rule that has a number', () => {
  it('a later start is never due earlier under the same version', () => {
    fc.assert(
      fc.property(started(counted), fc.integer({ min: 1, max: 40 * 86_400_000 }), ({ rule, ms }, later) => {
        const end = Date.parse(`${rule.until ?? '2041-01-01'}T23:59:59.999+05:30`);
        expect(dueMs(rule, Math.min(ms + later, end))).toBeGreaterThanOrEqual(dueMs(rule, ms));
      }),
    );
  });

  it('limits in days, months and years ignore the time of day and end at 23:59:59 IST', () => {
    fc.assert(
      fc.property(started(inUnit('d', 'm', 'y')), fc.integer({ min: 0, max: 86_399_999 }), ({ rule, ms }, inDay) => {
        const due = dueMs(rule, ms);
        expect(dueMs(rule, startOfDay(istDay(ms)) + inDay)).toBe(due);
        expect(showIst(iso(due)).slice(11)).toBe('23:59:59+05:30');
      }),
    );
  });

  it('limits in hours move with the millisecond', () => {
    fc.assert(
      fc.property(started(inUnit('h')), ({ rule, ms }) => {
        const sign = rule.sense === 'back' ? -1 : 1;
        expect(dueMs(rule, ms) - ms).toBe(sign * (rule.n ?? 0) * 3_600_000);
      }),
    );
  });

  it('limits in days are as many IST calendar days after the start as the rule says', () => {
    fc.assert(
      fc.property(started(inUnit('d')), ({ rule, ms }) => {
        expect(istDay(dueMs(rule, ms)) - istDay(ms)).toBe(rule.n);
      }),
    );
  });

  it('limits in months keep the day of the month, or take the last one', () => {
    fc.assert(
      fc.property(started(inUnit('m', 'y')), ({ rule, ms }) => {
        const [startDate, dueDate] = [dateOf(istDay(ms)), dateOf(istDay(dueMs(rule, ms)))];
        const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(months(dueDate) - months(startDate)).toBe((rule.n ?? 0) * (rule.unit === 'y' ? 12 : 1));
        const isLastDay = dateOf(istDay(dueMs(rule, ms)) + 1).slice(8) === '01';
        expect(dueDate.slice(8) === startDate.slice(8) || (isLastDay && dueDate.slice(8) < startDate.slice(8))).toBe(true);
      }),
    );
  });

  it('minimums round up: nothing may be disposed of before the whole period has passed', () => {
    const minimums = inUnit('d').filter(({ sense }) => sense === 'min');
    fc.assert(
      fc.property(started(minimums), ({ rule, ms }) => {
        const firstAllowed = (wholeSecond(iso(dueMs(rule, ms))) + 1) * 1000;
        expect(firstAllowed).toBeGreaterThanOrEqual(ms + (rule.n ?? 0) * 86_400_000);
      }),
    );
  });
});

describe('the clocks of any case', () => {
  const anyCase = fc.record({
    kind: fc.constantFrom(...caseKinds),
    receivedMs: fc.integer({ min: Date.parse('2005-01-01T00:00:00Z'), max: Date.parse('2035-01-01T00:00:00Z') }),
    facts: fc.record(
      {
        removalSought: fc.boolean(),
        intimate: fc.boolean(),
        category: fc.constantFrom('ownership', 'impersonation', 'misleading'),
        aboutComplainant: fc.boolean(),
        source: fc.constantFrom('court', 'police', 'government'),
        reasoned: fc.boolean(),
        reportable: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  });
  const clocksFor = ({ kind, receivedMs, facts }: { kind: (typeof caseKinds)[number]; receivedMs: number; facts: object }) =>
    computeClocks({ kind, receivedAt: iso(receivedMs), facts, classes: plainClasses }, rulebook);

  it('are the same however often they are computed', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        expect(clocksFor(one)).toEqual(clocksFor(one));
      }),
    );
  });

  it('hold one version of each duty, in force at receipt', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const rules = clocksFor(one).flatMap(({ rule }) => rulebook.rules.filter(({ id }) => id === rule));
        const date = dateOf(istDay(one.receivedMs));
        expect(new Set(rules.map(({ family }) => family)).size).toBe(rules.length);
        for (const { from, until } of rules) expect((from ?? '') <= date && date <= (until ?? '9999')).toBe(true);
      }),
    );
  });

  it('are led by the earliest limit of law, and only by law', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const clocks = clocksFor(one);
        const dues = clocks
          .filter((c) => !c.internal && c.state === 'runs' && (c.sense === 'max' || c.sense === 'back'))
          .map((c) => c.due ?? '');
        expect(nextLegal(clocks)?.due ?? null).toBe(dues.length === 0 ? null : dues.sort()[0]);
      }),
    );
  });

  it('show the same instants as they store, cut to the second', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const clock of clocksFor(one)) {
          const view = viewClock(clock, rulebook, iso(one.receivedMs));
          for (const field of ['start', 'due'] as const) {
            const [stored, shown] = [clock[field], view[field]];
            if (stored !== null) expect(wholeSecond(shown ?? '')).toBe(wholeSecond(stored));
          }
        }
      }),
    );
  });
});
