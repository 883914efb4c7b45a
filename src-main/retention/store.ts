import { type Db, statement } from '../../db/open.ts';
import type { CaseKind, Outcome, Platform } from '../cases/contract.ts';
import type { CaseMoments } from '../law/contract.ts';

/** What of a closed case decides how long it is kept. */
export interface ClosedCase {
  ref: string;
  platform: Platform;
  kind: CaseKind;
  outcome: Outcome | null;
  receivedAt: string;
  moments: CaseMoments;
  links: { ref: string; as: string }[];
}

interface ClosedRow extends Omit<ClosedCase, 'moments' | 'links'> {
  moments: string;
  links: string;
}

const readRow = (row: ClosedRow): ClosedCase => ({ ...row, moments: JSON.parse(row.moments), links: JSON.parse(row.links) });
const columns = 'ref, platform, kind, outcome, received_at AS receivedAt, moments, links';

/** Every closed case, in the order they came. */
export function* closedCases(db: Db): Generator<ClosedCase> {
  const sql = `SELECT ${columns} FROM case_file WHERE state = 'closed' ORDER BY seq`;
  for (const row of db.prepare(sql).iterate() as IterableIterator<ClosedRow>) yield readRow(row);
}

/** One closed case, or null where there is none of that ticket, or it is open. */
export function closedCase(db: Db, ref: string): ClosedCase | null {
  const row = statement(db, `SELECT ${columns} FROM case_file WHERE ref = ? AND state = 'closed'`).get(ref) as ClosedRow | undefined;
  return row ? readRow(row) : null;
}

/** The newest entry of the record. */
export function lastEntry(db: Db): number {
  return (statement(db, 'SELECT coalesce(max(seq), 0) AS seq FROM journal').get() as { seq: number }).seq;
}

/** The cases that entries after this one are about. */
export function changedSince(db: Db, seq: number): string[] {
  const sql = "SELECT DISTINCT substr(subject, 6) AS ref FROM journal WHERE seq > ? AND subject LIKE 'case:%'";
  return (statement(db, sql).all(seq) as { ref: string }[]).map(({ ref }) => ref);
}

/** The cases into which a message ever came. */
export function casesWithMail(db: Db): Set<string> {
  return new Set((statement(db, 'SELECT DISTINCT ref FROM mail_seen').all() as { ref: string }[]).map(({ ref }) => ref));
}

/** The cases in which an authority was recorded. */
export function casesWithAuthority(db: Db): Set<string> {
  return new Set((statement(db, 'SELECT DISTINCT ref FROM authority').all() as { ref: string }[]).map(({ ref }) => ref));
}

/** When the last message came after this instant (UTC), and its entry; null where none did. */
export function mailSince(db: Db, ref: string, at: string): { seq: number; at: string } | null {
  const sql = "SELECT seq, at FROM journal WHERE subject = ? AND kind = 'mail.linked' AND at > ? ORDER BY seq DESC LIMIT 1";
  return (statement(db, sql).get(`case:${ref}`, at) as { seq: number; at: string } | undefined) ?? null;
}

/** Whether somebody acted on what came: noted something, or wrote, after this entry. */
export function wasActedOn(db: Db, ref: string, seq: number): boolean {
  const sql = `SELECT 1 FROM journal WHERE subject = ? AND seq > ? AND kind IN ('case.noted', 'case.linked', 'letter.dispatched') LIMIT 1`;
  return statement(db, sql).get(`case:${ref}`, seq) !== undefined;
}

/** Which open cases name which others as linked. */
export function linksOfOpen(db: Db): Map<string, string[]> {
  const sql = `SELECT c.ref, json_extract(l.value, '$.ref') AS other FROM case_file c, json_each(c.links) l
    WHERE c.links <> '[]' AND c.state <> 'closed'`;
  const found = new Map<string, string[]>();
  for (const { ref, other } of statement(db, sql).all() as { ref: string; other: string }[])
    found.set(other, [...(found.get(other) ?? []), ref]);
  return found;
}

export function isOpenCase(db: Db, ref: string): boolean {
  return statement(db, "SELECT 1 FROM case_file WHERE ref = ? AND state <> 'closed'").get(ref) !== undefined;
}

/** Other cases in which somebody acts by an authority that was recorded in this one. */
export function casesOnAuthorityOf(db: Db, ref: string): string[] {
  const sql = `SELECT DISTINCT ref FROM identity_attempt WHERE authority IN (SELECT id FROM authority WHERE ref = @ref) AND ref <> @ref ORDER BY ref`;
  return (statement(db, sql).all({ ref }) as { ref: string }[]).map((one) => one.ref);
}
