export * from './store/authorities.ts';
export * from './store/cases.ts';
export * from './store/identifiers.ts';
export * from './store/merges.ts';
export * from './store/names.ts';
export * from './store/purge.ts';
