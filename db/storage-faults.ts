import { Fault, type FaultCode } from '../src-main/desk/faults.ts';

const damaged = 'The database file is damaged. Nothing was changed; restore a backup, or ask for help before doing anything else.';
const full = 'The disk is full. What was confirmed is stored; make room and try again.';
const unwritable = 'The folder or the file cannot be written. What was confirmed is stored.';
const refusedWrite = 'The disk did not accept a write. What was confirmed is stored; close the desk, check the disk and open it again.';
const unopenable = 'The file cannot be opened: it is missing, or its folder does not allow it.';
const missing = 'A file or folder that is needed is not there.';
const busy = 'Another program is using the database.';

type StorageFault = readonly [code: FaultCode, message: string];

/** Longest prefix first: `SQLITE_IOERR_WRITE` is found before `SQLITE_IOERR`. */
const faultsByPrefix: readonly [string, StorageFault][] = [
  ['SQLITE_FULL', ['disk-full', full]],
  ['SQLITE_NOTADB', ['corrupt', damaged]],
  ['SQLITE_CORRUPT', ['corrupt', damaged]],
  ['SQLITE_READONLY', ['read-only', unwritable]],
  ['SQLITE_PERM', ['read-only', unwritable]],
  ['SQLITE_CANTOPEN', ['read-only', unopenable]],
  ['SQLITE_BUSY', ['locked', busy]],
  ['SQLITE_LOCKED', ['locked', busy]],
  ['SQLITE_IOERR_READ', ['corrupt', damaged]],
  ['SQLITE_IOERR_SHORT_READ', ['corrupt', damaged]],
  ['SQLITE_IOERR_CORRUPTFS', ['corrupt', damaged]],
  ['SQLITE_IOERR_DATA', ['corrupt', damaged]],
  ['SQLITE_IOERR', ['read-only', refusedWrite]],
  ['ENOSPC', ['disk-full', full]],
  ['EDQUOT', ['disk-full', full]],
  ['EFBIG', ['disk-full', full]],
  ['EROFS', ['read-only', unwritable]],
  ['EACCES', ['read-only', unwritable]],
  ['EPERM', ['read-only', unwritable]],
  ['EIO', ['read-only', refusedWrite]],
  ['ENOENT', ['not-found', missing]],
  ['ENOTDIR', ['not-found', missing]],
];

/**
 * Turns an error of SQLite or of the file system into the fault a person can act on; the original code is in
 * `detail.storage`. After `read-only` with an SQLITE_IOERR code the connection must be closed and opened again, because
 * the system may have dropped what it could not write. Faults and all other errors come back as they are.
 */
export function asFault(error: unknown): unknown {
  if (error instanceof Fault) return error;
  const code = codeOf(error);
  const match = faultsByPrefix.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`));
  if (!match) return error;
  const [faultCode, message] = match[1];
  return new Fault(faultCode, message, { storage: code, mustReopen: code.startsWith('SQLITE_IOERR') }, error);
}

/** The error's own code (`SQLITE_FULL`, `ENOSPC`), or an empty text. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : '';
}
