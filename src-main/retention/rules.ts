export * from './rules/blocks.ts';
export { goesInPart, type HerCase, reasonToStay } from './rules/erasure.ts';
export * from './rules/keep.ts';
export * from './rules/parts.ts';
export * from './rules/read.ts';
export * from './rules/tombstone.ts';
