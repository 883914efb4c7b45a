import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asFault, type Db, openPlain, transaction } from '../../db/open.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { epochKind, workspaceKind } from '../journal/contract.ts';
import { announcedKeys, headOfRecord, type RecordRow, readOwner, recordSlices } from './store.ts';
import { keyCells } from './verify-copy.ts';
import { materialiseViews, readViews } from './views.ts';

export interface CopyRequest {
  /** The file to make; it must not exist. */
  out: string;
  /** Bodies to hand over: none, all, or those of the cases with these tickets. All but none needs a reason. */
  bodies: 'all' | 'none' | readonly string[];
  reason?: string | undefined;
  /** Sealed bodies too (they stay ciphertext). */
  withWalls?: boolean;
  /** What the sealed entries of walls say whose keys the person at the desk holds; only with `withWalls`. */
  opened?: readonly OpenedRow[];
  /** Notes marked privileged too. */
  withPrivileged?: boolean;
  /** The folder of the auditors' views, `db/views`. */
  viewsDir: string;
  /** When the copy is made, UTC ISO. */
  now: string;
  /** Told once the copy is complete and on the disk, before it gets its name: the place to record the export. */
  onWritten?: (copy: AuditCopy) => void;
}

/** An entry of a restricted case as its holders read it, by its number in the record. */
export interface OpenedRow {
  seq: number;
  kind: string;
  subject: string;
  body: string;
}

/** `sha256` of the file and `head`, the hash of the last entry, both in hex. */
export interface AuditCopy {
  file: string;
  sha256: string;
  entries: number;
  head: string;
}

const schema = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE journal (seq INTEGER PRIMARY KEY, desk TEXT, at TEXT, actor TEXT, kind TEXT, subject TEXT,
    commitment BLOB, prev BLOB, hash BLOB);
  CREATE TABLE journal_body (seq INTEGER PRIMARY KEY, salt BLOB, body TEXT);
  CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note TEXT);
  CREATE TABLE keys (number INTEGER PRIMARY KEY, desk TEXT, origin TEXT, public_key TEXT, verifier_key TEXT, opened_at TEXT,
    opened_entry INTEGER);
  CREATE TABLE withheld (seq INTEGER PRIMARY KEY, why TEXT);`;

/**
 * Writes the record as a plain SQLite file that outside tools read and verify (docs/verify.md): journal, checkpoints,
 * public keys, the auditors' views, and the bodies asked for with their salts. What is left out is NULL and named in
 * `withheld`. Announcements of keys, and the entry that says whose record it is, always keep their bodies: they name nobody.
 * Faults: already-exists, bad-input (no reason), disk-full, read-only; nothing is left behind on failure.
 */
export function writeAuditCopy(db: Db, request: CopyRequest): AuditCopy {
  if (existsSync(request.out))
    throw new Fault('already-exists', `The file ${basename(request.out)} is already there and was left as it is.`);
  if (!existsSync(dirname(request.out))) throw badInput('out', 'its folder does not exist');
  if (request.bodies !== 'none' && !request.reason?.trim()) throw badInput('reason', 'is needed to hand over bodies');
  const beside = join(dirname(request.out), `.${basename(request.out)}.part`);
  rmSync(beside, { force: true });
  try {
    const head = fill(db, beside, request);
    const copy = { file: request.out, sha256: sha256OfFile(beside), entries: head.entries, head: head.hash };
    request.onWritten?.(copy);
    if (existsSync(request.out))
      throw new Fault('already-exists', `The file ${basename(request.out)} came up meanwhile and was left as it is.`);
    renameSync(beside, request.out);
    return copy;
  } catch (error) {
    rmSync(beside, { force: true });
    throw asFault(error);
  }
}

function fill(db: Db, file: string, request: CopyRequest): { entries: number; hash: string } {
  const copy = openPlain(file, { create: true });
  try {
    copy.pragma('journal_mode = OFF');
    copy.exec(schema);
    return viewing(db, () => transaction(copy, () => copyAll(db, copy, request)));
  } finally {
    copy.close();
    syncFile(file);
  }
}

/** One unchanging view of the record, so that entries, checkpoints and views belong together. */
function viewing<T>(db: Db, read: () => T): T {
  if (db.inTransaction) return read();
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('ROLLBACK');
  }
}

function copyAll(db: Db, copy: Db, request: CopyRequest): { entries: number; hash: string } {
  const head = headOfRecord(db);
  writeAbout(db, copy, request);
  const entry = copy.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const body = copy.prepare('INSERT INTO journal_body VALUES (?, ?, ?)');
  const left = copy.prepare('INSERT INTO withheld VALUES (?, ?)');
  const asked = askedFor(request);
  for (const row of recordSlices(db)) {
    const why = withholding(row, asked);
    entry.run(row.seq, row.desk, row.at, row.actor, row.kind, row.subject, row.commitment, row.prev, row.hash);
    body.run(row.seq, why ? null : row.salt, why ? null : row.body);
    if (why) left.run(row.seq, why);
  }
  const notes = db.prepare('SELECT size, note FROM checkpoint ORDER BY size').raw();
  const note = copy.prepare('INSERT INTO checkpoint VALUES (?, ?)');
  for (const row of notes.iterate()) note.run(...(row as unknown[]));
  const key = copy.prepare('INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const one of announcedKeys(db)) key.run(...keyCells(one));
  materialiseViews(db, copy, readViews(request.viewsDir), asked.isCaseAsked);
  if (asked.withWalls) writeOpened(copy, request.opened ?? [], asked);
  return { entries: head.entries, hash: head.hash };
}

function writeAbout(db: Db, copy: Db, { now, bodies, reason }: CopyRequest): void {
  const head = headOfRecord(db);
  const owner = readOwner(db);
  const facts = {
    format: '1',
    workspace: head.workspace,
    desk: head.desk,
    organisation: owner.name,
    synthetic: owner.isSynthetic ? 'yes' : 'no',
    created_at: now,
    entries: String(head.entries),
    head: head.hash,
    bodies: typeof bodies === 'string' ? bodies : bodies.join(','),
    reason: reason ?? '',
  };
  const insert = copy.prepare('INSERT INTO about VALUES (?, ?)');
  for (const [name, value] of Object.entries(facts)) insert.run(name, value);
}

/** In a table of its own: verification rests on the ciphertext, and nobody has to believe what stands here. */
function writeOpened(copy: Db, rows: readonly OpenedRow[], asked: Asked): void {
  copy.exec('CREATE TABLE opened (seq INTEGER PRIMARY KEY, kind TEXT, subject TEXT, body TEXT)');
  const insert = copy.prepare('INSERT INTO opened VALUES (?, ?, ?, ?)');
  for (const { seq, kind, subject, body } of rows) {
    const isAsked = asked.isCaseAsked(subject.startsWith('case:') ? subject.slice('case:'.length) : null);
    if (isAsked && (asked.withPrivileged || !isPrivileged(kind, body))) insert.run(seq, kind, subject, body);
  }
}

interface Asked {
  isCaseAsked(ref: string | null): boolean;
  withWalls: boolean;
  withPrivileged: boolean;
}

function askedFor({ bodies, withWalls = false, withPrivileged = false }: CopyRequest): Asked {
  const refs = new Set(typeof bodies === 'string' ? [] : bodies);
  return { isCaseAsked: (ref) => bodies === 'all' || (ref !== null && refs.has(ref)), withWalls, withPrivileged };
}

/** Why a body stays behind, or null when it goes along. */
function withholding(row: RecordRow, asked: Asked): string | null {
  if (row.body === null) return 'purged';
  if (row.kind === epochKind || row.kind === workspaceKind) return null;
  if (!asked.isCaseAsked(row.ref)) return 'not asked for';
  if (row.kind === 'sealed' && !asked.withWalls) return 'walled';
  if (isPrivileged(row.kind, row.body) && !asked.withPrivileged) return 'privileged';
  return null;
}

/** A note that counsel marked; bodies are canonical JSON, so the mark has one spelling. */
function isPrivileged(kind: string, body: string): boolean {
  return kind === 'case.noted' && body.includes('"privileged":true');
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function sha256OfFile(file: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(1 << 20);
  const handle = openSync(file, 'r');
  try {
    for (let length = readSync(handle, buffer); length > 0; length = readSync(handle, buffer)) hash.update(buffer.subarray(0, length));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
