import { readDataFile } from '../../law/rules.ts';
import { type KnownSuggestion, type Suggestion, type SuggestionBook, suggestionsFormat, suggestionsSchema } from '../contract.ts';

/**
 * Reads the file of suggestions.
 * @throws Fault `bad-input` with `issues` and `problems` (line, field, message)
 */
export function readSuggestions(text: string): SuggestionBook {
  return readDataFile({ text, what: 'file of suggestions', newestFormat: suggestionsFormat, schema: suggestionsSchema });
}

const mostSuggestions = 3;

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ');

const isWordSign = (sign: string) => /[\p{L}\p{M}\p{N}]/u.test(sign);

/** Whether a phrase stands in a text as words of its own; `*` at its end takes any ending. */
function stands(text: string, phrase: string): boolean {
  const isOpen = phrase.endsWith('*');
  const wanted = isOpen ? phrase.slice(0, -1) : phrase;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const after = text.charAt(at + wanted.length);
    if (!isWordSign(text.charAt(at - 1)) && (isOpen || !isWordSign(after))) return true;
  }
  return false;
}

function matchOf(text: string, { kind, facts = {}, urgent = false, phrases }: KnownSuggestion): Suggestion {
  const found = phrases.filter((phrase) => stands(text, phrase)).map((phrase) => phrase.replace(/\*$/, ''));
  return { kind, facts, isUrgent: urgent, phrases: found };
}

/**
 * What a complaint may be, by the words in its subject and text: the urgent first, then by how many phrases speak for it; at most
 * three. Nothing is decided by it: a person says what a case is. Pure.
 */
export function suggestKinds({ suggestions }: SuggestionBook, said: { subject: string; text: string }): Suggestion[] {
  const text = plain(`${said.subject}\n${said.text}`);
  const found = suggestions.map((one) => matchOf(text, one)).filter(({ phrases }) => phrases.length > 0);
  const order = (a: Suggestion, b: Suggestion) => Number(b.isUrgent) - Number(a.isUrgent) || b.phrases.length - a.phrases.length;
  return found.sort(order).slice(0, mostSuggestions);
}
