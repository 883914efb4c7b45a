import type { ItemList } from '../contract.ts';
import { type Named, piecesOf, readNamed } from './url.ts';

/** A line of a list: its number in the file, from 1, and the pieces of it that may name something. */
export interface ListLine {
  line: number;
  text: string;
  pieces: readonly string[];
}

/** The lines of running text: an address or account wherever it stands in its line. */
export function linesOf(text: string): ListLine[] {
  return text
    .split(/\r\n?|\n/u)
    .map((one, n) => ({ line: n + 1, text: one.trim(), pieces: piecesOf(one) }))
    .filter((one) => one.text !== '');
}

/**
 * The items of a list, each once, in one spelling, and what became of every line that gave none: a repetition, an item that the case
 * has already, or a line that names nothing, with why. Nothing of the list is lost. `known`: values that the case has.
 */
export function listItems(lines: readonly ListLine[], known: readonly string[]): ItemList {
  const here = new Map(known.map((value) => [keyOf(value), value]));
  const first = new Map<string, number>();
  const list: ItemList = { lines: lines.length, items: [], repeated: [], here: [], refused: [] };
  const take = (line: number, { type, value, key }: Named) => {
    const before = first.get(key);
    if (here.has(key)) list.here.push({ line, value });
    else if (before !== undefined) list.repeated.push({ line, value, first: before });
    else {
      first.set(key, line);
      list.items.push({ type, value });
    }
  };
  for (const { line, text, pieces } of lines) {
    if (pieces.length === 0) list.refused.push({ line, text, why: 'no-address' });
    for (const piece of pieces) {
      const named = readNamed(piece);
      if (typeof named === 'string') list.refused.push({ line, text: piece, why: named });
      else take(line, named);
    }
  }
  return list;
}

/** The key by which two spellings of an item are one. */
export function keyOf(value: string): string {
  const named = readNamed(value);
  return typeof named === 'string' ? value : named.key;
}
