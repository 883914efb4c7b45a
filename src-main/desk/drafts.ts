import type { Db } from '../../db/open.ts';
import { isWalledInstrument } from '../government/rules.ts';
import { maskDeep } from '../identity/rules.ts';
import { type Desk, nowOf } from './desk.ts';
import { Fault } from './faults.ts';
import { instrumentBook } from './instruments.ts';
import { dropDraftRow, keepDraftRow, readDraftRow } from './store/local.ts';

/** A draft is small text that a crash must not lose; it is local and never in the record. */
const longestDraft = 1_000_000;

/** The sheets on which a case begins, or on which an order is told. */
const isSheet = (id: string): boolean => id === 'new-order' || id === 'new-case' || id.endsWith(':record-order');

/**
 * Whether what is written on a sheet may be kept in memory alone: an order without its instrument may yet turn out to be of a class that
 * nothing may be written of in clear.
 */
function mayBeConfidential(id: string, body: unknown): boolean {
  if (!isSheet(id)) return false;
  const { kind, instrument } = body as { kind?: unknown; instrument?: unknown };
  if (id === 'new-order' && (typeof instrument !== 'string' || instrument === '')) return true;
  return isWalledInstrument(instrumentBook(), { kind: String(kind ?? ''), instrument: typeof instrument === 'string' ? instrument : null });
}

/** What was being written under this id, or null. */
export function readDraft(desk: Desk, id: string): { body: unknown } | null {
  const text = readDraftRow(desk.db, id) ?? (isSheet(id) ? desk.walls.receive(({ db }) => readDraftRow(db, id)) : null);
  return text === null ? null : { body: JSON.parse(text) as unknown };
}

/**
 * Keeps a draft; null or undefined removes it. That of a restricted case, or of what may become one, is kept in memory until the
 * desk locks. Fault: bad-input when it is too long to be a draft.
 */
export function saveDraft(desk: Desk, id: string, body: unknown): void {
  const isGone = body === null || body === undefined;
  const isInMemory = !isGone && mayBeConfidential(id, body);
  if (isGone || isInMemory) dropDraftRow(desk.db, id);
  if (isInMemory) desk.walls.receive(({ db }) => keepDraft(db, id, body, nowOf(desk)));
  else if (isSheet(id)) desk.walls.receive(({ db }) => dropDraftRow(db, id));
  if (!isGone && !isInMemory) keepDraft(desk.db, id, body, nowOf(desk));
}

function keepDraft(db: Db, id: string, body: unknown, now: string): void {
  const text = JSON.stringify(maskDeep(body).value);
  if (text.length > longestDraft)
    throw new Fault('bad-input', 'The draft is too long to be kept.', { issues: [{ field: 'body', message: 'is too long' }] });
  keepDraftRow(db, id, text, now);
}
