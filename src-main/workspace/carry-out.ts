import { type Desk, write } from '../desk/desk.ts';
import { forgetPurge, type KeptPurge, keepPurge } from './purge-ledger.ts';
import { wantScrub } from './scrub.ts';
import { removeFile } from './store-files.ts';

/** What a purge did inside its transaction: files to remove after it, and what the ledger keeps of it. */
export interface Purged {
  files: readonly string[];
  kept: Omit<KeptPurge, 'desk'>;
}

/**
 * Carries a purge out in one transaction, notes that the database is to be written anew, and removes files once it is committed.
 * The ledger beside the header comes last before the commit, and goes back with it: it names what was purged. Faults: those of
 * `work`; corrupt where the ledger cannot be read; disk-full, read-only.
 */
export function carryOutPurge(desk: Desk, topics: string[], work: () => Purged): void {
  let head = '';
  try {
    const files = write(desk, topics, () => {
      const { files: gone, kept } = work();
      wantScrub(desk.db);
      keepPurge(desk.dir, { desk: desk.desk, ...kept });
      head = kept.head;
      return gone;
    });
    for (const file of files) removeFile(desk.dir, file);
  } catch (error) {
    if (head !== '' && desk.journal.head().hash !== head) forgetPurge(desk.dir, head);
    throw error;
  }
}
