import { type Db, statement } from '../../../db/open.ts';
import type { QueueCounts, QueueFilter, QueueRow, QueueWindow } from '../contract.ts';
import { complaintKinds, governmentKinds, ownDutyKinds, rightsKinds } from '../contract.ts';
import { holderOf } from './held.ts';
import { noDue } from './queue.ts';

const groups: Record<string, readonly string[]> = {
  complaints: complaintKinds,
  rights: rightsKinds,
  government: governmentKinds,
  'own-duties': ownDutyKinds,
  unsorted: ['unsorted'],
};

const hourMs = 3_600_000;

/** The edges of the due buckets at `now`, as UTC text: overdue ends at now, then 2 h, 24 h, 3 days. */
function edges(now: string): { now: string; in2h: string; in24h: string; in3d: string } {
  const ms = Date.parse(now);
  const at = (hours: number) => new Date(ms + hours * hourMs).toISOString();
  return { now, in2h: at(2), in24h: at(24), in3d: at(72) };
}

interface Where {
  sql: string;
  values: (string | number)[];
}

function dueRange(due: QueueFilter['due'], now: string): Where[] {
  const edge = edges(now);
  const between = (from: string | null, to: string | null): Where[] => [
    ...(from ? [{ sql: 'next_due >= ?', values: [from] }] : []),
    ...(to ? [{ sql: 'next_due < ?', values: [to] }] : []),
  ];
  switch (due) {
    case 'overdue':
      return between(null, edge.now);
    case 'under-2h':
      return between(edge.now, edge.in2h);
    case 'under-24h':
      return between(edge.in2h, edge.in24h);
    case 'under-3d':
      return between(edge.in24h, edge.in3d);
    case 'later':
      return between(edge.in3d, null);
    default:
      return [];
  }
}

function conditions(filter: QueueFilter, now: string): Where[] {
  const list: Where[] = dueRange(filter.due, now);
  // A literal, not a parameter: only so does the planner see that the index of rare states serves.
  if (filter.state !== undefined) list.push({ sql: `state = '${filter.state}'`, values: [] });
  for (const name of ['platform', 'kind', 'identity'] as const) {
    const value = filter[name];
    if (value !== undefined) list.push({ sql: `${name} = ?`, values: [value] });
  }
  const kinds = filter.group ? groups[filter.group] : undefined;
  if (kinds) list.push({ sql: `kind IN (${kinds.map(() => '?').join(', ')})`, values: [...kinds] });
  if (filter.confirmReceipt !== undefined) list.push({ sql: 'confirm_receipt = ?', values: [filter.confirmReceipt ? 1 : 0] });
  if (filter.unassigned) list.push({ sql: 'assignee IS NULL', values: [] });
  return list;
}

function joined(list: Where[]): Where {
  if (list.length === 0) return { sql: '', values: [] };
  return { sql: ` WHERE ${list.map((one) => one.sql).join(' AND ')}`, values: list.flatMap((one) => one.values) };
}

/** The columns of a row in the order `toRow` reads them; rows come as arrays, which costs half of what objects do. */
const openColumns =
  'ref, kind, platform, state, identity, subject, complainant, received_at, confirm_receipt, assignee, next_due, next_rule, next_internal';

type Cells = [
  string,
  string,
  string,
  string,
  string,
  string,
  string | null,
  string,
  number,
  string | null,
  string | null,
  string | null,
  number,
];

const arrays = (db: Db, sql: string) => statement(db, sql).raw();

/** Read by place: taking the row apart by name walks it as an iterator, and a page is taken apart at every scroll. */
function toRow(cells: Cells): QueueRow {
  const due = cells[10];
  return {
    ref: cells[0],
    kind: cells[1],
    platform: cells[2],
    state: cells[3],
    identity: cells[4],
    subject: cells[5],
    complainant: cells[6],
    receivedAt: cells[7],
    confirmReceipt: cells[8] === 1,
    assignee: cells[9],
    next: due === null || due === noDue ? null : { rule: cells[11] ?? '', due, internal: cells[12] === 1 },
  } as QueueRow;
}

const closedColumns = `ref, kind, platform, state, identity, subject, coalesce(complainant ->> 'name', complainant ->> 'email'), received_at,
  confirm_receipt, assignee, NULL, NULL, 0`;

/** How the window asks: `refs` narrows to tickets found by the full text, in that order of worth ignored. */
export interface WindowQuery {
  filter: QueueFilter;
  offset: number;
  limit: number;
  after?: { due: string; ref: string } | undefined;
  refs?: string[] | undefined;
}

/** A window of the open queue (earliest due first) or of the closed cases (newest first). */
export function queueWindow(db: Db, query: WindowQuery, now: string): QueueWindow {
  const list = conditions(query.filter, now);
  if (query.refs) list.push({ sql: 'ref IN (SELECT value FROM json_each(?))', values: [JSON.stringify(query.refs)] });
  return query.filter.closed ? closedWindow(db, list, query) : openWindow(db, list, query);
}

function openWindow(db: Db, list: Where[], query: WindowQuery): QueueWindow {
  const total = countOpen(db, list, query.filter);
  const seek = query.after ? [...list, { sql: '(next_due, ref) > (?, ?)', values: [query.after.due, query.after.ref] }] : list;
  const where = joined(seek);
  // A page that follows a known row needs no counting off of rows, and is cheaper without.
  const skip: Where = query.after ? { sql: '', values: [] } : { sql: ' OFFSET ?', values: [query.offset] };
  const sql = `SELECT ${openColumns} FROM queue${where.sql} ORDER BY next_due, ref LIMIT ?${skip.sql}`;
  const rows = arrays(db, sql).all(...where.values, query.limit, ...skip.values) as Cells[];
  return { rows: rows.map(toRow), total, offset: query.offset };
}

function closedWindow(db: Db, list: Where[], query: WindowQuery): QueueWindow {
  const where = joined([{ sql: "state = 'closed'", values: [] }, ...list]);
  const { n } = statement(db, `SELECT count(*) AS n FROM case_file${where.sql}`).get(...where.values) as { n: number };
  const sql = `SELECT ${closedColumns} FROM case_file${where.sql} ORDER BY changed_seq DESC LIMIT ? OFFSET ?`;
  const rows = arrays(db, sql).all(...where.values, query.limit, query.offset) as Cells[];
  return { rows: rows.map(toRow), total: n, offset: query.offset };
}

const facetOf: Record<string, string> = { platform: 'platform', kind: 'kind', state: 'state' };

/** Counted facets answer at once; any other mix of filters is counted in the index. */
function countOpen(db: Db, list: Where[], filter: QueueFilter): number {
  const used = Object.entries(filter).filter(([, value]) => value !== undefined && value !== false);
  if (list.length === 0) return tally(db, 'open', '');
  const [only] = used;
  if (used.length === 1 && list.length === 1 && only && facetOf[only[0]]) return tally(db, only[0], String(only[1]));
  if (used.length === 1 && list.length === 1 && filter.unassigned) return tally(db, 'unassigned', '');
  const where = joined(list);
  return (statement(db, `SELECT count(*) AS n FROM queue${where.sql}`).get(...where.values) as { n: number }).n;
}

function tally(db: Db, facet: string, value: string): number {
  const row = statement(db, 'SELECT n FROM tally WHERE facet = ? AND value = ?').get(facet, value) as { n: number } | undefined;
  return row?.n ?? 0;
}

function facet(db: Db, name: string): Record<string, number> {
  const rows = statement(db, 'SELECT value, n FROM tally WHERE facet = ? AND n > 0').all(name) as { value: string; n: number }[];
  return Object.fromEntries(rows.map((row) => [row.value, row.n]));
}

/** Cases due before `edge`: whole hours from the tally, the last part of an hour from the queue. */
function dueBefore(db: Db, edge: string): number {
  const hour = edge.slice(0, 13);
  const whole = statement(db, "SELECT coalesce(sum(n), 0) AS n FROM tally WHERE facet = 'due' AND value < ?").get(hour) as { n: number };
  const part = statement(db, 'SELECT count(*) AS n FROM queue WHERE next_due >= ? AND next_due < ?').get(hour, edge) as { n: number };
  return whole.n + part.n;
}

/** How many open cases stand in each bucket and facet at `now` (UTC). */
export function queueCounts(db: Db, now: string): QueueCounts {
  const edge = edges(now);
  const total = tally(db, 'open', '');
  const [late, in2h, in24h, in3d] = [
    dueBefore(db, edge.now),
    dueBefore(db, edge.in2h),
    dueBefore(db, edge.in24h),
    dueBefore(db, edge.in3d),
  ];
  return {
    total,
    closed: tally(db, 'closed', ''),
    overdue: late,
    under2h: in2h - late,
    under24h: in24h - in2h,
    under3d: in3d - in24h,
    later: total - in3d,
    unassigned: tally(db, 'unassigned', ''),
    byPlatform: facet(db, 'platform'),
    byKind: facet(db, 'kind'),
    byState: facet(db, 'state'),
  };
}

/** Adds to the count of closed cases; a rebuild keeps no counts. */
export function countClosed(db: Db, by: number): void {
  if (holderOf(db)) return;
  statement(
    db,
    "INSERT INTO tally (facet, value, n) VALUES ('closed', '', ?) ON CONFLICT (facet, value) DO UPDATE SET n = n + excluded.n",
  ).run(by);
}
