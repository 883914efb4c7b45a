import { type Db, statement } from '../../../db/open.ts';
import type { PartyCase } from '../contract.ts';

/** A case of somebody, with what of it is compared. */
export interface CaseRow extends PartyCase {
  name: string | null;
  email: string | null;
  phone: string | null;
}

/**
 * Who hangs on which record, for the records in the parameter: by a row, or because the case's own record is the entry that
 * received it and it was never hung on another.
 */
const hung = (records: string) => `(SELECT ref, role, party FROM case_party WHERE party IN (SELECT value FROM json_each(${records}))
  UNION SELECT substr(j.subject, 6), 'complainant', own.value FROM json_each(${records}) own
  JOIN journal j ON j.seq = CAST(substr(own.value, 7) AS INTEGER) AND j.kind = 'case.received'
  WHERE NOT EXISTS (SELECT 1 FROM case_party WHERE ref = substr(j.subject, 6) AND role = 'complainant'))`;

const person = `json_extract(complainant, '$.name') AS name, json_extract(complainant, '$.email') AS email,
  json_extract(complainant, '$.phone') AS phone`;

/** The cases of these records, newest first. */
export function casesOf(db: Db, records: readonly string[], limit: number): CaseRow[] {
  const sql = `SELECT c.ref, p.role, c.kind, c.platform, c.state, c.subject, c.received_at AS receivedAt, p.party, ${person}
    FROM ${hung('@records')} p JOIN case_file c ON c.ref = p.ref ORDER BY c.received_at DESC, c.ref LIMIT @limit`;
  return statement(db, sql).all({ records: JSON.stringify(records), limit }) as CaseRow[];
}

export function countCases(db: Db, records: readonly string[]): number {
  const sql = `SELECT count(DISTINCT p.ref) AS n FROM ${hung('@records')} p JOIN case_file c ON c.ref = p.ref`;
  return (statement(db, sql).get({ records: JSON.stringify(records) }) as { n: number }).n;
}

/** One case by its ticket; null where there is none. `seq` is the entry that received it. */
export function readCase(
  db: Db,
  ref: string,
): (Omit<CaseRow, 'party' | 'role'> & { seq: number; links: { ref: string; as: string }[] }) | null {
  const sql = `SELECT ref, seq, kind, platform, state, subject, received_at AS receivedAt, links, ${person} FROM case_file WHERE ref = ?`;
  const row = statement(db, sql).get(ref) as (Omit<CaseRow, 'party' | 'role'> & { seq: number; links: string }) | undefined;
  return row ? { ...row, links: JSON.parse(row.links) } : null;
}

/** What a case is about. */
export function itemsOf(db: Db, ref: string): string[] {
  const sql = 'SELECT value FROM case_item WHERE ref = ? ORDER BY n';
  return (statement(db, sql).all(ref) as { value: string }[]).map(({ value }) => value);
}

/** Whether a record is named by any case, identifier or merge. */
export function isParty(db: Db, party: string): boolean {
  const sql = `SELECT 1 FROM case_party WHERE party = @party UNION ALL SELECT 1 FROM party_identifier WHERE party = @party
    UNION ALL SELECT 1 FROM party_merge WHERE party = @party OR into_party = @party
    UNION ALL SELECT 1 FROM journal WHERE seq = CAST(substr(@party, 7) AS INTEGER) AND kind = 'case.received' LIMIT 1`;
  return statement(db, sql).get({ party }) !== undefined;
}

/** Whether the two stand on two sides of one case: who asks, and who acts for her. */
export function areTwoSides(db: Db, a: readonly string[], b: readonly string[]): boolean {
  const sql = `SELECT 1 FROM ${hung('@one')} x JOIN ${hung('@other')} y ON x.ref = y.ref AND x.role <> y.role LIMIT 1`;
  return statement(db, sql).get({ one: JSON.stringify(a), other: JSON.stringify(b) }) !== undefined;
}

export function deskNameOf(db: Db, id: string): string {
  const row = statement(db, 'SELECT name FROM desk_person WHERE id = ?').get(id) as { name: string } | undefined;
  return row?.name ?? id;
}
