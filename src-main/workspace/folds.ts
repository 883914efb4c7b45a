import { yearInIndia } from '../cases/rules.ts';
import { type FoldMap, noFold } from '../journal/index.ts';
import type { Appointment } from './contract/appointments.ts';
import { changeAppointmentRow, insertAppointment, removeAppointmentRow } from './store-appointments.ts';
import {
  changePersonRow,
  insertDesk,
  insertOrganisation,
  insertPerson,
  insertSlot,
  keepSetting,
  moveSeries,
  type PersonStanding,
  removePersonRow,
  removeSlotRow,
} from './store-rows.ts';

interface CreatedBody {
  workspace: string;
  organisation: string;
  synthetic: boolean;
}

interface PersonBody {
  name: string;
  designation: string | null;
  roles: string[];
  exchangeKey: string;
  signingKey: string;
  from?: string | null;
  until?: string | null;
}

interface SlotBody {
  kind: string;
  label: string;
  person: string | null;
}

/** After a restore: numbers given out since the backup stand on letters and must not be given out again. */
const ticketsSkippedByRestore = 1_000;

/** The workspace itself, its people, slots and settings. */
export const workspaceFolds: FoldMap = {
  'workspace.created': (db, { at }, raw) => {
    const { workspace, organisation, synthetic } = raw as CreatedBody;
    insertOrganisation(db, { workspace, name: organisation, synthetic, at });
  },
  'desk.opened': (db, { desk, at, seq }, raw) => {
    const { restoredFrom } = raw as { restoredFrom: string | null };
    insertDesk(db, { id: desk, at, seq, restoredFrom });
    if (restoredFrom !== null) moveSeries(db, ticketsSkippedByRestore, yearInIndia(at));
  },
  'person.added': (db, { subject, at }, raw) => {
    const { name, designation, roles, exchangeKey, signingKey, from, until } = raw as PersonBody;
    const dates = { from: from ?? null, until: until ?? null };
    insertPerson(db, { id: subject, name, designation, roles, exchangeKey, signingKey, ...dates, at });
  },
  'person.changed': (db, { subject }, raw) => {
    const { designation, roles, from, until } = raw as PersonStanding;
    changePersonRow(db, { id: subject, designation, roles, from, until });
  },
  'person.removed': (db, { subject, at }) => removePersonRow(db, subject, at),
  'slot.removed': (db, { subject, at }) => removeSlotRow(db, subject, at),
  'slot.added': (db, { subject, at }, raw) => insertSlot(db, { ...(raw as SlotBody), id: subject, at }),
  'setting.changed': (db, { seq }, raw) => {
    const { name, value } = raw as { name: string; value: unknown };
    keepSetting(db, name, value, seq);
  },
  'appointment.made': (db, { seq }, raw) => {
    const { office, platform, name, designation, email, phone, address, from, until } = raw as Appointment;
    insertAppointment(db, { id: `appointment:${seq}`, office, platform, name, designation, email, phone, address, from, until });
  },
  'appointment.changed': (db, _entry, raw) => {
    const { appointment: id, name, designation, email, phone, address, from, until } = raw as Appointment & { appointment: string };
    changeAppointmentRow(db, { id, name, designation, email, phone, address, from, until });
  },
  'appointment.removed': (db, _entry, raw) => removeAppointmentRow(db, (raw as { appointment: string }).appointment),
  'clock.corrected': noFold,
  'backup.made': noFold,
  'workspace.restored': noFold,
  'workspace.locked': noFold,
  'audit.copied': noFold,
  'checkpoint.exported': noFold,
  'recovery.exported': noFold,
};
