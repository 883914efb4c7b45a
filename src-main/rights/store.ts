import { type Db, statement } from '../../db/open.ts';
import type { ConsentAnswer, ConsentView, Hold, WorkEntry } from './contract.ts';

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

/** Askings for consent to keep this case longer, oldest first. */
export function consentsOf(db: Db, ref: string): ConsentView['asks'] {
  const sql = `SELECT c.seq, c.until, c.reason, c.asked_at AS askedAt, c.asked_by AS askedBy, c.answer, c.answered_at AS answeredAt, c.how,
    coalesce(p.name, c.asked_by) AS askedByName FROM keep_consent AS c LEFT JOIN desk_person AS p ON p.id = c.asked_by
    WHERE c.ref = ? ORDER BY c.seq`;
  return statement(db, sql).all(ref) as ConsentView['asks'];
}

/** Every asking that has no answer yet, the oldest first. */
export function unansweredConsents(db: Db): { ref: string; until: string; askedAt: string }[] {
  const sql = 'SELECT ref, until, asked_at AS askedAt FROM keep_consent WHERE answer IS NULL ORDER BY seq';
  return statement(db, sql).all() as { ref: string; until: string; askedAt: string }[];
}

export function insertConsent(
  db: Db,
  row: { seq: number; ref: string; until: string; reason: string; askedAt: string; askedBy: string },
): void {
  statement(
    db,
    `INSERT INTO keep_consent (seq, ref, until, reason, asked_at, asked_by) VALUES (@seq, @ref, @until, @reason, @askedAt, @askedBy)`,
  ).run(row);
}

export function answerConsent(db: Db, seq: number, { answer, at, how }: { answer: ConsentAnswer; at: string; how: string }): void {
  statement(db, 'UPDATE keep_consent SET answer = ?, answered_at = ?, how = ? WHERE seq = ?').run(answer, at, how, seq);
}

/** Whether any hold of the desk was not released. */
export function hasHolds(db: Db): boolean {
  return statement(db, 'SELECT 1 FROM legal_hold WHERE released_at IS NULL LIMIT 1').get() !== undefined;
}
