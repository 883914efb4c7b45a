export * from './rules/blocks.ts';
export * from './rules/keep.ts';
export * from './rules/parts.ts';
export * from './rules/read.ts';
export * from './rules/tombstone.ts';
