import { type Db, statement } from '../../db/open.ts';
import type { Entry, Head } from './contract.ts';
import { epochKind } from './contract.ts';
import { zeroHash } from './rules.ts';

// The record is that of the file, also on a connection that shows the entries of restricted cases opened (src-main/walls).
const insertEntrySql = `INSERT INTO main.journal (seq, desk, at, actor, kind, subject, commitment, prev, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function insertEntry(db: Db, entry: Entry, salt: Uint8Array): void {
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  const { seq, desk, at, actor, kind, subject, commitment, prev, hash, body } = entry;
  statement(db, insertEntrySql).run(seq, desk, at, actor, kind, subject, bytes(commitment), bytes(prev), bytes(hash));
  statement(db, 'INSERT INTO main.journal_body (seq, salt, body) VALUES (?, ?, ?)').run(seq, salt, body);
}

/** The last entry as this connection sees it now, uncommitted ones included. */
export function readHead(db: Db): Head {
  const sql = 'SELECT seq, lower(hex(hash)) AS hash FROM main.journal ORDER BY seq DESC LIMIT 1';
  return (statement(db, sql).get() as Head | undefined) ?? { seq: 0, hash: zeroHash };
}

/** The hashes (hex) of entries `from` up to and including `to`. */
export function readHashes(db: Db, from: number, to: number): string[] {
  const sql = 'SELECT lower(hex(hash)) AS hash FROM main.journal WHERE seq >= ? AND seq <= ? ORDER BY seq';
  return (statement(db, sql).all(from, to) as { hash: string }[]).map((row) => row.hash);
}

/** Finished tree nodes of one level, positions `from` up to but excluding `to`, in hex. */
export function readNodes(db: Db, level: number, from: number, to: number): string[] {
  const sql = 'SELECT lower(hex(hash)) AS hash FROM merkle_node WHERE level = ? AND position >= ? AND position < ? ORDER BY position';
  return (statement(db, sql).all(level, from, to) as { hash: string }[]).map((row) => row.hash);
}

export function insertNode(db: Db, level: number, position: number, hash: string): void {
  statement(db, 'INSERT INTO merkle_node (level, position, hash) VALUES (?, ?, ?)').run(level, position, Buffer.from(hash, 'hex'));
}

export function clearNodes(db: Db): void {
  statement(db, 'DELETE FROM merkle_node').run();
}

export function insertCheckpoint(db: Db, size: number, note: string): void {
  statement(db, 'INSERT INTO checkpoint (size, note) VALUES (?, ?)').run(size, note);
}

export function readNote(db: Db, size: number): string | null {
  const row = statement(db, 'SELECT note FROM checkpoint WHERE size = ?').get(size) as { note: string } | undefined;
  return row?.note ?? null;
}

/** The size of the newest checkpoint; 0 when there is none. */
export function lastCheckpointSize(db: Db): number {
  const row = statement(db, 'SELECT max(size) AS size FROM checkpoint').get() as { size: number | null };
  return row.size ?? 0;
}

export interface EpochRow {
  number: number;
  desk: string;
  /** Raw Ed25519 public key, base64. */
  key: string;
  openedAt: string;
}

/** The epoch in force, or null before the first. */
export function readEpochRow(db: Db): EpochRow | null {
  const sql = 'SELECT number, desk, public_key AS key, opened_at AS openedAt FROM epoch ORDER BY number DESC LIMIT 1';
  return (statement(db, sql).get() as EpochRow | undefined) ?? null;
}

/** The first epoch's public key (raw Ed25519, base64), from which all later ones follow. */
export function firstEpochKey(db: Db): string {
  return (statement(db, 'SELECT public_key AS key FROM epoch ORDER BY number LIMIT 1').get() as { key: string }).key;
}

export function insertEpochRow(db: Db, { number, desk, key, openedAt }: EpochRow, seq: number): void {
  const sql = 'INSERT INTO epoch (number, desk, public_key, opened_at, opened_seq) VALUES (?, ?, ?, ?, ?)';
  statement(db, sql).run(number, desk, key, openedAt, seq);
}

/** How many of these entries announce epoch keys. */
export function epochEntriesAmong(db: Db, seqs: readonly number[]): number {
  const sql = `SELECT count(*) AS n FROM journal WHERE seq IN (SELECT value FROM json_each(?)) AND kind = '${epochKind}'`;
  return (statement(db, sql).get(JSON.stringify(seqs)) as { n: number }).n;
}

/** The bodies of those of these entries that purged others. */
export function purgeBodiesAmong(db: Db, seqs: readonly number[]): string[] {
  const sql = `SELECT body FROM journal JOIN journal_body USING (seq) WHERE seq IN (SELECT value FROM json_each(?))
    AND kind LIKE '%.purged' AND body IS NOT NULL`;
  return (statement(db, sql).all(JSON.stringify(seqs)) as { body: string }[]).map(({ body }) => body);
}

export function blankBodies(db: Db, seqs: readonly number[]): void {
  const blank = statement(db, 'UPDATE journal_body SET salt = NULL, body = NULL WHERE seq = ?');
  for (const seq of seqs) blank.run(seq);
}
