import type { Db } from '../../db/open.ts';
import { Fault } from '../desk/faults.ts';
import { type Entry, purgedSuffix, type RecordInput } from './contract.ts';
import { type Folds, post } from './folds.ts';
import type { Journal } from './record.ts';
import { purgedSeqs } from './rules.ts';
import { blankBodies, epochEntriesAmong, purgeBodiesAmong } from './store.ts';

/** A purge may take the body of an earlier one only where it names everything that that one named. */
function refuseUnpurgeable(db: Db, seqs: readonly number[]): void {
  const named = new Set(seqs);
  if (epochEntriesAmong(db, seqs) > 0) throw new Fault('refused', 'Announcements of keys stay readable and cannot be purged.');
  for (const body of purgeBodiesAmong(db, seqs))
    if (purgedSeqs(JSON.parse(body)).some((seq) => !named.has(seq)))
      throw new Fault('refused', 'An earlier purge stays readable as long as it alone says which bodies it took.');
}

/**
 * Records a purge (kind `….purged`; `body.seqs` names every entry whose body goes, `body` carries what the tombstone
 * needs), folds it and blanks those bodies with their salts, inside the caller's transaction. The chain still verifies.
 * Faults: refused when an entry named must stay readable; bad-input as `record`.
 */
export function purge(db: Db, journal: Journal, folds: Folds, input: RecordInput): Entry {
  if (!input.kind.endsWith(purgedSuffix)) throw new Error(`A purge is recorded under a kind that ends in ${purgedSuffix}.`);
  const seqs = purgedSeqs(input.body);
  if (seqs.length === 0) throw new Error('A purge names the entries whose bodies go.');
  if (seqs.some((seq) => seq < 1 || seq > journal.head().seq)) throw new Error('A purge names entries that are in the record.');
  refuseUnpurgeable(db, seqs);
  const entry = post(db, journal, folds, input);
  blankBodies(db, seqs);
  return entry;
}
