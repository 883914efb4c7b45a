import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkpointAll, quickCheck } from '../../db/checkpoint.ts';
import { type Db, openDatabase } from '../../db/open.ts';
import { asFault } from '../../db/storage-faults.ts';
import { badInput } from '../desk/faults.ts';
import { checkManifest, type Manifest } from './backup-manifest.ts';
import { type ReadBackup, readContainer } from './backup-unzip.ts';
import { syncFolder } from './files/atomic.ts';
import { changeHeader, type Header } from './header.ts';
import { deriveKey } from './keys.ts';
import { checkPlaceForNew } from './place.ts';
import type { Unlocked } from './slots-seal.ts';

/** A restored workspace before it gets its name: complete, verified, its database open for writing. It has no vault. */
export interface RestoredWorkspace {
  dir: string;
  db: Db;
  unlocked: Unlocked;
  manifest: Manifest;
}

export interface RestoreMaking {
  file: string;
  /** The new workspace: a folder that is empty or not there. */
  dir: string;
  /** Such as `(header) => unlockHeader(header, credential)`. */
  unlock: (header: Header) => Unlocked | Promise<Unlocked>;
  /** Checks the journal against `manifest`; a throw refuses the restore. */
  verify: (db: Db, manifest: Manifest) => void | Promise<void>;
  /** Opens a new epoch under a new desk id and whatever else must be true before anybody can open the workspace. */
  prepare: (restored: RestoredWorkspace) => void | Promise<void>;
}

/** Reads a backup from end to end and says what it is; no key needed. Faults: not-found, corrupt, from-future. */
export function readBackup(file: string): Promise<ReadBackup> {
  return readContainer(file, () => null);
}

/**
 * Makes a new workspace from a backup: unpacked beside the target, checked, prepared, flushed, and only then renamed to
 * `dir`. Whatever goes wrong, `dir` stays as it was. Faults: those of checkPlaceForNew, readBackup and the callbacks;
 * corrupt when the backup was altered; disk-full, read-only.
 */
export async function restoreInto(making: RestoreMaking): Promise<Manifest> {
  const target = resolve(making.dir);
  checkPlaceForNew(target);
  if (!existsSync(dirname(target))) throw badInput('workspace', `The folder ${dirname(target)} is not there.`);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.partial`);
  try {
    mkdirSync(temporary, { mode: 0o700 });
    const { manifest, header } = await readContainer(making.file, (name) => join(temporary, ...name.split('/')));
    await open(making, temporary, manifest, header);
    rmSync(join(temporary, 'manifest.json'));
    moveIntoPlace(temporary, target);
    return manifest;
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw asFault(error);
  }
}

async function open(making: RestoreMaking, dir: string, manifest: Manifest, header: Header): Promise<void> {
  const unlocked = await making.unlock(header);
  checkManifest(manifest, unlocked.dataKey);
  // Failed attempts at the old place say nothing about the new one.
  changeHeader(dir, (old) => ({ ...old, failures: { count: 0, until: null } }));
  const db = openDatabase(join(dir, header.database), deriveKey(unlocked.dataKey, 'database'), { keyIsProven: true });
  try {
    quickCheck(db);
    await making.verify(db, manifest);
    await making.prepare({ dir, db, unlocked, manifest });
    checkpointAll(db);
  } finally {
    db.close();
  }
}

/** Files were flushed as they were written; here their names are, and the rename is the moment the workspace exists. */
function moveIntoPlace(temporary: string, target: string): void {
  for (const folder of foldersIn(temporary)) syncFolder(folder);
  if (existsSync(target)) rmdirSync(target);
  renameSync(temporary, target);
  syncFolder(dirname(target));
}

function foldersIn(folder: string): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...below.flatMap((entry) => foldersIn(join(folder, entry.name))), folder];
}
