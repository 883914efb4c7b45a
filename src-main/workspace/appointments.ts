import { currentProfile, servedPlatforms } from '../desk/adopted.ts';
import { authorise } from '../desk/authorise.ts';
import { type Desk, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { parse } from '../desk/parse.ts';
import { classesOf } from '../platforms/rules.ts';
import {
  type Appointment,
  appointSchema,
  changeAppointmentSchema,
  type OfficersView,
  removeAppointmentSchema,
} from './contract/appointments.ts';
import { lintOfficers } from './rules.ts';
import { readAppointments } from './store-appointments.ts';

const topics = ['officers'];

/** The officers of record by date, and the days on which an office is empty or held twice. */
export function listOfficers(desk: Desk): OfficersView {
  const appointments = readAppointments(desk.db);
  const served = servedPlatforms(desk.db).map((platform) => ({
    platform,
    isSignificant: classesOf(currentProfile(desk.db, platform)).significant === 'yes',
  }));
  return { appointments, findings: lintOfficers(appointments, served) };
}

interface Holder {
  name: string;
  designation?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  address?: string | null | undefined;
  from: string;
  until?: string | null | undefined;
}

/** What a person typed of an officer; a field left empty is not known. */
function holderOf({ name, designation, email, phone, address, from, until }: Holder) {
  if (until && until < from) throw badInput('until', 'is before the first day');
  if (!email && !phone && !address) throw badInput('email', 'is missing: give at least one way to reach the officer');
  const known = (text: string | null | undefined) => text?.trim() || null;
  return {
    name,
    designation: known(designation),
    email: known(email),
    phone: known(phone),
    address: known(address),
    from,
    until: until ?? null,
  };
}

function mustFind(desk: Desk, id: string): Appointment {
  const found = readAppointments(desk.db).find((one) => one.id === id);
  if (!found) throw new Fault('not-found', 'There is no such appointment.');
  return found;
}

/** Appoints an officer of record. Faults: bad-input, not-allowed, clock-moved. */
export function appoint(desk: Desk, raw: unknown): OfficersView {
  authorise(desk, 'workspace.appoint');
  const { office, platform = null, reason, ...holder } = parse(appointSchema, raw, 'appointment');
  if (platform !== null && !servedPlatforms(desk.db).includes(platform)) throw badInput('platform', 'is not served by this workspace');
  const body = { office, platform, ...holderOf(holder), reason };
  write(desk, topics, () => post(desk, { kind: 'appointment.made', subject: `workspace:${desk.workspace}`, body }));
  return listOfficers(desk);
}

/** Puts an appointment right, or ends it by its last day. Faults: not-found, bad-input, not-allowed, clock-moved. */
export function changeAppointment(desk: Desk, raw: unknown): OfficersView {
  authorise(desk, 'workspace.changeAppointment');
  const { appointment, reason, ...holder } = parse(changeAppointmentSchema, raw, 'appointment');
  const was = mustFind(desk, appointment);
  const body = { appointment, ...holderOf(holder), was, reason };
  write(desk, topics, () => post(desk, { kind: 'appointment.changed', subject: `workspace:${desk.workspace}`, body }));
  return listOfficers(desk);
}

/** Takes out an appointment that was entered in error. Faults: not-found, bad-input, not-allowed, clock-moved. */
export function removeAppointment(desk: Desk, raw: unknown): OfficersView {
  authorise(desk, 'workspace.removeAppointment');
  const { appointment, reason } = parse(removeAppointmentSchema, raw, 'appointment');
  const was = mustFind(desk, appointment);
  const body = { appointment, was, reason };
  write(desk, topics, () => post(desk, { kind: 'appointment.removed', subject: `workspace:${desk.workspace}`, body }));
  return listOfficers(desk);
}
