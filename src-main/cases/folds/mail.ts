import type { Db } from '../../../db/open.ts';
import type { EntryHead } from '../../journal/index.ts';
import { type AttachmentFact, insertAttachment, insertSeenMail } from '../store.ts';

/** What a case made of a mail records of it. */
export interface MailBody {
  sha256: string;
  messageId: string | null;
  attachments: AttachmentFact[];
}

/** Remembers the mail, so that the same file dropped twice is found, and lists its attachments. */
export function keepMail(db: Db, ref: string, entry: EntryHead, mail: MailBody | undefined): void {
  if (!mail) return;
  insertSeenMail(db, ref, mail);
  for (const fact of mail.attachments) insertAttachment(db, ref, fact, entry);
}
