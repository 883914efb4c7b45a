import type { Db } from '../../db/open.ts';
import type { Desk } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import type { Walls } from '../desk/wall-port.ts';
import { destroyWall } from './destroy.ts';
import { restricted } from './journal.ts';
import { giveWaitingKeys, grantKey, revokeKey } from './keys.ts';
import { type OpenWalls, openWalls } from './open.ts';
import { namesInside, ticketOf } from './route.ts';
import { holdersOf, keysOfPerson, type WallRow, wallOf } from './store.ts';

/** What the walls of a desk are given: the desk, and a way to open its database once more. */
export interface WallsParts {
  desk(): Desk;
  connect(): Db;
}

/** What was opened, for whom and on which database: another person, or a database written anew, opens it anew. */
interface Opened extends OpenWalls {
  outerDb: Db;
  person: string;
}

interface Opening {
  /** Opens at first need whatever the person at the desk can open, which may be nothing. */
  must(): Opened;
  /** Whoever seals a case in and is not named in its wall sees no more of it. */
  forgetForeign(): void;
  close(): void;
}

function createOpening({ desk, connect }: WallsParts): Opening {
  let opened: Opened | null = null;
  const close = () => {
    if (!opened) return;
    const { desk: inside, inside: parts } = opened;
    opened = null;
    for (const key of parts.keys.values()) key.fill(0);
    inside.db.close();
  };
  const open = (outer: Desk): Opened => {
    const db = connect();
    try {
      return { ...openWalls(outer, db), outerDb: outer.db, person: outer.person.id };
    } catch (error) {
      db.close();
      throw error;
    }
  };
  return {
    close,
    must() {
      const outer = desk();
      if (opened && (opened.outerDb !== outer.db || opened.person !== outer.person.id)) close();
      opened ??= open(outer);
      return opened;
    },
    forgetForeign() {
      const known = opened;
      const isForeign = (wall: string) => !holdersOf(desk().db, wall).includes(known?.person ?? '');
      if (known && [...known.inside.keys.keys()].some(isForeign)) close();
    },
  };
}

/**
 * The restricted cases of a desk. Those that the person at the desk holds a key of are opened at first need, in memory, and are
 * gone when the desk locks, another person sits down, or its database is written anew.
 */
export function createWalls(parts: WallsParts): Walls {
  const { desk } = parts;
  const { must, forgetForeign, close } = createOpening(parts);
  /** What is opened, and the wall of a case that the person at the desk can open. Faults: refused, restricted, corrupt. */
  const mine = (ref: string): [Opened, WallRow] => {
    const wall = wallOf(desk().db, ref);
    if (!wall) throw new Fault('refused', `${ref} is not restricted.`);
    checkHeld(wall);
    return [must(), wall];
  };
  const checkHeld = ({ id, ref }: WallRow): void => {
    const isHeld = holdersOf(desk().db, id).includes(desk().person.id) && must().inside.keys.has(id);
    if (!isHeld) throw restricted(ref);
    if (must().inside.damaged.has(id))
      throw new Fault('corrupt', `What is sealed of ${ref} does not open whole. Verify the record, then restore the newest backup.`);
  };
  const opened = () => (keysOfPerson(desk().db, desk().person.id).length > 0 && must().inside.keys.size > 0 ? must().desk : null);
  const deskOf = (ref: string) => (wallOf(desk().db, ref) ? mine(ref)[0].desk : desk());
  return {
    outer: desk,
    opened,
    deskOf,
    deskFor(input) {
      if (typeof input !== 'object' || input === null) return desk();
      const named = input as Record<string, unknown>;
      const ref = ticketOf(named);
      if (ref !== null) return deskOf(ref);
      const inside = opened();
      return inside && namesInside(inside.db, named) ? inside : desk();
    },
    receive(work) {
      try {
        return work(must().desk);
      } finally {
        forgetForeign();
      }
    },
    has: (ref) => wallOf(desk().db, ref) !== null,
    holders(ref) {
      const wall = wallOf(desk().db, ref);
      return wall ? holdersOf(desk().db, wall.id) : [];
    },
    ...keeping({ mine, close, isMe: (person) => person === desk().person.id }),
    giveWaiting: () => (opened() ? giveWaitingKeys(must()) : 0),
    close,
  };
}

interface Keeping {
  mine(ref: string): [Opened, WallRow];
  close(): void;
  isMe(person: string): boolean;
}

/** What a holder does with a wall itself. */
function keeping({ mine, close, isMe }: Keeping): Pick<Walls, 'grant' | 'revoke' | 'destroy'> {
  return {
    grant: (ref, person, reason) => grantKey(...mine(ref), person, reason),
    revoke(ref, person, reason) {
      revokeKey(...mine(ref), person, reason);
      if (isMe(person)) close();
    },
    destroy(ref, said) {
      const [{ desk, inside }, wall] = mine(ref);
      return destroyWall(desk, inside.record, wall, said);
    },
  };
}
