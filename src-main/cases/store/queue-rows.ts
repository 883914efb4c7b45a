import { type Db, statement } from '../../../db/open.ts';

/** One row of the queue: every column it shows. */
export interface QueueLine {
  next_due: string;
  ref: string;
  next_rule: string | null;
  next_internal: number;
  platform: string;
  kind: string;
  state: string;
  identity: string;
  subject: string;
  complainant: string | null;
  received_at: string;
  confirm_receipt: number;
  assignee: string | null;
}

/** Every column of the queue. */
export const queueColumns = [
  'next_due',
  'ref',
  'next_rule',
  'next_internal',
  'platform',
  'kind',
  'state',
  'identity',
  'subject',
  'complainant',
  'received_at',
  'confirm_receipt',
  'assignee',
] as const;
const mutable = queueColumns.filter((name) => name !== 'next_due' && name !== 'ref');

const insertSql = `INSERT INTO queue (${queueColumns.join(', ')}) VALUES (${queueColumns.map((name) => `@${name}`).join(', ')})`;
const updateSql = `UPDATE queue SET ${mutable.map((name) => `${name} = @${name}`).join(', ')} WHERE next_due = @next_due AND ref = @ref`;

export function readLine(db: Db, due: string, ref: string): QueueLine | null {
  return (statement(db, 'SELECT * FROM queue WHERE next_due = ? AND ref = ?').get(due, ref) as QueueLine | undefined) ?? null;
}

export function insertLine(db: Db, line: QueueLine): void {
  statement(db, insertSql).run(line);
}

export function updateLine(db: Db, line: QueueLine): void {
  statement(db, updateSql).run(line);
}

export function deleteLine(db: Db, { next_due: due, ref }: Pick<QueueLine, 'next_due' | 'ref'>): void {
  statement(db, 'DELETE FROM queue WHERE next_due = ? AND ref = ?').run(due, ref);
}
