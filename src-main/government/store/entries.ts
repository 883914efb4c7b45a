import { type Db, statement } from '../../../db/open.ts';
import type { OrderEntry } from '../contract.ts';

export function insertEntry(db: Db, ref: string, entry: { seq: number; kind: string; at: string; actor: string }, body: unknown): void {
  const { seq, kind, at, actor } = entry;
  const row = { seq, ref, kind, at, actor, body: JSON.stringify(body) };
  statement(db, 'INSERT INTO order_entry (seq, ref, kind, body, at, "by") VALUES (@seq, @ref, @kind, @body, @at, @actor)').run(row);
}

const columns = `e.seq, e.ref, e.kind, e.body, e.at, e."by", coalesce(p.name, e."by") AS byName
  FROM order_entry AS e LEFT JOIN desk_person AS p ON p.id = e."by"`;
const read = (rows: unknown[]): OrderEntry[] =>
  (rows as (Omit<OrderEntry, 'body'> & { body: string })[]).map((row) => ({ ...row, body: JSON.parse(row.body) }));

/** What was done on the order of a case, oldest first. */
export function entriesOn(db: Db, ref: string): OrderEntry[] {
  return read(statement(db, `SELECT ${columns} WHERE e.ref = ? ORDER BY e.seq`).all(ref));
}

/** The entries of every case in which something was ever preserved, oldest first. */
export function entriesOfPreservations(db: Db): OrderEntry[] {
  const sql = `SELECT ${columns} WHERE e.ref IN (SELECT ref FROM order_entry WHERE kind = 'preservation.made') AND e.kind LIKE 'preservation.%'
    ORDER BY e.seq`;
  return read(statement(db, sql).all());
}
