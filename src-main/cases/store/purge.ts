import { type Db, statement } from '../../../db/open.ts';

export interface EntryMark {
  seq: number;
  /** Hex. */
  hash: string;
}

/** Every entry about a case, in order. */
export function marksOf(db: Db, ref: string): (EntryMark & { kind: string })[] {
  const sql = 'SELECT seq, kind, lower(hex(hash)) AS hash FROM journal WHERE subject = ? ORDER BY seq';
  return statement(db, sql).all(`case:${ref}`) as (EntryMark & { kind: string })[];
}

/** These entries with their hashes. */
export function marksAt(db: Db, seqs: readonly number[]): EntryMark[] {
  const sql = 'SELECT seq, lower(hex(hash)) AS hash FROM journal WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq';
  return statement(db, sql).all(JSON.stringify(seqs)) as EntryMark[];
}

/** What belongs to this desk alone and is about a case: keys of its files, and what was typed and not sent. Answers the files. */
export function forgetLocal(db: Db, ref: string): string[] {
  const sql = 'DELETE FROM attachment_key WHERE id IN (SELECT id FROM attachment WHERE ref = ?) RETURNING file';
  const files = (statement(db, sql).all(ref) as { file: string }[]).map(({ file }) => file);
  statement(db, 'DELETE FROM draft WHERE instr(id, ?) > 0').run(ref);
  return files;
}

/** The files of a case: how many letters, how many in all, and their random ids. */
export function filesOfCase(db: Db, ref: string): { ids: string[]; letters: number } {
  const ids = (statement(db, 'SELECT id FROM attachment WHERE ref = ? ORDER BY added_seq, id').all(ref) as { id: string }[]).map(
    ({ id }) => id,
  );
  const { letters } = statement(db, 'SELECT count(*) AS letters FROM letter WHERE ref = ?').get(ref) as { letters: number };
  return { ids, letters };
}

/** The entries whose bodies were taken by purges among these. */
export function purgedBefore(db: Db, seqs: readonly number[]): number[] {
  const sql = `SELECT DISTINCT s.value AS seq FROM journal j JOIN journal_body b ON b.seq = j.seq, json_each(b.body, '$.seqs') s
    WHERE j.seq IN (SELECT value FROM json_each(?)) AND j.kind LIKE '%.purged' AND b.body IS NOT NULL`;
  return (statement(db, sql).all(JSON.stringify(seqs)) as { seq: number }[]).map(({ seq }) => seq);
}
