import { type Db, statement } from '../../../db/open.ts';
import type { AuthorityCheck, Order, SameOrder } from '../contract.ts';
import { orderKey } from '../rules.ts';

/** What the order behind a case says, as it was recorded last; null where none was. */
export function orderOf(db: Db, ref: string): Order | null {
  const row = statement(db, 'SELECT particulars FROM received_order WHERE ref = ?').get(ref) as { particulars: string } | undefined;
  return row ? (JSON.parse(row.particulars) as Order) : null;
}

export function keepOrder(db: Db, ref: string, seq: number, order: Order): void {
  statement(
    db,
    `INSERT INTO received_order (ref, seq, instrument, agency, state, order_key, particulars)
     VALUES (@ref, @seq, @instrument, @agency, @state, @key, @particulars)
     ON CONFLICT (ref) DO UPDATE SET seq = excluded.seq, instrument = excluded.instrument, agency = excluded.agency,
       state = excluded.state, order_key = excluded.order_key, particulars = excluded.particulars`,
  ).run({
    ref,
    seq,
    instrument: order.instrument,
    agency: order.agency ?? null,
    state: order.state ?? null,
    key: orderKey(order),
    particulars: JSON.stringify(order),
  });
}

/** The first case, other than `ref`, that was made of the same order: the same agency and number. */
export function sameOrder(db: Db, order: Order, ref: string | null): SameOrder | null {
  const key = orderKey(order);
  if (key === null) return null;
  const sql = `SELECT o.ref, c.received_at AS receivedAt FROM received_order AS o JOIN case_file AS c USING (ref)
    WHERE o.order_key = ? AND o.ref IS NOT ? ORDER BY c.seq LIMIT 1`;
  return (statement(db, sql).get(key, ref) as SameOrder | undefined) ?? null;
}

/** The steps of the check of authority as they were recorded, oldest first. */
export function checksOf(db: Db, ref: string): (AuthorityCheck & { byName: string })[] {
  const sql = `SELECT a.seq, a.step, a.result, a.detail, a.number, a.found_in AS foundIn, a.evidence, a.at, a."by",
    coalesce(p.name, a."by") AS byName FROM authority_check AS a LEFT JOIN desk_person AS p ON p.id = a."by" WHERE a.ref = ? ORDER BY a.seq`;
  return statement(db, sql).all(ref) as (AuthorityCheck & { byName: string })[];
}

export function insertCheck(db: Db, ref: string, check: AuthorityCheck): void {
  statement(
    db,
    `INSERT INTO authority_check (seq, ref, step, result, detail, number, found_in, evidence, at, "by")
     VALUES (@seq, @ref, @step, @result, @detail, @number, @foundIn, @evidence, @at, @by)`,
  ).run({ ...check, ref });
}
