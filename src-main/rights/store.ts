import { type Db, statement } from '../../db/open.ts';
import type { Hold, WorkEntry } from './contract.ts';

/** The work on a case, oldest first. */
export function workOf(db: Db, ref: string): (WorkEntry & { enteredByName: string })[] {
  const sql = `SELECT w.seq, w.sort, w.name, w.result, w.at, w.entered_by AS enteredBy, w.detail, coalesce(p.name, w.entered_by) AS enteredByName
    FROM case_work AS w LEFT JOIN desk_person AS p ON p.id = w.entered_by WHERE w.ref = ? ORDER BY w.seq`;
  const rows = statement(db, sql).all(ref) as (Omit<WorkEntry, 'detail'> & { detail: string; enteredByName: string })[];
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
}

export function insertWork(db: Db, ref: string, entry: WorkEntry): void {
  statement(
    db,
    `INSERT INTO case_work (seq, ref, sort, name, result, at, entered_by, detail)
     VALUES (@seq, @ref, @sort, @name, @result, @at, @enteredBy, @detail)`,
  ).run({ ...entry, ref, detail: JSON.stringify(entry.detail) });
}

export function insertHold(db: Db, hold: Hold): void {
  statement(
    db,
    `INSERT INTO legal_hold (id, ref, party, scope, basis, accounts, instrument, until, reason, placed_at, placed_by, released_at,
     released_reason) VALUES (@id, @ref, @party, @scope, @basis, @accounts, @instrument, @until, @reason, @placedAt, @placedBy, @releasedAt,
     @releasedReason)`,
  ).run({ ...hold, accounts: JSON.stringify(hold.accounts) });
}

export function releaseHold(db: Db, id: string, at: string, reason: string): void {
  statement(db, 'UPDATE legal_hold SET released_at = ?, released_reason = ? WHERE id = ?').run(at, reason, id);
}

/** Every hold of the desk that nobody has released, oldest first. */
export function unreleasedHolds(db: Db): (Hold & { placedByName: string })[] {
  const sql = `SELECT h.id, h.ref, h.party, h.scope, h.basis, h.accounts, h.instrument, h.until, h.reason, h.placed_at AS placedAt,
    h.placed_by AS placedBy, h.released_at AS releasedAt, h.released_reason AS releasedReason, coalesce(p.name, h.placed_by) AS placedByName
    FROM legal_hold AS h LEFT JOIN desk_person AS p ON p.id = h.placed_by WHERE h.released_at IS NULL ORDER BY h.placed_at, h.id`;
  const rows = statement(db, sql).all() as (Omit<Hold, 'accounts'> & { accounts: string; placedByName: string })[];
  return rows.map((row) => ({ ...row, accounts: JSON.parse(row.accounts) }));
}
