import { type Db, statement } from '../../../db/open.ts';
import type { CaseFile } from '../rules.ts';
import { holderOf } from './held.ts';
import { deleteLine, insertLine, type QueueLine, readLine, updateLine } from './queue-rows.ts';

/** Sorts behind every date: an open case whose clocks have no date and no target. */
export const noDue = '9999-12-31T23:59:59.999Z';

/** Facets that are counted as cases come and go, so that no screen has to count a million rows. */
function tallied(line: QueueLine): [string, string][] {
  return [
    ['open', ''],
    ['platform', line.platform],
    ['kind', line.kind],
    ['state', line.state],
    ['due', line.next_due.slice(0, 13)],
    ...(line.assignee === null ? ([['unassigned', '']] as [string, string][]) : []),
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
  const holder = holderOf(db);
  if (holder) holder.queue(line.ref, line);
  else moveLine(db, null, line);
}

/** Moves a case within the queue, or out of it when `line` is null. `due` is where it stood. */
export function requeue(db: Db, ref: string, due: string | null, line: QueueLine | null): void {
  const holder = holderOf(db);
  if (holder) holder.queue(ref, line);
  else moveLine(db, due === null ? null : readLine(db, due, ref), line);
}

function moveLine(db: Db, before: QueueLine | null, line: QueueLine | null): void {
  moveTally(db, before, line);
  if (before && line && before.next_due === line.next_due) {
    updateLine(db, line);
    return;
  }
  if (before) deleteLine(db, before);
  if (line) insertLine(db, line);
}
