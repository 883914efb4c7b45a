import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Fault } from '../desk/faults.ts';
import { splitMbox } from './mail/mbox.ts';

/** One message to import: where it came from, for the account of the import, and its bytes. */
export interface MailSource {
  source: string;
  bytes: Uint8Array;
}

/** A source that could not even be read. */
export interface FailedSource {
  source: string;
  reason: string;
}

/** The largest file taken at once; a mail host refuses far smaller ones. */
const largestBytes = 256 * 1024 * 1024;

function reasonOf(error: unknown): string {
  if (error instanceof Fault) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'There is no such file or folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read by this user.';
  return 'The file could not be read.';
}

function* messagesOf(path: string): Generator<MailSource> {
  const bytes = readFileSync(path);
  if (extname(path).toLowerCase() !== '.mbox') {
    yield { source: basename(path), bytes };
    return;
  }
  let n = 0;
  for (const message of splitMbox(bytes)) yield { source: `${basename(path)} #${++n}`, bytes: message };
}

/** Kinds of file a folder import takes; others in it are passed over in silence, a file named by hand never is. */
const mailEndings = ['.eml', '.mbox'];

/** Every message of a file or folder (folders deep, in name order); what cannot be read comes as a failure. */
export function* sourcesOf(path: string, isNamed = true): Generator<MailSource | FailedSource> {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) yield* sourcesOf(join(path, name), false);
      return;
    }
    const ending = extname(path).toLowerCase();
    if (!mailEndings.includes(ending) && !isNamed) return;
    if (stat.size > largestBytes) throw new Fault('refused', 'The file is larger than 256 MB; split it first.');
    yield* messagesOf(path);
  } catch (error) {
    yield { source: basename(path), reason: reasonOf(error) };
  }
}
