import { type Db, transaction } from '../../db/open.ts';
import { keyOf } from './rules/keys.ts';
import { insertKeys, namesAfter, namesUpto, newestEntry, setNamesUpto, type Unnamed } from './store.ts';

const entriesPerSlice = 2_000;

function indexName(db: Db, { ref, received, party, name }: Unnamed): void {
  const value = name === null ? null : keyOf('name', name);
  if (value !== null) insertKeys(db, party ?? `party:${received}`, ref, [{ kind: 'name', value, shown: name ?? '' }], name);
}

function indexSlice(db: Db): void {
  const cases = namesAfter(db, namesUpto(db), entriesPerSlice);
  for (const one of cases) indexName(db, one);
  const last = cases.length < entriesPerSlice ? undefined : cases.at(-1);
  setNamesUpto(db, last?.seq ?? newestEntry(db));
}

const isBehind = (db: Db) => namesUpto(db) < newestEntry(db);

/**
 * Brings the index of names up to the record before somebody looks for people. At most `most` entries are looked at, so that
 * no screen waits for a million; `bringNamesUpBySlices` does the rest.
 */
export function bringNamesUp(db: Db, most = 20_000): void {
  for (let looked = 0; looked < most && isBehind(db); looked += entriesPerSlice) transaction(db, () => indexSlice(db));
}

/** The same to the end, with room for other work between the slices: after a batch. */
export async function bringNamesUpBySlices(db: Db): Promise<void> {
  while (db.open && isBehind(db)) {
    bringNamesUp(db, entriesPerSlice);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
