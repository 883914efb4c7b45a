import type { Db } from '../../../db/open.ts';
import { transaction } from '../../../db/open.ts';
import { foldTables } from '../../../db/schema.ts';
import type { EntryHead, VerifyResult } from '../contract.ts';
import type { Folds } from '../folds.ts';
import { readHead } from '../store.ts';
import { type ChainOptions, walkChain } from './chain.ts';
import { compareSchemas, compareTable } from './compare.ts';
import { checking, createReport, type Report, tell } from './report.ts';
import { type EntryRow, readRows } from './rows.ts';
import { withScratch } from './scratch.ts';

export interface DeepOptions extends Omit<ChainOptions, 'from' | 'last'> {
  /** The folder of the scratch database: encrypted under a key that is never stored, removed at the end. */
  scratchDir: string;
  /** Brings the empty scratch to the workspace's schema: the migrations. */
  prepare: (scratch: Db) => void;
  /** The tables to compare; all fold tables when left out. */
  tables?: readonly string[];
}

/**
 * Walks the whole record as `verifyChain` does, then folds every body into a scratch database and compares the schema and
 * every cell of every fold table, both ways. Progress counts each entry twice. Reads only. Faults: as verifyChain, and
 * storage faults of the scratch.
 */
export function verifyDeep(db: Db, folds: Folds, options: DeepOptions): VerifyResult {
  const report = createReport();
  const total = readHead(db).seq;
  const half = (done: number) => options.onProgress?.(done, total * 2);
  return checking(db, report, () => {
    walkChain(db, { ...options, onProgress: half }, report);
    withScratch(options.scratchDir, (scratch) => {
      options.prepare(scratch);
      rebuild(db, scratch, folds, { report, watch: { ...options, onProgress: (done) => half(total + done) }, total });
      compareSchemas(db, scratch, report);
      for (const table of options.tables ?? foldTables) compareTable(db, scratch, table, report);
    });
  });
}

interface Rebuild {
  report: Report;
  watch: ChainOptions;
  total: number;
}

function rebuild(db: Db, scratch: Db, folds: Folds, { report, watch, total }: Rebuild): void {
  let after = 0;
  let done = 0;
  for (let rows = readRows(db, after); rows.length > 0; rows = readRows(db, after)) {
    tell(watch, done, total);
    const slice = rows;
    transaction(scratch, () => {
      for (const row of slice) foldRow(scratch, folds, row, report);
    });
    done += rows.length;
    after = rows.at(-1)![0];
  }
}

function foldRow(scratch: Db, folds: Folds, row: EntryRow, report: Report): void {
  const [seq, desk, at, actor, kind, subject] = row;
  const entry: EntryHead = { seq, desk, at, actor, kind, subject };
  const place = { seq, table: 'journal', key: seq };
  if (!folds.has(kind)) {
    report.add('kind-unknown', place, 'no fold is known for entries of this kind');
    return;
  }
  try {
    if (row[11] === null) folds.applyPurged(scratch, entry);
    else foldBody(scratch, folds, entry, row[11], report);
  } catch {
    // The error's own text may quote the body.
    report.add('fold-failed', place, 'the entry cannot be folded on what came before it');
  }
}

function foldBody(scratch: Db, folds: Folds, entry: EntryHead, bytes: Buffer, report: Report): void {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    report.add('body-unreadable', { seq: entry.seq, table: 'journal_body', key: entry.seq }, 'the body is not JSON');
    return;
  }
  folds.apply(scratch, entry, body);
}
