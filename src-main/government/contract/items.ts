import { z } from 'zod';
import { instant, line, prose } from '../../cases/contract/fields.ts';
import { itemTypes } from '../../cases/contract/words.ts';
import type { LineFault } from '../rules/url.ts';

/** The longest list that is read at once, in characters: some 20,000 addresses. */
const longestList = 4_000_000;

/** What a list of addresses came to. `here`: items that the case has already. */
export interface ItemList {
  lines: number;
  items: { type: (typeof itemTypes)[number]; value: string }[];
  repeated: { line: number; value: string; first: number }[];
  here: { line: number; value: string }[];
  refused: { line: number; text: string; why: LineFault }[];
}

/** Items for a case: by name, or as a list of lines or a table in CSV. */
export const addItemsSchema = z
  .strictObject({
    items: z
      .array(z.strictObject({ type: z.enum(itemTypes), value: line(4_000).min(1, 'is empty') }))
      .max(20_000)
      .optional(),
    text: prose(longestList).optional(),
    /** What the list is called: a file name. */
    name: line(200).optional(),
  })
  .refine(({ items, text }) => (items === undefined) !== (text === undefined), { path: ['text'], message: 'give either text or items' });

/** What an item was before it went: a file of the case, or the hash of one that is kept elsewhere. */
export const captureItemSchema = z
  .strictObject({
    value: line(4_000).min(1, 'is empty'),
    file: line(80).optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex')
      .optional(),
    /** Whether the content had changed since it was complained of. */
    changed: z.boolean().optional(),
    note: line(1_000).optional(),
    at: instant.optional(),
  })
  .refine(({ file, sha256 }) => file !== undefined || sha256 !== undefined, {
    path: ['file'],
    message: 'give a file of the case, or its sha256',
  });

/** A sheet that came back from those who act: the CSV as it is. */
export const takeSheetSchema = z.strictObject({ text: prose(longestList), name: line(200).optional() });

/** Why a line of a sheet that came back is refused. */
export const sheetFaults = ['other-case', 'unknown-item', 'unknown-action', 'no-time', 'in-future', 'before-receipt', 'twice'] as const;
export type SheetFault = (typeof sheetFaults)[number];

/** What a sheet that came back holds. `open`: lines without an answer yet. */
export interface SheetAnswers {
  sha256: string;
  answers: { value: string; action: string; at: string; proof: string | null }[];
  open: number;
  refused: { line: number; text: string; why: SheetFault }[];
}

/** A sheet that went out. Instants are UTC. */
export interface ActionSheet {
  seq: number;
  format: 'csv' | 'pdf';
  to: string;
  dueBack: string | null;
  items: number;
  isReminder: boolean;
  sha256: string;
  at: string;
  byName: string;
}

export interface ItemCapture {
  seq: number;
  value: string;
  attachment: string | null;
  sha256: string;
  changed: boolean;
  note: string | null;
  at: string;
  byName: string;
}

/** An item of another case that is the same, by address or by the hash of what was captured. */
export interface RepeatedItem {
  value: string;
  ref: string;
  by: 'address' | 'hash';
  action: string | null;
  at: string | null;
}

/** What is known of the items of a case beside what was done with them. */
export interface ItemsView {
  sheets: ActionSheet[];
  captures: ItemCapture[];
  repeats: RepeatedItem[];
  /** Items that wait although the newest sheet was to be back by now; 0 where none waits. */
  overdue: number;
}

/** A sheet to be saved for those who act. */
export const saveSheetSchema = z.strictObject({
  format: z.enum(['csv', 'pdf']),
  to: line(200).min(1, 'is empty: say who acts on it'),
  dueBack: instant.optional(),
  isReminder: z.boolean().optional(),
});
export type SaveSheet = z.infer<typeof saveSheetSchema>;
