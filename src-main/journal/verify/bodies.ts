import { commitmentOf } from '../hash.ts';
import type { Report } from './report.ts';

/** One body row beside its entry: `saltHex` empty and `body` null once blanked; `isThere` false without a row. */
export interface BodyCells {
  seq: number;
  commitment: string;
  isThere: boolean;
  saltHex: string;
  body: Buffer | null;
}

/** Follows which bodies are gone and which entries account for it. */
export interface BodyBook {
  /** Whether the body is there and matches its commitment; reports it when it is neither that nor blanked. */
  check(cells: BodyCells): boolean;
  /** A purge entry names these. */
  nameAll(seqs: readonly number[]): void;
  /** What remains to be said once the walk is over. `from` is where it began. */
  close(from: number): void;
}

export function createBodyBook(report: Report, withheld: ReadonlySet<number>): BodyBook {
  const blanked = new Set<number>();
  const named = new Set<number>();
  return {
    check(cells) {
      const place = { seq: cells.seq, table: 'journal_body', key: cells.seq };
      if (!cells.isThere) {
        report.add('body-missing', place, 'the row of the body is missing');
        return false;
      }
      if (cells.saltHex === '' && cells.body === null) {
        blanked.add(cells.seq);
        return false;
      }
      if (matches(cells)) return true;
      report.add('body-differs', place, 'the body or its salt does not match the commitment');
      return false;
    },
    nameAll(seqs) {
      for (const seq of seqs) named.add(seq);
    },
    close(from) {
      const at = (seq: number) => ({ seq, table: 'journal_body', key: seq });
      for (const seq of blanked) {
        if (!named.has(seq) && !withheld.has(seq)) report.add('body-blanked', at(seq), 'the body is gone and nothing names it');
      }
      for (const seq of [...named].sort((a, b) => a - b)) {
        if (seq >= from && !blanked.has(seq)) report.add('body-kept', at(seq), 'a purge names the body, but it is still there');
      }
    },
  };
}

const saltDigits = 64;

function matches({ saltHex, body, commitment }: BodyCells): boolean {
  return saltHex.length === saltDigits && body !== null && commitmentOf(Buffer.from(saltHex, 'hex'), body) === commitment;
}
