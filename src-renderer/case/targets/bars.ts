import type { CaseClock, CaseView } from '../../../src-main/cases/contract.ts';
import { inOrder, isOverdue } from '../../queue/due.ts';

/** A stretch of the common axis, in percent of its length. */
export interface Stretch {
  left: number;
  width: number;
}

/** Both bars on one axis: the leading clock of law, and the desk's own target with its pauses. Instants in milliseconds. */
export interface Bars {
  fromMs: number;
  toMs: number;
  now: number;
  legal: { clock: CaseClock; whole: Stretch; gone: Stretch; isLate: boolean } | null;
  own: { whole: Stretch; gone: Stretch; pauses: Stretch[] };
}

/** The clock of law that leads: the earliest unmet limit with a date, an overdue one first. */
export function leadingClock(clocks: CaseClock[]): CaseClock | null {
  const isOpen = (clock: CaseClock) => clock.status === 'running' || isOverdue(clock);
  return inOrder(clocks).find((clock) => isOpen(clock) && clock.due !== null && clock.start !== null && clock.sense === 'max') ?? null;
}

const clamp = (share: number) => Math.min(100, Math.max(0, share));

/** Draws both on one axis from the first start to the last date, or to now where that is later. Null without a target. */
export function barsOf({ target, clocks }: Pick<CaseView, 'target' | 'clocks'>, nowMs: number): Bars | null {
  if (target === null) return null;
  const clock = leadingClock(clocks);
  const ms = (iso: string | null | undefined) => Date.parse(iso ?? '');
  const setMs = ms(target.setAt);
  const dueMs = ms(target.due);
  const starts = clock ? [setMs, ms(clock.start)] : [setMs];
  const ends = clock ? [dueMs, nowMs, ms(clock.due)] : [dueMs, nowMs];
  const fromMs = Math.min(...starts);
  const toMs = Math.max(...ends, fromMs + 60_000);
  const at = (instant: number) => clamp(((instant - fromMs) / (toMs - fromMs)) * 100);
  const stretch = (a: number, b: number): Stretch => ({ left: at(a), width: Math.max(0, at(b) - at(a)) });
  const stoodMs = target.paused ? ms(target.paused.at) : nowMs;
  const pauses = target.pauses.map((pause) => stretch(ms(pause.at), ms(pause.until)));
  const standing = target.paused ? [stretch(ms(target.paused.at), nowMs)] : [];
  return {
    fromMs,
    toMs,
    now: at(nowMs),
    legal: clock && {
      clock,
      whole: stretch(ms(clock.start), ms(clock.due)),
      gone: stretch(ms(clock.start), nowMs),
      isLate: nowMs > ms(clock.due),
    },
    own: { whole: stretch(setMs, dueMs), gone: stretch(setMs, Math.min(stoodMs, dueMs)), pauses: [...pauses, ...standing] },
  };
}
