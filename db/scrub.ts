import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { asFault, type Db, statement } from './open.ts';

/**
 * Writes the content of a database anew into `file`, which must not exist: without free pages and without what deleted rows left
 * in the gaps of pages. It is encrypted under the same key, and on the disk when this returns. Faults: disk-full, read-only.
 */
export function writeAnew(db: Db, file: string): void {
  const isReadonly = db.pragma('query_only', { simple: true }) === 1;
  try {
    // Made by us first: nobody else may read it.
    closeSync(openSync(file, 'wx', 0o600));
    if (isReadonly) db.pragma('query_only = OFF');
    db.prepare('VACUUM INTO ?').run(file);
    flush(file);
  } catch (error) {
    rmSync(file, { force: true });
    throw asFault(error);
  } finally {
    if (isReadonly) db.pragma('query_only = ON');
  }
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Changes whenever this connection has changed a row, or another one has added an entry to the record: it only grows. */
export function changeMark(db: Db): number {
  return (statement(db, 'SELECT total_changes() + (SELECT coalesce(max(seq), 0) FROM main.journal) AS n').get() as { n: number }).n;
}
