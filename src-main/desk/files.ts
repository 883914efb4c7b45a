import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Fault } from './faults.ts';

function reason(error: unknown, path: string): Fault {
  const { code } = error as NodeJS.ErrnoException;
  const name = basename(path);
  if (code === 'ENOENT')
    return new Fault('bad-input', `The folder for ${name} does not exist.`, {
      issues: [{ field: 'out', message: 'its folder does not exist' }],
    });
  if (code === 'ENOSPC') return new Fault('disk-full', `The disk is full: ${name} was not written.`);
  if (code === 'EISDIR') return new Fault('bad-input', `${name} is a folder.`, { issues: [{ field: 'out', message: 'is a folder' }] });
  return new Fault('read-only', `${name} cannot be written there.`);
}

/** Writes a file whole or not at all: beside it, synced, then renamed over it. Faults: bad-input, disk-full, read-only. */
export function writeFileSafely(path: string, bytes: Uint8Array | string): void {
  const beside = join(dirname(path), `.${basename(path)}.part`);
  try {
    const handle = openSync(beside, 'w', 0o600);
    try {
      writeSync(handle, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw reason(error, path);
  }
}
