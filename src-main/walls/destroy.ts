import type { Db } from '../../db/open.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import type { WallDestruction, WallTombstone } from '../desk/wall-port.ts';
import { type Folds, type Journal, purge } from '../journal/index.ts';
import { blankInFile, filesOfWall, forgetFileKeys, marksOfWall, readSeries, type WallRow, wallOf } from './store.ts';

/** What records the destruction: the record of the file, over whatever connection. */
interface Recorder {
  db: Db;
  journal: Journal;
  folds: Folds;
  actor: string;
}

/**
 * Records that a wall is destroyed and blanks the body of every entry of it, those with wrapped keys too: what backups hold of its
 * ciphertext no key opens once they are gone. Inside the caller's transaction. `body`: the tombstone, and on whose word.
 */
export function recordDestruction(
  { db, journal, folds, actor }: Recorder,
  wall: WallRow,
  body: object,
): Omit<WallDestruction, 'tombstone'> {
  const entries = marksOfWall(db, wall.id).filter(({ kind }) => kind !== 'wall.purged');
  const files = filesOfWall(db, wall.id);
  const seqs = entries.map(({ seq }) => seq);
  const series = readSeries(db, wall.id);
  const subject = `wall:${wall.id}`;
  const entry = purge(db, journal, folds, { actor, kind: 'wall.purged', subject, body: { v: 1, seqs, ref: wall.ref, series, ...body } });
  blankInFile(db, seqs);
  return { head: entry.hash, entries: entries.map(({ seq, hash }) => ({ seq, hash })), files };
}

/** Destroys a wall at the desk inside, whose opened rows of it go with the connection. */
export function destroyWall(desk: Desk, record: Journal, wall: WallRow, said: object): WallDestruction {
  const { db, folds, person } = desk;
  const tombstone = {
    ref: wall.ref,
    raisedAt: wall.raisedAt,
    purgedAt: nowOf(desk),
    purgedBy: person.id,
    // The entry that destroys is not counted.
    entries: marksOfWall(db, wall.id).length,
    files: filesOfWall(db, wall.id).length,
  };
  forgetFileKeys(db, wall.ref);
  return { ...recordDestruction({ db, journal: record, folds, actor: person.id }, wall, { tombstone, ...said }), tombstone };
}

/**
 * Destroys a wall again that a backup brings back, without any key, inside the caller's transaction. A ticket that was given out anew
 * since is another case, which the hashes of its entries tell. Answers the files to remove.
 */
export function destroyAgain(
  desk: Desk,
  { entries, head }: { entries: { hash: string }[]; head: string },
  tombstone: WallTombstone,
): string[] {
  const { db, journal, folds, person } = desk;
  const wall = wallOf(db, tombstone.ref);
  const isIt = wall !== null && marksOfWall(db, wall.id).some(({ hash }) => entries.some((entry) => entry.hash === hash));
  return isIt ? recordDestruction({ db, journal, folds, actor: person.id }, wall, { tombstone, repeats: head }).files : [];
}
