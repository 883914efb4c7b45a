import { asFault, type Db } from '../../../db/open.ts';
import { Fault } from '../../desk/faults.ts';
import type { Problem, ProblemKind, VerifyResult } from '../contract.ts';
import { zeroHash } from '../rules.ts';

/** Where a problem lies; what is left out is null in the answer. */
export interface Place {
  seq?: number | null;
  table?: string;
  key?: string | number;
}

/** Problems in the order they are met, up to a limit: a record that is wrong everywhere needs no million lines. */
export interface Report {
  add(kind: ProblemKind, place: Place, detail: string): void;
  /** Adds what another report holds, after what is here. */
  append(other: Report): void;
  /** Problems beyond those that are listed. */
  unlisted: number;
  /** How far the walk came; part of the answer. */
  entries: number;
  head: string;
  listed(): readonly Problem[];
  result(): VerifyResult;
}

const mostProblems = 1_000;

export function createReport(): Report {
  const problems: Problem[] = [];
  return {
    entries: 0,
    head: zeroHash,
    unlisted: 0,
    add(kind, place, detail) {
      if (problems.length === mostProblems) this.unlisted += 1;
      else problems.push({ kind, seq: place.seq ?? null, table: place.table ?? null, key: place.key?.toString() ?? null, detail });
    },
    append(other) {
      for (const problem of other.listed()) {
        if (problems.length === mostProblems) this.unlisted += 1;
        else problems.push(problem);
      }
      this.unlisted += other.unlisted;
    },
    listed: () => problems,
    result() {
      const more: Problem = {
        kind: 'more-problems',
        seq: null,
        table: null,
        key: null,
        detail: `${this.unlisted} more problems are not listed`,
      };
      const all = this.unlisted > 0 ? [...problems, more] : problems;
      return { ok: all.length === 0, entries: this.entries, head: this.head, problems: all };
    },
  };
}

/** What a long check tells and asks. It runs in one go: `aborted` must be readable from outside, such as shared memory. */
export interface Watch {
  /** Entries done and in all; called every few hundred entries. */
  onProgress?: (done: number, total: number) => void;
  signal?: { readonly aborted: boolean };
}

/** Fault: cancelled, once the signal says so. */
export function tell(watch: Watch, done: number, total: number): void {
  if (watch.signal?.aborted) throw new Fault('cancelled', 'The check was cancelled.');
  watch.onProgress?.(done, total);
}

/** Runs a check on one unchanging view of the database. Pages that cannot be read are a finding, not a failure. */
export function checking(db: Db, report: Report, check: () => void): VerifyResult {
  const isOwnView = !db.inTransaction;
  try {
    if (isOwnView) db.exec('BEGIN');
    check();
  } catch (error) {
    const fault = asFault(error);
    if (!(fault instanceof Fault && fault.code === 'corrupt')) throw fault;
    report.add('unreadable', {}, 'the database cannot be read further');
  } finally {
    if (isOwnView && db.inTransaction) db.exec('ROLLBACK');
  }
  return report.result();
}
