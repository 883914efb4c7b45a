export * from './contract/certificate.ts';
export * from './contract/disclosure.ts';
export * from './contract/handling.ts';
export * from './contract/instruments.ts';
export * from './contract/items.ts';
export * from './contract/order.ts';
export * from './contract/preservation.ts';
export * from './contract/words.ts';
