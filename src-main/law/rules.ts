/**
 * The clocks of the law as pure functions of a case and a rulebook: no present moment, no file, no number of law.
 */
export { type ClocksAnswer, clockByRule, clocksAnswer, ruleAnswer } from './rules/answer.ts';
export { computeClocks } from './rules/compute.ts';
export { type Explanation, explainClock } from './rules/explain.ts';
export { plainClasses } from './rules/input.ts';
export { type Judgement, judgeIntimation } from './rules/intimation.ts';
export { type FileProblem, problemsOf, readDataFile, readRulebook } from './rules/read.ts';
export { dateOf, istDay, sayDate, showIst, startOfDay, wholeSecond } from './rules/time.ts';
export { type NextDue, nextLegal, nextTarget, statusAt, viewClock } from './rules/view.ts';
