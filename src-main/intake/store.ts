import { type Db, statement } from '../../db/open.ts';

/** The case that holds this very file already, or null. */
export function caseOfMail(db: Db, sha256: string): string | null {
  const row = statement(db, 'SELECT ref FROM mail_seen WHERE sha256 = ?').get(sha256) as { ref: string } | undefined;
  return row?.ref ?? null;
}

/** The newest case a message of this thread belongs to, or null. */
export function caseOfThread(db: Db, messageIds: string[]): string | null {
  for (const id of messageIds) {
    const row = statement(db, 'SELECT ref FROM mail_seen WHERE message_id = ? ORDER BY ref DESC LIMIT 1').get(id) as
      | { ref: string }
      | undefined;
    if (row) return row.ref;
  }
  return null;
}
