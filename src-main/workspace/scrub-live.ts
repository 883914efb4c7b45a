import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDatabase } from '../../db/open.ts';
import { changeMark, writeAnew } from '../../db/scrub.ts';
import type { Desk } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import type { CopiedDatabase, JournalMark } from './backup.ts';
import { checkAnew, isScrubWanted, newDatabaseName, prepareScrub, readyAnew, sweepDatabases, takeOver } from './scrub.ts';
import { databaseOf, moveDatabase } from './service.ts';
import { markOf } from './store.ts';

export interface ScrubOptions {
  /** Write the database anew and check it on another thread, so that the desk goes on; here and now when left out. */
  writeAside?: (to: string) => Promise<void>;
  checkAside?: (copy: CopiedDatabase, mark: JournalMark) => Promise<void>;
  signal?: AbortSignal;
  /** Told once the desk is on the new file, so that whoever reads the old one lets go of it. */
  onMoved?: () => Promise<void>;
}

/** A desk that is written to all the while is tried so often, and else at its next opening, when nobody writes. */
const attempts = 3;

/**
 * Writes the database of an open desk anew and puts it in place of the old one, which is removed; nothing where nothing was purged.
 * Answers whether it did. What was written meanwhile is not lost: then it is done again. Faults: refused (written to all the
 * while), cancelled, corrupt, disk-full, read-only; the old database then stays in use.
 */
export async function scrubDesk(desk: Desk, options: ScrubOptions = {}): Promise<boolean> {
  if (!isScrubWanted(desk.db)) return false;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (!(await tryScrub(desk, options))) continue;
    await options.onMoved?.();
    sweepOld(desk);
    return true;
  }
  throw new Fault('refused', 'The desk was written to all the while; what is left of the purge is done when the desk is opened next.');
}

async function tryScrub(desk: Desk, { writeAside, checkAside, signal }: ScrubOptions): Promise<boolean> {
  const { key } = databaseOf(desk);
  const name = newDatabaseName();
  const file = join(desk.dir, name);
  prepareScrub(desk.db);
  const before = changeMark(desk.db);
  const mark = markOf(desk.db);
  try {
    if (writeAside) await writeAside(file);
    else writeAnew(desk.db, file);
    // What was written meanwhile may be in the new file or not: it is not the record that was marked.
    if (changeMark(desk.db) !== before) return false;
    readyAnew(file, key);
    if (checkAside) await checkAside({ file, key }, mark);
    if (signal?.aborted) throw new Fault('cancelled', 'The database was not written anew; what is left of the purge is done later.');
    return changeMark(desk.db) === before && exchange(desk, name, mark, checkAside !== undefined);
  } finally {
    // Where it took over, the header names it.
    if (databaseOf(desk).file !== file) for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
}

/** One moment for everybody else at the desk: nothing is written between the look at the changes and the new header. */
function exchange(desk: Desk, name: string, mark: JournalMark, isChecked: boolean): true {
  const file = join(desk.dir, name);
  const anew = openDatabase(file, databaseOf(desk).key, { keyIsProven: true });
  try {
    if (!isChecked) checkAnew(anew, mark);
    takeOver(desk.dir, name);
  } catch (error) {
    anew.close();
    throw error;
  }
  moveDatabase(desk, anew, file);
  return true;
}

/** A reading thread may hold the old file open, which some systems do not let go of; the next opening sweeps it. */
function sweepOld(desk: Desk): void {
  try {
    sweepDatabases(desk.dir, basename(databaseOf(desk).file));
  } catch {
    process.emitWarning('The database of before the purge is still held open; it is removed when the desk is opened next.');
  }
}
