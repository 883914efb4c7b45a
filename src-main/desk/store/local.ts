import { type Db, statement } from '../../../db/open.ts';

// What belongs to this desk alone and is in no record.

/** What was typed and not sent, by the id of its form, or null. */
export function readDraftRow(db: Db, id: string): string | null {
  return (statement(db, 'SELECT body FROM draft WHERE id = ?').get(id) as { body: string } | undefined)?.body ?? null;
}

export function keepDraftRow(db: Db, id: string, body: string, at: string): void {
  const sql = `INSERT INTO draft (id, body, changed_at) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at`;
  statement(db, sql).run(id, body, at);
}

export function dropDraftRow(db: Db, id: string): void {
  statement(db, 'DELETE FROM draft WHERE id = ?').run(id);
}

/** A value this desk keeps for itself, or null where it has none. */
export function readPreference<T>(db: Db, name: string): T | null {
  const row = statement(db, 'SELECT value FROM preference WHERE name = ?').get(name) as { value: string } | undefined;
  return row ? (JSON.parse(row.value) as T) : null;
}

export function keepPreference(db: Db, name: string, value: unknown): void {
  const sql = 'INSERT INTO preference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  statement(db, sql).run(name, JSON.stringify(value));
}

export function dropPreference(db: Db, name: string): void {
  statement(db, 'DELETE FROM preference WHERE name = ?').run(name);
}
