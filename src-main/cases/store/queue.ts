import { type Db, statement } from '../../../db/open.ts';
import type { CaseFile } from '../rules.ts';

/** Sorts behind every date: an open case whose clocks have no date and no target. */
export const noDue = '9999-12-31T23:59:59.999Z';

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

/** Facets that are counted as cases come and go, so that no screen has to count a million rows. */
function tallied(line: QueueLine): [string, string][] {
  return [
    ['open', ''],
    ['platform', line.platform],
    ['kind', line.kind],
    ['state', line.state],
    ['due', line.next_due.slice(0, 13)],
  ];
}

function addTally(db: Db, facet: string, value: string, by: number): void {
  statement(db, 'INSERT INTO tally (facet, value, n) VALUES (?, ?, ?) ON CONFLICT (facet, value) DO UPDATE SET n = n + excluded.n').run(
    facet,
    value,
    by,
  );
}

function moveTally(db: Db, before: QueueLine | null, after: QueueLine | null): void {
  const gone = before ? tallied(before) : [];
  const come = after ? tallied(after) : [];
  const same = (a: [string, string], list: [string, string][]) => list.some((b) => a[0] === b[0] && a[1] === b[1]);
  for (const one of gone) if (!same(one, come)) addTally(db, one[0], one[1], -1);
  for (const one of come) if (!same(one, gone)) addTally(db, one[0], one[1], 1);
}

const insertLine = `INSERT INTO queue (next_due, ref, next_rule, next_internal, platform, kind, state, identity, subject, complainant,
  received_at, confirm_receipt, assignee) VALUES (@next_due, @ref, @next_rule, @next_internal, @platform, @kind, @state, @identity,
  @subject, @complainant, @received_at, @confirm_receipt, @assignee)`;
const updateLine = `UPDATE queue SET next_rule = @next_rule, next_internal = @next_internal, platform = @platform, kind = @kind, state = @state, identity = @identity,
  received_at = @received_at, confirm_receipt = @confirm_receipt, assignee = @assignee WHERE next_due = @next_due AND ref = @ref`;

function readLine(db: Db, due: string, ref: string): QueueLine | null {
  return (statement(db, 'SELECT * FROM queue WHERE next_due = ? AND ref = ?').get(due, ref) as QueueLine | undefined) ?? null;
}

export interface NextClock {
  rule: string;
  due: string;
  internal: boolean;
}

export function lineOf(file: CaseFile, next: NextClock | null): QueueLine {
  return {
    next_due: next?.due ?? noDue,
    ref: file.ref,
    next_rule: next?.rule ?? null,
    next_internal: next?.internal ? 1 : 0,
    platform: file.platform,
    kind: file.kind,
    state: file.state,
    identity: file.identity,
    subject: file.subject,
    complainant: file.complainant.name ?? file.complainant.email ?? null,
    received_at: file.receivedAt,
    confirm_receipt: file.confirmReceipt ? 1 : 0,
    assignee: file.assignee,
  };
}

/** Puts a new open case into the queue. */
export function enqueue(db: Db, line: QueueLine): void {
  statement(db, insertLine).run(line);
  moveTally(db, null, line);
}

/** Moves a case within the queue, or out of it when `line` is null. `due` is where it stood. */
export function requeue(db: Db, ref: string, due: string | null, line: QueueLine | null): void {
  const before = due === null ? null : readLine(db, due, ref);
  moveTally(db, before, line);
  if (before && line && before.next_due === line.next_due) {
    statement(db, updateLine).run(line);
    return;
  }
  if (before) statement(db, 'DELETE FROM queue WHERE next_due = ? AND ref = ?').run(before.next_due, ref);
  if (line) statement(db, insertLine).run(line);
}
