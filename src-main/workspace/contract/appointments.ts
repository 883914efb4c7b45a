import { z } from 'zod';
import { line, platforms, prose } from '../../cases/contract.ts';
import { type Office, offices } from './words.ts';

const day = z.iso.date('is not a day: write it as 2026-11-21');
const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));

const holder = {
  name: line(200).pipe(z.string().trim().min(1, 'is empty')),
  designation: line(200).nullish(),
  email: line(320).nullish(),
  phone: line(40).nullish(),
  address: prose(1_000).nullish(),
  from: day,
  /** The last day; open where it is left out. */
  until: day.nullish(),
};

/** `platform`: null is the whole organisation; an appointment for one platform goes before it there. */
export const appointSchema = z.strictObject({ office: z.enum(offices), platform: z.enum(platforms).nullish(), ...holder, reason });
export const changeAppointmentSchema = z.strictObject({ appointment: line(40).min(1, 'is empty'), ...holder, reason });
/** Takes out what was entered in error; the record keeps it. One who leaves has her last day set instead. */
export const removeAppointmentSchema = z.strictObject({ appointment: line(40).min(1, 'is empty'), reason });

/** Who held or holds an office, for what and when. Days are days in IST. */
export interface Appointment {
  id: string;
  office: Office;
  platform: string | null;
  name: string;
  designation: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  from: string;
  until: string | null;
}

/**
 * What is wrong with the list of officers. `gap`: days on which nobody holds the office; `overlap`: days on which several do;
 * `nobody`: no one ever has. `until` is null where it has no end.
 */
export interface OfficeFinding {
  sort: 'gap' | 'overlap' | 'nobody';
  office: Office;
  platform: string;
  from: string | null;
  until: string | null;
  names: string[];
}

export interface OfficersView {
  appointments: Appointment[];
  findings: OfficeFinding[];
}
