export * from './rules/receipt.ts';
export { readSuggestions, suggestKinds } from './rules/suggest.ts';
