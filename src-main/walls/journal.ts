import type { KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { badInput, Fault } from '../desk/faults.ts';
import { type Entry, type Journal, post, type RecordInput, sealedKind } from '../journal/index.ts';
import { sealEvent } from './crypto.ts';
import { type RaisingDesk, raiseWall } from './raise.ts';
import { refOfEntry, saltOf, showEntry, wallOf } from './store.ts';

/** What the journal inside the walls works with: a connection on which the tables of cases are hidden behind those in memory. */
export interface Inside extends RaisingDesk {
  /** The keys of opened walls, by wall. */
  keys: Map<string, Buffer>;
  /** Opened walls of which an entry does not open or fold. */
  damaged: Set<string>;
}

/** Records an event of everybody's: a fact about a wall. */
export function postOpen(inside: Inside, input: Omit<RecordInput, 'actor'>): Entry {
  return post(inside.db, inside.record, inside.folds, { actor: inside.person().id, ...input });
}

/** Raises a wall around the case that this event begins; answers its id. */
function raise(inside: Inside, ref: string, { platform, year, number }: Record<string, unknown>): string {
  const { wall, key } = raiseWall(inside, ref, { platform, year, number });
  inside.keys.set(wall, key);
  return wall;
}

/** The wall that an event belongs behind: by its case, or the case that first named its person. Fault: refused for any other. */
function wallFor(inside: Inside, { kind, subject, body }: RecordInput): string {
  const ref = subject.startsWith('party:') ? refOfEntry(inside.db, Number(subject.slice('party:'.length))) : subject.replace(/^case:/, '');
  const wall = ref === null ? null : wallOf(inside.db, ref);
  if (wall) return wall.id;
  if (kind === 'case.received' && ref !== null) return raise(inside, ref, body);
  throw new Fault('refused', 'This is not done from a restricted case: it would be seen by everybody.');
}

function keyOf(inside: Inside, wall: string): Buffer {
  const key = inside.keys.get(wall);
  if (!key) throw restricted();
  return key;
}

export const restricted = (ref?: string): Fault =>
  new Fault('restricted', `${ref ?? 'This case'} is restricted. Only the persons named in its wall can open it.`);

/** Seals one event into the record, and shows it opened on this connection. `files`: names that everybody's tables have to know. */
export function sealEntry(inside: Inside, input: RecordInput, files?: { added: string[]; gone: string[] }): Entry {
  const wall = wallFor(inside, input);
  const { workspace, ids, db, record, folds } = inside;
  const place = { workspace, wall, seq: record.head().seq + 1 };
  const { kind, subject } = input;
  const body = canonicalize(input.body);
  if (body === undefined) throw badInput('body', 'cannot be written as canonical JSON');
  const sealed = sealEvent(keyOf(inside, wall), { kind, subject, body: input.body }, place, ids);
  const outer = { kind: sealedKind, subject: `wall:${wall}`, body: { v: 1, wall, ...sealed, ...(files ? { files } : {}) } };
  const entry = post(db, record, folds, { actor: input.actor, ...(input.at ? { at: input.at } : {}), ...outer });
  const opened = { ...entry, kind, subject, body };
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  const { commitment, prev, hash } = entry;
  showEntry(db, { ...opened, commitment: bytes(commitment), prev: bytes(prev), hash: bytes(hash), salt: saltOf(db, entry.seq) });
  return opened;
}

/** The record as somebody inside the walls writes it: every event is sealed behind the wall of its case. */
export function sealingJournal(inside: Inside): Journal {
  const { record } = inside;
  return {
    head: record.head,
    root: record.root,
    rollback: record.rollback,
    record(input) {
      if (input.kind.endsWith('.purged'))
        throw new Fault('refused', 'Nothing of a restricted case is purged by itself: it goes as a whole, when its wall is destroyed.');
      return sealEntry(inside, input);
    },
  };
}

/** A person's private exchange key; a recovery code has none. */
export type ExchangeKey = KeyObject | null;
