import { type Db, statement } from '../../db/open.ts';
import type { ExtractEntry } from './contract.ts';

// The heads as the record itself has them: those of a restricted case are sealed there, and only so do their hashes come out.
const sql = `SELECT r.seq, r.desk, r.at, r.actor, r.kind, r.subject, lower(hex(r.commitment)) AS "commitment", lower(hex(r.prev)) AS prev,
  lower(hex(r.hash)) AS hash FROM journal j JOIN main.journal r ON r.seq = j.seq WHERE j.subject = ? ORDER BY r.seq`;

/** Every entry about a case, oldest first, without its content. */
export function extractOf(db: Db, ref: string): ExtractEntry[] {
  return statement(db, sql).all(`case:${ref}`) as ExtractEntry[];
}
