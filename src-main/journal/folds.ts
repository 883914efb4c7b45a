import type { Db } from '../../db/open.ts';
import type { Entry, EntryHead, RecordInput } from './contract.ts';
import type { Journal } from './record.ts';

/**
 * Writes what one entry means into the fold tables. It may use nothing but the entry, its body and those tables: no
 * clock, no chance, no settings outside the record, or a rebuild comes out different. `body` is the parsed JSON as stored.
 */
export type Fold = (db: Db, entry: EntryHead, body: unknown) => void;
/** By kind of entry. An entry that changes no table has `noFold`. */
export type FoldMap = Readonly<Record<string, Fold>>;
/** What a rebuild still writes for an entry whose body was purged, from its head alone. */
export type PurgedFoldMap = Readonly<Record<string, (db: Db, entry: EntryHead) => void>>;

/** For entries that are only to be kept. */
export const noFold: Fold = () => {};

export interface Folds {
  has(kind: string): boolean;
  /** Writes what the entry means. Throws for a kind that no map holds. */
  apply(db: Db, entry: EntryHead, body: unknown): void;
  /** The same for an entry without a body: nothing, unless a map of purged folds knows its kind. */
  applyPurged(db: Db, entry: EntryHead): void;
}

/**
 * Joins the fold maps of all rooms. The entry that purges (`….purged`) carries the tombstone: its own fold must leave the
 * same rows whether or not the entries it purged were folded before. Throws at once when two maps claim the same kind.
 */
export function createFolds(maps: readonly FoldMap[], purgedMaps: readonly PurgedFoldMap[] = []): Folds {
  const folds = joined<Fold>(maps);
  const purged = joined<(db: Db, entry: EntryHead) => void>(purgedMaps);
  return {
    has: (kind) => folds.has(kind),
    apply(db, entry, body) {
      const fold = folds.get(entry.kind);
      if (!fold) throw new Error(`No fold is known for entries of the kind ${entry.kind}.`);
      fold(db, entry, body);
    },
    applyPurged: (db, entry) => purged.get(entry.kind)?.(db, entry),
  };
}

function joined<F>(maps: readonly Readonly<Record<string, F>>[]): Map<string, F> {
  const all = new Map<string, F>();
  for (const [kind, fold] of maps.flatMap((map) => Object.entries(map))) {
    if (all.has(kind)) throw new Error(`Two rooms fold entries of the kind ${kind}.`);
    all.set(kind, fold);
  }
  return all;
}

/**
 * Records an entry and folds it, inside the caller's transaction: the one way state changes. The fold sees the body as a
 * rebuild will see it, parsed from the stored text. Faults: those of `record`.
 */
export function post(db: Db, journal: Journal, folds: Folds, input: RecordInput): Entry {
  const entry = journal.record(input);
  folds.apply(db, entry, JSON.parse(entry.body));
  return entry;
}
