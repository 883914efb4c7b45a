import { type Db, statement } from '../../../db/open.ts';

/** An entry about a case as it is stored, with the name of the person who made it. */
export interface EntryRow {
  seq: number;
  at: string;
  kind: string;
  actor: string;
  actorName: string | null;
  body: string | null;
}

/** Every entry about a case, oldest first. */
export function entriesOf(db: Db, ref: string): EntryRow[] {
  const sql = `SELECT j.seq, j.at, j.kind, j.actor, p.name AS actorName, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq
    LEFT JOIN desk_person p ON p.id = j.actor WHERE j.subject = ? ORDER BY j.seq`;
  return statement(db, sql).all(`case:${ref}`) as EntryRow[];
}

/** Entries about any of these cases before an entry, the newest first, at most `limit`; each with its ticket. */
export function entriesOfAll(db: Db, refs: readonly string[], before: number | null, limit: number): (EntryRow & { ref: string })[] {
  const sql = `SELECT substr(j.subject, 6) AS ref, j.seq, j.at, j.kind, j.actor, p.name AS actorName, b.body
    FROM json_each(@subjects) s JOIN journal j ON j.subject = s.value JOIN journal_body b ON b.seq = j.seq
    LEFT JOIN desk_person p ON p.id = j.actor WHERE j.seq < @before ORDER BY j.seq DESC LIMIT @limit`;
  const subjects = JSON.stringify(refs.map((ref) => `case:${ref}`));
  return statement(db, sql).all({ subjects, before: before ?? Number.MAX_SAFE_INTEGER, limit }) as (EntryRow & { ref: string })[];
}

/** Who made an entry, by id, or null. */
export function actorOf(db: Db, seq: number): string | null {
  return (statement(db, 'SELECT actor FROM journal WHERE seq = ?').get(seq) as { actor: string } | undefined)?.actor ?? null;
}

/** What a person of the desk is called, also one who has left it; her id where nobody knows. */
export function nameOf(db: Db, id: string): string {
  return (statement(db, 'SELECT name FROM desk_person WHERE id = ?').get(id) as { name: string } | undefined)?.name ?? id;
}

/** The people who work at the desk on a day in India, with their roles. */
export function peopleOn(db: Db, day: string): { id: string; name: string; roles: string[] }[] {
  const sql = `SELECT id, name, roles FROM desk_person WHERE removed_at IS NULL AND (from_date IS NULL OR from_date <= @day)
    AND (until_date IS NULL OR until_date >= @day) ORDER BY added_at, id`;
  const rows = statement(db, sql).all({ day }) as { id: string; name: string; roles: string }[];
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as string[] }));
}

/** What an entry says; null where there is none, or it was purged. */
export function bodyOf(db: Db, seq: number): Record<string, unknown> | null {
  const row = statement(db, 'SELECT body FROM journal_body WHERE seq = ?').get(seq) as { body: string | null } | undefined;
  return row?.body ? (JSON.parse(row.body) as Record<string, unknown>) : null;
}
