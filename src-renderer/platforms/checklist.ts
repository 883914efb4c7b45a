import type { Gap } from '../../src-main/platforms/contract.ts';

export const gapNames = [
  'officer-not-named',
  'officer-unreachable',
  'bad-pin-code',
  'no-timelines',
  'stale-policy',
  'children',
  'no-appeal-route',
  'unknown-agency',
  'foreign-instrument',
  'retention-conflict',
  'hold-spreads',
  'contradiction',
  'no-rights',
  'data-not-held',
  'business-users',
  'aadhaar',
] as const satisfies readonly Gap['gap'][];

export interface CheckLine {
  number: number;
  gap: Gap['gap'];
  findings: Gap[];
}

/** All sixteen checks in order, each with what it found; one without findings is passed. */
export function checklistOf(gaps: readonly Gap[]): CheckLine[] {
  return gapNames.map((gap, n) => ({ number: n + 1, gap, findings: gaps.filter((one) => one.gap === gap) }));
}

/** How many checks found something, by the gravest of their findings; a notice only says what to mind. */
export function countBySeverity(gaps: readonly Gap[]): Record<Gap['severity'] | 'passed', number> {
  const count = { error: 0, warning: 0, notice: 0, passed: 0 };
  for (const { findings } of checklistOf(gaps)) {
    const gravest = (['error', 'warning', 'notice'] as const).find((severity) => findings.some((one) => one.severity === severity));
    count[gravest ?? 'passed'] += 1;
  }
  return count;
}
