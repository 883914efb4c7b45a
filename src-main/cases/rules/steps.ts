import { nextStep as nextMove, type PlatformRules, type WorkStanding } from '../../rights/rules.ts';
import type { NextStep } from '../contract.ts';

/** The one step the desk offers next, as a screen and the command line show it; the rule itself is the workflow's. */
export function nextStep(platform: PlatformRules, standing: WorkStanding): NextStep {
  const { next } = nextMove(standing.file.kind, platform, standing);
  const { act, template, title, why } = next;
  return {
    act: act as NextStep['act'],
    ...(template === null ? {} : { template }),
    title: title.en,
    why: why.en,
    hi: { title: title.hi, why: why.hi },
  };
}
