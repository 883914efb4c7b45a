import { countOpenAlarms } from '../../cases/index.ts';
import type { Desk } from '../../desk/desk.ts';

/** The desk, and the one inside its walls where the person at it can open restricted cases: the clocks of both are watched. */
export function watchedDesks(desk: Desk): Desk[] {
  const inside = desk.walls.opened();
  return inside ? [desk, inside] : [desk];
}

/** How many alarms were shown and not acknowledged. */
export const countAlarms = (desk: Desk): number => watchedDesks(desk).reduce((sum, { db }) => sum + countOpenAlarms(db), 0);
