export * from './store/disclosures.ts';
export * from './store/entries.ts';
export * from './store/items.ts';
export * from './store/orders.ts';
export * from './store/statistics.ts';
