import { type Db, statement } from '../../../db/open.ts';

/** An entry about a case as it is stored, with the name of the person who made it. */
export interface EntryRow {
  seq: number;
  at: string;
  kind: string;
  actor: string;
  actorName: string | null;
  body: string | null;
}

/** Every entry about a case, oldest first. */
export function entriesOf(db: Db, ref: string): EntryRow[] {
  const sql = `SELECT j.seq, j.at, j.kind, j.actor, p.name AS actorName, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq
    LEFT JOIN desk_person p ON p.id = j.actor WHERE j.subject = ? ORDER BY j.seq`;
  return statement(db, sql).all(`case:${ref}`) as EntryRow[];
}
