import { type Db, statement } from '../../../db/open.ts';

/** One merge: `party` became part of `into`. */
export interface MergeRow {
  seq: number;
  party: string;
  into: string;
  reason: string;
  at: string;
  by: string;
  undoneAt: string | null;
  undoneReason: string | null;
}

const columns = 'seq, party, into_party AS "into", reason, at, "by", undone_at AS undoneAt, undone_reason AS undoneReason';

export function insertMerge(db: Db, merge: Omit<MergeRow, 'undoneAt' | 'undoneReason'>): void {
  statement(db, 'INSERT INTO party_merge (seq, party, into_party, reason, at, "by") VALUES (@seq, @party, @into, @reason, @at, @by)').run(
    merge,
  );
}

export function undoMergeRow(db: Db, seq: number, undone: { at: string; reason: string }): void {
  statement(db, 'UPDATE party_merge SET undone_at = @at, undone_reason = @reason WHERE seq = @seq').run({ ...undone, seq });
}

export function readMerge(db: Db, seq: number): MergeRow | null {
  return (statement(db, `SELECT ${columns} FROM party_merge WHERE seq = ?`).get(seq) as MergeRow | undefined) ?? null;
}

/** The record that stands for the person now: where the merges that were not undone lead. */
export function rootOf(db: Db, party: string): string {
  const next = statement(db, 'SELECT into_party AS "into" FROM party_merge WHERE party = ? AND undone_at IS NULL');
  let root = party;
  for (let row = next.get(root) as { into: string } | undefined; row; row = next.get(root) as { into: string } | undefined) root = row.into;
  return root;
}

/** All records of the person whom a record stands for, itself first. */
export function recordsOf(db: Db, root: string): string[] {
  const sql = `WITH RECURSIVE record(party) AS (SELECT ? UNION SELECT m.party FROM party_merge m JOIN record r ON m.into_party = r.party
    WHERE m.undone_at IS NULL) SELECT party FROM record`;
  return (statement(db, sql).all(root) as { party: string }[]).map(({ party }) => party);
}

/** Every merge that touches these records, oldest first. */
export function mergesOf(db: Db, records: readonly string[]): MergeRow[] {
  const sql = `SELECT ${columns} FROM party_merge WHERE party IN (SELECT value FROM json_each(@records)) OR into_party IN (SELECT value FROM json_each(@records))
    ORDER BY seq`;
  return statement(db, sql).all({ records: JSON.stringify(records) }) as MergeRow[];
}

/** Two records that a person said are two people: the smaller id first. */
export function insertApart(db: Db, a: string, b: string, seq: number): void {
  const [one, other] = [a, b].sort();
  statement(db, 'INSERT INTO party_apart (party, other, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(one, other, seq);
}

/** The records that were told apart from any of these. */
export function apartFrom(db: Db, records: readonly string[]): string[] {
  const sql = `SELECT other AS party FROM party_apart WHERE party IN (SELECT value FROM json_each(@records))
    UNION SELECT party FROM party_apart WHERE other IN (SELECT value FROM json_each(@records))`;
  return (statement(db, sql).all({ records: JSON.stringify(records) }) as { party: string }[]).map(({ party }) => party);
}
