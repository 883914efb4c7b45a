import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointAll, quickCheck } from '../../db/checkpoint.ts';
import { type Db, openDatabase, transaction } from '../../db/open.ts';
import { writeAnew } from '../../db/scrub.ts';
import { Fault } from '../desk/faults.ts';
import { dropPreference, keepPreference, readPreference } from '../desk/store/local.ts';
import { verifyChain } from '../journal/index.ts';
import type { JournalMark } from './backup.ts';
import { changeHeader, type Header } from './header.ts';
import { emptyIndex, markOf } from './store.ts';

// A purge deletes rows, and deleted rows leave words in the gaps of pages. So the database is then written anew into another
// file; the header names the file that counts, and renaming the header is the one moment at which the new one takes over.

const wanted = 'scrubWanted';
const databaseFile = /^desk-[a-z0-9]{1,32}\.db(-wal|-shm|-journal)?$/;

/** Notes that the database is to be written anew; inside the transaction of the purge. */
export function wantScrub(db: Db): void {
  keepPreference(db, wanted, true);
}

/** Whether something was purged since the database was last written anew. */
export function isScrubWanted(db: Db): boolean {
  return readPreference<boolean>(db, wanted) === true;
}

/** What has to go before the database is written anew, because it would go along. */
export function prepareScrub(db: Db): void {
  transaction(db, () => emptyIndex(db));
}

/** A free name for a database beside the header. */
export function newDatabaseName(): string {
  return `desk-${randomBytes(6).toString('hex')}.db`;
}

/**
 * Makes the database that was written anew ready to be opened: it wants no scrub, its pages hold, and with them the record that
 * `mark` names. Faults: corrupt; disk-full, read-only.
 */
export function readyAnew(file: string, key: Buffer): void {
  const db = openDatabase(file, key, { keyIsProven: true });
  try {
    dropPreference(db, wanted);
    checkpointAll(db);
  } finally {
    db.close();
  }
}

/** The database written anew holds exactly the record of the old one. Fault: corrupt. */
export function checkAnew(db: Db, mark: JournalMark): void {
  quickCheck(db);
  const { ok, entries, head, problems } = verifyChain(db);
  if (ok && entries === mark.entries && head === mark.head) return;
  throw new Fault('corrupt', 'The database written anew does not hold the record; the old one stays in use.', { problems });
}

/** From here on the header names this database. Faults: disk-full, read-only. */
export function takeOver(dir: string, database: string): Header {
  return changeHeader(dir, (old) => ({ ...old, database }));
}

/**
 * Removes every database beside the one that the header names: what was in use before it was written anew, or what a crash cut
 * off. Only the holder of the lock may call it, once that one has opened.
 */
export function sweepDatabases(dir: string, inUse: string): void {
  for (const name of readdirSync(dir))
    if (databaseFile.test(name) && !name.startsWith(inUse)) rmSync(join(dir, name), { force: true, maxRetries: 2 });
}

/**
 * Writes the database of a desk anew before anybody works on it; answers the new one, or the old one where there was no room: it
 * then stays wanted, and nobody is kept from the desk.
 */
export function scrubAtOpen(dir: string, db: Db, key: Buffer): Db {
  const name = newDatabaseName();
  const file = join(dir, name);
  try {
    prepareScrub(db);
    writeAnew(db, file);
    readyAnew(file, key);
    const anew = openAnew(file, key, markOf(db));
    takeOver(dir, name);
    db.close();
    sweepDatabases(dir, name);
    return anew;
  } catch (error) {
    if (!db.open) throw error;
    rmSync(file, { force: true });
    process.emitWarning(`After a purge the database was not written anew (${String((error as { code?: unknown }).code ?? 'unexpected')}).`);
    return db;
  }
}

function openAnew(file: string, key: Buffer, mark: JournalMark): Db {
  const anew = openDatabase(file, key, { keyIsProven: true });
  try {
    checkAnew(anew, mark);
    return anew;
  } catch (error) {
    anew.close();
    throw error;
  }
}
