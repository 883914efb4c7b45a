import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { checkpointAll, freezeCheckpoints, quickCheck } from '../../db/checkpoint.ts';
import { type Db, openDatabase } from '../../db/open.ts';
import { asFault } from '../../db/storage-faults.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { isoInstant } from '../desk/ports.ts';
import { type CopyFile, copyInChild } from './backup-copy.ts';
import { formatManifest, type Manifest, type Member, manifestFile } from './backup-manifest.ts';
import { readContainer } from './backup-unzip.ts';
import { type Source, writeContainer } from './backup-zip.ts';
import { syncFolder } from './files/atomic.ts';
import { formatHeader, type Header, headerFile, readHeader } from './header.ts';
import { deriveKey } from './keys.ts';
import { attachmentFolder, listFiles } from './store-files.ts';

/** Where the journal stood: number of entries and the hash of the newest, in hex. */
export interface JournalMark {
  entries: number;
  head: string;
}

export interface FreezeMaking {
  dir: string;
  /** The writer's connection, on its own thread. */
  db: Db;
  /** A new path for the copy of the database file. */
  copyTo: string;
  /** Called at the frozen moment, before anything else can be written. */
  mark: () => JournalMark;
  copy?: CopyFile;
}

/** An exact copy of the database file with the header and journal mark that belong to it. */
export interface FrozenCopy extends JournalMark {
  databaseFile: string;
  header: Header;
  /** The attachments there were; each is a file that never changes. */
  attachments: string[];
}

export interface PackMaking {
  dir: string;
  frozen: FrozenCopy;
  dataKey: Buffer;
  outFile: string;
  /** Milliseconds since 1970 UTC. */
  now: number;
  /** Checks the journal of the copied database (a read-only connection); a throw refuses the backup. */
  verify: (db: Db) => void | Promise<void>;
  /** Does all of that elsewhere, the check of the pages too, so that the caller's thread goes on; `verify` is then not asked. */
  verifyAside?: ((copy: CopiedDatabase) => Promise<void>) | undefined;
}

/** The database of a backup as it was read back out of the file that was written. */
export interface CopiedDatabase {
  file: string;
  key: Buffer;
}

export interface BackupDone extends JournalMark {
  file: string;
  sizeBytes: number;
  /** Of the whole backup file, hex. */
  sha256: string;
}

export type BackupMaking = Omit<FreezeMaking, 'copyTo'> & Omit<PackMaking, 'frozen'>;

const freezeAttempts = 3;

/**
 * Writes a verified backup of an open workspace into one new file; writing goes on meanwhile. freezeCopy and packBackup in
 * one call. Faults: already-exists (the target is there), bad-input (the target's folder is missing, or is the workspace),
 * locked (a long read, or another program moving the log), disk-full, read-only, corrupt (what was written does not verify).
 */
export async function backupWorkspace(making: BackupMaking): Promise<BackupDone> {
  const outFile = checkTarget(making.dir, making.outFile);
  const copyTo = `${stagingOf(outFile)}.db`;
  try {
    const frozen = await freezeCopy({ ...making, copyTo });
    return await packBackup({ ...making, outFile, frozen });
  } catch (error) {
    throw asFault(error);
  } finally {
    rmSync(copyTo, { force: true });
  }
}

/**
 * The part that needs the writer: brings the database file up to date, keeps the log from being moved into it, and has
 * another process copy it. The writer is held up for the checkpoint only. Faults: locked, disk-full, read-only.
 */
export async function freezeCopy(making: FreezeMaking): Promise<FrozenCopy> {
  const thaw = freezeCheckpoints(making.db);
  try {
    for (let attempt = 1; attempt <= freezeAttempts; attempt += 1) {
      const frozen = await tryFreeze(making);
      if (frozen) return frozen;
      rmSync(making.copyTo, { force: true });
    }
  } finally {
    thaw();
  }
  throw new Fault('locked', 'Another connection kept writing into the database file while it was copied. Try again later.');
}

/** Null when the file changed under the copy, because some other connection moved the log into it. */
async function tryFreeze(making: FreezeMaking): Promise<FrozenCopy | null> {
  const header = readHeader(making.dir);
  const databaseFile = join(making.dir, header.database);
  checkpointAll(making.db);
  const mark = making.mark();
  const before = stampOf(databaseFile);
  await (making.copy ?? copyInChild)(databaseFile, making.copyTo);
  if (stampOf(databaseFile) !== before) return null;
  return { ...mark, header, databaseFile: making.copyTo, attachments: listFiles(making.dir) };
}

/** Without opening the file: that would drop the locks of this process. */
function stampOf(file: string): string {
  const stats = statSync(file, { bigint: true });
  return `${stats.size} ${stats.mtimeNs}`;
}

/**
 * The part that needs no writer and may run on any thread: packs, flushes, reads everything back, opens the packed
 * database, and only then gives the file its name. Faults: as backupWorkspace.
 */
export async function packBackup(making: PackMaking): Promise<BackupDone> {
  const outFile = checkTarget(making.dir, making.outFile);
  const staging = stagingOf(outFile);
  try {
    mkdirSync(staging, { mode: 0o700 });
    const packed = join(staging, 'backup.zip');
    const sha256 = await pack(making, packed);
    await verifyPacked(making, packed, staging);
    renameSync(packed, outFile);
    syncFolder(dirname(outFile));
    const { entries, head } = making.frozen;
    return { file: outFile, sizeBytes: statSync(outFile).size, sha256, entries, head };
  } catch (error) {
    throw asFault(error);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function pack(making: PackMaking, file: string): Promise<string> {
  const lastOf = (members: Member[]): Source => ({ name: manifestFile, bytes: manifestOf(making, members) });
  return writeContainer(file, sourcesOf(making), lastOf, new Date(making.now));
}

function* sourcesOf({ dir, frozen }: PackMaking): Generator<Source> {
  yield { name: headerFile, bytes: formatHeader(frozen.header) };
  yield { name: frozen.header.database, path: frozen.databaseFile };
  for (const file of frozen.attachments) {
    const parts = [attachmentFolder, file.slice(0, 2), file];
    // A purge may remove an attachment while the backup runs; what is purged need not be saved.
    yield { name: parts.join('/'), path: join(dir, ...parts), isOptional: true };
  }
}

function manifestOf({ frozen, dataKey, now }: PackMaking, members: Member[]): Buffer {
  const { workspace, desk, database } = frozen.header;
  const { entries, head } = frozen;
  return formatManifest({ workspace, desk, database, createdAt: isoInstant(now), entries, head, members }, dataKey);
}

async function verifyPacked(making: PackMaking, packed: string, staging: string): Promise<Manifest> {
  const copy = join(staging, making.frozen.header.database);
  const { manifest } = await readContainer(packed, (name) => (name === making.frozen.header.database ? copy : null));
  const key = deriveKey(making.dataKey, 'database');
  if (making.verifyAside) await making.verifyAside({ file: copy, key });
  else await verifyHere(copy, key, making.verify);
  return manifest;
}

async function verifyHere(copy: string, key: Buffer, verify: PackMaking['verify']): Promise<void> {
  const db = openDatabase(copy, key, { readonly: true, keyIsProven: true });
  try {
    quickCheck(db);
    await verify(db);
  } finally {
    db.close();
  }
}

function checkTarget(dir: string, outFile: string): string {
  const file = resolve(outFile);
  if (existsSync(file))
    throw new Fault('already-exists', `The file ${outFile} is already there. Choose a new name; no backup is overwritten.`);
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw badInput('out', `The folder ${folder} is not there.`);
  if (isInside(realpathSync(folder), realpathSync(dir))) {
    throw badInput('out', 'A backup inside the workspace would be lost with it. Choose a folder elsewhere.');
  }
  return file;
}

/** A path from one Windows drive to another stays absolute. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** Beside the target, so that the last step is a rename on the same disk. */
function stagingOf(outFile: string): string {
  return join(dirname(outFile), `.${basename(outFile)}.${randomBytes(6).toString('hex')}.partial`);
}
