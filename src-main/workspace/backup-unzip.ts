import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { asFault } from '../../db/storage-faults.ts';
import { Fault } from '../desk/faults.ts';
import { type Manifest, type Member, manifestFile, parseManifest } from './backup-manifest.ts';
import { digestBytes, hashUpTo } from './backup-zip.ts';
import { type Header, headerFile, parseHeader } from './header.ts';

export interface ReadBackup {
  manifest: Manifest;
  header: Header;
  /** SHA-256 of the whole file, hex. */
  sha256: string;
}

const mostMembers = 2_000_000;
const largestTextBytes = 512 * 1024 * 1024;
const memberName = /^(header\.json|manifest\.json|desk-[a-z0-9]{1,32}\.db|attachments\/([0-9a-f]{2})\/\2[0-9a-f]{30})$/;

/**
 * Reads a whole backup and checks every byte: the container's digest, each part against the manifest, header and manifest
 * against each other. `pathOf` says where a part is to be written, or null to check it only. Faults: not-found, corrupt,
 * from-future, disk-full, read-only.
 */
export async function readContainer(file: string, pathOf: (name: string) => string | null): Promise<ReadBackup> {
  const sha256 = await checkDigest(file);
  const seen = new Map<string, Member>();
  const texts = new Map<string, Buffer>();
  const zip = await openZip(file);
  try {
    for await (const entry of zip.eachEntry()) {
      refuseStrange(entry, seen);
      seen.set(entry.fileName, await readMember(zip, entry, pathOf(entry.fileName), texts));
    }
  } catch (error) {
    throw asDamage(error);
  } finally {
    zip.close();
  }
  return { ...compare(seen, texts), sha256 };
}

async function checkDigest(file: string): Promise<string> {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new Fault('not-found', `There is no backup file ${file}.`);
  try {
    const hash = await hashUpTo(file, stats.size - digestBytes);
    const digest = await readTail(file, stats.size);
    if (hash.copy().digest('hex') !== digest) throw damaged();
    return hash.update(digest).digest('hex');
  } catch (error) {
    throw asFault(error);
  }
}

async function readTail(file: string, sizeBytes: number): Promise<string> {
  let text = '';
  for await (const chunk of createReadStream(file, { start: Math.max(sizeBytes - digestBytes, 0), encoding: 'latin1' })) text += chunk;
  return text;
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { strictFileNames: true, autoClose: false });
  } catch (error) {
    throw asDamage(error);
  }
}

/** Only the parts a backup has, once each and uncompressed, so that nothing lands elsewhere or grows while it is unpacked. */
function refuseStrange(entry: Entry, seen: Map<string, Member>): void {
  const isPlain = entry.compressionMethod === 0 && !entry.isEncrypted() && entry.compressedSize === entry.uncompressedSize;
  const isExpected = memberName.test(entry.fileName) && !seen.has(entry.fileName) && seen.size < mostMembers;
  const isSane = isText(entry.fileName) ? entry.uncompressedSize <= largestTextBytes : true;
  if (!isPlain || !isExpected || !isSane) throw new Fault('corrupt', 'The backup holds something that does not belong in a backup.');
}

function isText(name: string): boolean {
  return name === manifestFile || name === headerFile;
}

async function readMember(zip: ZipFile, entry: Entry, path: string | null, texts: Map<string, Buffer>): Promise<Member> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  const tap = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk);
      if (isText(entry.fileName)) kept.push(chunk);
      yield chunk;
    }
  };
  await drain(await zip.openReadStreamPromise(entry), tap, path);
  if (isText(entry.fileName)) texts.set(entry.fileName, Buffer.concat(kept));
  return { name: entry.fileName, sizeBytes: entry.uncompressedSize, sha256: hash.digest('hex') };
}

type Tap = (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;

async function drain(input: Readable, tap: Tap, path: string | null): Promise<void> {
  if (path === null) {
    for await (const _ of tap(input));
    return;
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(input, tap, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
}

function compare(seen: Map<string, Member>, texts: Map<string, Buffer>): { manifest: Manifest; header: Header } {
  const manifest = parseManifest(texts.get(manifestFile) ?? Buffer.alloc(0));
  const header = parseHeader(texts.get(headerFile) ?? Buffer.alloc(0));
  if (seen.size !== manifest.members.length + 1) throw damaged();
  for (const member of manifest.members) {
    const found = seen.get(member.name);
    if (found?.sha256 !== member.sha256 || found.sizeBytes !== member.sizeBytes) throw damaged();
  }
  const isOfOnePiece = header.workspace === manifest.workspace && header.database === manifest.database && seen.has(header.database);
  if (!isOfOnePiece) throw damaged();
  return { manifest, header };
}

function damaged(): Fault {
  return new Fault('corrupt', 'The backup file is damaged, cut short or not a backup. Nothing else was touched.');
}

/** What the unzipper says in words of its own is damage; faults and storage errors keep their meaning. */
function asDamage(error: unknown): unknown {
  const fault = asFault(error);
  const isOwnWords = !(fault instanceof Fault) && error instanceof Error && (error as NodeJS.ErrnoException).code === undefined;
  return isOwnWords ? new Fault('corrupt', damaged().message, {}, error) : fault;
}
