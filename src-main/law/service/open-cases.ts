import { countOpenCases, openCasesAfter, type QueuePlace, readCaseFile } from '../../cases/index.ts';
import { type CaseFile, isOpen } from '../../cases/rules.ts';
import type { Desk } from '../../desk/desk.ts';
import { Fault } from '../../desk/faults.ts';

/** What long work over the open cases is given: a way to say how far it is, and a signal that it should stop. */
export interface Watcher {
  progress?: (done: number, total: number | null) => void;
  signal?: AbortSignal;
}

const casesAPage = 25;
/** Time for looking at cases; what is written for them has as much again. */
const lookMs = 10;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Hands every open case to `look`, a slice at a time in the order of the queue, and each slice to `settle`; between two
 * slices everything else has its turn. A case that moves meanwhile has been computed anew by whatever moved it.
 * Fault: cancelled between two slices.
 */
export async function eachOpenCase<T>(
  desk: Desk,
  { progress, signal }: Watcher,
  look: (file: CaseFile) => T | null,
  settle: (found: T[]) => void,
): Promise<number> {
  const total = countOpenCases(desk.db);
  let after: QueuePlace | null = null;
  let checked = 0;
  for (;;) {
    if (signal?.aborted) throw new Fault('cancelled', `Stopped after ${checked} cases; what was done stays.`);
    const slice: Slice<T> = lookAtSlice(desk, after, look);
    if (slice.last === null) return checked;
    settle(slice.found);
    after = slice.last;
    checked += slice.count;
    progress?.(checked, Math.max(total, checked));
    await nextTurn();
  }
}

interface Slice<T> {
  found: T[];
  last: QueuePlace | null;
  count: number;
}

function lookAtSlice<T>(desk: Desk, after: QueuePlace | null, look: (file: CaseFile) => T | null): Slice<T> {
  const end = desk.clock.monotonic() + lookMs;
  const slice: Slice<T> = { found: [], last: null, count: 0 };
  for (const place of openCasesAfter(desk.db, after, casesAPage)) {
    const file = readCaseFile(desk.db, place.ref);
    const found = file && isOpen(file) ? look(file) : null;
    if (found !== null) slice.found.push(found);
    slice.last = place;
    slice.count += 1;
    if (desk.clock.monotonic() > end) break;
  }
  return slice;
}
