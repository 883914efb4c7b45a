import { readFile, stat } from 'node:fs/promises';
import { maxHeldBytes } from '../../shell/contract/limits.ts';
import type { FileOnDisk, OfferedFile } from '../../shell/contract.ts';
import { Fault } from '../faults.ts';
import type { Ids } from '../ports.ts';

/** What a token stands for. */
export type HeldFile = ({ kind: 'path'; path: string } | { kind: 'bytes'; bytes: Uint8Array }) & { name: string; sizeBytes: number };

/**
 * Files the person has chosen or dropped. The window holds tokens; only this register, inside the
 * engine, knows what they stand for. A lock clears it.
 */
export interface HeldFiles {
  /** Keeps a file on disk by its path; answers what the window may know. */
  holdPath(file: FileOnDisk): OfferedFile;
  /** Keeps bytes in memory; faults with `refused` above 256 MB in all. */
  holdBytes(name: string, bytes: Uint8Array): OfferedFile;
  /** What a token stands for; faults with `not-found`. It stays held until released. */
  find(token: string): HeldFile;
  /** The whole content; faults with `refused` when the file is larger than `maxBytes`. */
  read(token: string, maxBytes: number): Promise<Uint8Array>;
  release(token: string): void;
  clear(): void;
}

export function createHeldFiles(ids: Ids): HeldFiles {
  const held = new Map<string, HeldFile>();
  const keep = (file: HeldFile): OfferedFile => {
    const token = ids.id(32);
    held.set(token, file);
    return { token, name: file.name, sizeBytes: file.sizeBytes };
  };
  const find = (token: string): HeldFile => {
    const file = held.get(token);
    if (file === undefined) throw new Fault('not-found', 'This file is no longer offered. Choose it again.');
    return file;
  };
  return {
    holdPath: ({ path, name, sizeBytes }) => keep({ kind: 'path', path, name, sizeBytes }),
    holdBytes(name, bytes) {
      if (bytesHeld(held) + bytes.length > maxHeldBytes) throw new Fault('refused', 'Too many files are held at once. Import those first.');
      return keep({ kind: 'bytes', bytes, name, sizeBytes: bytes.length });
    },
    find,
    read: (token, maxBytes) => readHeld(find(token), maxBytes),
    release: (token) => void held.delete(token),
    clear: () => held.clear(),
  };
}

function bytesHeld(held: Map<string, HeldFile>): number {
  return [...held.values()].reduce((total, file) => total + (file.kind === 'bytes' ? file.sizeBytes : 0), 0);
}

async function readHeld(file: HeldFile, maxBytes: number): Promise<Uint8Array> {
  // The file may have grown since it was offered.
  const sizeBytes = file.kind === 'bytes' ? file.sizeBytes : await sizeNow(file.path, file.name);
  if (sizeBytes > maxBytes) throw new Fault('refused', `"${file.name}" is larger than ${maxBytes} bytes.`);
  return file.kind === 'bytes' ? file.bytes : readFile(file.path);
}

async function sizeNow(path: string, name: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Fault('not-found', `"${name}" is no longer where it was chosen.`);
  return found.size;
}
