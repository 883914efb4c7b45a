import type { Item } from '../../src-main/cases/contract.ts';

/** Lines, spaces and commas part what was pasted; marks that mails put around an address are taken off. */
function cut(text: string): string[] {
  return text
    .split(/[\s,;]+/u)
    .map((piece) => piece.replace(/^[<("'„“]+|[>)"'”.]+$/gu, ''))
    .filter((piece) => piece !== '');
}

function typeOf(value: string): Item['type'] {
  if (/^https?:\/\//iu.test(value) || /^www\./iu.test(value)) return 'url';
  return value.startsWith('@') ? 'account' : 'post';
}

/** Items of a pasted text, each once, in order; and how many were there twice. */
export function readItems(text: string): { items: Item[]; repeated: number } {
  const values = cut(text);
  const unique = [...new Set(values)];
  return { items: unique.map((value) => ({ type: typeOf(value), value })), repeated: values.length - unique.length };
}
