import { type Db, statement } from '../../db/open.ts';

/** The name of a person of the desk, or the id where there is none. */
export function deskNameOf(db: Db, id: string): string {
  const row = statement(db, 'SELECT name FROM desk_person WHERE id = ?').get(id) as { name: string } | undefined;
  return row?.name ?? id;
}

/** When a person last confirmed the machine's time on this desk (UTC), or null. */
export function lastTimeCorrection(db: Db, desk: string): string | null {
  const sql = "SELECT max(at) AS at FROM journal WHERE subject = ? AND kind = 'clock.corrected'";
  return (statement(db, sql).get(`desk:${desk}`) as { at: string | null }).at;
}

export interface AskedCase {
  ref: string;
  subject: string;
  complainant: string | null;
  /** When it was last asked who she is (UTC). */
  askedAt: string;
}

/** Open cases that still wait to learn who asks: asked by letter before `before` (UTC), and nothing checked since; the oldest first. */
export function askedBefore(db: Db, before: string, limit: number): AskedCase[] {
  const sql = `SELECT q.ref, q.subject, q.complainant, f.moments ->> 'identityAsked' AS askedAt
    FROM queue AS q JOIN case_file AS f ON f.ref = q.ref
    WHERE q.identity IN ('pending', 'insufficient') AND f.moments ->> 'identityAsked' < ?
      AND NOT EXISTS (SELECT 1 FROM identity_attempt AS a WHERE a.ref = q.ref AND a.at > f.moments ->> 'identityAsked')
    ORDER BY askedAt, q.ref LIMIT ?`;
  return statement(db, sql).all(before, limit) as AskedCase[];
}

/** The entries among these that brought identity evidence, with their hashes (hex): what a purge of it may blank. */
export function evidenceEntries(db: Db, seqs: readonly number[]): { seq: number; hash: string }[] {
  const sql = `SELECT seq, lower(hex(hash)) AS hash FROM journal WHERE seq IN (SELECT value FROM json_each(?))
    AND kind IN ('identity.attempted', 'identity.evidence-added') ORDER BY seq`;
  return statement(db, sql).all(JSON.stringify(seqs)) as { seq: number; hash: string }[];
}

/** Packages of data of a case that hold a file of one of these hashes, and whose bytes are still here. */
export function packagesHolding(db: Db, ref: string, hashes: readonly string[]): string[] {
  const sql = `SELECT DISTINCT json_extract(b.body, '$.package.id') AS id
    FROM journal j JOIN journal_body b ON b.seq = j.seq, json_each(b.body, '$.manifest.files') f
    JOIN attachment a ON a.id = json_extract(b.body, '$.package.id')
    WHERE j.subject = ? AND j.kind = 'package.built' AND b.body IS NOT NULL AND a.quarantine IS NOT 'withheld'
      AND json_extract(f.value, '$.sha256') IN (SELECT value FROM json_each(?)) ORDER BY 1`;
  return (statement(db, sql).all(`case:${ref}`, JSON.stringify(hashes)) as { id: string }[]).map(({ id }) => id);
}
