import type { CaseClock } from '../../src-main/cases/contract.ts';
import type { ClockView } from '../../src-main/law/contract.ts';
import type { Tone } from '../ui/chip.tsx';
import { bandOf, elapsedShare, spanTo } from '../ui/spans.ts';

/** The tone of a limit by how near it is; the desk's own targets never shout. */
export function toneOf(dueMs: number, nowMs: number, isInternal: boolean): Tone {
  const band = bandOf(dueMs, nowMs);
  if (isInternal) return band === 'overdue' || band === 'under-2h' ? 'soon' : 'calm';
  if (band === 'overdue') return 'overdue';
  if (band === 'under-2h') return 'urgent';
  return band === 'under-24h' ? 'soon' : 'calm';
}

/** A clock as a list shows it; only a clock of a case can say when it was stopped. */
export type ShownClock = ClockView & Partial<Pick<CaseClock, 'stoppedAt'>>;

/** A limit that has passed while nothing was done about it: it goes on counting, unlike one that was met late. */
export function isOverdue({ status, stoppedAt }: ShownClock): boolean {
  return status === 'missed' && (stoppedAt === null || stoppedAt === undefined);
}

/** Clocks in the order of their reading: limits by date with the overdue first, then duties, then what waits or informs, then what is over. */
export function inOrder<T extends ShownClock>(clocks: T[]): T[] {
  return [...clocks].sort((a, b) => rank(a) - rank(b) || (a.due ?? '9').localeCompare(b.due ?? '9'));
}

function rank(clock: ShownClock): number {
  const { status, sense } = clock;
  if (isOverdue(clock)) return 0;
  if (status === 'running') return sense === 'info' || sense === 'min' ? 3 : 1;
  if (status === 'duty') return 2;
  if (status === 'waits') return 4;
  return status === 'missed' ? 5 : 6;
}

/** How many limits stand in full; the rest is one click away, so that the next step stays in sight. */
const shownLimits = 3;

/** The clocks that press, and the others that can be folded away. */
export function pressing<T extends ShownClock>(clocks: T[]): { shown: T[]; folded: T[] } {
  const sorted = inOrder(clocks);
  const limits = sorted.filter((clock) => rank(clock) < 2).slice(0, shownLimits);
  const shown = limits.length > 0 ? limits : sorted.slice(0, shownLimits);
  return { shown, folded: sorted.filter((clock) => !shown.includes(clock)) };
}

/** Share of a running clock that has gone, and its tone. */
export function progressOf(clock: ShownClock, nowMs: number): { share: number; isPast: boolean } {
  if (!clock.start || !clock.due) return { share: 0, isPast: false };
  const due = Date.parse(clock.due);
  return { share: elapsedShare(Date.parse(clock.start), due, nowMs), isPast: spanTo(due, nowMs).isPast };
}
