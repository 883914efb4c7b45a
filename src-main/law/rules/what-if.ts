import type { Clock, Rule, Rulebook } from '../contract.ts';
import { inForce } from './compile.ts';
import { dayOf, startOfDay } from './time.ts';

/**
 * The law as it stood on a day (`YYYY-MM-DD`, IST), whenever a case was received: only the versions in force then, without
 * their dates. For "what if the older rule applied".
 */
export function rulebookAsOf(book: Rulebook, date: string): Rulebook {
  const ms = startOfDay(dayOf(date));
  return { ...book, rules: book.rules.filter((rule) => isInForce(rule, ms)).map((rule) => ({ ...rule, from: null, until: null })) };
}

function isInForce(rule: Rule, ms: number): boolean {
  const { fromMs, untilMs } = inForce(rule);
  return ms >= fromMs && ms < untilMs;
}

/** The clocks that stand otherwise in the second list; null where a list has none of that rule, or it has no date. */
export function differences(was: readonly Clock[], now: readonly Clock[]): { rule: string; was: string | null; due: string | null }[] {
  const before = new Map(was.map((clock) => [clock.rule, clock]));
  const after = new Map(now.map((clock) => [clock.rule, clock]));
  const rules = [...new Set([...before.keys(), ...after.keys()])];
  return rules
    .filter((rule) => JSON.stringify(before.get(rule)) !== JSON.stringify(after.get(rule)))
    .map((rule) => ({ rule, was: before.get(rule)?.due ?? null, due: after.get(rule)?.due ?? null }));
}
