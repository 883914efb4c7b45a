import { type Db, statement } from '../../db/open.ts';
import type { Appointment } from './contract/appointments.ts';

const columns = 'id, office, platform, name, designation, email, phone, address, from_date AS "from", until_date AS until';

/** Every appointment that was not taken out, oldest first. */
export function readAppointments(db: Db): Appointment[] {
  return statement(db, `SELECT ${columns} FROM appointment ORDER BY from_date, id`).all() as Appointment[];
}

export function insertAppointment(db: Db, one: Appointment): void {
  const sql = `INSERT INTO appointment (id, office, platform, name, designation, email, phone, address, from_date, until_date)
    VALUES (@id, @office, @platform, @name, @designation, @email, @phone, @address, @from, @until)`;
  statement(db, sql).run(one);
}

export function changeAppointmentRow(db: Db, one: Omit<Appointment, 'office' | 'platform'>): void {
  const sql = `UPDATE appointment SET name = @name, designation = @designation, email = @email, phone = @phone, address = @address,
    from_date = @from, until_date = @until WHERE id = @id`;
  statement(db, sql).run(one);
}

export function removeAppointmentRow(db: Db, id: string): void {
  statement(db, 'DELETE FROM appointment WHERE id = ?').run(id);
}
