import { type Db, statement } from '../../../db/open.ts';

/** A case whose complainant may have a name that is not indexed. */
export interface Unnamed {
  seq: number;
  ref: string;
  /** The entry that received the case: its own record. */
  received: number;
  party: string | null;
  name: string | null;
}

/** Entries that can give a case another name, or hang it on another record. */
const kinds = "('case.received', 'case.amended', 'case.undone', 'case.party-set')";

/** Those entries behind `seq` in their order, with the case as it stands now. */
export function namesAfter(db: Db, seq: number, limit: number): Unnamed[] {
  const sql = `SELECT j.seq, c.ref, c.seq AS received, p.party, json_extract(c.complainant, '$.name') AS name FROM journal j
    JOIN case_file c ON c.ref = substr(j.subject, 6) LEFT JOIN case_party p ON p.ref = c.ref AND p.role = 'complainant'
    WHERE j.seq > ? AND j.kind IN ${kinds} ORDER BY j.seq LIMIT ?`;
  return statement(db, sql).all(seq, limit) as Unnamed[];
}

export function namesUpto(db: Db): number {
  return (statement(db, 'SELECT upto FROM party_progress').get() as { upto: number }).upto;
}

export function setNamesUpto(db: Db, upto: number): void {
  statement(db, 'UPDATE party_progress SET upto = ?').run(upto);
}

export function newestEntry(db: Db): number {
  return (statement(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get() as { seq: number }).seq;
}
