import type { Db } from '../../../db/open.ts';
import type { CaseItem } from '../contract.ts';
import type { CaseFile } from '../rules.ts';
import { caseColumns, toRow } from './case-rows.ts';
import { type QueueLine, queueColumns } from './queue-rows.ts';

/** One case as far as a rebuild knows it: all its rows. */
export interface HeldCase {
  file: CaseFile;
  changedSeq: number;
  items: CaseItem[];
  line: QueueLine | null;
}

interface Counts {
  case_file: number;
  case_item: number;
  queue: number;
}

/** Holds rebuilt cases against the rows of the desk, and remembers which are the same to the last cell. */
export interface Comparer {
  /** Whether every row of the case is there and every cell the same; such a case is remembered. */
  compare(ref: string, held: HeldCase): boolean;
  /** Forgets a case; false when it was not remembered. */
  forget(ref: string): boolean;
  /** Forgets all; answers which they were. */
  forgetAll(): string[];
  count(table: string): number | null;
  has(table: string, key: readonly unknown[]): boolean;
}

export function createComparer(live: Db): Comparer {
  const same = new Set<string>();
  const counts: Counts = { case_file: 0, case_item: 0, queue: 0 };
  const read = liveReaders(live);
  const tallyUp = (ref: string, by: 1 | -1) => {
    counts.case_file += by;
    counts.case_item += by * read.items(ref).length;
    counts.queue += by * (read.isQueued(ref) ? 1 : 0);
  };
  return {
    compare(ref, held) {
      if (!isSameCase(read, ref, held)) return false;
      same.add(ref);
      counts.case_file += 1;
      counts.case_item += held.items.length;
      counts.queue += held.line ? 1 : 0;
      return true;
    },
    forget(ref) {
      if (!same.delete(ref)) return false;
      tallyUp(ref, -1);
      return true;
    },
    forgetAll() {
      const all = [...same];
      for (const ref of all) this.forget(ref);
      return all;
    },
    count: (table) => (table in counts ? counts[table as keyof Counts] : null),
    has(table, key) {
      if (table !== 'queue') return same.has(String(key[0]));
      // A case stands in the queue once: at the date of its row, which was found the same.
      return same.has(String(key[1])) && read.due(String(key[1])) === key[0];
    },
  };
}

type Cell = string | number | null;

function liveReaders(live: Db) {
  const file = live.prepare(`SELECT ${caseColumns.join(', ')} FROM case_file WHERE ref = ?`).raw();
  const items = live.prepare('SELECT n, type, value, action, acted_at, proof FROM case_item WHERE ref = ? ORDER BY n').raw();
  const line = live.prepare(`SELECT ${queueColumns.join(', ')} FROM queue WHERE next_due = ? AND ref = ?`).raw();
  const due = live.prepare('SELECT next_due FROM case_file WHERE ref = ?').pluck();
  const lineAt = (at: string, ref: string) => line.get(at, ref) as Cell[] | undefined;
  return {
    file: (ref: string) => file.get(ref) as Cell[] | undefined,
    items: (ref: string) => items.all(ref) as Cell[][],
    line: lineAt,
    due: (ref: string) => due.get(ref) as string | null | undefined,
    isQueued(ref: string): boolean {
      const at = due.get(ref) as string | null | undefined;
      return typeof at === 'string' && lineAt(at, ref) !== undefined;
    },
  };
}

// Numbers that a desk writes are small, and a cell too large to be held exactly never comes out as a small one.
function isSameCase(read: ReturnType<typeof liveReaders>, ref: string, { file, changedSeq, items, line }: HeldCase): boolean {
  const cells = read.file(ref);
  if (cells?.at(-1) !== changedSeq) return false;
  const row = toRow(file, changedSeq);
  if (!caseColumns.every((name, index) => row[name] === cells[index])) return false;
  return isSameLine(read, ref, file, line) && areSameItems(read.items(ref), items);
}

function isSameLine(read: ReturnType<typeof liveReaders>, ref: string, { nextDue }: CaseFile, line: QueueLine | null): boolean {
  // Where the row stands is how the case is found in the queue again.
  if (line === null || nextDue !== line.next_due) return line === null && nextDue === null;
  const cells = read.line(nextDue, ref);
  return cells !== undefined && queueColumns.every((name, index) => line[name] === cells[index]);
}

function areSameItems(rows: Cell[][], items: CaseItem[]): boolean {
  return (
    rows.length === items.length &&
    items.every(({ n, type, value, action, actedAt, proof }, index) => {
      const row = rows[index]!;
      return row[0] === n && row[1] === type && row[2] === value && row[3] === action && row[4] === actedAt && row[5] === proof;
    })
  );
}
