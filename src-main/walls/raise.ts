import type { Db } from '../../db/open.ts';
import { dayInIndia } from '../cases/rules.ts';
import type { DeskPerson } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { type Clock, type Ids, isoInstant } from '../desk/ports.ts';
import { type Folds, type Journal, post } from '../journal/index.ts';
import { wrapKey } from './crypto.ts';
import { entitledPeople } from './rules.ts';
import { type PersonKey, peopleWithKeys } from './store.ts';

/** What raising a wall needs of a desk, outside or inside: its record, and public keys. */
export interface RaisingDesk {
  db: Db;
  /** The one record, over this connection. */
  record: Journal;
  folds: Folds;
  workspace: string;
  person(): DeskPerson;
  clock: Clock;
  ids: Ids;
}

/** Who gets the key of a new wall. Fault: refused where nobody may open it. */
function firstHolders({ db, clock }: RaisingDesk, isForced: boolean): PersonKey[] {
  const people = peopleWithKeys(db, dayInIndia(isoInstant(clock.now())));
  const entitled = entitledPeople(people);
  const holders = entitled.length === 0 && isForced ? people.filter(({ roles }) => roles.includes('officer')) : entitled;
  if (holders.length > 0) return holders;
  throw new Fault(
    'refused',
    'Nobody at this desk may open a restricted case: give somebody the role of nodal contact or compliance chief first.',
  );
}

/** Raises a wall around the case of this ticket; answers its id and key. `isForced`: where nobody has a role for
 * it, the grievance officer can open it. Fault: refused where nobody may open it. */
export function raiseWall(
  desk: RaisingDesk,
  ref: string,
  { platform, year, number }: { platform: unknown; year: unknown; number: unknown },
  isForced = false,
): { wall: string; key: Buffer } {
  const holders = firstHolders(desk, isForced);
  const { db, record, folds, workspace, ids } = desk;
  const wall = ids.id(16);
  const key = ids.bytes(32);
  const keys = holders.map(({ id: person, exchangeKey }) => ({
    person,
    wrapped: wrapKey(key, exchangeKey, { workspace, wall, person }, ids),
  }));
  const body = { v: 1, ref, platform, year, number, keys };
  post(db, record, folds, { actor: desk.person().id, kind: 'wall.raised', subject: `wall:${wall}`, body });
  return { wall, key };
}
