import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { asFault } from '../../db/storage-faults.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { readIfThere, removeLeftovers, syncFolder, writeAtomic } from './files/atomic.ts';
import { deriveKey } from './keys.ts';

export const vaultFolder = 'keys';

/** Small secrets of this desk alone, such as epoch signing keys: wrapped, beside the header, never in the database or a backup. */
export interface Vault {
  /** The bytes, or null when there are none under this name. Fault: corrupt. */
  read(name: string): Buffer | null;
  /** Stores or replaces; a crash leaves the old or the new. Faults: disk-full, read-only. */
  write(name: string, bytes: Uint8Array): void;
  /** Overwrites and removes the file; nothing happens when there is none. */
  erase(name: string): void;
}

const magic = Buffer.from('NVV1');
const nonceBytes = 12;
const tagBytes = 16;
const nameRule = /^[a-z0-9][a-z0-9.-]{0,63}$/;

/** Opens DIR/keys, making the folder if needed. Only the holder of the workspace lock may call it. */
export function openVault(dir: string, dataKey: Buffer): Vault {
  const folder = join(dir, vaultFolder);
  const key = deriveKey(dataKey, 'vault');
  prepareFolder(dir, folder);
  return {
    read(name) {
      const sealed = readIfThere(pathOf(folder, name));
      return sealed === null ? null : open(key, name, sealed);
    },
    write: (name, bytes) => writeAtomic(pathOf(folder, name), seal(key, name, bytes)),
    erase: (name) => eraseFile(folder, pathOf(folder, name)),
  };
}

function prepareFolder(dir: string, folder: string): void {
  try {
    if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) syncFolder(dir);
    removeLeftovers(folder);
  } catch (error) {
    throw asFault(error);
  }
}

function pathOf(folder: string, name: string): string {
  if (!nameRule.test(name)) throw badInput('name', `“${name}” is not a name for the vault: use a-z, 0-9, dots and dashes.`);
  return join(folder, name);
}

function seal(key: Buffer, name: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(name));
  return Buffer.concat([magic, nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, name: string, sealed: Buffer): Buffer {
  const start = magic.length + nonceBytes;
  try {
    if (!sealed.subarray(0, magic.length).equals(magic)) throw new Error('It does not begin like a vault file.');
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(magic.length, start), { authTagLength: tagBytes });
    decipher.setAAD(boundTo(name)).setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(start, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new Fault('corrupt', `The key file ${name} is damaged or belongs to another workspace.`, {}, error);
  }
}

/** A file renamed to another secret's name must not open. */
function boundTo(name: string): Buffer {
  return Buffer.from(`nivaran/1/vault\n${name}`);
}

/** Out of the way first, so that a crash in the middle leaves no half-overwritten secret under its name. */
function eraseFile(folder: string, file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return;
  const doomed = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    renameSync(file, doomed);
    overwrite(doomed, stats.size);
    rmSync(doomed);
    syncFolder(folder);
  } catch (error) {
    throw asFault(error);
  }
}

/** Of use on disks that write in place; on flash storage the wrapping is what protects an old copy. */
function overwrite(file: string, sizeBytes: number): void {
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, randomBytes(sizeBytes), 0, sizeBytes, 0);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
