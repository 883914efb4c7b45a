import { randomBytes } from 'node:crypto';
import { Fault } from '../desk/faults.ts';
import { maxHeldBytes } from './contract/limits.ts';
import { plainFileName } from './contract.ts';

interface Upload {
  name: string;
  bytes: Uint8Array;
  receivedBytes: number;
}

/** Files that arrive from the window in pieces, until they are whole. */
export interface Uploads {
  /** Opens a file of a known size and answers the id its pieces are sent under. */
  begin(name: string, sizeBytes: number): string;
  /** Adds the next piece; faults when it is more than was announced. */
  add(upload: string, bytes: Uint8Array): void;
  /** Closes a whole file and gives it away; faults when a piece is missing. */
  end(upload: string): { name: string; bytes: Uint8Array };
}

export function createUploads(): Uploads {
  const open = new Map<string, Upload>();
  const find = (id: string): Upload => {
    const upload = open.get(id);
    if (upload === undefined) throw new Fault('not-found', 'This file is not being sent.');
    return upload;
  };
  return {
    begin(name, sizeBytes) {
      const held = [...open.values()].reduce((total, upload) => total + upload.bytes.length, 0);
      if (held + sizeBytes > maxHeldBytes) throw new Fault('refused', 'Too many files are being sent at once. Send fewer at a time.');
      const id = randomBytes(8).toString('hex');
      open.set(id, { name: plainFileName(name), bytes: new Uint8Array(sizeBytes), receivedBytes: 0 });
      return id;
    },
    add(id, bytes) {
      const upload = find(id);
      if (upload.receivedBytes + bytes.length > upload.bytes.length) {
        open.delete(id);
        throw new Fault('bad-input', 'The file is longer than it was said to be.');
      }
      upload.bytes.set(bytes, upload.receivedBytes);
      upload.receivedBytes += bytes.length;
    },
    end(id) {
      const upload = find(id);
      open.delete(id);
      if (upload.receivedBytes !== upload.bytes.length) throw new Fault('bad-input', 'A part of the file did not arrive.');
      return { name: upload.name, bytes: upload.bytes };
    },
  };
}
