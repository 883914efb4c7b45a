import type { Db } from '../../../db/open.ts';
import { type AnnouncedKey, deskKind, type EntryHead, epochKind, purgedSuffix, type VerifyResult } from '../contract.ts';
import { sha256Hex } from '../hash.ts';
import { appendEntry, emptyFrontier, type Frontier, rootOf } from '../merkle.ts';
import { restoreFrontier } from '../record.ts';
import { type Checkpoint, entryText, isEntryText, isRealInstant, purgedSeqs, zeroHash } from '../rules.ts';
import { readHead } from '../store.ts';
import { type BodyBook, createBodyBook, type Withheld } from './bodies.ts';
import { type EpochState, openedEpoch } from './epochs.ts';
import { createNodeBook, type NodeBook } from './nodes.ts';
import { checkAgainst, checkNote, checkUnreached, type Known, readAgainst, type Standing } from './notes.ts';
import { checking, createReport, type Report, tell, type Watch } from './report.ts';
import { countEntries, type EntryRow, epochRowBefore, extraBodies, hasStrayNumbers, hasStraySizes, readNotes, readRows } from './rows.ts';
import { createSignedBook, type SignedBook } from './signed.ts';

export interface ChainOptions extends Watch {
  /** Begin at this entry and trust what lies before it; the whole record when left out. */
  from?: number;
  /** The same, as a number of entries counted from the end: what a start checks. */
  last?: number;
  /** The text of a checkpoint kept outside. */
  against?: string;
  /** What an audit copy says of the bodies it leaves out; asked inside the check, because reading it may meet damage. */
  withheld?: () => Withheld;
  /** Told each epoch key that can be read, in order. */
  onKey?: (key: AnnouncedKey) => void;
  /** Told each body that is there and matches its commitment. */
  onBody?: (entry: EntryHead, parse: () => unknown) => void;
}

/**
 * Walks the record and checks numbers, hashes, bodies, epoch keys and checkpoints; with `from` or `last`, the newest
 * checkpoint is checked even when it lies before. Reads only. The answer's `entries` are those walked, `head` the hash of
 * the last one. Faults: cancelled; storage faults other than damage, which is a finding.
 */
export function verifyChain(db: Db, options: ChainOptions = {}): VerifyResult {
  const report = createReport();
  return checking(db, report, () => walkChain(db, options, report));
}

/**
 * What a start checks: the newest thousand entries and the newest checkpoint. As `verifyChain`, but silent about an epoch
 * key that was lost: the full check tells it, and it is no reason to keep people from their desk.
 */
export function verifyTail(db: Db): VerifyResult {
  const result = verifyChain(db, { last: 1_000 });
  const problems = result.problems.filter((problem) => problem.kind !== 'epoch-unsigned');
  return { ...result, ok: problems.length === 0, problems };
}

/**
 * The whole record against a checkpoint kept outside: finds a tail that was cut (`history-went-back`), entries changed and
 * hashed again, and entries dated back (`root-mismatch`), all of which the record alone cannot show.
 */
export function verifyAgainst(db: Db, checkpointText: string, options: Omit<ChainOptions, 'against'> = {}): VerifyResult {
  return verifyChain(db, { ...options, against: checkpointText });
}

interface Walk {
  report: Report;
  bodies: BodyBook;
  nodes: NodeBook | null;
  notes: Map<number, string>;
  against: Checkpoint | null;
  expected: number;
  /** Hash of the entry before (hex); null when it is not known. */
  prev: string | null;
  desk: string | null;
  /** Null once entries are missing: from there on no root can be right. */
  frontier: Frontier | null;
  epoch: EpochState;
  /** Every epoch key met, that before the walk included: what an outside checkpoint beyond the end is held against. */
  keys: Known[];
  signed: SignedBook;
  onKey: ChainOptions['onKey'];
  onBody: ChainOptions['onBody'];
}

/** The walk itself, for checks that go on afterwards with the same report; `onRow` is told each row once it was looked at. */
export function walkChain(db: Db, options: ChainOptions, report: Report, onRow?: (row: EntryRow) => void): void {
  const total = readHead(db).seq;
  const from = firstOf(options, total);
  const walk = startWalk(db, options, { report, from });
  let after = from > 1 ? from - 1 : Number.MIN_SAFE_INTEGER;
  for (let rows = readRows(db, after); rows.length > 0; rows = readRows(db, after)) {
    tell(options, report.entries, total);
    for (const row of rows) {
      step(walk, row);
      onRow?.(row);
    }
    after = rows.at(-1)![0];
  }
  finish(db, walk, from);
  tell(options, report.entries, total);
}

function firstOf({ from, last }: ChainOptions, newest: number): number {
  if (last !== undefined) return Math.max(1, newest - last + 1);
  return Math.max(1, from ?? 1);
}

function startWalk(db: Db, options: ChainOptions, { report, from }: { report: Report; from: number }): Walk {
  if (hasStrayNumbers(db)) report.add('entry-malformed', { table: 'journal' }, 'a number is outside the range of the record');
  if (from === 1 && hasStraySizes(db))
    report.add('checkpoint-malformed', { table: 'checkpoint' }, 'a size is outside the range of the record');
  const before = from - 1;
  const epoch = epochBefore(db, from);
  const previous = before > 0 ? readRows(db, before - 1, 1)[0] : undefined;
  const walk: Walk = {
    report,
    bodies: createBodyBook(report, options.withheld?.() ?? null),
    nodes: from === 1 ? createNodeBook(db, report) : null,
    notes: readNotes(db, from),
    against: options.against === undefined ? null : readAgainst(options.against, report),
    expected: from,
    prev: before === 0 ? zeroHash : (previous?.[8] ?? null),
    desk: previous?.[1] ?? null,
    frontier: before === 0 ? emptyFrontier() : restoreFrontier(db, before),
    epoch,
    keys: typeof epoch === 'object' && epoch ? [epoch] : [],
    signed: createSignedBook(db, report),
    onKey: options.onKey,
    onBody: options.onBody,
  };
  if (walk.notes.size === 0 && before > 0) checkEarlierNote(db, report, before);
  return walk;
}

/** The newest checkpoint, where it lies before the part that is walked. */
function checkEarlierNote(db: Db, report: Report, before: number): void {
  for (const [size, note] of readNotes(db, 1, 1)) {
    const row = readRows(db, size - 1, 1)[0];
    if (size > before || row?.[0] !== size) continue;
    checkNote(size, note, { root: rootOf(restoreFrontier(db, size)), head: row[8], epoch: epochBefore(db, size + 1) }, report);
  }
}

function epochBefore(db: Db, seq: number): EpochState {
  const row = seq > 1 ? epochRowBefore(db, seq) : undefined;
  if (!row) return null;
  // What lies before the walk is trusted; what it found wrong there, an earlier and longer walk has reported.
  const silent = createReport();
  const body = createBodyBook(silent, null).check(bodyCells(row)) ? parsed(row) : undefined;
  return openedEpoch('unknown', headOf(row), body, silent);
}

function step(walk: Walk, row: EntryRow): void {
  const { report } = walk;
  const entry = headOf(row);
  const place = { seq: entry.seq, table: 'journal', key: entry.seq };
  report.entries += 1;
  if (entry.seq < walk.expected) {
    report.add('entry-malformed', place, 'a number is outside the range of the record');
    return;
  }
  if (entry.seq > walk.expected) skip(walk, entry.seq);
  if (!hasTypes(row)) {
    report.add('entry-malformed', place, 'a cell does not have the type of version 1');
    Object.assign(walk, { expected: entry.seq + 1, prev: null, frontier: null });
    return;
  }
  checkHash(walk, row, entry);
  checkLinks(walk, entry);
  readBody(walk, row, entry);
  if (walk.frontier) appendEntry(walk.frontier, row[8], walk.nodes?.onNode);
  checkStandings(walk, entry.seq, row[8]);
  Object.assign(walk, { expected: entry.seq + 1, prev: row[8], desk: entry.desk });
  report.head = row[8];
}

function skip(walk: Walk, found: number): void {
  const first = walk.expected;
  const detail = found - first === 1 ? `entry ${first} is missing` : `entries ${first} to ${found - 1} are missing`;
  walk.report.add('entry-missing', { seq: first, table: 'journal', key: first }, detail);
  walk.prev = null;
  walk.frontier = null;
}

type Head = EntryHead & { prev: string; commitment: string };

/** Five texts and three hashes; nothing that follows can be said of a row without them. */
function hasTypes(row: EntryRow): boolean {
  const areTexts = row.slice(1, 6).every((cell) => typeof cell === 'string');
  return areTexts && row[12] === 1 && row[6].length === 64 && row[7].length === 64 && row[8].length === 64;
}

function checkHash({ report }: Walk, row: EntryRow, entry: Head): void {
  const place = { seq: entry.seq, table: 'journal', key: entry.seq };
  const text = entryText(entry);
  if (!isEntryText(text) || !isRealInstant(entry.at)) report.add('entry-malformed', place, 'a field does not have the form of version 1');
  else if (sha256Hex(text) !== row[8]) report.add('hash-differs', place, "hash is not that of the entry's bytes");
}

function checkLinks({ report, prev, desk }: Walk, entry: Head): void {
  const place = { seq: entry.seq, table: 'journal', key: entry.seq };
  if (prev !== null && entry.prev !== prev) {
    report.add('prev-differs', place, entry.seq === 1 ? 'prev is not 32 zero bytes' : `prev is not the hash of entry ${entry.seq - 1}`);
  }
  if (desk !== null && entry.desk !== desk && entry.kind !== deskKind) {
    report.add('desk-differs', place, `the desk changes without an entry ${deskKind}`);
  }
}

function readBody(walk: Walk, row: EntryRow, entry: Head): void {
  const isGood = walk.bodies.check(bodyCells(row));
  if (entry.kind === epochKind) readKey(walk, entry, isGood ? parsed(row) : undefined);
  else if (entry.kind.endsWith(purgedSuffix)) {
    if (isGood) walk.bodies.nameAll(purgedSeqs(parsed(row)));
    else walk.bodies.passPurge(entry.seq);
  }
  if (!isGood) return;
  walk.signed.read(entry, () => parsed(row));
  walk.onBody?.(entry, () => parsed(row));
}

function readKey(walk: Walk, entry: Head, body: unknown): void {
  walk.epoch = openedEpoch(walk.epoch, entry, body, walk.report);
  if (walk.epoch === null || walk.epoch === 'unknown') return;
  const { number, origin, key } = walk.epoch;
  walk.keys.push(walk.epoch);
  walk.onKey?.({ number, origin, key, desk: entry.desk, at: entry.at, seq: entry.seq });
}

function checkStandings(walk: Walk, seq: number, head: string): void {
  const note = walk.notes.get(seq);
  const isAgainst = walk.against?.size === seq;
  if (note === undefined && !isAgainst) return;
  const here: Standing = { root: walk.frontier && rootOf(walk.frontier), head, epoch: walk.epoch };
  walk.notes.delete(seq);
  if (note !== undefined) checkNote(seq, note, here, walk.report);
  if (isAgainst) {
    checkAgainst(walk.against!, here, walk.report);
    walk.against = null;
  }
}

function finish(db: Db, walk: Walk, from: number): void {
  const { report } = walk;
  const last = walk.expected - 1;
  if (from === 1) checkCount(db, report);
  for (const seq of extraBodies(db, last, walk.frontier === null))
    report.add('body-extra', { seq, table: 'journal_body', key: seq }, 'there is no entry of this number');
  walk.bodies.close(from);
  for (const size of walk.notes.keys()) {
    const place = { seq: size, table: 'checkpoint', key: size };
    if (size > last) report.add('checkpoint-beyond', place, `the record ends at entry ${last}, before the checkpoint`);
    else report.add('checkpoint-root', place, 'the root is not that of the entries');
  }
  if (walk.against) checkUnreached(walk.against, { last, keys: walk.keys }, report);
  if (walk.frontier) walk.nodes?.close();
}

/** A record has a first entry, and no rows that the walk by numbers did not meet. */
function checkCount(db: Db, report: Report): void {
  const rows = countEntries(db);
  if (rows === 0) report.add('entry-missing', { seq: 1, table: 'journal', key: 1 }, 'the record has no entries');
  else if (rows !== report.entries && !hasStrayNumbers(db)) {
    report.add('entry-malformed', { table: 'journal' }, 'the table holds rows that no number leads to');
  }
}

function headOf(row: EntryRow): Head {
  const [seq, desk, at, actor, kind, subject, commitment, prev] = row;
  return { seq, desk, at, actor, kind, subject, commitment, prev };
}

function bodyCells(row: EntryRow) {
  return { seq: row[0], kind: row[4], subject: row[5], commitment: row[6], isThere: row[9] === 1, saltHex: row[10], body: row[11] };
}

function parsed(row: EntryRow): unknown {
  try {
    return JSON.parse((row[11] as string | Buffer).toString());
  } catch {
    return undefined;
  }
}
