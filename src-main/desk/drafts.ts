import { maskDeep } from '../identity/rules.ts';
import { type Desk, nowOf } from './desk.ts';
import { Fault } from './faults.ts';
import { dropDraftRow, keepDraftRow, readDraftRow } from './store/local.ts';

/** A draft is small text that a crash must not lose; it is local and never in the record. */
const longestDraft = 1_000_000;

/** What was being written under this id, or null. */
export function readDraft(desk: Desk, id: string): { body: unknown } | null {
  const text = readDraftRow(desk.db, id);
  return text === null ? null : { body: JSON.parse(text) as unknown };
}

/** Keeps a draft; null or undefined removes it. Fault: bad-input when it is too long to be a draft. */
export function saveDraft(desk: Desk, id: string, body: unknown): void {
  if (body === null || body === undefined) {
    dropDraftRow(desk.db, id);
    return;
  }
  const text = JSON.stringify(maskDeep(body).value);
  if (text.length > longestDraft)
    throw new Fault('bad-input', 'The draft is too long to be kept.', { issues: [{ field: 'body', message: 'is too long' }] });
  keepDraftRow(desk.db, id, text, nowOf(desk));
}
