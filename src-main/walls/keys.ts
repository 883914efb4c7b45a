import { dayInIndia } from '../cases/rules.ts';
import { type Desk, nowOf, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { wrapKey } from './crypto.ts';
import { type Inside, postOpen, sealEntry } from './journal.ts';
import type { OpenWalls } from './open.ts';
import { entitledPeople } from './rules.ts';
import { holdersOf, type PersonKey, peopleWithKeys, readWall, type WallRow } from './store.ts';

/** The people of the desk today who may be given keys. */
export const peopleNow = (desk: Desk): PersonKey[] => peopleWithKeys(desk.db, dayInIndia(nowOf(desk)));

function postGrant(inside: Inside, wall: WallRow, { id: person, exchangeKey }: PersonKey, reason: string | null): void {
  const { workspace, ids } = inside;
  const key = inside.keys.get(wall.id);
  if (!key) throw new Error('A key is given by who holds it.');
  const wrapped = wrapKey(key, exchangeKey, { workspace, wall: wall.id, person }, ids);
  postOpen(inside, { kind: 'wall.granted', subject: `wall:${wall.id}`, body: { v: 1, person, wrapped } });
  explain(inside, wall, { what: 'granted', person, reason });
}

/** Why somebody was given a key, or had hers taken: told inside the wall alone. */
function explain(inside: Inside, { ref }: WallRow, body: { what: 'granted' | 'revoked'; person: string; reason: string | null }): void {
  sealEntry(inside, { actor: inside.person().id, kind: 'wall.explained', subject: `case:${ref}`, body: { v: 1, ...body } });
}

const topicsOf = ({ ref }: WallRow) => ['walls', `case:${ref}`];

/** Wraps the key of a wall to another person. Faults: not-found, refused where she holds it already. */
export function grantKey({ desk, inside }: OpenWalls, wall: WallRow, person: string, reason: string): void {
  const found = peopleNow(desk).find(({ id }) => id === person);
  if (!found) throw new Fault('not-found', 'There is no such person at this desk today.');
  if (holdersOf(desk.db, wall.id).includes(person)) throw new Fault('refused', `${found.name} can open ${wall.ref} already.`);
  write(desk, topicsOf(wall), () => postGrant(inside, wall, found, reason));
}

/** Takes a person's wrapped key out. Faults: refused where she holds none, or nobody else does. */
export function revokeKey({ desk, inside }: OpenWalls, wall: WallRow, person: string, reason: string): void {
  const holders = holdersOf(desk.db, wall.id);
  if (!holders.includes(person)) throw new Fault('refused', `This person holds no key of ${wall.ref}.`);
  if (holders.length === 1) throw new Fault('refused', `Nobody else can open ${wall.ref}: give another person its key first.`);
  write(desk, topicsOf(wall), () => {
    explain(inside, wall, { what: 'revoked', person, reason });
    postOpen(inside, { kind: 'wall.revoked', subject: `wall:${wall.id}`, body: { v: 1, person } });
  });
}

/** Who should hold a key of this wall by her role and holds none. */
export function waitingFor(desk: Desk, wall: string, people: readonly PersonKey[]): PersonKey[] {
  const holders = holdersOf(desk.db, wall);
  return entitledPeople(people).filter(({ id }) => !holders.includes(id));
}

/** Gives every opened wall's key to those whose role asks for it. */
export function giveWaitingKeys({ desk, inside }: OpenWalls): number {
  const people = peopleNow(desk);
  const wanting = [...inside.keys.keys()].flatMap((id) => {
    const wall = readWall(desk.db, id);
    return wall ? waitingFor(desk, id, people).map((person) => ({ wall, person })) : [];
  });
  if (wanting.length === 0) return 0;
  write(desk, ['walls', ...wanting.map(({ wall }) => `case:${wall.ref}`)], () => {
    for (const { wall, person } of wanting) postGrant(inside, wall, person, null);
  });
  return wanting.length;
}
