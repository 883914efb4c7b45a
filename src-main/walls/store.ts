import { type Db, statement } from '../../db/open.ts';
import type { WallTombstone } from '../desk/wall-port.ts';

export interface WallRow {
  id: string;
  ref: string;
  raisedAt: string;
}

const columns = 'SELECT id, ref, raised_at AS raisedAt FROM wall';

/** The wall around the case of this ticket, or null. */
export function wallOf(db: Db, ref: string): WallRow | null {
  return (statement(db, `${columns} WHERE ref = ?`).get(ref) as WallRow | undefined) ?? null;
}

export function readWall(db: Db, id: string): WallRow | null {
  return (statement(db, `${columns} WHERE id = ?`).get(id) as WallRow | undefined) ?? null;
}

/** Every wall, the oldest first. */
export function readWalls(db: Db): WallRow[] {
  return statement(db, `${columns} ORDER BY raised_seq`).all() as WallRow[];
}

export function insertWall(db: Db, { id, ref, at, seq }: { id: string; ref: string; at: string; seq: number }): void {
  statement(db, 'INSERT INTO wall (id, ref, raised_at, raised_seq) VALUES (?, ?, ?, ?)').run(id, ref, at, seq);
}

export interface KeyRow {
  wall: string;
  person: string;
  wrapped: string;
}

/** The wrapped keys that a person was given. */
export function keysOfPerson(db: Db, person: string): KeyRow[] {
  return statement(db, 'SELECT wall, person, wrapped FROM wall_key WHERE person = ? ORDER BY wall').all(person) as KeyRow[];
}

/** Who was given the key of a wall, by id. */
export function holdersOf(db: Db, wall: string): string[] {
  return (statement(db, 'SELECT person FROM wall_key WHERE wall = ? ORDER BY given_seq, person').all(wall) as { person: string }[]).map(
    ({ person }) => person,
  );
}

export function insertKey(db: Db, { wall, person, wrapped }: KeyRow, seq: number): void {
  statement(
    db,
    `INSERT INTO wall_key (wall, person, wrapped, given_seq) VALUES (?, ?, ?, ?)
     ON CONFLICT (wall, person) DO UPDATE SET wrapped = excluded.wrapped, given_seq = excluded.given_seq`,
  ).run(wall, person, wrapped, seq);
}

export function deleteKey(db: Db, wall: string, person: string): void {
  statement(db, 'DELETE FROM wall_key WHERE wall = ? AND person = ?').run(wall, person);
}

/** The wall goes with its keys and the names of its files. */
export function deleteWall(db: Db, wall: string): void {
  statement(db, 'DELETE FROM wall_key WHERE wall = ?').run(wall);
  statement(db, 'DELETE FROM wall_file WHERE wall = ?').run(wall);
  statement(db, 'DELETE FROM wall WHERE id = ?').run(wall);
}

export function filesOfWall(db: Db, wall: string): string[] {
  return (statement(db, 'SELECT file FROM wall_file WHERE wall = ? ORDER BY file').all(wall) as { file: string }[]).map(({ file }) => file);
}

export function insertFile(db: Db, wall: string, file: string): void {
  statement(db, 'INSERT OR IGNORE INTO wall_file (file, wall) VALUES (?, ?)').run(file, wall);
}

export function deleteFile(db: Db, file: string): void {
  statement(db, 'DELETE FROM wall_file WHERE file = ?').run(file);
}

/** Keeps the number of a restricted case given out; in the file's own table, whoever looks. */
export function keepNumber(db: Db, { platform, year, number }: { platform: string; year: number; number: number }): void {
  statement(
    db,
    `INSERT INTO main.ticket_series (platform, year, last) VALUES (?, ?, ?)
     ON CONFLICT (platform, year) DO UPDATE SET last = max(last, excluded.last)`,
  ).run(platform, year, number);
}

export interface PersonKey {
  id: string;
  name: string;
  roles: string[];
  exchangeKey: string;
}

/** Who works at the desk on `today` (a day in IST), with the key that wall keys are wrapped to. */
export function peopleWithKeys(db: Db, today: string): PersonKey[] {
  const sql = `SELECT id, name, roles, exchange_key AS exchangeKey FROM desk_person WHERE removed_at IS NULL
    AND (from_date IS NULL OR from_date <= @today) AND (until_date IS NULL OR until_date >= @today) ORDER BY added_at, id`;
  return (statement(db, sql).all({ today }) as (Omit<PersonKey, 'roles'> & { roles: string })[]).map((row) => ({
    ...row,
    roles: JSON.parse(row.roles) as string[],
  }));
}

/** Names of everybody who ever worked here, by id. */
export function namesOf(db: Db): Map<string, string> {
  const rows = statement(db, 'SELECT id, name FROM desk_person').all() as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** An entry of the record as its row has it, with its body. */
export interface StoredEntry {
  seq: number;
  desk: string;
  at: string;
  actor: string;
  kind: string;
  subject: string;
  commitment: Buffer;
  prev: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  body: string | null;
}

/** Every entry of a wall that still has its body. */
export function entriesOfWall(db: Db, wall: string): StoredEntry[] {
  const sql = `SELECT j.*, b.salt, b.body FROM main.journal j JOIN main.journal_body b ON b.seq = j.seq
    WHERE j.subject = ? AND b.body IS NOT NULL ORDER BY j.seq`;
  return statement(db, sql).all(`wall:${wall}`) as StoredEntry[];
}

/** The numbers and hashes of the entries of a wall. */
export function marksOfWall(db: Db, wall: string): { seq: number; kind: string; hash: string }[] {
  const sql = 'SELECT seq, kind, lower(hex(hash)) AS hash FROM main.journal WHERE subject = ? ORDER BY seq';
  return statement(db, sql).all(`wall:${wall}`) as { seq: number; kind: string; hash: string }[];
}

/** The series and number that a wall's case was given, as its first entry says. */
export function readSeries(db: Db, wall: string): { platform: string; year: number; number: number } {
  const sql = `SELECT b.body FROM main.journal j JOIN main.journal_body b ON b.seq = j.seq WHERE j.subject = ? AND j.kind = 'wall.raised'`;
  const { body } = statement(db, sql).get(`wall:${wall}`) as { body: string };
  const { platform, year, number } = JSON.parse(body) as { platform: string; year: number; number: number };
  return { platform, year, number };
}

/** Blanks bodies in the file, whatever this connection shows in their place. */
export function blankInFile(db: Db, seqs: readonly number[]): void {
  const blank = statement(db, 'UPDATE main.journal_body SET salt = NULL, body = NULL WHERE seq = ? AND body IS NOT NULL');
  for (const seq of seqs) blank.run(seq);
}

/** Forgets the opened keys of a case's files. */
export function forgetFileKeys(db: Db, ref: string): void {
  statement(db, 'DELETE FROM temp.attachment_key WHERE id IN (SELECT id FROM temp.attachment WHERE ref = ?)').run(ref);
}

export function insertTombstone(db: Db, { ref, raisedAt, purgedAt, purgedBy, entries, files }: WallTombstone, seq: number): void {
  statement(db, 'INSERT INTO wall_tombstone (ref, seq, raised_at, purged_at, purged_by, entries, files) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    ref,
    seq,
    raisedAt,
    purgedAt,
    purgedBy,
    entries,
    files,
  );
}

/** Shows an entry opened, to this connection alone. */
export function showEntry(db: Db, entry: StoredEntry): void {
  statement(
    db,
    `INSERT INTO temp.journal (seq, desk, at, actor, kind, subject, commitment, prev, hash)
     VALUES (@seq, @desk, @at, @actor, @kind, @subject, @commitment, @prev, @hash)`,
  ).run(entry);
  statement(db, 'INSERT INTO temp.journal_body (seq, salt, body) VALUES (@seq, @salt, @body)').run(entry);
}

/** The salt of an entry just recorded. */
export function saltOf(db: Db, seq: number): Buffer {
  return (statement(db, 'SELECT salt FROM main.journal_body WHERE seq = ?').get(seq) as { salt: Buffer }).salt;
}

/** The ticket of the case that an entry, opened here, is about; null where it is none's. */
export function refOfEntry(db: Db, seq: number): string | null {
  const row = statement(db, 'SELECT subject FROM temp.journal WHERE seq = ?').get(seq) as { subject: string } | undefined;
  return row?.subject.startsWith('case:') ? row.subject.slice('case:'.length) : null;
}

/** An entry that stands in clear, with its body. */
export type ClearEntry = Pick<StoredEntry, 'seq' | 'desk' | 'at' | 'actor' | 'kind' | 'subject' | 'body'>;

export function readClear(db: Db, seqs: readonly number[]): ClearEntry[] {
  const sql = `SELECT j.seq, j.desk, j.at, j.actor, j.kind, j.subject, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq
    WHERE j.seq IN (SELECT value FROM json_each(?)) ORDER BY j.seq`;
  return statement(db, sql).all(JSON.stringify(seqs)) as ClearEntry[];
}

/** The entries that hold officers' signatures on entries about this subject. */
export function signaturesOf(db: Db, subject: string): number[] {
  const sql = "SELECT seq FROM journal WHERE subject = ? AND kind = 'signed' ORDER BY seq";
  return (statement(db, sql).all(subject) as { seq: number }[]).map(({ seq }) => seq);
}

/** The files of a case with their keys; those whose bytes are gone have none. */
export function fileKeysOf(db: Db, ref: string): (FileKey & { sha256: string })[] {
  const sql = `SELECT k.id, k.file, k.key, a.ref, a.sha256 FROM attachment_key k JOIN attachment a ON a.id = k.id WHERE a.ref = ? ORDER BY k.id`;
  return statement(db, sql).all(ref) as (FileKey & { sha256: string })[];
}

export interface FileKey {
  id: string;
  file: string;
  key: Buffer;
  ref: string;
}

/** Keys of files that came in since, whose names no sealed entry has told yet. */
export function newFileKeys(db: Db): FileKey[] {
  const sql = `SELECT k.id, k.file, k.key, a.ref FROM temp.attachment_key k JOIN temp.attachment a ON a.id = k.id
    WHERE k.file NOT IN (SELECT file FROM main.wall_file) ORDER BY k.id`;
  return statement(db, sql).all() as FileKey[];
}

/** Files of an opened wall whose key is gone. */
export function goneFiles(db: Db, wall: string): string[] {
  const sql = `SELECT file FROM main.wall_file WHERE wall = ? AND file NOT IN (SELECT file FROM temp.attachment_key) ORDER BY file`;
  return (statement(db, sql).all(wall) as { file: string }[]).map(({ file }) => file);
}

export function showFileKey(db: Db, { id, file, key }: Omit<FileKey, 'ref'>): void {
  statement(db, 'INSERT OR REPLACE INTO attachment_key (id, file, key) VALUES (?, ?, ?)').run(id, file, key);
}

export function hideFileKey(db: Db, file: string): void {
  statement(db, 'DELETE FROM attachment_key WHERE file = ?').run(file);
}

/** Whether one of these tables of opened cases holds a row of this id. */
export function holdsId(db: Db, table: 'letter' | 'attachment', id: string): boolean {
  return statement(db, `SELECT 1 FROM temp.${table} WHERE id = ?`).get(id) !== undefined;
}

/** Whether a request for a second person, of an opened case, has this number. */
export function holdsApproval(db: Db, seq: number): boolean {
  return statement(db, 'SELECT 1 FROM temp.approval WHERE seq = ?').get(seq) !== undefined;
}
