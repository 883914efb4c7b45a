import { type Db, statement } from '../../../db/open.ts';
import type { CaseItem } from '../contract.ts';
import type { CaseFile } from '../rules.ts';
import {
  deleteItemRowsFrom,
  fromRow,
  insertCaseRow,
  insertItemRow,
  moveAlarmRow,
  readCaseRow,
  readItemRows,
  updateCaseRow,
  updateItemRow,
} from './case-rows.ts';
import { holderOf } from './held.ts';

// While a rebuild holds its cases in memory, they are read and changed there.

export function insertCaseFile(db: Db, file: CaseFile, seq: number): void {
  const holder = holderOf(db);
  if (holder) holder.add(file, seq);
  else insertCaseRow(db, file, seq);
}

export function updateCaseFile(db: Db, file: CaseFile, seq: number): void {
  const holder = holderOf(db);
  if (holder) holder.change(file, seq);
  else updateCaseRow(db, file, seq);
}

/** Notes when the next alarm of a case sounds (UTC), or that none does. */
export function moveAlarm(db: Db, ref: string, nextAlarm: string | null): void {
  const holder = holderOf(db);
  if (holder) holder.moveAlarm(ref, nextAlarm);
  else moveAlarmRow(db, ref, nextAlarm);
}

/** The case of this ticket, or null. */
export function readCaseFile(db: Db, ref: string): CaseFile | null {
  const holder = holderOf(db);
  if (holder) return holder.find(ref)?.file ?? null;
  const row = readCaseRow(db, ref);
  return row ? fromRow(row) : null;
}

export function readItems(db: Db, ref: string): CaseItem[] {
  return holderOf(db)?.items(ref) ?? readItemRows(db, ref);
}

export function insertItem(db: Db, ref: string, item: CaseItem): void {
  const holder = holderOf(db);
  if (holder) holder.addItem(ref, item);
  else insertItemRow(db, ref, item);
}

export function updateItem(db: Db, ref: string, item: CaseItem): void {
  const holder = holderOf(db);
  if (holder) holder.changeItem(ref, item);
  else updateItemRow(db, ref, item);
}

/** Removes items from number `from` on: an undone decision takes back the items it added. */
export function deleteItemsFrom(db: Db, ref: string, from: number): void {
  const holder = holderOf(db);
  if (holder) holder.dropItemsFrom(ref, from);
  else deleteItemRowsFrom(db, ref, from);
}

/** The text a case was received with; empty once purged. */
export function readReceivedText(db: Db, seq: number): string {
  const row = statement(db, 'SELECT body FROM journal_body WHERE seq = ?').get(seq) as { body: string | null } | undefined;
  return row?.body ? ((JSON.parse(row.body) as { text?: string }).text ?? '') : '';
}

/** The newest entry about a case. */
export function lastSeqOf(db: Db, ref: string): number {
  return (statement(db, 'SELECT max(seq) AS seq FROM journal WHERE subject = ?').get(`case:${ref}`) as { seq: number }).seq;
}

/** Whether this id is a person who works at the desk now. */
export function isDeskPerson(db: Db, id: string): boolean {
  return statement(db, 'SELECT 1 FROM desk_person WHERE id = ? AND removed_at IS NULL').get(id) !== undefined;
}

/** The number of the last case of a platform's year; 0 when there is none. Restricted cases are numbered in the same series. */
export function lastInSeries(db: Db, platform: string, year: number): number {
  const row = statement(db, 'SELECT last FROM main.ticket_series WHERE platform = ? AND year = ?').get(platform, year) as
    | { last: number }
    | undefined;
  return row?.last ?? 0;
}

export function setSeries(db: Db, platform: string, year: number, last: number): void {
  statement(
    db,
    'INSERT INTO ticket_series (platform, year, last) VALUES (?, ?, ?) ON CONFLICT (platform, year) DO UPDATE SET last = excluded.last',
  ).run(platform, year, last);
}
