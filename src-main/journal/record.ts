import canonicalize from 'canonicalize';
import type { Db } from '../../db/open.ts';
import { badInput } from '../desk/faults.ts';
import { type Clock, type Ids, isoInstant } from '../desk/ports.ts';
import type { Entry, Head, RecordInput } from './contract.ts';
import { commitmentOf, sha256Hex } from './hash.ts';
import { appendEntry, appendSubtree, emptyFrontier, type Frontier, keptLevels, rootOf } from './merkle.ts';
import { entryFault, entryText } from './rules.ts';
import { clearNodes, insertEntry, insertNode, readHashes, readHead, readNodes } from './store.ts';

/** The record of one desk, as its only writer holds it. */
export interface Journal {
  /**
   * Writes one entry and its body; only inside a transaction of the same connection. Answers the entry as stored.
   * Faults: bad-input for a field that may not stand in the record, or a body that is no JSON with a version.
   */
  record(input: RecordInput): Entry;
  /** The last entry, those of a transaction still open included. */
  head(): Head;
  /** The RFC 9162 root over all entries, in hex. */
  root(): string;
  /** Forgets what an undone transaction wrote. Called or not, the next use looks at the database and agrees with it. */
  rollback(): void;
}

export interface JournalPorts {
  /** The desk's own id, [a-z0-9]. */
  desk: string;
  clock: Clock;
  ids: Ids;
}

interface Tip {
  head: Head;
  frontier: Frontier;
}

/**
 * Opens the record for writing: the tree's right edge comes back from its kept nodes, never from a walk over all entries.
 * Fault: bad-input for a desk id that is not [a-z0-9].
 */
export function createJournal(db: Db, ports: JournalPorts): Journal {
  if (!/^[a-z0-9]{1,64}$/.test(ports.desk)) throw badInput('desk', 'is not an id of [a-z0-9]');
  const nextSalt = saltPool(ports.ids);
  let tip = readTip(db);

  /** A rolled-back transaction leaves this memory ahead of the database; the database is right. */
  const current = (): Tip => {
    const head = readHead(db);
    if (head.seq !== tip.head.seq || head.hash !== tip.head.hash) tip = readTip(db);
    return tip;
  };

  return {
    head: () => ({ ...current().head }),
    root: () => rootOf(current().frontier),
    rollback: () => {
      tip = readTip(db);
    },
    record(input) {
      if (!db.inTransaction) throw new Error('An entry is recorded inside the transaction of its act.');
      const { head, frontier } = current();
      const salt = nextSalt();
      const entry = sealEntry(input, { ...ports, salt, head });
      insertEntry(db, entry, salt);
      appendEntry(frontier, entry.hash, (level, position, hash) => insertNode(db, level, position, hash));
      tip.head = { seq: entry.seq, hash: entry.hash };
      return entry;
    },
  };
}

function sealEntry(input: RecordInput, at: { desk: string; clock: Clock; salt: Uint8Array; head: Head }): Entry {
  const fault = entryFault(input);
  if (fault) throw badInput(fault.field, fault.message);
  const body = canonicalText(input.body);
  const entry = {
    seq: at.head.seq + 1,
    desk: at.desk,
    at: input.at ?? isoInstant(at.clock.now()),
    actor: input.actor,
    kind: input.kind,
    subject: input.subject,
    commitment: commitmentOf(at.salt, body),
    prev: at.head.hash,
  };
  return { ...entry, hash: sha256Hex(entryText(entry)), body };
}

/** RFC 8785; a body that JSON cannot carry is refused without being quoted. */
function canonicalText(body: Readonly<Record<string, unknown>>): string {
  try {
    const text = canonicalize(body);
    if (text !== undefined) return text;
  } catch {
    // Falls through: the reason may quote the body, and bodies hold personal data.
  }
  throw badInput('body', 'cannot be written as canonical JSON');
}

const poolSalts = 128;
const saltBytes = 32;

/** One call to the system for many salts; each is handed out once. */
function saltPool(ids: Ids): () => Uint8Array {
  let pool: Buffer = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === pool.length) {
      pool = ids.bytes(saltBytes * poolSalts);
      used = 0;
    }
    used += saltBytes;
    return pool.subarray(used - saltBytes, used);
  };
}

function readTip(db: Db): Tip {
  const head = readHead(db);
  return { head, frontier: restoreFrontier(db, head.seq) };
}

/** The tree's right edge after the first `size` entries, from kept nodes and at most 255 entries. */
export function restoreFrontier(db: Db, size: number): Frontier {
  const frontier = emptyFrontier();
  for (const level of keptLevels) {
    const from = frontier.size >>> level;
    for (const root of readNodes(db, level, from, size >>> level)) appendSubtree(frontier, level, root);
  }
  const missingFrom = frontier.size + 1;
  for (const hash of readHashes(db, missingFrom, size)) appendEntry(frontier, hash);
  return frontier;
}

/** Writes the kept tree nodes anew from the entries' hashes, in one transaction of the caller. They are derived. */
export function rebuildNodes(db: Db): void {
  clearNodes(db);
  const frontier = emptyFrontier();
  const sliceEntries = 10_000;
  const last = readHead(db).seq;
  for (let from = 1; from <= last; from += sliceEntries) {
    for (const hash of readHashes(db, from, Math.min(last, from + sliceEntries - 1))) {
      appendEntry(frontier, hash, (level, position, node) => insertNode(db, level, position, node));
    }
  }
}
