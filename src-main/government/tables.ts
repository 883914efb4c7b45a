import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ItemList } from './contract.ts';
import { type ListLine, linesOf, listItems, type SheetItem, type SheetRow, sheetHeads } from './rules.ts';

interface Record {
  record: string[];
  info: { lines: number };
}

/** The rows of a table with the line each begins on; null where the text is no table. */
function rowsOf(text: string): { line: number; cells: string[] }[] | null {
  try {
    const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true } as const;
    const delimiter = /^[^\n]*\t/.test(text) ? '\t' : /^[^\n,]*;/.test(text) ? ';' : ',';
    const found = parse(text, { ...options, delimiter }) as unknown as Record[];
    // The parser counts to the line on which a record ends.
    return found.map(({ record, info }) => ({ line: info.lines - record.join('').split('\n').length + 1, cells: record }));
  } catch {
    return null;
  }
}

const headOfItems = /^(?:urls?|links?|items?|address(?:es)?|accounts?|handles?|content|location|यूआरएल|पता|लिंक)$/iu;

/** A table says in its first row which column names items; without such a row the text is a list of lines. */
function tableLines(text: string): ListLine[] | null {
  const rows = rowsOf(text);
  const [head, ...rest] = rows ?? [];
  const columns = (head?.cells ?? []).flatMap((cell, n) => (headOfItems.test(cell) ? [n] : []));
  if (columns.length === 0 || (head?.cells.length ?? 0) < 2) return null;
  return rest
    .map(({ line, cells }) => ({ line, text: cells.join(', '), pieces: columns.map((n) => cells[n] ?? '').filter((cell) => cell !== '') }))
    .filter(({ text: whole }) => whole.replace(/[, ]/g, '') !== '');
}

/** Reads a list of addresses: a CSV table with a column for them, or lines. `known`: values that the case has. */
export function readItemList(text: string, known: readonly string[]): ItemList {
  const plain = text.replace(/^\uFEFF/, '');
  const isHeadAlone = headOfItems.test(plain.split('\n', 1)[0]?.trim() ?? '');
  const lines = tableLines(plain) ?? linesOf(plain).slice(isHeadAlone ? 1 : 0);
  return listItems(lines, known);
}

/** The action sheet as a table for a spreadsheet: cells that it would take for formulas are made text. */
export function sheetTable(rows: readonly SheetItem[]): string {
  const cells = rows.map((row) => [row.ref, row.n, row.type, row.value, row.instruction, row.before, '', '', '']);
  return stringify([[...sheetHeads], ...cells], { bom: true, escape_formulas: true, record_delimiter: '\r\n' });
}

/** The rows of a sheet that came back, by what its first row calls them; null where it is no such sheet. */
export function sheetRows(text: string): SheetRow[] | null {
  const [head, ...rest] = rowsOf(text.replace(/^\uFEFF/, '')) ?? [];
  const column = (name: (typeof sheetHeads)[number]) =>
    head?.cells.findIndex((cell) => cell.toLowerCase().startsWith(name.toLowerCase().replace(/ \(.*/, ''))) ?? -1;
  const [ref, value, action, at, proof] = (['Ticket', 'Item', 'Done', 'When (IST)', 'Proof'] as const).map(column);
  if (!head || [value, action, at].some((n) => n === undefined || n < 0)) return null;
  // A spreadsheet gives back the mark that made the cell a text.
  const cell = (cells: string[], n: number | undefined) => (cells[n ?? -1] ?? '').replace(/^'(?=[=+\-@\t\r])/, '').trim();
  return rest.map(({ line, cells }) => ({
    line,
    ref: cell(cells, ref),
    value: cell(cells, value),
    action: cell(cells, action),
    at: cell(cells, at),
    proof: cell(cells, proof),
    text: cells.join(', '),
  }));
}
