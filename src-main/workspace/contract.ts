import { z } from 'zod';
import { line, prose } from '../cases/contract.ts';
import { type Role, roles } from './contract/words.ts';

export { type Role, roles };

/** A person of the desk. Dates are days in IST; `until` is her last one. `removedAt` is UTC. */
export interface PersonView {
  id: string;
  name: string;
  designation: string | null;
  roles: Role[];
  from: string | null;
  until: string | null;
  addedAt: string;
  removedAt: string | null;
  isYou: boolean;
}

const day = z.iso.date('is not a day: write it as 2026-11-21');
const passphrase = z.string().max(1_024);
const person = line(80).min(1, 'is empty');
const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));
const roleList = z
  .array(z.enum(roles))
  .min(1, 'choose at least one')
  .transform((list) => roles.filter((role) => list.includes(role)));

const standing = {
  designation: line(200).nullish(),
  roles: roleList,
  from: day.nullish(),
  until: day.nullish(),
};

/** `passphrase` is always that of the person who acts, typed again; the recovery code where that opened the desk. */
export const addPersonSchema = z.strictObject({
  name: line(200).pipe(z.string().trim().min(1, 'is empty')),
  ...standing,
  newPassphrase: passphrase,
  passphrase,
});
export const changeRolesSchema = z.strictObject({ person, ...standing, reason, passphrase });
export const removePersonSchema = z.strictObject({ person, reason, passphrase });
export const changePassphraseSchema = z.strictObject({ passphrase, newPassphrase: passphrase });

export type AddPerson = z.infer<typeof addPersonSchema>;
export type ChangeRoles = z.infer<typeof changeRolesSchema>;
export type RemovePerson = z.infer<typeof removePersonSchema>;
export type ChangePassphrase = z.infer<typeof changePassphraseSchema>;
