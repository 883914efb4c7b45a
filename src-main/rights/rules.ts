export { openSteps } from './rules/decision.ts';
export { copyGround, type GroundCopy } from './rules/ground.ts';
export { holdRefusal, isStanding } from './rules/guards.ts';
export { outcomesOf, type PlatformRules, readOutcome, workflowOf } from './rules/platform.ts';
export { readWorkflows } from './rules/read.ts';
export type { WorkStanding } from './rules/standing.ts';
export { nextStep } from './rules/steps.ts';
export { viewWork } from './rules/view.ts';
export { workPlanners } from './rules/work.ts';
