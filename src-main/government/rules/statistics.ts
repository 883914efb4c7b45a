import { dateOf, istDay } from '../../law/rules.ts';
import { type StatisticsColumn, type StatisticsDimension, statisticsColumns, statisticsParts } from '../contract/words.ts';
import type { RequestFacts, StatisticsRow, StatisticsTable } from '../contract.ts';

type Cells<T = number> = StatisticsRow<T>['cells'];

const monthOf = (instant: string) => dateOf(istDay(Date.parse(instant))).slice(0, 7);
const empty = (): Cells => Object.fromEntries(statisticsColumns.map((name) => [name, 0])) as Cells;

function partOf({ asksData, given }: RequestFacts): (typeof statisticsParts)[number] {
  if (given === 'full' || given === 'partly') return given;
  if (!asksData) return 'noData';
  return given ?? 'open';
}

function keyOf(one: RequestFacts, by: StatisticsDimension): string {
  if (by === 'month') return monthOf(one.receivedAt);
  return one[by]?.trim() || '';
}

function add(cells: Cells, one: RequestFacts): void {
  cells.requests += 1;
  cells[partOf(one)] += 1;
  cells.accounts += one.accounts;
  cells.asked += one.asked;
  cells.acted += one.acted;
  cells.takedowns += one.hasTakedown ? 1 : 0;
}

/** Requests counted by one thing, the greatest first; months in their order. `''`: it was not recorded. */
export function countRequests(facts: readonly RequestFacts[], by: StatisticsDimension, month?: string): StatisticsTable {
  const rows = new Map<string, Cells>();
  const total = empty();
  for (const one of facts) {
    if (month !== undefined && monthOf(one.receivedAt) !== month) continue;
    const key = keyOf(one, by);
    const cells = rows.get(key) ?? empty();
    rows.set(key, cells);
    add(cells, one);
    add(total, one);
  }
  const found = [...rows].map(([key, cells]) => ({ key, cells }));
  const order = (a: StatisticsRow, b: StatisticsRow) =>
    by === 'month' ? (a.key < b.key ? -1 : 1) : b.cells.requests - a.cells.requests || (a.key < b.key ? -1 : 1);
  return { rows: found.sort(order), total };
}

/** The States and Union territories of India, and the Union; another word is free text, and stands in no public copy. */
const states =
  'Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana|Himachal Pradesh|Jharkhand|Karnataka|Kerala|Madhya Pradesh|Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Punjab|Rajasthan|Sikkim|Tamil Nadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|West Bengal|Andaman and Nicobar Islands|Chandigarh|Dadra and Nagar Haveli and Daman and Diu|Delhi|Jammu and Kashmir|Ladakh|Lakshadweep|Puducherry|Union'.split(
    '|',
  );

/** The requests that a public copy may count: none that the law keeps secret, and no word that somebody typed. */
export function publicFacts(facts: readonly RequestFacts[]): RequestFacts[] {
  const known = (state: string | null) => states.find((one) => one.toLowerCase() === state?.trim().toLowerCase()) ?? null;
  return facts.filter(({ isSecret }) => !isSecret).map((one) => ({ ...one, agency: null, state: known(one.state) }));
}

const isSmall = (n: number, smallest: number) => n > 0 && n < smallest;
const sum = (rows: readonly StatisticsRow[], column: StatisticsColumn) => rows.reduce((n, { cells }) => n + cells[column], 0);

/** Whether what the held rows come to together, which the totals tell, gives none of them away. */
function isSafe(held: readonly StatisticsRow[], { total }: StatisticsTable, smallest: number): boolean {
  if (held.length < 2) return held.length === 0;
  // Every row that is listed has at least one request: they must not all be pinned to it.
  if (sum(held, 'requests') <= held.length) return false;
  return statisticsColumns.every((column) => total[column] < smallest || !isSmall(sum(held, column), smallest));
}

/** The rows that are held back: those with a small number, and as many of the next smallest as it takes to hide them. */
function heldRows(table: StatisticsTable, smallest: number): { held: Set<StatisticsRow>; isSafe: boolean } {
  const held = new Set(table.rows.filter(({ cells }) => statisticsColumns.some((column) => isSmall(cells[column], smallest))));
  const rest = table.rows.filter((row) => !held.has(row)).sort((a, b) => a.cells.requests - b.cells.requests);
  for (;;) {
    const safe = isSafe([...held], table, smallest);
    const next = safe ? undefined : rest.shift();
    if (next === undefined) return { held, isSafe: safe };
    held.add(next);
  }
}

const withheld = (): Cells<null> => Object.fromEntries(statisticsColumns.map((name) => [name, null])) as Cells<null>;

/** The total without what is small, and without what is the sum of it. */
function publicTotal({ total }: StatisticsTable, smallest: number): Cells<number | null> {
  const isRare = (column: StatisticsColumn) => isSmall(total[column], smallest);
  const hidesRequests = statisticsParts.some(isRare);
  const cell = (column: StatisticsColumn) => (isRare(column) || (column === 'requests' && hidesRequests) ? null : total[column]);
  return Object.fromEntries(statisticsColumns.map((column) => [column, cell(column)])) as Cells<number | null>;
}

/**
 * The table with no number from 1 to `smallest` - 1, and none that can be had from the others: rows with such a number are held
 * back whole, two at least, so that what they come to together is itself not small. Where that cannot be, everything is.
 */
export function suppressSmall(table: StatisticsTable, smallest: number): StatisticsTable<number | null> {
  const { held, isSafe: safe } = heldRows(table, smallest);
  if (!safe) return { rows: table.rows.map(({ key }) => ({ key, cells: withheld() })), total: withheld() };
  // Nothing is hidden by holding back what is nothing in all of them.
  const isNothing = (column: StatisticsColumn) => sum([...held], column) === 0;
  const hidden = Object.fromEntries(statisticsColumns.map((column) => [column, isNothing(column) ? 0 : null])) as Cells<number | null>;
  return {
    rows: table.rows.map((row) => ({ key: row.key, cells: held.has(row) ? hidden : row.cells })),
    total: publicTotal(table, smallest),
  };
}
