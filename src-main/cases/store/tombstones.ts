import { type Db, statement } from '../../../db/open.ts';
import { purgeWays, tableSorts } from '../../../db/schema.ts';
import { Fault } from '../../desk/faults.ts';
import type { Tombstone, TombstoneView } from '../contract/tombstone.ts';
import { deleteCaseRows } from './case-rows.ts';
import { holderOf } from './held.ts';

const names = Object.keys(tableSorts);
const bySubject = names.filter((name) => purgeWays[name] === 'subject');
const viaOthers = names.flatMap((table) => (purgeWays[table]?.startsWith('via ') ? [{ table, via: purgeWays[table].slice(4) }] : []));
const byRef = names.filter((name) => purgeWays[name] === undefined);

/** Takes every row of a closed case out of the tables that the record makes, and those of the people who go with it. */
export function deleteCase(db: Db, ref: string, people: readonly string[]): void {
  const holder = holderOf(db);
  if (holder) holder.drop(ref);
  else deleteCaseRows(db, ref);
  for (const { table, via } of viaOthers)
    statement(db, `DELETE FROM ${table} WHERE ${via} IN (SELECT seq FROM ${via} WHERE ref = ?)`).run(ref);
  for (const table of byRef) statement(db, `DELETE FROM ${table} WHERE ref = ?`).run(ref);
  for (const table of bySubject) statement(db, `DELETE FROM ${table} WHERE subject = ?`).run(`case:${ref}`);
  // What the case of an order said of its appeal stands in the row of the reply.
  statement(db, 'UPDATE appeal SET complied_at = NULL, complied_how = NULL, report_at = NULL, report_where = NULL WHERE order_ref = ?').run(
    ref,
  );
  statement(db, 'DELETE FROM party_key WHERE ref = ?').run(ref);
  deleteFromIndex(db, ref);
  deletePeople(db, JSON.stringify(people));
}

function deleteFromIndex(db: Db, ref: string): void {
  statement(db, 'DELETE FROM search_text WHERE rowid IN (SELECT id FROM search_doc WHERE ref = ?)').run(ref);
  statement(db, 'DELETE FROM search_doc WHERE ref = ?').run(ref);
}

function deletePeople(db: Db, list: string): void {
  const listed = '(SELECT value FROM json_each(@list))';
  for (const table of ['party_identifier', 'party_key']) statement(db, `DELETE FROM ${table} WHERE party IN ${listed}`).run({ list });
  statement(db, `DELETE FROM party_merge WHERE party IN ${listed} OR into_party IN ${listed}`).run({ list });
  statement(db, `DELETE FROM party_apart WHERE party IN ${listed} OR other IN ${listed}`).run({ list });
}

export function insertTombstone(db: Db, tombstone: Tombstone, seq: number): void {
  const { ref, platform, kind, outcome, receivedAt, closedAt, purgedAt } = tombstone;
  statement(
    db,
    `INSERT INTO case_tombstone (ref, seq, platform, kind, outcome, received_at, closed_at, purged_at, tombstone)
     VALUES (@ref, @seq, @platform, @kind, @outcome, @receivedAt, @closedAt, @purgedAt, @tombstone)`,
  ).run({ ref, seq, platform, kind, outcome, receivedAt, closedAt, purgedAt, tombstone: JSON.stringify(tombstone) });
}

/** What remains of a purged case, or null where the ticket is of none. */
export function readTombstone(db: Db, ref: string): TombstoneView | null {
  const row = statement(db, 'SELECT seq, tombstone FROM case_tombstone WHERE ref = ?').get(ref) as
    | { seq: number; tombstone: string }
    | undefined;
  if (!row) return null;
  const tombstone = JSON.parse(row.tombstone) as Tombstone;
  const { purgedBy, approvedBy } = tombstone;
  const nameOf = (id: string) =>
    (statement(db, 'SELECT name FROM desk_person WHERE id = ?').get(id) as { name: string } | undefined)?.name ?? id;
  return { ...tombstone, seq: row.seq, purgedByName: nameOf(purgedBy), approvedByName: approvedBy === null ? null : nameOf(approvedBy) };
}

/** Whether the case of this ticket is restricted. */
export function isWalled(db: Db, ref: string): boolean {
  return statement(db, 'SELECT 1 FROM wall WHERE ref = ?').get(ref) !== undefined;
}

/** What is said of a ticket that leads to no case: it is restricted, was purged, with what remains of it, or was never given out. */
export function missingCase(db: Db, ref: string): Fault {
  if (isWalled(db, ref)) return new Fault('restricted', `${ref} is restricted. Only the persons named in its wall can open it.`);
  if (statement(db, 'SELECT 1 FROM wall_tombstone WHERE ref = ?').get(ref) !== undefined)
    return new Fault('purged', `${ref} was a restricted case and was destroyed: only its ticket and dates remain.`);
  const tombstone = readTombstone(db, ref);
  if (!tombstone) return new Fault('not-found', `There is no case ${ref} in this workspace.`);
  return new Fault('purged', `${ref} was purged: only its ticket, dates and outcome remain.`, { tombstone });
}
