import { type Db, statement } from '../../db/open.ts';
import type { Tombstone } from '../cases/contract.ts';
import {
  attemptsOf,
  dropAttachmentKey,
  identityFilesOf,
  messagesAround,
  planCasePurge,
  readAttachment,
  readCaseFile,
  recordCasePurge,
} from '../cases/index.ts';
import { type Desk, post } from '../desk/desk.ts';
import { purge } from '../journal/index.ts';
import { clearFilesOf, destroyAgain, moveBehindWall } from '../walls/index.ts';
import type { KeptPurge } from './purge-ledger.ts';
import { rekeyFile } from './store-files.ts';

const reason = 'Repeated after a restore: this evidence had been purged before.';

/** What of a kept purge a restored case holds again. */
interface Returned {
  seqs: number[];
  scans: string[];
  mail: string[];
}

/** The case of an entry if it is the very one that was purged, and its body is back. */
function caseOfEntry(db: Db, { seq, hash }: { seq: number; hash: string }): string | null {
  const sql = `SELECT subject FROM journal JOIN journal_body USING (seq)
    WHERE seq = ? AND lower(hex(hash)) = ? AND body IS NOT NULL AND subject LIKE 'case:%'`;
  const row = statement(db, sql).get(seq, hash) as { subject: string } | undefined;
  return row?.subject.slice('case:'.length) ?? null;
}

/** By ticket, what a kept purge finds again. A purge is of one case; what the backup has of it is told by the backup. */
function returnedBy(db: Db, { entries, attachments }: KeptPurge): Map<string, Returned> {
  const found = new Map<string, Returned>();
  const of = (ref: string): Returned => {
    const known = found.get(ref) ?? { seqs: [], scans: [], mail: [] };
    found.set(ref, known);
    return known;
  };
  for (const entry of entries) {
    const ref = caseOfEntry(db, entry);
    if (ref !== null) of(ref).seqs.push(entry.seq);
  }
  for (const id of attachments) {
    const file = readAttachment(db, id);
    if (!file || (file.purpose !== 'identity' && file.quarantine === 'withheld')) continue;
    of(file.ref)[file.purpose === 'identity' ? 'scans' : 'mail'].push(id);
  }
  return found;
}

/**
 * Takes out again what a restored case holds of purged evidence. The messages around it go whole: to write them anew takes reading
 * what strangers sent, and their texts are in the record. Answers the files to remove.
 */
function takeOut(desk: Desk, ref: string, { seqs, scans, mail }: Returned, head: string): string[] {
  const subject = `case:${ref}`;
  // Without an entry to blank there is no purge to record: the file is then withheld like one of a mail.
  const withheld = [...new Set([...mail, ...messagesAround(desk.db, ref, new Set(mail)), ...(seqs.length === 0 ? scans : [])])];
  const files = [...withheld, ...scans].flatMap((id) => dropAttachmentKey(desk.db, id) ?? []);
  if (withheld.length > 0)
    post(desk, {
      kind: 'attachment.withheld',
      subject,
      body: { attachments: withheld, replaced: [], why: 'identity-purge', repeats: head },
    });
  if (seqs.length === 0) return files;
  const counts = {
    attempts: attemptsOf(desk.db, ref).filter(({ seq }) => seqs.includes(seq)).length,
    files: identityFilesOf(desk.db, ref).filter(({ id }) => scans.includes(id)).length + withheld.length,
  };
  const identity = readCaseFile(desk.db, ref)?.identity;
  const body = { v: 1, seqs, attachments: scans, identity, ...counts, reason, repeats: head };
  purge(desk.db, desk.journal, desk.folds, { actor: desk.person.id, kind: 'identity.purged', subject, body });
  return files;
}

/**
 * Purges a case again that a backup brings back whole, whatever of it the backup knows: with the tombstone of the first time.
 * A ticket that was given out anew since is another case, which the hash of its first entry tells.
 */
function caseAgain(desk: Desk, { entries, head }: KeptPurge, tombstone: Tombstone): string[] {
  const { ref } = tombstone;
  const file = readCaseFile(desk.db, ref);
  const isIt = entries.some((entry) => entry.seq === file?.seq && caseOfEntry(desk.db, entry) === ref);
  return isIt ? recordCasePurge(desk, planCasePurge(desk.db, ref), tombstone, { repeats: head }).files : [];
}

/** Takes out again the words about a person that a backup brings back: notes, and what was added to her record. */
function personAgain(desk: Desk, { entries, head }: KeptPurge): string[] {
  const sql = 'SELECT subject FROM journal JOIN journal_body USING (seq) WHERE seq = ? AND lower(hex(hash)) = ? AND body IS NOT NULL';
  const back = entries.flatMap(({ seq, hash }) => {
    const row = statement(desk.db, sql).get(seq, hash) as { subject: string } | undefined;
    return row ? [{ seq, ...row }] : [];
  });
  const [first] = back;
  if (!first) return [];
  const body = { v: 1, seqs: back.map(({ seq }) => seq), repeats: head };
  purge(desk.db, desk.journal, desk.folds, { actor: desk.person.id, kind: 'person.purged', subject: first.subject, body });
  return [];
}

/** Moves a case behind a wall again that a backup brings back in clear, behind another wall: it takes no person's key. */
function walledAgain(desk: Desk, { entries, head }: KeptPurge, ref: string): string[] {
  const file = readCaseFile(desk.db, ref);
  const isIt = entries.some((entry) => entry.seq === file?.seq && caseOfEntry(desk.db, entry) === ref);
  if (!file || !isIt) return [];
  const files = clearFilesOf(desk, ref).map((one) => ({ ...one, ...rekeyFile(desk.dir, one) }));
  return moveBehindWall(desk, file, files, { reason: null, open: { repeats: head }, isForced: true }).files;
}

/**
 * Repeats on a restored record the purges that its backup does not know, inside the caller's transaction; each is told by the
 * hashes of its entries and the random ids of its files. Answers the files to remove.
 */
export function purgeAgain(desk: Desk, purges: readonly KeptPurge[]): string[] {
  return purges.flatMap((one) => {
    if (one.tombstone) return caseAgain(desk, one, one.tombstone);
    if (one.walled) return walledAgain(desk, one, one.walled);
    if (one.wall) return destroyAgain(desk, one, one.wall);
    if (one.isPerson) return personAgain(desk, one);
    return [...returnedBy(desk.db, one)].flatMap(([ref, returned]) => takeOut(desk, ref, returned, one.head));
  });
}
