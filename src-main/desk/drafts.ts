import { statement } from '../../db/open.ts';
import { type Desk, nowOf } from './desk.ts';
import { Fault } from './faults.ts';

/** A draft is small text that a crash must not lose; it is local and never in the record. */
const longestDraft = 1_000_000;

/** What was being written under this id, or null. */
export function readDraft(desk: Desk, id: string): { body: unknown } | null {
  const row = statement(desk.db, 'SELECT body FROM draft WHERE id = ?').get(id) as { body: string } | undefined;
  return row ? { body: JSON.parse(row.body) as unknown } : null;
}

/** Keeps a draft; null or undefined removes it. Fault: bad-input when it is too long to be a draft. */
export function saveDraft(desk: Desk, id: string, body: unknown): void {
  if (body === null || body === undefined) {
    statement(desk.db, 'DELETE FROM draft WHERE id = ?').run(id);
    return;
  }
  const text = JSON.stringify(body);
  if (text.length > longestDraft)
    throw new Fault('bad-input', 'The draft is too long to be kept.', { issues: [{ field: 'body', message: 'is too long' }] });
  statement(
    desk.db,
    'INSERT INTO draft (id, body, changed_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at',
  ).run(id, text, nowOf(desk));
}
