import { type Db, statement } from '../../../db/open.ts';

/** A place in the queue: the page after it starts with the next case. */
export interface QueuePlace {
  due: string;
  ref: string;
}

/** The next open cases behind a place in the queue, in its order; from its head where `after` is null. */
export function openCasesAfter(db: Db, after: QueuePlace | null, limit: number): QueuePlace[] {
  const sql = 'SELECT next_due AS due, ref FROM queue WHERE (next_due, ref) > (?, ?) ORDER BY next_due, ref LIMIT ?';
  return statement(db, sql).all(after?.due ?? '', after?.ref ?? '', limit) as QueuePlace[];
}

/** How many cases are open. */
export function countOpenCases(db: Db): number {
  const row = statement(db, "SELECT n FROM tally WHERE facet = 'open' AND value = ''").get() as { n: number } | undefined;
  return row?.n ?? 0;
}
