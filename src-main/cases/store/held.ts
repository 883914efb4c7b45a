import { codeOf, type Db, watchStatements } from '../../../db/open.ts';
import type { HeldRows } from '../../journal/contract.ts';
import type { CaseItem } from '../contract.ts';
import type { CaseFile } from '../rules.ts';
import { deleteCaseRows, fromRow, insertCaseRow, insertItemRow, readCaseRow, readItemRows } from './case-rows.ts';
import { createComparer, type HeldCase } from './held-compare.ts';
import { deleteLine, insertLine, type QueueLine, readLine } from './queue-rows.ts';

/**
 * The cases of a rebuild, in memory instead of its scratch. A case is compared with the desk's own rows when nothing more was
 * heard of it for a while; what is the same is then let go, and the rest is written into the scratch, where every difference
 * is found and named. Folds see no difference: the store reads and writes through here.
 */
export interface Holder {
  find(ref: string): HeldCase | undefined;
  add(file: CaseFile, seq: number): void;
  change(file: CaseFile, seq: number): void;
  moveAlarm(ref: string, nextAlarm: string | null): void;
  items(ref: string): CaseItem[];
  addItem(ref: string, item: CaseItem): void;
  changeItem(ref: string, item: CaseItem): void;
  dropItemsFrom(ref: string, from: number): void;
  queue(ref: string, line: QueueLine | null): void;
  /** Forgets a case that was purged. */
  drop(ref: string): void;
  /** Tickets that ever had an alarm: the others have none to forget, and most cases never do. */
  alarmed: Set<string>;
}

const holders = new WeakMap<Db, Holder>();

/** The holder of a scratch database; undefined for any other. */
export function holderOf(db: Db): Holder | undefined {
  return holders.get(db);
}

/** As many cases as are worked on at a time, and some more; about five kilobytes each. */
const mostHeld = 3_000;
const heldTables = /\b(case_file|case_item|queue)\b/;

interface Holding {
  scratch: Db;
  live: Db;
  most: number;
  /** Those touched last are at the end. */
  held: Map<string, HeldCase>;
  spilled: Set<string>;
  /** While the holder itself reads or writes the scratch. */
  isOwn: boolean;
  comparer: ReturnType<typeof createComparer>;
}

/**
 * Holds the cases of a rebuild in `scratch`, which has its tables but no rows yet; `live` is the database it is held against, on
 * one unchanging view; `most` is how many cases are held. A statement of somebody else's on the scratch that names these tables
 * ends the holding, so that a fold with an SQL of its own finds its rows.
 */
export function holdCases(scratch: Db, live: Db, most = mostHeld): HeldRows {
  const holding: Holding = { scratch, live, most, held: new Map(), spilled: new Set(), isOwn: false, comparer: createComparer(live) };
  holders.set(scratch, holderFor(holding));
  watchStatements(scratch, (sql) => {
    if (!holding.isOwn && holders.has(scratch) && heldTables.test(sql)) release(holding);
  });
  const { comparer } = holding;
  return {
    settle() {
      for (const [ref, held] of holding.held) letGo(holding, ref, held);
      holders.delete(scratch);
    },
    count: (table) => comparer.count(table),
    has: (table, key) => comparer.has(table, key),
  };
}

/** Runs an SQL of the holder's own on the scratch, at which nobody need take fright. */
function own<T>(holding: Holding, work: () => T): T {
  holding.isOwn = true;
  try {
    return work();
  } finally {
    holding.isOwn = false;
  }
}

function readHeld(db: Db, ref: string): HeldCase | undefined {
  const row = readCaseRow(db, ref);
  if (!row) return undefined;
  const file = fromRow(row);
  const line = file.nextDue === null ? null : readLine(db, file.nextDue, ref);
  return { file, changedSeq: row['changed_seq'] as number, items: readItemRows(db, ref), line };
}

/** Finds a case wherever it is: held, the same as the live rows, or in the scratch. */
function find(holding: Holding, ref: string): HeldCase | undefined {
  const { held, spilled, comparer } = holding;
  const known = held.get(ref);
  if (known) {
    held.delete(ref);
    held.set(ref, known);
    return known;
  }
  if (spilled.delete(ref)) return take(holding, ref);
  if (!comparer.forget(ref)) return undefined;
  return keep(holding, ref, readHeld(holding.live, ref));
}

function take(holding: Holding, ref: string): HeldCase | undefined {
  const found = own(holding, () => {
    const written = readHeld(holding.scratch, ref);
    deleteCaseRows(holding.scratch, ref);
    if (written?.line) deleteLine(holding.scratch, written.line);
    return written;
  });
  return keep(holding, ref, found);
}

function keep(holding: Holding, ref: string, found: HeldCase | undefined): HeldCase | undefined {
  if (!found) return undefined;
  holding.held.set(ref, found);
  if (holding.held.size > holding.most) letGoOldest(holding);
  return found;
}

function letGoOldest(holding: Holding): void {
  // Several at once: a map whose first entry is taken again and again gets slow.
  let left = Math.ceil(holding.most / 8);
  for (const [ref, held] of holding.held) {
    if (left === 0) return;
    letGo(holding, ref, held);
    left -= 1;
  }
}

function letGo(holding: Holding, ref: string, found: HeldCase): void {
  holding.held.delete(ref);
  if (!holding.comparer.compare(ref, found)) spill(holding, ref, found);
}

function spill(holding: Holding, ref: string, { file, changedSeq, items, line }: HeldCase): void {
  const { scratch, spilled } = holding;
  spilled.add(ref);
  try {
    own(holding, () => {
      insertCaseRow(scratch, file, changedSeq);
      for (const item of items) insertItemRow(scratch, ref, item);
      if (line) insertLine(scratch, line);
    });
  } catch (error) {
    // Values that the tables refuse: the comparison finds the rows missing on this side.
    if (!(error instanceof TypeError || error instanceof RangeError || codeOf(error).startsWith('SQLITE_CONSTRAINT'))) throw error;
  }
}

/** Writes every case into the scratch, where from now on the store finds them. */
function release(holding: Holding): void {
  const { held, scratch, live, comparer } = holding;
  holders.delete(scratch);
  for (const [ref, found] of held) spill(holding, ref, found);
  held.clear();
  for (const ref of comparer.forgetAll()) {
    const found = readHeld(live, ref);
    if (found) spill(holding, ref, found);
  }
}

function mustFind(holding: Holding, ref: string): HeldCase {
  const found = find(holding, ref);
  if (!found) throw new Error('There is no case of this ticket.');
  return found;
}

function holderFor(holding: Holding): Holder {
  return {
    find: (ref) => find(holding, ref),
    add(file, seq) {
      if (find(holding, file.ref)) throw new Error('There is a case of this ticket already.');
      keep(holding, file.ref, { file: asStored(file, null), changedSeq: seq, items: [], line: null });
    },
    change(file, seq) {
      const found = mustFind(holding, file.ref);
      const { seq: first, enteredAt, historical, oldReference } = found.file;
      found.file = asStored({ ...file, seq: first, enteredAt, historical, oldReference }, found.file);
      found.changedSeq = seq;
    },
    moveAlarm(ref, nextAlarm) {
      const found = find(holding, ref);
      if (found && found.file.nextAlarm !== nextAlarm) found.file = { ...found.file, nextAlarm };
    },
    items: (ref) => (find(holding, ref)?.items ?? []).map((item) => ({ ...item })),
    addItem: (ref, item) => addItem(mustFind(holding, ref).items, item),
    changeItem(ref, { n, action, actedAt, proof }) {
      const item = find(holding, ref)?.items.find((one) => one.n === n);
      if (item) Object.assign(item, { action, actedAt, proof: proof ?? null });
    },
    dropItemsFrom(ref, from) {
      const found = find(holding, ref);
      if (found) found.items = found.items.filter(({ n }) => n < from);
    },
    queue(ref, line) {
      mustFind(holding, ref).line = line;
    },
    drop(ref) {
      if (find(holding, ref)) holding.held.delete(ref);
    },
    alarmed: new Set(),
  };
}

function addItem(items: HeldCase['items'], item: CaseItem): void {
  const last = items.at(-1)?.n ?? 0;
  if (item.n <= last) throw new Error('The case has an item of this number already.');
  items.push({ ...item, proof: item.proof ?? null });
}

const jsonFields = ['complainant', 'facts', 'moments', 'decision', 'links', 'target'] as const;

/** The case as it would come back from its row: a field without a value is gone, and comes last when it returns. */
function asStored(file: CaseFile, before: CaseFile | null): CaseFile {
  const stored: Record<string, unknown> = { ...file };
  for (const field of jsonFields)
    if (file[field] !== before?.[field] && hasGap(file[field])) stored[field] = JSON.parse(JSON.stringify(file[field]));
  // The clocks that run are made anew with each change, always in the same order.
  if (hasGap({ ...file.clocks, now: null })) stored['clocks'] = JSON.parse(JSON.stringify(file.clocks));
  return stored as unknown as CaseFile;
}

function hasGap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => one === undefined || hasGap(one));
}
