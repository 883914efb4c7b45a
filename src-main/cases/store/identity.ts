import { type Db, statement } from '../../../db/open.ts';
import type { Attempt } from '../../identity/contract.ts';

interface AttemptRow extends Omit<Attempt, 'isRight' | 'lacking'> {
  isRight: number | null;
  lacking: string;
}

const columns = `seq, at, "by", method, document, document_named AS documentNamed, whose, masked, is_right AS isRight,
  reason_of_check AS reasonOfCheck, result, reason, lacking, policy, evidence, authority`;

/** The attempts at verifying who asks in a case, oldest first; those purged are gone. */
export function attemptsOf(db: Db, ref: string): Attempt[] {
  const rows = statement(db, `SELECT ${columns} FROM identity_attempt WHERE ref = ? ORDER BY seq`).all(ref) as AttemptRow[];
  return rows.map((row) => ({ ...row, isRight: row.isRight === null ? null : row.isRight === 1, lacking: JSON.parse(row.lacking) }));
}

export function insertAttempt(db: Db, ref: string, attempt: Attempt): void {
  const { isRight, lacking, ...plain } = attempt;
  statement(
    db,
    `INSERT INTO identity_attempt (ref, seq, at, "by", method, document, document_named, whose, masked, is_right, reason_of_check, result,
     reason, lacking, policy, evidence, authority) VALUES (@ref, @seq, @at, @by, @method, @document, @documentNamed, @whose, @masked, @isRight,
     @reasonOfCheck, @result, @reason, @lacking, @policy, @evidence, @authority)`,
  ).run({ ...plain, ref, isRight: isRight === null ? null : isRight ? 1 : 0, lacking: JSON.stringify(lacking) });
}

/** What remains of identity evidence once it was purged. */
export interface IdentityPurge {
  seq: number;
  at: string;
  by: string;
  attempts: number;
  files: number;
  reason: string;
}

/** Takes out the attempts and identity files that these entries made, and the identity files named, and leaves the tombstone. */
export function purgeIdentityRows(
  db: Db,
  ref: string,
  { seqs, attachments }: { seqs: readonly number[]; attachments: readonly string[] },
  left: IdentityPurge,
): void {
  const list = JSON.stringify(seqs);
  statement(db, 'DELETE FROM identity_attempt WHERE ref = ? AND seq IN (SELECT value FROM json_each(?))').run(ref, list);
  statement(
    db,
    `DELETE FROM attachment WHERE ref = ? AND purpose = 'identity'
     AND (added_seq IN (SELECT value FROM json_each(?)) OR id IN (SELECT value FROM json_each(?)))`,
  ).run(ref, list, JSON.stringify(attachments));
  statement(
    db,
    'INSERT INTO identity_purge (seq, ref, at, "by", attempts, files, reason) VALUES (@seq, @ref, @at, @by, @attempts, @files, @reason)',
  ).run({ ...left, ref });
}

/** The tombstones of a case. */
export function identityPurgesOf(db: Db, ref: string): IdentityPurge[] {
  const sql = 'SELECT seq, at, "by", attempts, files, reason FROM identity_purge WHERE ref = ? ORDER BY seq';
  return statement(db, sql).all(ref) as IdentityPurge[];
}

/** Tickets of closed cases that still hold attempts or identity files, in the order of their oldest one. */
export function refsWithIdentityEvidence(db: Db): string[] {
  const sql = `SELECT ref, min(held.seq) AS first FROM (SELECT ref, seq FROM identity_attempt
    UNION ALL SELECT ref, added_seq FROM attachment WHERE purpose = 'identity') AS held JOIN case_file USING (ref)
    WHERE state = 'closed' GROUP BY ref ORDER BY first`;
  return (statement(db, sql).all() as { ref: string }[]).map(({ ref }) => ref);
}

/** The identity files of a case: the entry that brought each. */
export function identityFilesOf(db: Db, ref: string): { id: string; seq: number }[] {
  const sql = "SELECT id, added_seq AS seq FROM attachment WHERE ref = ? AND purpose = 'identity' ORDER BY added_seq, id";
  return statement(db, sql).all(ref) as { id: string; seq: number }[];
}
