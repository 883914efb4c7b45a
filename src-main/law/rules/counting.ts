import type { Sense, Unit } from '../contract.ts';
import { addMonths, hourMs, istDay, lastSecondOfDay, minuteMs } from './time.ts';

export interface Counted {
  dueMs: number;
  /** Where the target month is too short: the due instant on the day the count would run over to. */
  overflowMs: number | null;
}

/**
 * The due instant of a limit of `n` `unit` that starts at the UTC instant `startMs`.
 * Hours are exact; days leave out the day of the start and end at 23:59:59 IST; months and years keep the day of the month,
 * or take the last one. Backwards limits count hours before the start. Source: General Clauses Act 1897 s.9, s.3(35).
 */
export function countFrom(startMs: number, n: number, unit: Unit, sense: Sense): Counted {
  const sign = sense === 'back' ? -1 : 1;
  if (unit === 'h') return { dueMs: startMs + sign * n * hourMs, overflowMs: null };
  if (unit === 'min') return { dueMs: startMs + sign * n * minuteMs, overflowMs: null };
  const day = istDay(startMs);
  if (unit === 'd') return { dueMs: lastSecondOfDay(day + n), overflowMs: null };
  const moved = addMonths(day, unit === 'y' ? n * 12 : n);
  return { dueMs: lastSecondOfDay(moved.day), overflowMs: moved.overflow === null ? null : lastSecondOfDay(moved.overflow) };
}
