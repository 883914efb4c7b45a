import { workspaceKind } from '../contract.ts';
import { commitmentOf } from '../hash.ts';
import type { Report } from './report.ts';

/** One body row beside its entry: `saltHex` empty and `body` null once blanked; `isThere` false without a row. */
export interface BodyCells {
  seq: number;
  kind: string;
  subject: string;
  commitment: string;
  isThere: boolean;
  saltHex: string;
  body: string | Buffer | null;
}

/** What an audit copy says it leaves out: why, by number of the entry, and which bodies it was asked for (`about.bodies`). */
export interface Withheld {
  reasons: ReadonlyMap<number, string>;
  bodies: string;
}

/** Follows which bodies are gone and which entries account for it. */
export interface BodyBook {
  /** Whether the body is there and matches its commitment; reports it when it is neither that nor blanked. */
  check(cells: BodyCells): boolean;
  /** A purge entry names these. */
  nameAll(seqs: readonly number[]): void;
  /** A purge entry whose own body cannot be read: it may name any body before it. */
  passPurge(seq: number): void;
  /** What remains to be said once the walk is over. `from` is where it began. */
  close(from: number): void;
}

export function createBodyBook(report: Report, withheld: Withheld | null): BodyBook {
  const blanked = new Set<number>();
  /** Bodies gone that nothing has accounted for yet. */
  const open: number[] = [];
  const named = new Set<number>();
  let lastUnreadPurge = 0;
  const asked = withheld?.bodies.split(',') ?? [];
  const at = (seq: number) => ({ seq, table: 'journal_body', key: seq });

  const account = (seq: number): void => {
    const why = withheld?.reasons.get(seq);
    if (why === undefined) report.add('body-blanked', at(seq), 'the body is gone and nothing names it');
    else if (why !== 'purged' || seq >= lastUnreadPurge) {
      report.add('withheld-differs', at(seq), 'the reason given for leaving the body out does not fit the entry');
    }
  };

  const deny = (seq: number): void =>
    report.add('withheld-differs', { seq, table: 'withheld', key: seq }, 'no body of this number is left out');

  return {
    check(cells) {
      if (!cells.isThere) {
        report.add('body-missing', at(cells.seq), 'the row of the body is missing');
        return false;
      }
      if (cells.saltHex === '' && cells.body === null) {
        blanked.add(cells.seq);
        if (!isFit(withheld?.reasons.get(cells.seq), cells, asked)) open.push(cells.seq);
        return false;
      }
      if (matches(cells)) return true;
      report.add('body-differs', at(cells.seq), 'the body or its salt does not match the commitment');
      return false;
    },
    nameAll(seqs) {
      for (const seq of seqs) named.add(seq);
    },
    passPurge(seq) {
      lastUnreadPurge = seq;
    },
    close(from) {
      const isThere = (seq: number) => !blanked.has(seq);
      for (const seq of open.filter((one) => !named.has(one))) account(seq);
      const kept = [...named].sort((a, b) => a - b).filter((seq) => seq >= from);
      for (const seq of kept.filter(isThere)) report.add('body-kept', at(seq), 'a purge names the body, but it is still there');
      for (const seq of [...(withheld?.reasons.keys() ?? [])].filter(isThere)) deny(seq);
    },
  };
}

/** Whether a reason other than a purge fits the entry: the application gives no other. What fits is still only its word. */
function isFit(why: string | undefined, { kind, subject }: BodyCells, asked: readonly string[]): boolean {
  const isAsked = kind === workspaceKind || asked[0] === 'all' || (subject.startsWith('case:') && asked.includes(subject.slice(5)));
  if (why === 'walled') return kind === 'sealed';
  if (why === 'privileged') return kind === 'case.noted';
  return why === 'not asked for' && !isAsked;
}

const saltDigits = 64;

function matches({ saltHex, body, commitment }: BodyCells): boolean {
  return saltHex.length === saltDigits && body !== null && commitmentOf(Buffer.from(saltHex, 'hex'), body) === commitment;
}
