import type { Db } from '../../db/open.ts';
import type { TiedTimeline, TimelineEntry } from './contract.ts';
import { linkedCases } from './linked.ts';
import { readTicket } from './rules.ts';
import { entriesOf, entriesOfAll, missingCase, readCaseFile } from './store.ts';

type Body = Record<string, unknown>;
const listIn = (body: Body, name: string) => (Array.isArray(body[name]) ? (body[name] as Body[]) : []);

/** Bodies that hold thousands of lines come to the timeline as numbers; the record keeps them whole. */
const shortened: Record<string, (body: Body) => Body> = {
  // The keys of files stay where they are.
  'wall.files': (body) => ({ added: listIn(body, 'keys').length }),
  'case.items-added': (body) => ({ name: body['name'], added: listIn(body, 'items').length, refused: listIn(body, 'refused').length }),
  'case.items-acted': (body) => ({ ...body, items: listIn(body, 'items').map(({ action }) => ({ action })) }),
  'sheet.returned': (body) => ({ ...body, refused: listIn(body, 'refused').length }),
};

/** Longer texts are cut in the timeline: the whole stands once, as the case's text. */
function timelineBody(kind: string, text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  const body = JSON.parse(text) as Record<string, unknown>;
  if (kind === 'case.received')
    return { receivedFrom: body['receivedFrom'], items: (body['items'] as unknown[]).length, mail: body['mail'] ? true : undefined };
  if (kind === 'case.undone') return { seq: body['seq'], act: body['act'] };
  const cut = shortened[kind];
  if (cut) return cut(body);
  if (kind === 'letter.prepared') return { template: body['template'], language: body['language'] };
  return body;
}

type Row = ReturnType<typeof entriesOf>[number];
const told = <R extends Row>(row: R) => ({ ...row, actorName: row.actorName ?? row.actor, body: timelineBody(row.kind, row.body) });

/** Every entry about a case, oldest first. */
export function timelineOf(db: Db, ref: string): TimelineEntry[] {
  return entriesOf(db, ref).map(told);
}

/**
 * The entries of a case and of those it is tied to, as one story, the newest page of it or the one before `before` (an entry); each
 * names its ticket. For any thread that reads. Faults: bad-input, not-found, purged.
 */
export function tiedTimeline(db: Db, { ref: asked, before, limit }: { ref: string; before: number | null; limit: number }): TiedTimeline {
  const ref = readTicket(asked);
  const file = readCaseFile(db, ref);
  if (!file) throw missingCase(db, ref);
  const refs = [ref, ...new Set(linkedCases(db, file).map((link) => link.ref))];
  const rows = entriesOfAll(db, refs, before, limit + 1);
  const isMore = rows.length > limit;
  const entries = rows.slice(0, limit).reverse().map(told);
  return { refs, entries, before: isMore ? (entries[0]?.seq ?? null) : null };
}
