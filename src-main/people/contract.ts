export * from './contract/authority.ts';
export * from './contract/views.ts';
export * from './contract/words.ts';
