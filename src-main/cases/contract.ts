export * from './contract/acts.ts';
export * from './contract/delay.ts';
export * from './contract/fields.ts';
export * from './contract/item-actions.ts';
export * from './contract/new-case.ts';
export * from './contract/tombstone.ts';
export * from './contract/views.ts';
export * from './contract/words.ts';
