import { type Db, statement } from '../../db/open.ts';

export function indexedUpto(db: Db): number {
  return (statement(db, 'SELECT upto FROM search_progress').get() as { upto: number }).upto;
}

export function newestSeq(db: Db): number {
  return (statement(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get() as { seq: number }).seq;
}

export interface Indexable {
  seq: number;
  subject: string;
  kind: string;
  body: string | null;
}

/** Kinds of entries whose words a search finds. Privileged notes stay out. */
const kinds = "('case.received', 'case.amended', 'case.noted', 'case.decided', 'mail.linked', 'case.translated', 'case.oral-recorded')";

export function entriesAfter(db: Db, seq: number, limit: number): Indexable[] {
  return statement(
    db,
    `SELECT j.seq, j.subject, j.kind, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq
     WHERE j.seq > ? AND j.kind IN ${kinds} ORDER BY j.seq LIMIT ?`,
  ).all(seq, limit) as Indexable[];
}

export function addToIndex(db: Db, seq: number, ref: string, body: string): void {
  statement(db, 'INSERT INTO search_doc (id, ref) VALUES (?, ?)').run(seq, ref);
  statement(db, 'INSERT INTO search_text (rowid, ref, body) VALUES (?, ?, ?)').run(seq, ref, body);
}

export function setIndexed(db: Db, upto: number): void {
  statement(db, 'UPDATE search_progress SET upto = ?').run(upto);
}

/** Tickets of the newest cases that hold the words, newest first, at most `limit`. */
export function matching(db: Db, query: string, limit: number): string[] {
  const rows = statement(
    db,
    'SELECT d.ref FROM search_text t JOIN search_doc d ON d.id = t.rowid WHERE search_text MATCH ? ORDER BY t.rowid DESC LIMIT ?',
  ).all(query, limit) as { ref: string }[];
  return [...new Set(rows.map((row) => row.ref))];
}
