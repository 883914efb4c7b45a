export * from './contract/checklist.ts';
export * from './contract/policy.ts';
export * from './contract/views.ts';
export * from './contract/words.ts';
