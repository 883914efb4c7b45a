import { gaps } from '../../src-main/platforms/contract/words.ts';
import type { Gap } from '../../src-main/platforms/contract.ts';

export interface CheckLine {
  number: number;
  gap: Gap['gap'];
  findings: Gap[];
}

/** All sixteen checks in order, each with what it found; one without findings is passed. */
export function checklistOf(found: readonly Gap[]): CheckLine[] {
  return gaps.map((gap, n) => ({ number: n + 1, gap, findings: found.filter((one) => one.gap === gap) }));
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
