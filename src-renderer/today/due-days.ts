import type { QueueRow, QueueWindow } from '../../src-main/cases/contract.ts';
import { istDayNumber, startOfIstDay } from '../ui/ist.ts';

export const daysShown = 7;
const pageRows = 500;

/** The queue in its own order, from a row on. */
export type AskQueue = (offset: number, limit: number) => Promise<QueueWindow>;

export interface DueDays {
  overdue: number;
  /** Today and the six days after it, in IST. */
  days: { day: number; count: number }[];
}

const dueMs = (row: QueueRow | undefined) => (row?.next ? Date.parse(row.next.due) : Number.POSITIVE_INFINITY);

/** The first row, of `total` ordered by due date, that is due at or after a moment: by halving, for the queue may be long. */
async function firstFrom(ask: AskQueue, total: number, atMs: number, from: number): Promise<number> {
  let low = from;
  let high = total;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { rows } = await ask(middle, 1);
    if (dueMs(rows[0]) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many cases fall due on each of the next days; one question for a short queue, a few dozen small ones for a long one. */
export async function countDueDays(ask: AskQueue, nowMs: number): Promise<DueDays> {
  const { rows, total } = await ask(0, pageRows);
  const today = istDayNumber(nowMs);
  const edges = [nowMs, ...Array.from({ length: daysShown }, (_, n) => startOfIstDay(today + n + 1))];
  const places: number[] = [];
  for (const edge of edges) {
    const inPage = rows.findIndex((row) => dueMs(row) >= edge);
    const isWhole = inPage >= 0 || total <= rows.length;
    places.push(isWhole ? (inPage >= 0 ? inPage : total) : await firstFrom(ask, total, edge, Math.max(rows.length, places.at(-1) ?? 0)));
  }
  return {
    overdue: places[0] ?? 0,
    days: places.slice(1).map((place, n) => ({ day: today + n, count: place - (places[n] ?? 0) })),
  };
}
