import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asFault } from '../../db/storage-faults.ts';
import { badInput } from '../desk/faults.ts';

export const shortestPassphrase = 8;
export const longestPassphrase = 1024;
const fileLimitBytes = 4096;

/** The text that is hashed: NFKC, so that the same keys pressed on two machines give the same passphrase. */
export function normalisePassphrase(text: string): string {
  return text.normalize('NFKC');
}

/**
 * Refuses a new passphrase that is too short, too long or among the common ones; asks for no kinds of characters (ASVS 5,
 * 6.2). `common` is what loadCommonPassphrases gives. Fault: bad-input.
 */
export function checkPassphrase(text: string, common: ReadonlySet<string>): void {
  const passphrase = normalisePassphrase(text);
  const length = [...passphrase].length;
  if (length < shortestPassphrase) throw badInput('passphrase', `has ${length} characters; at least ${shortestPassphrase} are needed.`);
  if (length > longestPassphrase) throw badInput('passphrase', `has ${length} characters; at most ${longestPassphrase} are taken.`);
  if (hasControlCharacter(passphrase)) throw badInput('passphrase', 'holds a line break or another control character.');
  if (common.has(passphrase.toLowerCase()))
    throw badInput('passphrase', 'is among the most common ones. Several unrelated words are better.');
}

/** The refused passphrases, in lower case, from RESOURCES/common-passphrases.txt. */
export function loadCommonPassphrases(resourcesDir: string): ReadonlySet<string> {
  const lines = readFileSync(join(resourcesDir, 'common-passphrases.txt'), 'utf8').split(/\r?\n/);
  return new Set(lines.filter((line) => line !== ''));
}

/**
 * Reads a passphrase from a file: its whole content, less one line end at its end as editors write it. Fault: bad-input
 * naming the file when it is missing, empty, longer than 4 KiB, not UTF-8, or has a line break or control character inside.
 */
export function readPassphraseFile(file: string): string {
  const text = decode(readSmallFile(file), file).replace(/\r?\n$/, '');
  if (text === '') throw bad(file, 'is empty.');
  if (/[\r\n]/.test(text)) throw bad(file, 'holds more than one line; a passphrase is one line.');
  if (hasControlCharacter(text)) throw bad(file, 'holds a control character.');
  return text;
}

function readSmallFile(file: string): Buffer {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw bad(file, 'is not there or is not a file.');
  if (stats.size > fileLimitBytes) throw bad(file, `is longer than ${fileLimitBytes} bytes.`);
  try {
    return readFileSync(file);
  } catch (error) {
    throw asFault(error);
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw bad(file, 'is not UTF-8 text.');
  }
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function bad(file: string, problem: string) {
  return badInput('passphraseFile', `The passphrase file ${file} ${problem}`);
}
