export { factsOfOrder } from './rules/facts.ts';
export { judgeOrder, type OrderKnown } from './rules/judge.ts';
export { instrumentOf, readInstruments } from './rules/read.ts';
