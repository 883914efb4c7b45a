import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asFault } from '../../db/storage-faults.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { readIfThere, syncFolder, writeAtomic } from './files/atomic.ts';
import { sealFile, unsealFile } from './store-files-cipher.ts';

export const attachmentFolder = 'attachments';
/** Attachments lie in folders named after the first two characters of their random names. */
export const attachmentName = /^[0-9a-f]{32}$/;

/** What is to be kept of a stored attachment: its random name and key (database), size and SHA-256 in hex of its content. */
export interface StoredFile {
  file: string;
  key: Buffer;
  sizeBytes: number;
  sha256: string;
}

/**
 * Encrypts `bytes` into a new file of the workspace and returns when it is safely on disk; the database row comes after.
 * Faults: disk-full, read-only.
 */
export function putFile(dir: string, bytes: Uint8Array): StoredFile {
  const file = randomBytes(16).toString('hex');
  const key = randomBytes(32);
  const path = pathOf(dir, file);
  ensureFolder(dir, dirname(path));
  writeAtomic(path, sealFile(bytes, key));
  return { file, key, sizeBytes: bytes.length, sha256: sha256Of(bytes) };
}

/** The content of a stored attachment. Faults: not-found; corrupt when the file was damaged, cut, swapped or is not the recorded one. */
export function getFile(dir: string, file: string, key: Buffer, sha256: string): Buffer {
  const sealed = readIfThere(pathOf(dir, file));
  if (sealed === null) throw new Fault('not-found', `The attachment ${file} is missing from the workspace.`);
  const bytes = unseal(sealed, key, file);
  if (sha256Of(bytes) !== sha256) throw new Fault('corrupt', `The attachment ${file} is not the one that was recorded.`);
  return bytes;
}

function unseal(sealed: Buffer, key: Buffer, file: string): Buffer {
  try {
    return unsealFile(sealed, key);
  } catch (error) {
    throw new Fault('corrupt', `The attachment ${file} is damaged.`, {}, error);
  }
}

/** Writes a stored attachment anew under another name and key; the old one stays until it is removed. Faults: as getFile and putFile. */
export function rekeyFile(
  dir: string,
  { file, key, sha256 }: Pick<StoredFile, 'file' | 'key' | 'sha256'>,
): Pick<StoredFile, 'file' | 'key'> {
  const anew = putFile(dir, getFile(dir, file, key, sha256));
  return { file: anew.file, key: anew.key };
}

/** Removes a stored attachment; erase its key in the database as well. Nothing happens when it is not there. */
export function removeFile(dir: string, file: string): void {
  const path = pathOf(dir, file);
  try {
    rmSync(path, { force: true });
    if (statSync(dirname(path), { throwIfNoEntry: false })) syncFolder(dirname(path));
  } catch (error) {
    throw asFault(error);
  }
}

/** The names of all stored attachments. */
export function listFiles(dir: string): string[] {
  return shards(dir).flatMap((shard) => readdirSync(shard).filter((name) => attachmentName.test(name)));
}

/**
 * Removes files that no row knows and that are older than `olderThanMs` at `now` (both in milliseconds): what a crash
 * between file and row left behind. Returns how many went.
 */
export function sweepOrphans(dir: string, knownFiles: ReadonlySet<string>, olderThanMs: number, now: number): number {
  let removed = 0;
  for (const shard of shards(dir)) {
    for (const name of readdirSync(shard)) {
      const path = join(shard, name);
      if (knownFiles.has(name) || now - statSync(path).mtimeMs < olderThanMs) continue;
      rmSync(path, { force: true });
      removed += 1;
    }
  }
  return removed;
}

function shards(dir: string): string[] {
  const root = join(dir, attachmentFolder);
  if (!statSync(root, { throwIfNoEntry: false })) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map((entry) => join(root, entry.name));
}

function ensureFolder(dir: string, folder: string): void {
  try {
    const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    syncFolder(join(dir, attachmentFolder));
    syncFolder(dir);
  } catch (error) {
    throw asFault(error);
  }
}

function pathOf(dir: string, file: string): string {
  if (!attachmentName.test(file)) throw badInput('file', 'is not the name of a stored attachment.');
  return join(dir, attachmentFolder, file.slice(0, 2), file);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
