import { readFileSync } from 'node:fs';
import type { SuggestionBook } from '../intake/contract.ts';
import { readSuggestions } from '../intake/rules.ts';
import { resourcePath } from './resources.ts';

let book: SuggestionBook | null = null;

/** What words of a complaint may mean: data of the product. Fault: bad-input with line and field where the file was damaged. */
export function suggestionBook(): SuggestionBook {
  book ??= readSuggestions(readFileSync(resourcePath('intake', 'suggestions.json'), 'utf8'));
  return book;
}
