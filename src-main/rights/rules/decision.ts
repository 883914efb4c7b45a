import type { PlatformRules } from './platform.ts';
import type { WorkStanding } from './standing.ts';
import { nextStep } from './steps.ts';

/** The steps before the decision that were left open when it was taken: a decision is allowed all the same, and says so. */
export function openSteps(platform: PlatformRules, standing: WorkStanding): string[] {
  const { steps } = nextStep(standing.file.kind, platform, standing);
  const at = steps.findIndex(({ evidence }) => evidence === 'decided');
  return steps.filter(({ isDone }, n) => n < at && !isDone).map(({ id }) => id);
}
