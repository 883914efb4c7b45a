import { type Db, statement } from '../../db/open.ts';
import type { Role } from './contract.ts';

/** A person of the desk. `from` and `until` (her last day) are days in IST, `addedAt` and `removedAt` instants in UTC. */
export interface PersonRow {
  id: string;
  name: string;
  designation: string | null;
  roles: Role[];
  from: string | null;
  until: string | null;
  addedAt: string;
  removedAt: string | null;
}

interface RawPerson extends Omit<PersonRow, 'roles'> {
  roles: string;
}

const everybody = `SELECT id, name, designation, roles, from_date AS "from", until_date AS until, added_at AS addedAt,
  removed_at AS removedAt FROM desk_person`;
const columns = `${everybody} WHERE removed_at IS NULL`;
const withRoles = (row: RawPerson): PersonRow => ({ ...row, roles: JSON.parse(row.roles) as Role[] });

/** Everybody who ever worked at the desk, in the order they were added. */
export function readEverybody(db: Db): PersonRow[] {
  return (statement(db, `${everybody} ORDER BY added_at, id`).all() as RawPerson[]).map(withRoles);
}

/** The people of the desk, in the order they were added. */
export function readPeople(db: Db): PersonRow[] {
  return (statement(db, `${columns} ORDER BY added_at, id`).all() as RawPerson[]).map(withRoles);
}

/** The grievance officer of the desk: the first person with that role, else the first of all. */
export function officerOfRecord(db: Db): PersonRow {
  const people = readPeople(db);
  const officer = people.find(({ roles }) => roles.includes('officer')) ?? people[0];
  if (!officer) throw new Error('Every desk has its first person from the beginning.');
  return officer;
}

/** A person by id, also one who has been removed, or null. */
export function readPerson(db: Db, id: string): PersonRow | null {
  const row = statement(db, `${everybody} WHERE id = ?`).get(id) as RawPerson | undefined;
  return row ? withRoles(row) : null;
}

export interface OrganisationRow {
  name: string;
  synthetic: boolean;
  createdAt: string;
}

export function readOrganisation(db: Db): OrganisationRow {
  const row = statement(db, 'SELECT name, synthetic, created_at AS createdAt FROM organisation').get() as {
    name: string;
    synthetic: number;
    createdAt: string;
  };
  return { ...row, synthetic: row.synthetic === 1 };
}

/** A setting's value, or `otherwise` where it was never changed. */
export function readSetting<T>(db: Db, name: string, otherwise: T): T {
  const row = statement(db, 'SELECT value FROM setting WHERE name = ?').get(name) as { value: string } | undefined;
  return row ? (JSON.parse(row.value) as T) : otherwise;
}

/** What happened last of this kind, for the foot of the window. */
export function lastEntryOf(db: Db, kind: string): { at: string; body: Record<string, unknown> } | null {
  const row = statement(
    db,
    'SELECT j.at, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq WHERE j.subject = ? AND j.kind = ? ORDER BY j.seq DESC LIMIT 1',
  ).get(...kindSubject(db, kind)) as { at: string; body: string | null } | undefined;
  return row ? { at: row.at, body: row.body ? (JSON.parse(row.body) as Record<string, unknown>) : {} } : null;
}

/** Such entries are about the workspace, so that the index by subject finds them. */
function kindSubject(db: Db, kind: string): [string, string] {
  const { workspace } = statement(db, 'SELECT workspace FROM organisation').get() as { workspace: string };
  return [`workspace:${workspace}`, kind];
}

/** When the newest entry was written (UTC), or null on an empty record. */
export function lastEntryAt(db: Db): string | null {
  const row = statement(db, 'SELECT at FROM journal ORDER BY seq DESC LIMIT 1').get() as { at: string } | undefined;
  return row?.at ?? null;
}

/** The files that attachments lie in, those of restricted cases too. */
export function attachmentFiles(db: Db): string[] {
  return (statement(db, 'SELECT file FROM attachment_key UNION ALL SELECT file FROM wall_file').all() as { file: string }[]).map(
    (row) => row.file,
  );
}

/** Where the record of a database ends: how many entries, and the hash of the last (hex). */
export function markOf(db: Db): { entries: number; head: string } {
  const sql = 'SELECT seq AS entries, lower(hex(hash)) AS head FROM journal ORDER BY seq DESC LIMIT 1';
  return statement(db, sql).get() as { entries: number; head: string };
}

/** Whether the record holds an entry of this hash (hex). */
export function isRecorded(db: Db, hash: string): boolean {
  // From the end: what is asked for was written last.
  const sql = 'SELECT 1 FROM journal WHERE hash = ? ORDER BY seq DESC LIMIT 1';
  return statement(db, sql).get(Buffer.from(hash, 'hex')) !== undefined;
}

/**
 * Empties the full-text index, which keeps words of deleted rows at the edges of its own pages; it fills again before the next
 * search. Inside a transaction.
 */
export function emptyIndex(db: Db): void {
  statement(db, "INSERT INTO search_text (search_text) VALUES ('delete-all')").run();
  statement(db, 'DELETE FROM search_doc').run();
  statement(db, 'UPDATE search_progress SET upto = 0').run();
}
