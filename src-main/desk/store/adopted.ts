import { type Db, statement } from '../../../db/open.ts';
import type { Adoption } from '../../law/contract.ts';

export type AdoptedKind = Adoption['kind'];

export interface AdoptedRow {
  name: string;
  hash: string;
  version: string;
  content: string;
}

/** The entry of the newest adoption of any kind; 0 before the first. */
export function newestAdoption(db: Db): number {
  return (statement(db, 'SELECT coalesce(max(adopted_seq), 0) AS at FROM adopted').get() as { at: number }).at;
}

/** What was adopted last of a kind, or of a kind and name. */
export function newestAdopted(db: Db, kind: AdoptedKind, name: string | null): AdoptedRow | undefined {
  const byName = name === null ? '' : ' AND name = ?';
  const sql = `SELECT name, hash, version, content FROM adopted WHERE kind = ?${byName} ORDER BY adopted_seq DESC LIMIT 1`;
  return statement(db, sql).get(...(name === null ? [kind] : [kind, name])) as AdoptedRow | undefined;
}

/** The text of something adopted, by its content hash. */
export function adoptedContent(db: Db, kind: AdoptedKind, hash: string): string | undefined {
  const row = statement(db, 'SELECT content FROM adopted WHERE kind = ? AND hash = ? LIMIT 1').get(kind, hash) as
    | { content: string }
    | undefined;
  return row?.content;
}

/** The hash of the newest version of every calendar, by name. */
export function calendarHashes(db: Db): string[] {
  const sql = "SELECT name, hash, max(adopted_seq) FROM adopted WHERE kind = 'calendar' GROUP BY name ORDER BY name";
  return (statement(db, sql).all() as { hash: string }[]).map(({ hash }) => hash);
}

const adoptionColumns = 'kind, name, version, hash, adopted_at AS adoptedAt, adopted_seq AS seq, applied_seq AS appliedSeq';

/** Every adoption of a kind (and name), newest first. */
export function adoptionsOf(db: Db, kind: AdoptedKind, name: string | null = null): Adoption[] {
  const sql = `SELECT ${adoptionColumns} FROM adopted WHERE kind = ? AND (? IS NULL OR name = ?) ORDER BY adopted_seq DESC`;
  return statement(db, sql).all(kind, name, name) as Adoption[];
}

/** Adoptions that open cases have not all been looked at for: what a crash or a cancelled job left. */
export function pendingAdoptions(db: Db): Adoption[] {
  const sql = `SELECT ${adoptionColumns} FROM adopted WHERE applied_seq IS NULL ORDER BY adopted_seq`;
  return statement(db, sql).all() as Adoption[];
}

/** The platforms this workspace serves, in the order they were adopted. */
export function servedPlatforms(db: Db): string[] {
  const sql = "SELECT name FROM adopted WHERE kind = 'profile' GROUP BY name ORDER BY min(adopted_seq)";
  return (statement(db, sql).all() as { name: string }[]).map((row) => row.name);
}

/** Whether anything of a kind (and name) was ever adopted. */
export function isAdopted(db: Db, kind: AdoptedKind, name: string | null): boolean {
  const sql = `SELECT 1 FROM adopted WHERE kind = ?${name === null ? '' : ' AND name = ?'} LIMIT 1`;
  return statement(db, sql).get(...(name === null ? [kind] : [kind, name])) !== undefined;
}

export function insertAdopted(
  db: Db,
  kind: AdoptedKind,
  { name, hash, version, content }: AdoptedRow,
  when: { at: string; seq: number; appliedSeq: number | null },
): void {
  const sql = `INSERT INTO adopted (kind, name, hash, version, content, adopted_at, adopted_seq, applied_seq)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  statement(db, sql).run(kind, name, hash, version, content, when.at, when.seq, when.appliedSeq);
}

export function markApplied(db: Db, adoption: number, seq: number): void {
  statement(db, 'UPDATE adopted SET applied_seq = ? WHERE adopted_seq = ?').run(seq, adoption);
}
