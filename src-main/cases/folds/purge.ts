import type { Db } from '../../../db/open.ts';
import { currentProfile, servedPlatforms } from '../../desk/adopted.ts';
import type { EntryHead, FoldMap, PurgedFoldMap } from '../../journal/index.ts';
import type { Tombstone } from '../contract/tombstone.ts';
import { isOpen } from '../rules.ts';
import { countClosed, deleteCase, insertTombstone, readCaseFile, requeue, setSeries } from '../store.ts';
import { refOf } from './case.ts';

interface PurgedBody {
  tombstone: Tombstone;
  /** Records of people whom no other case needs. */
  people: string[];
}

/** Leaves the same rows whether or not what it purged was folded before. */
function purged(db: Db, entry: EntryHead, raw: unknown): void {
  const { tombstone, people } = raw as PurgedBody;
  const ref = refOf(entry);
  const file = readCaseFile(db, ref);
  if (file && !isOpen(file)) countClosed(db, -1);
  deleteCase(db, ref, people);
  insertTombstone(db, tombstone, entry.seq);
}

/** A case that went behind a wall: nothing of it is left here, open or closed; its wall says that there is one of its ticket. */
function walled(db: Db, entry: EntryHead, raw: unknown): void {
  const { people } = raw as Pick<PurgedBody, 'people'>;
  const ref = refOf(entry);
  const file = readCaseFile(db, ref);
  if (file && isOpen(file)) requeue(db, ref, file.nextDue, null);
  if (file && !isOpen(file)) countClosed(db, -1);
  deleteCase(db, ref, people);
}

/** The number of a purged case stays given out; its ticket says which, and the profiles of its time whose it was. */
function received(db: Db, entry: EntryHead): void {
  const [prefix, year, number] = refOf(entry).split('-');
  const platform = servedPlatforms(db).find((one) => currentProfile(db, one).prefix === prefix);
  if (platform !== undefined) setSeries(db, platform, Number(year), Number(number));
}

export const casePurgeFolds: FoldMap = { 'case.purged': purged, 'walled.purged': walled };
export const purgedCaseFolds: PurgedFoldMap = { 'case.received': received };
