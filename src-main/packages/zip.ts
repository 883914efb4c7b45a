import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** One file of an archive; `path` is relative, with forward slashes. */
export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
}

export interface ZipOrder {
  entries: ZipEntry[];
  /** Null: the archive is open to everybody who has it. */
  password: string | null;
  /** The date of every file in it (UTC); the archive says it as the wall clock of India. */
  at: string;
}

const istOffsetMs = 330 * 60_000;

/** An instant as MS-DOS writes it: two-second steps, years from 1980. The machine's own zone must not change the bytes. */
function dosTime(iso: string): number {
  const at = new Date(Date.parse(iso) + istOffsetMs);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return ((day << 16) | (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)) >>> 0;
}

/**
 * Writes a ZIP archive (APPNOTE 6.3). With a password every file is encrypted by AES-256 as WinZip does it (AE-2), with a salt
 * of its own, so that two archives of the same files differ; without one the same order gives the same bytes. Names of files are
 * never encrypted.
 */
export async function writeZip({ entries, password, at }: ZipOrder): Promise<Uint8Array> {
  // A worker of the pool may start no threads of its own.
  configure({ useWebWorkers: false });
  const locked = password === null ? {} : { password, encryptionStrength: 3 as const, zipCrypto: false };
  const options = { rawLastModDate: dosTime(at), extendedTimestamp: false, dataDescriptor: false, keepOrder: true, level: 6 };
  const writer = new ZipWriter(new Uint8ArrayWriter(), { ...options, ...locked });
  for (const { path, bytes } of entries) await writer.add(path, new Uint8ArrayReader(bytes));
  return writer.close();
}
