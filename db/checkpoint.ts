import { Fault } from '../src-main/desk/faults.ts';
import { asFault, busyTimeoutMs, type Db } from './open.ts';

/** Beyond this many frames (about 33 MB) the write-ahead log is emptied instead of only copied back. */
export const largeLogFrames = 8000;

const impatientMs = 100;

export interface CheckpointResult {
  /** Frames in the write-ahead log before, and how many of them are now in the database file. */
  frames: number;
  moved: number;
  /** A reader kept the log from being emptied although it is large: end long reads, then ask again. */
  isBlocked: boolean;
}

const frozen = new WeakMap<Db, number>();

/**
 * Keeps the write-ahead log from growing; cheap enough to be called after every command. Below an eighth of `limitFrames`
 * it does nothing, because a copy costs two flushes. Up to the limit it copies the log back into the database, so that
 * writing starts at its beginning again. Above, it also empties the log, waiting at most a tenth of a second for readers.
 * Does nothing while a backup has the file frozen. Faults: storage faults of asFault.
 */
export function checkpointIfLarge(db: Db, limitFrames: number = largeLogFrames): CheckpointResult {
  if (isFrozen(db)) return { frames: 0, moved: 0, isBlocked: false };
  const { frames, moved } = checkpoint(db, 'NOOP');
  if (frames < limitFrames / 8) return { frames, moved, isBlocked: false };
  const passive = checkpoint(db, 'PASSIVE');
  const isBlocked = passive.frames > limitFrames && emptyLog(db).isBusy;
  return { frames: passive.frames, moved: passive.moved, isBlocked };
}

function emptyLog(db: Db): { isBusy: boolean } {
  db.pragma(`busy_timeout = ${impatientMs}`);
  try {
    return checkpoint(db, 'TRUNCATE');
  } finally {
    db.pragma(`busy_timeout = ${busyTimeoutMs}`);
  }
}

/** Moves every frame into the database file, so that the file alone is complete. Fault: locked when a reader keeps it from that. */
export function checkpointAll(db: Db): void {
  const result = checkpoint(db, 'TRUNCATE');
  if (result.isBusy && result.moved < result.frames) {
    throw new Fault('locked', 'A long read keeps the database from being brought up to date. Try again when it has ended.');
  }
}

/**
 * From now until the returned function is called, checkpointIfLarge leaves the database file as it is: writes go to the
 * log alone, and a byte copy of the file stays exact. Two may overlap.
 */
export function freezeCheckpoints(db: Db): () => void {
  frozen.set(db, (frozen.get(db) ?? 0) + 1);
  let isThawed = false;
  return () => {
    if (!isThawed) frozen.set(db, (frozen.get(db) ?? 1) - 1);
    isThawed = true;
  };
}

function isFrozen(db: Db): boolean {
  return (frozen.get(db) ?? 0) > 0;
}

function checkpoint(db: Db, mode: 'NOOP' | 'PASSIVE' | 'TRUNCATE'): { frames: number; moved: number; isBusy: boolean } {
  try {
    const [row] = db.pragma(`wal_checkpoint(${mode})`) as { busy: number; log: number; checkpointed: number }[];
    if (!row) throw new Error('The database gave no answer about its log.');
    return { frames: row.log, moved: row.checkpointed, isBusy: row.busy !== 0 };
  } catch (error) {
    throw asFault(error);
  }
}

/** Reads every page that is in use and checks structure and page signatures. Fault: corrupt. */
export function quickCheck(db: Db): void {
  try {
    const rows = db.pragma('quick_check(20)') as { quick_check: string }[];
    if (rows.length === 1 && rows[0]?.quick_check === 'ok') return;
    throw new Fault('corrupt', 'The database file is damaged.', { problems: rows.map((row) => row.quick_check) });
  } catch (error) {
    throw asFault(error);
  }
}
