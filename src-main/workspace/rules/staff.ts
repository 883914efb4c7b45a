import type { Role } from '../contract.ts';

/** A person as far as these rules look. Days are in IST. */
export interface Standing {
  id: string;
  name: string;
  roles: readonly string[];
  from: string | null;
  until: string | null;
}

/** Whether a person works at the desk on `today`. */
function worksOn({ from, until }: Pick<Standing, 'from' | 'until'>, today: string): boolean {
  return (from === null || from <= today) && (until === null || today <= until);
}

/** Why a person may not open the desk on `today`, or null. `person` is null where the record knows nobody of that id. */
export function entryRefusal(
  person: (Pick<Standing, 'from' | 'until'> & { removedAt: string | null }) | null,
  today: string,
): string | null {
  if (!person || person.removedAt !== null) return 'This passphrase belongs to nobody who works at this desk.';
  if (person.from !== null && today < person.from) return 'Your time at this desk has not begun yet.';
  if (person.until !== null && person.until < today) return 'Your time at this desk is over.';
  return null;
}

const neededRoles: Role[] = ['officer', 'admin'];

/**
 * Why the desk cannot be left to these people, or null: somebody has to be grievance officer and somebody administrator,
 * from today on and without an end.
 */
export function staffRefusal(people: readonly Standing[], today: string): string | null {
  const lasting = people.filter((one) => one.until === null && worksOn(one, today));
  const missing = neededRoles.find((role) => !lasting.some((one) => one.roles.includes(role)));
  if (missing === undefined) return null;
  const what = missing === 'officer' ? 'grievance officer' : 'administrator';
  return `This would leave the desk without a ${what}. Give somebody else that role first, without a last day.`;
}

/** Whether a name is taken: two people of one name could not be told apart in the record. */
export function isNameTaken(name: string, people: readonly Pick<Standing, 'name'>[]): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  return people.some((one) => plain(one.name) === plain(name));
}
