import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asFault } from '../../../db/storage-faults.ts';

const leftover = /\.[0-9a-f]{12}\.tmp$/;

/**
 * Puts `bytes` into `file` so that a crash at any moment leaves the old content or the new one: temporary file, fsync,
 * rename, fsync of the folder. Readable by the owner only. Faults: disk-full, read-only.
 */
export function writeAtomic(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeSynced(temporary, bytes);
    renameSync(temporary, file);
    syncFolder(dirname(file));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw asFault(error);
  }
}

function writeSynced(file: string, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes renames and removals inside `folder` survive a power cut. Windows does it by itself and has no call for it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  syncPath(folder);
}

/** fsync of a file or folder that something else has written. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The content of a file, or null when there is none. Faults: read-only when it may not be read. */
export function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw asFault(error);
  }
}

/** Removes temporary files of writes that a crash cut short. Only the holder of the workspace lock may call it. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (leftover.test(name)) rmSync(join(folder, name), { force: true });
  }
}
