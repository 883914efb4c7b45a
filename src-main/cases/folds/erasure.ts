import type { FoldMap } from '../../journal/index.ts';
import type { ErasureGone, ErasureRest } from '../contract/erasure.ts';
import { forgetEntries, insertErasure } from '../store.ts';
import { refOf } from './case.ts';

interface ErasedBody {
  goes: ErasureGone[];
  remains: ErasureRest[];
  sole?: boolean;
}

/** What went of a person's data at her request beside whole cases, and the account of all of it. */
export const erasureFolds: FoldMap = {
  // Leaves the same rows whether or not the entries it purged were folded before.
  'person.purged': (db, _entry, raw) => forgetEntries(db, (raw as { seqs: number[] }).seqs),
  'person.erased': (db, entry, raw) => {
    const { goes, remains, sole = false } = raw as ErasedBody;
    insertErasure(db, { seq: entry.seq, ref: refOf(entry), at: entry.at, by: entry.actor, sole, goes, remains });
  },
};
