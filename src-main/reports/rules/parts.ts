import type { LetterBlock } from '../../letters/contract.ts';
import { formatInstantIst } from '../../letters/rules/format.ts';
import type { Writing } from './facts.ts';
import { type ColumnName, reportWords } from './words.ts';

type Row = { label: string; value: string; strong?: boolean };

/** Names and values; what is not known is left out. */
export function facts(rows: [label: string, value: string | null | undefined][]): LetterBlock[] {
  const known: Row[] = rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
  return known.length === 0 ? [] : [{ kind: 'facts', rows: known }];
}

/** A table under heads of the report's words; where it has no row, that is said. */
export function table(writing: Writing, columns: [name: ColumnName, share: number][], rows: string[][]): LetterBlock[] {
  const say = reportWords(writing.language);
  if (rows.length === 0) return [{ kind: 'paragraph', text: say.none }];
  return [{ kind: 'table', columns: columns.map(([name, share]) => ({ label: say.column[name], share })), rows }];
}

/** A table under a heading of its own; nothing at all where it has no row. */
export function headed(writing: Writing, title: string, columns: [name: ColumnName, share: number][], rows: string[][]): LetterBlock[] {
  return rows.length === 0 ? [] : [{ kind: 'heading', text: title }, ...table(writing, columns, rows)];
}

/** Running text as paragraphs: an empty line begins a new one. */
export function prose(text: string | null | undefined): LetterBlock[] {
  const parts = (text ?? '').split(/\n[ \t]*\n\s*/).filter((part) => part.trim() !== '');
  return parts.map((part) => ({ kind: 'paragraph', text: part.trim() }));
}

/** An instant as a cell of a table writes it: the column says that it is Indian time. */
export function cellTime(iso: string | null | undefined): string {
  return iso ? formatInstantIst(iso).replace(/ IST$/, '') : '–';
}

/** A day such as 2026-11-21 as 21-11-2026. */
export function dayText(day: string): string {
  return day.slice(0, 10).split('-').reverse().join('-');
}
