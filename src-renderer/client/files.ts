import { chunkBytes, maxFileBytes } from '../../src-main/shell/contract/limits.ts';
import type { OfferedFile } from '../../src-main/shell/contract.ts';
import { readAnswer, ShellError } from './bridge.ts';

/**
 * Hands files that were dropped, pasted or chosen in the page to the engine; answers a token for each,
 * in order. A file on disk is passed on by the shell without being read here; one without a path (a
 * pasted picture) is sent in pieces, up to 64 MB. Throws a ShellError naming the file that cannot be had.
 */
export async function offerFiles(files: File[]): Promise<OfferedFile[]> {
  if (files.length === 0) return [];
  const offered = readAnswer<(OfferedFile | null)[]>(await window.nivaran.offerFiles(files));
  const whole: OfferedFile[] = [];
  // One after the other: each is held in memory while it is sent.
  for (const [index, file] of files.entries()) whole.push(offered[index] ?? (await sendBytes(file)));
  return whole;
}

async function sendBytes(file: File): Promise<OfferedFile> {
  if (file.size > maxFileBytes)
    throw new ShellError('refused', `"${file.name}" is larger than 64 MB. Save it to disk and choose it from there.`);
  const bytes = await readBytes(file);
  const upload = readAnswer<string>(await window.nivaran.beginFile(file.name, bytes.length));
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    readAnswer(await window.nivaran.addBytes(upload, bytes.slice(at, at + chunkBytes)));
  }
  return readAnswer<OfferedFile>(await window.nivaran.endFile(upload));
}

async function readBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new ShellError('bad-input', `"${file.name}" cannot be read. A folder cannot be offered; choose the files in it.`);
  }
}
