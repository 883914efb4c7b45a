import { type Db, statement } from '../../db/open.ts';
import type { ExtractEntry } from './contract.ts';

const sql = `SELECT seq, desk, at, actor, kind, subject, lower(hex(commitment)) AS "commitment", lower(hex(prev)) AS prev, lower(hex(hash)) AS hash
  FROM journal WHERE subject = ? ORDER BY seq`;

/** Every entry about a case, oldest first, without its content. */
export function extractOf(db: Db, ref: string): ExtractEntry[] {
  return statement(db, sql).all(`case:${ref}`) as ExtractEntry[];
}
