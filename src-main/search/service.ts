import { type Db, transaction } from '../../db/open.ts';
import type { QueueWindow } from '../cases/contract.ts';
import { queueWindow, readCaseFile } from '../cases/index.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { fold, toQuery } from './rules.ts';
import { addToIndex, entriesAfter, type Indexable, indexedUpto, matching, newestSeq, setIndexed } from './store.ts';

/** A slice holds writes up for some tens of milliseconds. */
const entriesPerSlice = 250;
/** The newest hits that are looked at: a word in every case would otherwise cost seconds. */
const mostHits = 5_000;

function wordsOf(entry: Indexable): string {
  if (entry.body === null) return '';
  const body = JSON.parse(entry.body) as Record<string, unknown>;
  if (body['privileged'] === true) return '';
  const complainant = (body['complainant'] ?? {}) as Record<string, string>;
  const items = ((body['items'] ?? []) as { value?: string }[]).map((item) => item.value ?? '');
  const parts = [
    entry.subject.slice('case:'.length),
    body['subject'],
    body['text'],
    body['reasons'],
    body['oldReference'],
    ...Object.values(complainant),
    ...items,
  ];
  return fold(parts.filter((part) => typeof part === 'string').join('\n'));
}

/** Indexes the next entries in one transaction; false when there was nothing left to index. */
function indexSlice(db: Db): boolean {
  if (indexedUpto(db) >= newestSeq(db)) return false;
  transaction(db, () => {
    const entries = entriesAfter(db, indexedUpto(db), entriesPerSlice);
    for (const entry of entries) addToIndex(db, entry.seq, entry.subject.slice('case:'.length), wordsOf(entry));
    // After the last slice nothing more has words: what follows it needs no second look.
    const last = entries.length < entriesPerSlice ? undefined : entries.at(-1);
    setIndexed(db, last?.seq ?? newestSeq(db));
  });
  return true;
}

/** Brings the index up to the record, a slice a transaction. */
export function bringIndexUp(db: Db): void {
  while (indexSlice(db));
}

/**
 * The same on a desk that others write to: whatever waits has its turn after each slice, and a desk that closes meanwhile
 * ends it. Before a search, and after a batch.
 */
export async function bringIndexUpBySlices(db: Db): Promise<void> {
  while (db.open && indexSlice(db)) await new Promise((resolve) => setImmediate(resolve));
}

/** Tickets that hold all the words; null when the text has no word to look for. A whole ticket finds its case. */
export function ticketsWith(db: Db, text: string): string[] | null {
  const ticket = text.trim().toUpperCase();
  if (/^[A-Z]{3}-\d{4}-\d{6,}-\d$/.test(ticket)) return readCaseFile(db, ticket) ? [ticket] : [];
  const query = toQuery(text);
  return query === null ? null : matching(db, query, mostHits);
}

/** Open cases that hold all the words, next clock first; then closed ones. */
export function findCases(desk: Desk, text: string, limit: number): QueueWindow {
  bringIndexUp(desk.db);
  const refs = ticketsWith(desk.db, text) ?? [];
  const now = nowOf(desk);
  const open = queueWindow(desk.db, { filter: {}, offset: 0, limit, refs }, now);
  const closed = queueWindow(desk.db, { filter: { closed: true }, offset: 0, limit, refs }, now);
  return { rows: [...open.rows, ...closed.rows].slice(0, limit), total: open.total + closed.total, offset: 0 };
}
