import { type Db, statement } from '../../../db/open.ts';
import type { ActionSheet, ItemCapture, RepeatedItem } from '../contract.ts';

export function insertSheet(db: Db, ref: string, sheet: Omit<ActionSheet, 'byName'> & { by: string }): void {
  statement(
    db,
    `INSERT INTO action_sheet (seq, ref, format, sent_to, due_back, items, is_reminder, sha256, at, "by")
     VALUES (@seq, @ref, @format, @to, @dueBack, @items, @isReminder, @sha256, @at, @by)`,
  ).run({ ...sheet, ref, isReminder: sheet.isReminder ? 1 : 0 });
}

/** The sheets of a case that went out, oldest first. */
export function sheetsOf(db: Db, ref: string): ActionSheet[] {
  const sql = `SELECT s.seq, s.format, s.sent_to AS "to", s.due_back AS dueBack, s.items, s.is_reminder AS isReminder, s.sha256, s.at,
    coalesce(p.name, s."by") AS byName FROM action_sheet AS s LEFT JOIN desk_person AS p ON p.id = s."by" WHERE s.ref = ? ORDER BY s.seq`;
  const rows = statement(db, sql).all(ref) as (Omit<ActionSheet, 'isReminder'> & { isReminder: number })[];
  return rows.map((row) => ({ ...row, isReminder: row.isReminder === 1 }));
}

export function insertCapture(db: Db, ref: string, capture: Omit<ItemCapture, 'byName'> & { by: string }): void {
  statement(
    db,
    `INSERT INTO item_capture (seq, ref, value, attachment, sha256, changed, note, at, "by")
     VALUES (@seq, @ref, @value, @attachment, @sha256, @changed, @note, @at, @by)`,
  ).run({ ...capture, ref, changed: capture.changed ? 1 : 0 });
}

/** What the items of a case were before they went, oldest first. */
export function capturesOf(db: Db, ref: string): ItemCapture[] {
  const sql = `SELECT c.seq, c.value, c.attachment, c.sha256, c.changed, c.note, c.at, coalesce(p.name, c."by") AS byName
    FROM item_capture AS c LEFT JOIN desk_person AS p ON p.id = c."by" WHERE c.ref = ? ORDER BY c.seq`;
  const rows = statement(db, sql).all(ref) as (Omit<ItemCapture, 'changed'> & { changed: number })[];
  return rows.map((row) => ({ ...row, changed: row.changed === 1 }));
}

const mostRepeats = 500;

/** Items taken down in other cases at the same address: an upload that came again. */
function sameAddress(db: Db, ref: string, values: readonly string[]): RepeatedItem[] {
  const sql = `SELECT i.value, i.ref, i.action, i.acted_at AS at FROM case_item AS i
    WHERE i.value IN (SELECT value FROM json_each(?)) AND i.action IN ('removed', 'disabled') AND i.ref <> ? ORDER BY i.ref LIMIT ${mostRepeats}`;
  const rows = statement(db, sql).all(JSON.stringify(values), ref) as Omit<RepeatedItem, 'by'>[];
  return rows.map((row) => ({ ...row, by: 'address' }));
}

/** Items of other cases whose captured bytes were the same. */
function sameHash(db: Db, ref: string): RepeatedItem[] {
  const sql = `SELECT mine.value, other.ref, i.action, i.acted_at AS at FROM item_capture AS mine
    JOIN item_capture AS other ON other.sha256 = mine.sha256 AND other.ref <> mine.ref
    LEFT JOIN case_item AS i ON i.ref = other.ref AND i.value = other.value
    WHERE mine.ref = ? ORDER BY other.ref LIMIT ${mostRepeats}`;
  const rows = statement(db, sql).all(ref) as Omit<RepeatedItem, 'by'>[];
  return rows.map((row) => ({ ...row, by: 'hash' }));
}

/** Items of other cases that are the same as items of this one, by address or by hash, each once. */
export function repeatsOf(db: Db, ref: string, values: readonly string[]): RepeatedItem[] {
  const spelled = [...new Set(values)];
  const found = [...sameAddress(db, ref, spelled), ...sameHash(db, ref)];
  const seen = new Set<string>();
  return found.filter(({ value, ref: other }) => {
    const name = `${other} ${value}`;
    return !seen.has(name) && seen.add(name);
  });
}
