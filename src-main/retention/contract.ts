export * from './contract/erasure.ts';
export * from './contract/rulebook.ts';
export * from './contract/views.ts';
export * from './contract/words.ts';
