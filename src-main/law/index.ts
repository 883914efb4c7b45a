export * from './contract.ts';
export * from './rules.ts';
export { type FileProblem, problemsOf, readDataFile, readRulebook } from './service.ts';
