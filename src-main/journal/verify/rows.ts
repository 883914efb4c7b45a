import type { Db } from '../../../db/open.ts';
import { epochKind } from '../contract.ts';

/**
 * seq, desk, at, actor, kind, subject, commitment, prev, hash (hex), 1 with a body row, salt in hex, body, 1 when
 * commitment, prev and hash are blobs.
 */
export type EntryRow = [
  number,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  0 | 1,
  string,
  string | Buffer | null,
  0 | 1,
];

/** Rows come in slices, raw and with hashes as hex: cheaper than objects and buffers by half. */
const sliceRows = 500;

// A body comes as text, which is cheaper than bytes, and as bytes where the text would not give the stored bytes again.
const columns = `j.seq, j.desk, j.at, j.actor, j.kind, j.subject, lower(hex(j.commitment)), lower(hex(j.prev)), lower(hex(j.hash)),
  b.seq IS NOT NULL, hex(b.salt), CASE typeof(b.body) WHEN 'text' THEN b.body ELSE CAST(b.body AS BLOB) END,
  typeof(j.commitment) || typeof(j.prev) || typeof(j.hash) = 'blobblobblob'`;
const from = 'FROM journal j LEFT JOIN journal_body b ON b.seq = j.seq';

/** Entries after number `after`, in order. */
export function readRows(db: Db, after: number, limit = sliceRows): EntryRow[] {
  const sql = `SELECT ${columns} ${from} WHERE j.seq > ? AND j.seq <= ${Number.MAX_SAFE_INTEGER} ORDER BY j.seq LIMIT ?`;
  const rows = db.prepare(sql).raw().all(after, limit) as EntryRow[];
  for (const row of rows) keepBytes(db, row);
  return rows;
}

/** What stands in a text for bytes that are no UTF-8: the stored text may hold the sign itself, or have been changed to look so. */
const replaced = '\ufffd';

function keepBytes(db: Db, row: EntryRow): void {
  if (typeof row[11] !== 'string' || !row[11].includes(replaced)) return;
  row[11] = db.prepare('SELECT CAST(body AS BLOB) FROM journal_body WHERE seq = ?').pluck().get(row[0]) as Buffer;
}

/** The last `epoch.opened` before entry `seq`, found by its subject so that no walk is needed: the plus keeps SQLite to that index. */
export function epochRowBefore(db: Db, seq: number): EntryRow | undefined {
  const sql = `SELECT ${columns} ${from} WHERE j.subject > 'epoch:' AND j.subject < 'epoch;' AND j.kind = '${epochKind}' AND j.seq < ?
    ORDER BY +j.seq DESC LIMIT 1`;
  const row = db.prepare(sql).raw().get(seq) as EntryRow | undefined;
  if (row) keepBytes(db, row);
  return row;
}

/** Numbers that this program cannot hold exactly: none that a desk ever wrote. */
export function hasStrayNumbers(db: Db): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM journal WHERE seq > ${Number.MAX_SAFE_INTEGER})
    OR EXISTS (SELECT 1 FROM journal WHERE seq <= ${Number.MIN_SAFE_INTEGER})`;
  return db.prepare(sql).pluck().get() === 1;
}

/** Sizes that no checkpoint can have. */
export function hasStraySizes(db: Db): boolean {
  return db.prepare(`SELECT EXISTS (SELECT 1 FROM checkpoint WHERE size < 1 OR size > ${Number.MAX_SAFE_INTEGER})`).pluck().get() === 1;
}

export function countEntries(db: Db): number {
  return db.prepare('SELECT count(*) FROM journal').pluck().get() as number;
}

/**
 * Bodies without an entry. Where the entries up to `last` have no gap, they can only lie outside: looking there alone
 * spares a walk over all bodies.
 */
export function extraBodies(db: Db, last: number, hasGaps: boolean): number[] {
  const outside = 'SELECT seq FROM journal_body WHERE seq < 1 UNION ALL SELECT seq FROM journal_body WHERE seq > ?';
  const all = 'SELECT seq FROM journal_body WHERE seq NOT IN (SELECT seq FROM journal) ORDER BY seq';
  const rows = db.prepare(`${hasGaps ? all : outside} LIMIT 2000`).pluck();
  return rows.all(...(hasGaps ? [] : [last])) as number[];
}

/** Checkpoints of size `from` and more, by size; with `newest`, only so many of the largest. */
export function readNotes(db: Db, from: number, newest?: number): Map<number, string> {
  const order = newest === undefined ? 'ORDER BY size' : `ORDER BY size DESC LIMIT ${newest}`;
  const sql = `SELECT size, coalesce(CAST(note AS TEXT), '') FROM checkpoint WHERE size >= ? AND size <= ${Number.MAX_SAFE_INTEGER} ${order}`;
  return new Map(db.prepare(sql).raw().all(from) as [number, string][]);
}
