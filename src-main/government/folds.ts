import type { Db } from '../../db/open.ts';
import { type EntryHead, type FoldMap, noFold } from '../journal/index.ts';
import type { ActionSheet, AuthorityCheck, ItemCapture, Order } from './contract.ts';
import { disclosureFolds } from './folds-disclosures.ts';
import { insertCapture, insertCheck, insertEntry, insertSheet, keepOrder } from './store.ts';

const refOf = ({ subject }: EntryHead) => subject.slice('case:'.length);

function recorded(db: Db, entry: EntryHead, raw: unknown): void {
  keepOrder(db, refOf(entry), entry.seq, (raw as { order: Order }).order);
}

function checked(db: Db, entry: EntryHead, raw: unknown): void {
  const { step, result, detail, number, foundIn, evidence, at } = raw as AuthorityCheck;
  insertCheck(db, refOf(entry), { seq: entry.seq, step, result, detail, number, foundIn, evidence, at, by: entry.actor });
}

function captured(db: Db, entry: EntryHead, raw: unknown): void {
  const { value, attachment, sha256, changed, note, at } = raw as ItemCapture;
  insertCapture(db, refOf(entry), { seq: entry.seq, value, attachment, sha256, changed, note, at, by: entry.actor });
}

/** A sheet as it went out; what reminds of it is the case's. */
export function foldSheet(db: Db, entry: EntryHead, raw: unknown): void {
  const { format, to, dueBack, items, isReminder, sha256 } = raw as ActionSheet;
  insertSheet(db, refOf(entry), { seq: entry.seq, format, to, dueBack, items, isReminder, sha256, at: entry.at, by: entry.actor });
}

/** Keeps an entry of what was done on an order as it is. */
export function keepEntry(db: Db, entry: EntryHead, raw: unknown): void {
  const { v: _v, ...body } = raw as Record<string, unknown>;
  insertEntry(db, refOf(entry), entry, body);
}

/** What became of orders, and of the items that they and complaints name. */
export const governmentFolds: FoldMap = {
  'order.recorded': recorded,
  'order.checked': checked,
  'item.captured': captured,
  'sheet.returned': noFold,
  'statistics.exported': noFold,
  'preservation.confirmed': keepEntry,
  'certificate.made': keepEntry,
  'order.stepped': keepEntry,
  'material.recorded': keepEntry,
  'material.handed-over': keepEntry,
  'order.breadth-acknowledged': keepEntry,
  ...disclosureFolds,
};
