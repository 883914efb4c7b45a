import type { Db } from '../../../db/open.ts';
import type { AttemptBody } from '../../identity/rules.ts';
import type { EntryHead, FoldMap } from '../../journal/index.ts';
import type { CaseFile } from '../rules.ts';
import { type AttachmentFact, insertAttachment, insertAttempt, purgeIdentityRows, setQuarantine, settleOriginals } from '../store.ts';
import { change, refOf } from './case.ts';

function attempted(db: Db, entry: EntryHead, raw: unknown): void {
  const body = raw as AttemptBody;
  insertAttempt(db, refOf(entry), { ...body, seq: entry.seq, at: entry.at, by: entry.actor });
  change(db, entry, (file) => ({ ...file, identity: body.result }));
}

/** A person said whether a file shows an Aadhaar number; where it does, an entry follows by which its bytes go. */
function judged(db: Db, entry: EntryHead, raw: unknown): void {
  const { attachment, showsAadhaar } = raw as { attachment: string; showsAadhaar: boolean };
  if (showsAadhaar) return;
  setQuarantine(db, attachment, 'clear');
  settleOriginals(db, refOf(entry));
}

interface WithheldBody {
  attachments: string[];
  /** Messages that held them, and what is kept in their place; null where nothing is. */
  replaced: { gone: string; kept: AttachmentFact | null }[];
}

function withheld(db: Db, entry: EntryHead, raw: unknown): void {
  const { attachments, replaced } = raw as WithheldBody;
  for (const id of [...attachments, ...replaced.map(({ gone }) => gone)]) setQuarantine(db, id, 'withheld');
  for (const { kept } of replaced) if (kept) insertAttachment(db, refOf(entry), kept, entry);
  settleOriginals(db, refOf(entry));
}

interface PurgedBody {
  seqs: number[];
  /** The identity files that go; absent in older entries, which named theirs by the entries that brought them. */
  attachments?: string[];
  identity: CaseFile['identity'];
  attempts: number;
  files: number;
  reason: string;
}

/** Carries what the entries it purged had made of the case, so that a rebuild without them comes out the same. */
function purged(db: Db, entry: EntryHead, raw: unknown): void {
  const { seqs, attachments = [], identity, attempts, files, reason } = raw as PurgedBody;
  purgeIdentityRows(db, refOf(entry), { seqs, attachments }, { seq: entry.seq, at: entry.at, by: entry.actor, attempts, files, reason });
  change(db, entry, (file) => ({ ...file, identity }));
}

export const identityFolds: FoldMap = {
  'identity.attempted': attempted,
  'identity.evidence-added': (db, entry, body) => insertAttachment(db, refOf(entry), (body as { file: AttachmentFact }).file, entry),
  'identity.revealed': () => {},
  'attachment.judged': judged,
  'attachment.withheld': withheld,
  'identity.purged': purged,
};
