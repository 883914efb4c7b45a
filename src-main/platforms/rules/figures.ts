import type { Rule, Rulebook, Unit } from '../../law/contract.ts';

/** The version of a duty that is in force when the rulebook speaks, or undefined. */
export function current(family: string, rulebook: Rulebook): Rule | undefined {
  return rulebook.rules.find(
    (rule) => rule.family === family && (rule.from ?? '') <= rulebook.asOf && rulebook.asOf <= (rule.until ?? '9999-12-31'),
  );
}

/** Any version of a duty, also one that is still to come. */
export function anyVersion(family: string, rulebook: Rulebook): Rule | undefined {
  return current(family, rulebook) ?? rulebook.rules.find((rule) => rule.family === family);
}

const words: Record<Unit, string> = { min: 'minute', h: 'hour', d: 'day', m: 'month', y: 'year' };

/** A period in words: `7 days`. */
export function sayPeriod({ n, unit }: { n: number | null; unit: Unit | null }): string {
  return n === null || unit === null ? 'no fixed period' : `${n} ${words[unit]}${n === 1 ? '' : 's'}`;
}

const hoursIn: Record<Unit, number> = { min: 1 / 60, h: 1, d: 24, m: 30 * 24, y: 365 * 24 };

/** Whether one period is longer than another; good enough to compare promises, never to count a limit. */
export function isLonger(a: { n: number | null; unit: Unit | null }, b: { n: number | null; unit: Unit | null }): boolean {
  if (a.n === null || a.unit === null || b.n === null || b.unit === null) return false;
  return a.n * hoursIn[a.unit] > b.n * hoursIn[b.unit];
}
