import { type Db, statement } from '../../db/open.ts';

// The rows of the workspace itself, as the folds of its entries write them.

export function insertOrganisation(db: Db, row: { workspace: string; name: string; synthetic: boolean; at: string }): void {
  const sql = "INSERT INTO organisation (id, workspace, name, synthetic, created_at) VALUES ('organisation', ?, ?, ?, ?)";
  statement(db, sql).run(row.workspace, row.name, row.synthetic ? 1 : 0, row.at);
}

export function insertDesk(db: Db, row: { id: string; at: string; seq: number; restoredFrom: string | null }): void {
  const sql = 'INSERT INTO desk (id, opened_at, opened_seq, restored_from) VALUES (?, ?, ?, ?)';
  statement(db, sql).run(row.id, row.at, row.seq, row.restoredFrom);
}

/**
 * Every series of tickets goes on `by` numbers later, and every platform has one for `year`: a platform that had no case yet
 * may have got its first ones since the backup.
 */
export function moveSeries(db: Db, by: number, year: number): void {
  statement(db, 'UPDATE ticket_series SET last = last + ?').run(by);
  const sql = "INSERT OR IGNORE INTO ticket_series (platform, year, last) SELECT DISTINCT name, ?, ? FROM adopted WHERE kind = 'profile'";
  statement(db, sql).run(year, by);
}

export interface NewPersonRow {
  id: string;
  name: string;
  designation: string | null;
  roles: string[];
  exchangeKey: string;
  signingKey: string;
  from: string | null;
  until: string | null;
  at: string;
}

export function insertPerson(db: Db, row: NewPersonRow): void {
  const sql = `INSERT INTO desk_person (id, name, designation, roles, exchange_key, signing_key, from_date, until_date, added_at)
    VALUES (@id, @name, @designation, @roles, @exchangeKey, @signingKey, @from, @until, @at)`;
  statement(db, sql).run({ ...row, roles: JSON.stringify(row.roles) });
}

export type PersonStanding = Pick<NewPersonRow, 'id' | 'designation' | 'roles' | 'from' | 'until'>;

export function changePersonRow(db: Db, row: PersonStanding): void {
  const sql = 'UPDATE desk_person SET designation = @designation, roles = @roles, from_date = @from, until_date = @until WHERE id = @id';
  statement(db, sql).run({ ...row, roles: JSON.stringify(row.roles) });
}

export function removePersonRow(db: Db, id: string, at: string): void {
  statement(db, 'UPDATE desk_person SET removed_at = ? WHERE id = ?').run(at, id);
}

export function removeSlotRow(db: Db, id: string, at: string): void {
  statement(db, 'UPDATE key_slot SET removed_at = ? WHERE id = ?').run(at, id);
}

export function insertSlot(db: Db, row: { id: string; kind: string; label: string; person: string | null; at: string }): void {
  statement(db, 'INSERT INTO key_slot (id, kind, label, person, added_at) VALUES (?, ?, ?, ?, ?)').run(
    row.id,
    row.kind,
    row.label,
    row.person,
    row.at,
  );
}

export function keepSetting(db: Db, name: string, value: unknown, seq: number): void {
  const sql = `INSERT INTO setting (name, value, changed_seq) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_seq = excluded.changed_seq`;
  statement(db, sql).run(name, JSON.stringify(value), seq);
}
