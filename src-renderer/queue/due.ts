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

/** Clocks in the order of their reading: running limits by date, then duties, then what waits or only informs, then what is over. */
export function inOrder(clocks: ClockView[]): ClockView[] {
  return [...clocks].sort((a, b) => rank(a) - rank(b) || (a.due ?? '9').localeCompare(b.due ?? '9'));
}

function rank({ status, sense }: ClockView): number {
  if (status === 'running' && sense !== 'info' && sense !== 'min') return 0;
  if (status === 'missed') return 1;
  if (status === 'duty') return 2;
  if (status === 'running') return 3;
  return status === 'waits' ? 4 : 5;
}

/** Clocks that must be acted on; the others can be folded away. */
export function isPressing(clock: ClockView): boolean {
  return rank(clock) < 2;
}

/** Share of a running clock that has gone, and its tone. */
export function progressOf(clock: ClockView, nowMs: number): { share: number; isPast: boolean } {
  if (!clock.start || !clock.due) return { share: 0, isPast: false };
  const due = Date.parse(clock.due);
  return { share: elapsedShare(Date.parse(clock.start), due, nowMs), isPast: spanTo(due, nowMs).isPast };
}
