export * from './contract.ts';
export * from './rules.ts';
export { readProfile } from './service.ts';
