import { type Db, statement } from '../../db/open.ts';
import type { AnnouncedKey } from '../journal/contract.ts';
import { readEpoch } from '../journal/rules.ts';

/** One entry with its body, as a copy writes it; `ref` is the ticket of its case, or null. */
export interface RecordRow {
  seq: number;
  desk: string;
  at: string;
  actor: string;
  kind: string;
  subject: string;
  commitment: Buffer;
  prev: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  body: string | null;
  ref: string | null;
}

const sliceRows = 500;

// Letters and files are subjects of their own: their case is known by the fold tables.
const sliceSql = `SELECT j.*, b.salt, b.body,
    CASE WHEN j.subject LIKE 'case:%' THEN substr(j.subject, 6)
      WHEN j.subject LIKE 'letter:%' THEN (SELECT ref FROM letter WHERE id = j.subject OR id = substr(j.subject, 8))
      WHEN j.subject LIKE 'attachment:%' THEN (SELECT ref FROM attachment WHERE id = j.subject OR id = substr(j.subject, 12))
    END AS ref
  FROM journal j LEFT JOIN journal_body b ON b.seq = j.seq WHERE j.seq > ? ORDER BY j.seq LIMIT ${sliceRows}`;

/** The whole record in order, read in slices. */
export function* recordSlices(db: Db): Generator<RecordRow> {
  let after = 0;
  for (let rows = readSlice(db, after); rows.length > 0; rows = readSlice(db, after)) {
    yield* rows;
    after = rows.at(-1)!.seq;
  }
}

function readSlice(db: Db, after: number): RecordRow[] {
  return statement(db, sliceSql).all(after) as RecordRow[];
}

export interface RecordHead {
  entries: number;
  /** Hash of the last entry, hex; zeros of an empty record. */
  hash: string;
  desk: string;
  workspace: string;
}

/** What a copy says of itself. */
export function headOfRecord(db: Db): RecordHead {
  const last = statement(db, 'SELECT desk, lower(hex(hash)) AS hash FROM journal ORDER BY seq DESC LIMIT 1').get() as
    | { desk: string; hash: string }
    | undefined;
  const { entries } = statement(db, 'SELECT count(*) AS entries FROM journal').get() as { entries: number };
  const origin = announcedKeys(db).at(-1)?.origin.split('/');
  return { entries, hash: last?.hash ?? '0'.repeat(64), desk: last?.desk ?? '', workspace: origin?.[1] ?? '' };
}

/** Whose record it is, as `about` says: the organisation, which is no person, and whether everything in it is made up. */
export function readOwner(db: Db): { name: string; isSynthetic: boolean } {
  const row = statement(db, 'SELECT name, synthetic FROM organisation').get() as { name: string; synthetic: number } | undefined;
  return { name: row?.name ?? '', isSynthetic: row?.synthetic === 1 };
}

// The plus keeps SQLite to the index on subjects.
const epochSql = `SELECT j.seq, j.desk, j.at, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq
  WHERE j.subject > 'epoch:' AND j.subject < 'epoch;' AND j.kind = 'epoch.opened' AND b.body IS NOT NULL ORDER BY +j.seq`;

/** The epoch keys announced in the record, in order; what cannot be read as one is left to verification. */
export function announcedKeys(db: Db): AnnouncedKey[] {
  const rows = statement(db, epochSql).all() as { seq: number; desk: string; at: string; body: string }[];
  return rows.flatMap(({ body, ...place }) => {
    const epoch = readEpochText(body);
    return epoch ? [{ ...place, number: epoch.number, origin: epoch.origin, key: epoch.key }] : [];
  });
}

function readEpochText(body: string): ReturnType<typeof readEpoch> {
  try {
    return readEpoch(JSON.parse(body));
  } catch {
    return null;
  }
}

/** Whether there is, or was, a case of this ticket: a purged one still has the entry that purged it. */
export function hasCase(db: Db, ref: string): boolean {
  const sql = 'SELECT 1 FROM case_file WHERE ref = @ref UNION ALL SELECT 1 FROM case_tombstone WHERE ref = @ref';
  return statement(db, sql).get({ ref }) !== undefined;
}

/** What sealed entries say, on the connection of the desk inside the walls; the keys of files stay where they are. */
export function openedRows(db: Db): { seq: number; kind: string; subject: string; body: string }[] {
  const sql = `SELECT j.seq, j.kind, j.subject, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq
    WHERE b.body IS NOT NULL AND j.kind <> 'wall.files' ORDER BY j.seq`;
  return statement(db, sql).all() as { seq: number; kind: string; subject: string; body: string }[];
}

/** An entry as the window lists it; `actorName` is the person's name where the desk knows it, else the id. */
export interface JournalLine {
  seq: number;
  at: string;
  actor: string;
  actorName: string;
  kind: string;
  subject: string;
}

const pageSql = `SELECT j.seq, j.at, j.actor, coalesce(p.name, j.actor) AS actorName, j.kind, j.subject
  FROM journal j LEFT JOIN desk_person p ON p.id = j.actor WHERE j.seq < ? ORDER BY j.seq DESC LIMIT ?`;

/** The newest `limit` entries before number `before`, newest first; from the end when `before` is undefined. */
export function journalPage(db: Db, before: number | undefined, limit: number): JournalLine[] {
  return statement(db, pageSql).all(before ?? Number.MAX_SAFE_INTEGER, limit) as JournalLine[];
}
