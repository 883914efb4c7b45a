import { AsyncLocalStorage } from 'node:async_hooks';
import type { Desk } from './desk.ts';
import { Fault } from './faults.ts';
import type { Reader } from './reader.ts';
import { reads } from './reads.ts';

/** The desk inside the walls on which the operation of this moment works; none for all that is open to everybody. */
const inside = new AsyncLocalStorage<Desk>();

/**
 * Runs an operation on the desk that its input belongs to: what names a restricted case on the desk inside the walls, all else on
 * `outer`. This is the one place that decides it; no operation knows. Fault: restricted.
 */
export function runRouted<T>(outer: Desk, input: unknown, run: () => T): T {
  const desk = outer.walls.deskFor(input);
  return desk === outer ? run() : inside.run(desk, run);
}

/** The desk of the operation of this moment. Fault: locked where it was closed meanwhile. */
export function routedDesk(outer: Desk): Desk {
  const desk = inside.getStore();
  if (!desk) return outer;
  if (!desk.db.open || desk.walls !== outer.walls) throw new Fault('locked', 'The desk was locked meanwhile. Open it again.');
  return desk;
}

const readHere = (desk: Desk): Reader => ({
  ask: async (name, input, onProgress) => reads[name](desk.db, input, onProgress ?? (() => {})),
  finish: async () => {},
  close: async () => {},
});

/** Who reads for the operation of this moment: the reading thread knows no key, so restricted cases are read where they are open. */
export function routedReader(reader: Reader): Reader {
  const desk = inside.getStore();
  return desk ? readHere(desk) : reader;
}
