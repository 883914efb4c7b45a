import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, openDatabase } from '../../../db/open.ts';

/** What SQLite may leave beside a database file. */
const tails = ['', '-wal', '-shm', '-journal'];

/**
 * Lends a new database that never holds plaintext on the disk: its key lives in this call and nowhere else, so that even
 * a crash leaves nothing but noise. It is gone afterwards.
 */
export function withScratch<T>(dir: string, use: (scratch: Db) => T): T {
  const file = join(dir, `scratch-${randomBytes(8).toString('hex')}.db`);
  const scratch = openDatabase(file, randomBytes(32), { create: true });
  try {
    // Nothing here has to survive a power cut, and a failed fold still rolls its statement back.
    for (const setting of ['journal_mode = MEMORY', 'synchronous = OFF', 'secure_delete = OFF', 'cache_size = -32768'])
      scratch.pragma(setting);
    return use(scratch);
  } finally {
    scratch.close();
    for (const tail of tails) rmSync(file + tail, { force: true });
  }
}
