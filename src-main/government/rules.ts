export { factsOfOrder } from './rules/facts.ts';
export { judgeOrder, type OrderKnown } from './rules/judge.ts';
export { orderKey } from './rules/key.ts';
export { type GovernmentKnown, governmentPlanners, mustBeInstrument } from './rules/plan.ts';
export { instrumentOf, readInstruments } from './rules/read.ts';
export { viewOrder } from './rules/view.ts';
