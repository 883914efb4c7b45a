import { sign } from 'node:crypto';
import { type Db, transaction } from '../../db/open.ts';
import { maskDeep } from '../identity/rules.ts';
import { type Entry, type Folds, type Journal, post as postEntry, type Signer } from '../journal/index.ts';
import type { Vault } from '../workspace/index.ts';
import { Fault } from './faults.ts';
import type { Pool } from './pool.ts';
import { type Clock, type Ids, isoInstant } from './ports.ts';
import type { TimeGuard } from './time-guard.ts';
import type { Walls } from './wall-port.ts';

/** Who works at the desk now. The signing key signs decisions and letters; a recovery code opens no person's keys. */
export interface DeskPerson {
  id: string;
  name: string;
  designation: string | null;
  roles: string[];
  signingKey: import('node:crypto').KeyObject | null;
  /** Opens the keys of walls that were wrapped to her. */
  exchangeKey?: import('node:crypto').KeyObject | null;
}

/** An open workspace: what services work on. One writer; every change goes through `write`. */
export interface Desk {
  dir: string;
  db: Db;
  workspace: string;
  desk: string;
  person: DeskPerson;
  journal: Journal;
  folds: Folds;
  clock: Clock;
  ids: Ids;
  vault: Vault;
  pool: Pool;
  time: TimeGuard;
  walls: Walls;
  /** Signs checkpoints under today's epoch key. */
  signer(): Signer;
  /** After a commit: a checkpoint every thousand entries, the write-ahead log kept short. */
  settle(): void;
  /** Told after each commit which topics changed. */
  announce(topics: string[]): void;
  /** Whatever has to be written with an act, last before it is committed. */
  beforeCommit?(): void;
  /** Goes on with another database that holds the same record; the caller closes the old one. */
  moveTo(db: Db): void;
}

export interface Posting {
  kind: string;
  subject: string;
  body: Record<string, unknown>;
  /** Who did it, where that is not the person at the desk: an approval given on the spot. */
  actor?: string;
}

/** A recovery code is nobody's: what is done with it stands in the record under no person. */
export function isNobody({ id }: Pick<DeskPerson, 'id'>): boolean {
  return id === nobody;
}

/** The actor of what a recovery code's holder does, and of what the desk does by itself. */
export const nobody = 'system';

/** The desk's confirmed now, UTC with milliseconds. */
export function nowOf(desk: Desk): string {
  return isoInstant(desk.clock.now());
}

/** Entries of the desk itself: laws, keys and signatures whose bytes must stay as they are. A person writes their reason alone. */
const ofTheDesk = /^(?:rulebook|profile|calendar|adoption|epoch|slot|desk|workspace|checkpoint|backup)\.|^signed$/;

/** What a person typed, with every Aadhaar number masked and their count beside it: none may reach the record or a table. */
function storable({ kind, body }: Posting): Record<string, unknown> {
  const isOfTheDesk = ofTheDesk.test(kind);
  const { value, count } = maskDeep(isOfTheDesk ? { reason: body['reason'] } : body);
  if (count === 0) return body;
  return { ...(isOfTheDesk ? body : {}), ...value, aadhaarMasked: count };
}

/** Writes one event and its folds; only inside `write`. Answers the entry. */
export function post(desk: Desk, posting: Posting): Entry {
  return postEntry(desk.db, desk.journal, desk.folds, { actor: desk.person.id, ...posting, body: { v: 1, ...storable(posting) } });
}

/**
 * One use case, one transaction: everything posted inside is committed together or not at all, then announced. `work` may
 * add to `topics` what it finds out.
 * Faults: clock-moved while the machine's time is in doubt; not-allowed for an auditor; those of `work` itself.
 */
export function write<T>(desk: Desk, topics: string[], work: () => T): T {
  if (desk.person.roles.length === 1 && desk.person.roles[0] === 'auditor') {
    throw new Fault('not-allowed', 'An auditor reads everything and changes nothing.');
  }
  return commit(desk, topics, work);
}

/** The same for what everybody may change, auditors too: their own passphrase. Faults: clock-moved, and those of `work`. */
export function commit<T>(desk: Desk, topics: string[], work: () => T): T {
  desk.time.check();
  // A new day's epoch opens in a transaction of its own, before this one.
  desk.signer();
  const result = transaction(desk.db, () => {
    const done = work();
    desk.beforeCommit?.();
    return done;
  });
  desk.announce(topics);
  settleLater(desk);
  return result;
}

/** The act is stored by now: what fails here is not its failure, and is tried again after the next act. */
function settleLater(desk: Desk): void {
  try {
    desk.settle();
  } catch (error) {
    const { code } = error as { code?: unknown };
    process.emitWarning(`An act is stored, but the record was not signed or tidied after it (${String(code ?? 'unexpected')}).`);
  }
}

/** The officer's own signature over an entry's hash, as an entry of its own; none when a recovery code opened the desk. */
export function signEntry(desk: Desk, entry: Entry): void {
  const { signingKey } = desk.person;
  if (!signingKey) return;
  post(desk, {
    kind: 'signed',
    subject: entry.subject,
    body: { seq: entry.seq, sig: sign(null, Buffer.from(entry.hash, 'hex'), signingKey).toString('base64') },
  });
}
