import { type Db, statement } from '../../../db/open.ts';
import type { PersonErasure } from '../contract/erasure.ts';
import type { EntryMark } from './purge.ts';

type Row = Omit<PersonErasure, 'goes' | 'remains' | 'sole'> & { goes: string; remains: string; sole: number };

/** What was taken out of this desk on the request that this case is, oldest first. */
export function erasuresOf(db: Db, ref: string): PersonErasure[] {
  const sql = `SELECT e.seq, e.ref, e.at, coalesce(p.name, e."by") AS byName, e.sole, e.goes, e.remains
    FROM person_erasure e LEFT JOIN desk_person p ON p.id = e."by" WHERE e.ref = ? ORDER BY e.seq`;
  const rows = statement(db, sql).all(ref) as Row[];
  return rows.map((row) => ({ ...row, sole: row.sole === 1, goes: JSON.parse(row.goes), remains: JSON.parse(row.remains) }));
}

export function insertErasure(db: Db, { by, ...row }: Omit<PersonErasure, 'byName'> & { by: string }): void {
  const sql = `INSERT INTO person_erasure (seq, ref, at, "by", sole, goes, remains) VALUES (@seq, @ref, @at, @by, @sole, @goes, @remains)`;
  statement(db, sql).run({
    ...row,
    by,
    sole: row.sole ? 1 : 0,
    goes: JSON.stringify(row.goes),
    remains: JSON.stringify(row.remains),
  });
}

/** What these entries added to people's records, and their words in the search index. */
export function forgetEntries(db: Db, seqs: readonly number[]): void {
  const list = JSON.stringify(seqs);
  const named = '(SELECT value FROM json_each(?))';
  statement(
    db,
    `DELETE FROM party_key WHERE ref = '' AND (kind, value, party) IN (SELECT kind, value, party FROM party_identifier WHERE seq IN ${named})`,
  ).run(list);
  statement(db, `DELETE FROM party_identifier WHERE seq IN ${named}`).run(list);
  statement(db, `DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_doc WHERE id IN ${named})`).run(list);
  statement(db, `DELETE FROM search_doc WHERE id IN ${named}`).run(list);
}

/** Notes of a case that are still readable, privileged ones left out: what people of the desk wrote about whoever asks. */
export function notesIn(db: Db, ref: string): EntryMark[] {
  const sql = `SELECT j.seq, lower(hex(j.hash)) AS hash FROM journal j JOIN journal_body b ON b.seq = j.seq
    WHERE j.subject = ? AND j.kind = 'case.noted' AND b.body IS NOT NULL AND json_extract(b.body, '$.privileged') = 0 ORDER BY j.seq`;
  return statement(db, sql).all(`case:${ref}`) as EntryMark[];
}

/** Entries by which people of the desk added an identifier to these records, or took one out. */
export function identifierEntries(db: Db, parties: readonly string[]): EntryMark[] {
  const sql = `SELECT j.seq, lower(hex(j.hash)) AS hash FROM journal j JOIN journal_body b ON b.seq = j.seq
    WHERE j.subject IN (SELECT value FROM json_each(?)) AND j.kind IN ('party.identifier-added', 'party.identifier-removed')
      AND b.body IS NOT NULL ORDER BY j.seq`;
  return statement(db, sql).all(JSON.stringify(parties)) as EntryMark[];
}
