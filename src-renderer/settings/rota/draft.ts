import type { Contact, Rota } from '../../../src-main/law/contract.ts';
import { formatDate, parseInstant } from '../../ui/ist.ts';

export type Shift = Rota['shifts'][number];
export type Leave = Rota['leave'][number];

/** A rota while it is edited: the same, with the dates of leave as they are typed (dd-MM-yyyy). */
export type RotaDraft = Rota;

/** What of a draft cannot be sent, by the path the desk would name: a time, a date, a name or a choice that is missing. */
export type RotaProblem = 'time' | 'date' | 'required' | 'days';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

export function toDraft(rota: Rota): RotaDraft {
  return { ...rota, leave: rota.leave.map((one) => ({ ...one, from: formatDate(one.from), until: formatDate(one.until) })) };
}

const typedDate = (text: string) => parseInstant(text)?.slice(0, 10) ?? null;

/** The draft as the desk takes it. A date that cannot be read goes as it is; `problemsOf` names it. */
export function toRota(draft: RotaDraft): Rota {
  return {
    ...draft,
    contacts: draft.contacts.map((contact) => ({ ...contact, phone: plainPhone(contact.phone) })),
    leave: draft.leave.map((one) => ({ ...one, from: typedDate(one.from) ?? one.from, until: typedDate(one.until) ?? one.until })),
  };
}

/** Everything that keeps a draft from being saved, by path. */
export function problemsOf(draft: RotaDraft): Record<string, RotaProblem> {
  const found: Record<string, RotaProblem> = {};
  const need = (path: string, text: string) => {
    if (text.trim() === '') found[path] = 'required';
  };
  const clock = (path: string, text: string) => {
    if (!time.test(text)) found[path] = 'time';
  };
  draft.contacts.forEach((contact, n) => {
    for (const field of ['name', 'phone', 'role'] as const) need(`contacts.${n}.${field}`, contact[field]);
  });
  draft.shifts.forEach((shift, n) => {
    if (shift.weekdays.length === 0) found[`shifts.${n}.weekdays`] = 'days';
    clock(`shifts.${n}.from`, shift.from);
    clock(`shifts.${n}.until`, shift.until);
    need(`shifts.${n}.contact`, shift.contact);
  });
  draft.leave.forEach((leave, n) => {
    for (const field of ['contact', 'cover'] as const) need(`leave.${n}.${field}`, leave[field]);
    for (const field of ['from', 'until'] as const) if (typedDate(leave[field]) === null) found[`leave.${n}.${field}`] = 'date';
  });
  if (draft.quiet) {
    clock('quiet.from', draft.quiet.from);
    clock('quiet.until', draft.quiet.until);
  }
  return found;
}

/** Ten digits of an Indian number get their country code; any other text stays as it was typed. */
export function plainPhone(typed: string): string {
  const digits = typed.replace(/[\s()-]/g, '');
  const ten = /^(?:\+91|91|0)?([6-9]\d{9})$/.exec(digits)?.[1];
  return ten ? `+91 ${ten.slice(0, 5)} ${ten.slice(5)}` : typed.trim();
}

/** The first id of this sort that no contact has. */
export function freeId(contacts: readonly Pick<Contact, 'id'>[]): string {
  const used = new Set(contacts.map(({ id }) => id));
  let n = contacts.length + 1;
  while (used.has(`person-${n}`)) n += 1;
  return `person-${n}`;
}

/** The draft without a person: shifts, orders of calling and leave that name them go on without. */
export function withoutContact(draft: RotaDraft, id: string): RotaDraft {
  return {
    ...draft,
    contacts: draft.contacts.filter((contact) => contact.id !== id),
    shifts: draft.shifts.map((shift) => ({
      ...shift,
      contact: shift.contact === id ? '' : shift.contact,
      next: shift.next.filter((one) => one !== id),
    })),
    leave: draft.leave.filter(({ contact, cover }) => contact !== id && cover !== id),
  };
}
