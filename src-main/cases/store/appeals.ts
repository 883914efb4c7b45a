import { type Db, statement } from '../../../db/open.ts';
import type { Appeal, UploaderChoice } from '../contract.ts';

const columns = `ref, original, order_ref AS orderRef, number, told_at AS toldAt, reply_by AS replyBy, result, ordered_at AS orderedAt,
  order_text AS orderText, comply_by AS complyBy, complied_at AS compliedAt, complied_how AS compliedHow, report_at AS reportAt,
  report_where AS reportWhere`;

/** Appeals that a case is the original, the reply or the order of, oldest first. */
export function appealsOf(db: Db, ref: string): Appeal[] {
  const sql = `SELECT ${columns} FROM appeal WHERE ref = @ref OR original = @ref OR order_ref = @ref ORDER BY told_at, ref`;
  return statement(db, sql).all({ ref }) as Appeal[];
}

export function insertAppeal(db: Db, appeal: Pick<Appeal, 'ref' | 'original' | 'number' | 'toldAt' | 'replyBy'>): void {
  const sql = 'INSERT INTO appeal (ref, original, number, told_at, reply_by) VALUES (@ref, @original, @number, @toldAt, @replyBy)';
  statement(db, sql).run(appeal);
}

export function orderAppeal(db: Db, order: Pick<Appeal, 'ref' | 'orderRef' | 'result' | 'orderedAt' | 'orderText' | 'complyBy'>): void {
  const sql = `UPDATE appeal SET order_ref = @orderRef, result = @result, ordered_at = @orderedAt, order_text = @orderText,
    comply_by = @complyBy WHERE ref = @ref`;
  statement(db, sql).run(order);
}

export function complyAppeal(db: Db, orderRef: string, at: string, how: string): void {
  statement(db, 'UPDATE appeal SET complied_at = ?, complied_how = ? WHERE order_ref = ?').run(at, how, orderRef);
}

export function reportAppeal(db: Db, orderRef: string, at: string, where: string): void {
  statement(db, 'UPDATE appeal SET report_at = ?, report_where = ? WHERE order_ref = ?').run(at, where, orderRef);
}

/** What was said about telling the user whose content was removed. */
export interface NoticeRow {
  ref: string;
  choice: UploaderChoice;
  ground: string;
  notice: string | null;
  at: string;
  by: string;
}

export function readNotice(db: Db, ref: string): NoticeRow | null {
  const sql = 'SELECT ref, choice, ground, notice, at, "by" FROM uploader_notice WHERE ref = ?';
  return (statement(db, sql).get(ref) as NoticeRow | undefined) ?? null;
}

/** The last word about it counts. */
export function keepNotice(db: Db, notice: NoticeRow): void {
  const sql = `INSERT INTO uploader_notice (ref, choice, ground, notice, at, "by") VALUES (@ref, @choice, @ground, @notice, @at, @by)
    ON CONFLICT (ref) DO UPDATE SET choice = excluded.choice, ground = excluded.ground, notice = excluded.notice, at = excluded.at,
    "by" = excluded."by"`;
  statement(db, sql).run(notice);
}
