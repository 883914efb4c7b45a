import type { Db } from '../../db/open.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { sha256Hex } from '../journal/index.ts';
import type { LetterModel } from '../letters/contract.ts';
import { formatDateIst, formatInstantIst } from '../letters/rules/format.ts';
import type { ItemsView, SaveSheet } from './contract.ts';
import type { SheetItem } from './rules.ts';
import { capturesOf, repeatsOf, sheetsOf } from './store.ts';
import { sheetTable } from './tables.ts';

interface Item {
  n: number;
  type: string;
  value: string;
  action: string | null;
}

/** The case that a sheet is about. `due`: when its next clock of law ends (UTC), or null. */
export interface SheetCase {
  ref: string;
  subject: string;
  due: string | null;
  items: readonly Item[];
  organisation: string;
  synthetic: boolean;
}

const instruction = 'Remove, or disable access; say what was done, when, and what shows it';

function openItems({ items }: SheetCase): readonly Item[] {
  const open = items.filter(({ action }) => action === null);
  if (open.length === 0) throw new Fault('refused', 'No item of this case waits: there is nothing to send out.');
  return open;
}

function rowsFor(about: SheetCase, dueBack: string | null): SheetItem[] {
  const last = dueBack ?? about.due;
  const before = last === null ? '' : formatInstantIst(last);
  return openItems(about).map(({ n, type, value }) => ({ ref: about.ref, n, type, value, instruction, before }));
}

/** The sheet as a letter of the desk to those who act. */
function sheetModel(desk: Desk, about: SheetCase, input: SaveSheet, rows: readonly SheetItem[]): LetterModel {
  const now = nowOf(desk);
  const title = input.isReminder ? 'Reminder: items still to be acted on' : 'Action sheet';
  return {
    v: 1,
    template: { id: 'action-sheet', version: 1 },
    language: 'en',
    title,
    createdAt: now,
    ticket: about.ref,
    letterhead: { name: about.organisation, lines: ['Grievance desk: instruction to operations'] },
    references: [{ label: 'Ticket', value: about.ref }],
    date: formatDateIst(now),
    addressee: [input.to],
    subject: `${title}: ${rows.length} ${rows.length === 1 ? 'item' : 'items'}`,
    salutation: '',
    body: [
      { kind: 'paragraph', text: `${instruction}. Act before ${rows[0]?.before || 'the time the desk names'}.` },
      {
        kind: 'table',
        columns: [
          { label: 'No.', share: 1 },
          { label: 'Item', share: 7 },
          { label: 'Done', share: 2 },
          { label: 'When (IST)', share: 3 },
        ],
        rows: rows.map(({ n, value }) => [String(n), value, '', '']),
      },
    ],
    closing: '',
    signature: { name: desk.person.name, designation: desk.person.designation ?? 'Grievance Officer', lines: [] },
    record: { draft: false, line: `${about.ref} · ${rows.length} items` },
    synthetic: about.synthetic,
  };
}

/** The sheet of the items that still wait, as a file. Fault: refused where none waits. */
export async function buildSheet(
  desk: Desk,
  about: SheetCase,
  input: SaveSheet,
): Promise<{ bytes: Uint8Array; name: string; items: number }> {
  const rows = rowsFor(about, input.dueBack ?? null);
  const name = `${about.ref} ${input.isReminder ? 'reminder' : 'action sheet'}.${input.format}`;
  if (input.format === 'csv') return { bytes: Buffer.from(sheetTable(rows), 'utf8'), name, items: rows.length };
  const { pdf } = await desk.pool.run('letter', sheetModel(desk, about, input, rows));
  return { bytes: pdf, name, items: rows.length };
}

/** Notes that a sheet went out: to whom, with how many items, and when it is to be back. */
export function recordSheet(desk: Desk, ref: string, input: SaveSheet, built: { bytes: Uint8Array; items: number }): void {
  const { format, to, dueBack, isReminder } = input;
  const body = {
    format,
    to,
    dueBack: dueBack ?? null,
    isReminder: isReminder ?? false,
    items: built.items,
    sha256: sha256Hex(built.bytes),
  };
  write(desk, [`case:${ref}`], () => post(desk, { kind: 'sheet.sent', subject: `case:${ref}`, body }));
}

/** What is known of the items of a case beside what was done with them, at `now` (UTC). */
export function itemsView(db: Db, ref: string, items: readonly Item[], now: string): ItemsView {
  const sheets = sheetsOf(db, ref);
  const open = items.filter(({ action }) => action === null).length;
  const dueBack = sheets.at(-1)?.dueBack ?? null;
  return {
    sheets,
    captures: capturesOf(db, ref),
    repeats: repeatsOf(
      db,
      ref,
      items.map(({ value }) => value),
    ),
    overdue: dueBack !== null && dueBack <= now ? open : 0,
  };
}
