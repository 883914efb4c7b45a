import type { Item } from '../../src-main/cases/contract.ts';

const isAddress = (piece: string) => /^(?:https?:\/\/|www\.|@)/iu.test(piece);

/** Marks that mails put around an address. */
const bare = (piece: string) => piece.replace(/^[<("'„“]+|[>)"'”.]+$/gu, '').trim();

/** Lines, commas and semicolons part items; spaces do only between addresses, for words may name a post. */
function cut(text: string): string[] {
  return text
    .split(/[\n,;]+/u)
    .flatMap((part) => {
      const pieces = part
        .split(/\s+/u)
        .map(bare)
        .filter((piece) => piece !== '');
      return pieces.every(isAddress) ? pieces : [bare(part.trim())];
    })
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
