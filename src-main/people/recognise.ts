import type { Db } from '../../db/open.ts';
import { isKnownAgain, keysOf } from './rules/keys.ts';
import { holdersOf } from './store.ts';

const holdersLooked = 8;

/**
 * The record of somebody who asks again: the same mail address or phone, and a name that agrees. Null where nobody is known
 * so; then she gets a record of her own, and likenesses are suggested.
 */
export function recogniseParty(
  db: Db,
  person: { name?: string | undefined; email?: string | undefined; phone?: string | undefined },
): string | null {
  for (const { kind, value } of keysOf(person)) {
    if (kind === 'name') continue;
    const known = holdersOf(db, kind, value, holdersLooked).find((holder) => isKnownAgain(person.name, holder.name));
    if (known) return known.party;
  }
  return null;
}
