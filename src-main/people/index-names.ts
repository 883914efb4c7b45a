import { type Db, transaction } from '../../db/open.ts';
import { keyOf } from './rules/keys.ts';
import { insertKeys, namesAfter, namesUpto, newestEntry, setNamesUpto, type Unnamed } from './store.ts';

const entriesPerSlice = 1_000;

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

/** Brings the index of names one slice nearer to the record; what a day's work left is never more than one. */
export function bringNamesUp(db: Db): void {
  if (isBehind(db)) transaction(db, () => indexSlice(db));
}

/** The same to the end, with room for other work between the slices: after a batch, and before somebody looks for people. */
export async function bringNamesUpBySlices(db: Db): Promise<void> {
  while (db.open && isBehind(db)) {
    bringNamesUp(db);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
