import { type Db, statement } from '../../db/open.ts';

/** The case that holds this very file already, or null. */
export function caseOfMail(db: Db, sha256: string): string | null {
  const row = statement(db, 'SELECT ref FROM mail_seen WHERE sha256 = ?').get(sha256) as { ref: string } | undefined;
  return row?.ref ?? null;
}

/** The cases that messages of this thread belong to: those of the message named first before the others, newest first. */
export function casesOfThread(db: Db, messageIds: string[]): string[] {
  const refs = messageIds.flatMap(
    (id) => statement(db, 'SELECT ref FROM mail_seen WHERE message_id = ? ORDER BY ref DESC').all(id) as { ref: string }[],
  );
  return [...new Set(refs.map((row) => row.ref))];
}
