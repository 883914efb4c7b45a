import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Member } from './backup-manifest.ts';

/** A part of a backup: bytes at hand, or a file. An optional file that is gone by its turn is left out. */
export interface Source {
  name: string;
  bytes?: Buffer;
  path?: string;
  isOptional?: boolean;
}

// The container is an ordinary ZIP without compression. Its comment ends in a SHA-256 of every byte before it: ZIP's own
// checksums cover contents only, and a flipped bit in a name, offset or date would go unseen.
export const digestBytes = 64;
const comment = `nivaran-backup/1 sha256:${'0'.repeat(digestBytes)}`;

/**
 * Writes a new container at `file` and flushes it. `lastOf` gives the last part from the list of all before it. Returns the
 * SHA-256 of the whole file in hex. Errors come out as Node gives them.
 */
export async function writeContainer(file: string, sources: Iterable<Source>, lastOf: (members: Member[]) => Source, mtime: Date) {
  const zip = new ZipFile();
  const signer = signEnd();
  const written = pipeline(zip.outputStream, signer.stream, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
  // Watched from the start: a full disk shows here while a part is being fed in.
  written.catch(() => {});
  zip.on('error', (error: Error) => (zip.outputStream as Transform).destroy(error));
  const members: Member[] = [];
  for (const source of sources) {
    const member = await addSource(zip, source, mtime, written);
    if (member) members.push(member);
  }
  await addSource(zip, lastOf(members), mtime, written);
  zip.end({ forceZip64Format: false, comment });
  await written;
  return signer.sha256();
}

async function addSource(zip: ZipFile, source: Source, mtime: Date, written: Promise<void>): Promise<Member | null> {
  const input = await openSource(source);
  if (input === null) return null;
  const hash = createHash('sha256');
  const counter = countInto(hash);
  const feeding = pipeline(input, counter.stream);
  feeding.catch((error: Error) => (zip.outputStream as Transform).destroy(error));
  zip.addReadStream(counter.stream, source.name, { compress: false, mtime, mode: 0o100600 });
  try {
    await Promise.race([finished(counter.stream), neverUnlessFailed(written)]);
  } finally {
    input.destroy();
  }
  return { name: source.name, sizeBytes: counter.sizeBytes(), sha256: hash.digest('hex') };
}

async function openSource(source: Source): Promise<Readable | null> {
  if (source.bytes) return Readable.from([source.bytes]);
  try {
    return (await open(source.path ?? '', 'r')).createReadStream();
  } catch (error) {
    if (source.isOptional && (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function countInto(hash: Hash) {
  let sizeBytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, sizeBytes: () => sizeBytes };
}

/** Lets a failed output end the wait for an input that nobody reads any more. */
function neverUnlessFailed(written: Promise<void>): Promise<never> {
  return written.then(() => new Promise<never>(() => {}));
}

/** Lets everything through but the placeholder at the very end, which it replaces by the digest of what came before. */
function signEnd() {
  const hash = createHash('sha256');
  let held: Buffer = Buffer.alloc(0);
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const all = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
      const passed = all.subarray(0, Math.max(all.length - digestBytes, 0));
      held = Buffer.from(all.subarray(passed.length));
      hash.update(passed);
      done(null, passed);
    },
    flush(done) {
      const digest = hash.copy().digest('hex');
      hash.update(digest);
      done(null, digest);
    },
  });
  return { stream, sha256: () => hash.digest('hex') };
}

/** The hash state after the first `sizeBytes` bytes of a file. */
export async function hashUpTo(file: string, sizeBytes: number): Promise<Hash> {
  const hash = createHash('sha256');
  if (sizeBytes <= 0) return hash;
  for await (const chunk of createReadStream(file, { end: sizeBytes - 1, highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash;
}
