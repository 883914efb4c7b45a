import type { LockSignal } from './contract.ts';

/** How often a shell looks whether anybody is there. */
export const lookEveryMs = 15_000;
/** Idle times below this are not worth telling. */
const tellFromSeconds = 60;
/** A look that comes this much too late means that the machine slept. */
const sleptAfterMs = 45_000;

/**
 * Turns looks at the clock into lock signals. `look` is called about every `lookEveryMs` with wall
 * time in milliseconds and the seconds since anybody touched the machine.
 */
export function createIdleWatch(tell: (signal: LockSignal) => void): (nowMs: number, idleForSeconds: number) => void {
  let lastLookMs: number | null = null;
  return (nowMs, idleForSeconds) => {
    if (lastLookMs !== null && nowMs - lastLookMs > sleptAfterMs) tell({ reason: 'suspended' });
    lastLookMs = nowMs;
    if (idleForSeconds >= tellFromSeconds) tell({ reason: 'idle', idleForSeconds: Math.floor(idleForSeconds) });
  };
}
