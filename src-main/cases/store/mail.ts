import { type Db, statement } from '../../../db/open.ts';

/** Remembers that a message is in, so that the same file dropped twice is found, and its thread. */
export function insertSeenMail(db: Db, ref: string, mail: { sha256: string; messageId: string | null }): void {
  const sql = 'INSERT INTO mail_seen (sha256, message_id, ref) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
  statement(db, sql).run(mail.sha256, mail.messageId, ref);
}
