import { Fault } from './faults.ts';
import type { Clock } from './ports.ts';

const dayMs = 86_400_000;
const stepBackMs = 2 * 60_000;

/** Stops writing when the machine's time cannot be believed, until a person confirms it (design: time). */
export interface TimeGuard {
  /** Fault: clock-moved with `from` and `to` (UTC) when the time is in doubt. */
  check(): void;
  /** The person says the time shown is right; answers what it was and is, for `clock.corrected`. */
  confirm(): { from: string; to: string };
  doubt(): { from: string; to: string } | null;
}

/**
 * Compares wall time with the last entry and with the monotonic clock. `lastEntryAt` is UTC, null on an empty journal.
 * Doubt: more than 24 h ahead of the last known instant, or more than two minutes behind where time should be.
 */
export function createTimeGuard(clock: Clock, lastEntryAt: string | null): TimeGuard {
  let known = { wall: lastEntryAt === null ? clock.now() : Date.parse(lastEntryAt), monotonic: clock.monotonic() };

  const doubt = () => {
    const wall = clock.now();
    const monotonic = clock.monotonic();
    const expected = known.wall + (monotonic - known.monotonic);
    const isBehind = wall < known.wall - stepBackMs || wall < expected - stepBackMs;
    if (isBehind || wall > known.wall + dayMs + Math.max(0, monotonic - known.monotonic)) {
      return { from: new Date(known.wall).toISOString(), to: new Date(wall).toISOString() };
    }
    known = { wall: Math.max(wall, known.wall), monotonic };
    return null;
  };

  return {
    doubt,
    check() {
      const moved = doubt();
      if (moved)
        throw new Fault(
          'clock-moved',
          'The time of this computer has jumped. Check it, then confirm it, before anything is written.',
          moved,
        );
    },
    confirm() {
      const from = new Date(known.wall).toISOString();
      known = { wall: clock.now(), monotonic: clock.monotonic() };
      return { from, to: new Date(known.wall).toISOString() };
    },
  };
}
