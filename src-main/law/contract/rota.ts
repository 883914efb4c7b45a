import { z } from 'zod';
import { weekdays } from './calendar.ts';
import { lawDate } from './rulebook.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 09:30');
const name = z.string().trim().min(1, 'is empty').max(200);
const contactId = z.string().regex(/^[a-z0-9-]{1,40}$/, 'is not an id of small letters, digits and hyphens');

export const contactSchema = z.strictObject({ id: contactId, name, phone: z.string().trim().min(3).max(40), role: name });
/** Whom to call. */
export type Contact = z.infer<typeof contactSchema>;

/** Times are IST. A shift whose `until` is not after its `from` goes on past midnight; equal times mean the whole day. */
const shiftSchema = z.strictObject({
  weekdays: z.array(z.enum(weekdays)).min(1, 'names no day'),
  from: time,
  until: time,
  contact: contactId,
  /** Called next when the first does not answer: the chief compliance officer, then legal, for one. */
  next: z.array(contactId).max(5),
});

/** Who is on call: contacts, weekly shifts, leave with its cover, and hours in which only short clocks make a noise. */
export const rotaSchema = z
  .strictObject({
    contacts: z.array(contactSchema).max(50),
    shifts: z.array(shiftSchema).max(100),
    leave: z.array(z.strictObject({ contact: contactId, from: lawDate, until: lawDate, cover: contactId })).max(200),
    quiet: z.strictObject({ from: time, until: time }).nullable(),
  })
  .superRefine((rota, context) => {
    const known = new Set(rota.contacts.map(({ id }) => id));
    const need = (id: string, path: (string | number)[]) => {
      if (!known.has(id)) context.addIssue({ code: 'custom', path, message: `names ${id}, who is not among the contacts` });
    };
    if (known.size !== rota.contacts.length) context.addIssue({ code: 'custom', path: ['contacts'], message: 'uses one id twice' });
    rota.shifts.forEach((shift, n) => {
      need(shift.contact, ['shifts', n, 'contact']);
      shift.next.forEach((id, m) => {
        need(id, ['shifts', n, 'next', m]);
      });
    });
    rota.leave.forEach(({ contact, cover, from, until }, n) => {
      need(contact, ['leave', n, 'contact']);
      need(cover, ['leave', n, 'cover']);
      if (until < from) context.addIssue({ code: 'custom', path: ['leave', n, 'until'], message: 'lies before its first day' });
    });
  });
export type Rota = z.infer<typeof rotaSchema>;

export const noRota: Rota = { contacts: [], shifts: [], leave: [], quiet: null };
