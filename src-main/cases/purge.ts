import type { Db } from '../../db/open.ts';
import type { Desk } from '../desk/desk.ts';
import { purge, sha256Hex } from '../journal/index.ts';
import { entriesOfPeople, peopleOnlyIn } from '../people/index.ts';
import type { Tombstone } from './contract.ts';
import { type EntryMark, filesOfCase, forgetLocal, marksAt, marksOf, purgedBefore } from './store.ts';

/** Everything of a case that a purge takes. */
export interface CasePurge {
  ref: string;
  /** The entries whose bodies go: all about the case but signatures, and those about people whom no other case needs. */
  entries: EntryMark[];
  people: string[];
  attachments: string[];
  letters: number;
  /** How many entries are about the case, and SHA-256 (hex) over their hashes. */
  count: number;
  digest: string;
}

/** A signature tells nothing of whom or what it signed. */
const staying = ['signed'];

/** What would go if this case were purged as the record stands. */
export function planCasePurge(db: Db, ref: string): CasePurge {
  const about = marksOf(db, ref);
  const people = peopleOnlyIn(db, ref);
  const own = about.filter(({ kind }) => !staying.includes(kind)).map(({ seq }) => seq);
  const going = [...own, ...entriesOfPeople(db, people)];
  // What an earlier purge took is named again by the one that takes its own words.
  const entries = marksAt(db, [...new Set([...going, ...purgedBefore(db, going)])]);
  const { ids, letters } = filesOfCase(db, ref);
  const digest = sha256Hex(about.map(({ hash }) => `${hash}\n`).join(''));
  return { ref, entries, people, attachments: ids, letters, count: about.length, digest };
}

/**
 * Purges a case inside the caller's transaction; `said` is what the entry says beside the tombstone: on whose word. Answers the
 * entry's hash and the files to remove once it is committed.
 */
export function recordCasePurge(desk: Desk, plan: CasePurge, tombstone: Tombstone, said: object): { head: string; files: string[] } {
  const { ref, people } = plan;
  const files = forgetLocal(desk.db, ref);
  const seqs = plan.entries.map(({ seq }) => seq);
  const entry = purge(desk.db, desk.journal, desk.folds, {
    actor: desk.person.id,
    kind: 'case.purged',
    subject: `case:${ref}`,
    body: { v: 1, seqs, people, tombstone, ...said },
  });
  return { head: entry.hash, files };
}
