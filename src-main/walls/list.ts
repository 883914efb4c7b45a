import { queueWindow } from '../cases/index.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { orderOf } from '../government/index.ts';
import { bringIndexUp, ticketsWith } from '../search/index.ts';
import type { RestrictedCase, RestrictedList, RestrictedQuery } from './contract.ts';
import { peopleNow, waitingFor } from './keys.ts';
import { isEntitled } from './rules.ts';
import { holdersOf, namesOf, type PersonKey, readWalls, wallOf } from './store.ts';

type Row = ReturnType<typeof queueWindow>['rows'][number];

function caseOf(inside: Desk, { ref, kind, platform, state, subject, next }: Row, people: readonly PersonKey[]): RestrictedCase | null {
  const wall = wallOf(inside.db, ref);
  if (!wall) return null;
  const names = namesOf(inside.db);
  const holders = holdersOf(inside.db, wall.id).map((id) => ({
    id,
    name: names.get(id) ?? id,
    isEntitled: isEntitled(people.find((one) => one.id === id)?.roles ?? []),
  }));
  const waiting = waitingFor(inside, wall.id, people).map(({ id, name }) => ({ id, name }));
  const instrument = orderOf(inside.db, ref)?.instrument ?? null;
  return {
    ref,
    instrument,
    kind,
    platform,
    state,
    subject,
    next: next && { rule: next.rule, due: next.due },
    raisedAt: wall.raisedAt,
    holders,
    waiting,
  };
}

/** The restricted cases that the person at the desk can open, next clock first; of the others only how many there are. */
export function listRestricted(desk: Desk, { text, closed, offset, limit }: RestrictedQuery): RestrictedList {
  const outer = desk.walls.outer();
  const inside = desk.walls.opened();
  const walls = readWalls(outer.db);
  const people = peopleNow(outer);
  const named = people.map(({ id, name }) => ({ id, name }));
  const all = { walls: walls.length, people: named };
  if (!inside) return { ...all, mine: 0, rows: [], total: 0 };
  if (text?.trim()) bringIndexUp(inside.db);
  const refs = text?.trim() ? (ticketsWith(inside.db, text) ?? undefined) : undefined;
  const { rows, total } = queueWindow(inside.db, { filter: closed ? { closed } : {}, offset, limit, refs }, nowOf(outer));
  const mine = walls.filter(({ id }) => holdersOf(outer.db, id).includes(outer.person.id)).length;
  return { ...all, mine, rows: rows.flatMap((row) => caseOf(inside, row, people) ?? []), total };
}
