import type { Db } from '../../../db/open.ts';
import { transaction } from '../../../db/open.ts';
import { foldTables } from '../../../db/schema.ts';
import type { EntryHead, HeldRows, VerifyResult } from '../contract.ts';
import type { Folds } from '../folds.ts';
import { type ChainOptions, walkChain } from './chain.ts';
import { compareSchemas, compareTable } from './compare.ts';
import { checking, createReport, type Report } from './report.ts';
import type { EntryRow } from './rows.ts';
import { withScratch } from './scratch.ts';

export interface DeepOptions extends Omit<ChainOptions, 'from' | 'last'> {
  /** The folder of the scratch database: encrypted under a key that is never stored, removed at the end. */
  scratchDir: string;
  /** Brings the empty scratch to the workspace's schema: the migrations. */
  prepare: (scratch: Db) => void;
  /** Begins to keep a room's rows out of the scratch and to compare them as they are known: most of the time is saved there. */
  hold?: (scratch: Db, live: Db) => HeldRows;
  /** The tables to compare; all fold tables when left out. */
  tables?: readonly string[];
}

/**
 * Walks the whole record as `verifyChain` does, folds every body into a scratch database on the way, and compares the schema
 * and every cell of every fold table, both ways. Reads only. Faults: as verifyChain, and storage faults of the scratch.
 */
export function verifyDeep(db: Db, folds: Folds, options: DeepOptions): VerifyResult {
  const report = createReport();
  return checking(db, report, () => {
    withScratch(options.scratchDir, (scratch) => {
      options.prepare(scratch);
      const held = options.hold?.(scratch, db) ?? null;
      rebuild(db, scratch, folds, { report, options, held });
      compareSchemas(db, scratch, report);
      for (const table of options.tables ?? foldTables) compareTable(db, scratch, table, { report, held });
    });
  });
}

interface Rebuild {
  report: Report;
  options: DeepOptions;
  held: HeldRows | null;
}

/** What the folds run into is told after what the walk finds, which is most often its cause. */
function rebuild(db: Db, scratch: Db, folds: Folds, { report, options, held }: Rebuild): void {
  const folding = createReport();
  // One transaction: what the cache has room for is never written to the disk.
  transaction(scratch, () => {
    walkChain(db, options, report, (row) => {
      if (row[0] > 0) foldRow(scratch, folds, row, folding);
    });
    held?.settle();
  });
  report.append(folding);
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

function foldBody(scratch: Db, folds: Folds, entry: EntryHead, stored: string | Buffer, report: Report): void {
  let body: unknown;
  try {
    body = JSON.parse(stored.toString());
  } catch {
    report.add('body-unreadable', { seq: entry.seq, table: 'journal_body', key: entry.seq }, 'the body is not JSON');
    return;
  }
  folds.apply(scratch, entry, body);
}
