import type { Clock, ClockStatus, ClockView, Rulebook } from '../contract.ts';
import { findSource, isRule } from './compile.ts';
import { leads } from './compute.ts';
import { showIst, wholeSecond } from './time.ts';

/** A clock as it stands at `nowIso` (UTC), in the shape that the command line and the window show. */
export function viewClock(clock: Clock, rulebook: Rulebook, nowIso: string): ClockView {
  const source = findSource(clock.rule, rulebook);
  const rule = source && isRule(source) ? source : null;
  return {
    rule: clock.rule,
    cite: rule ? `${rule.instrument}, ${rule.cite}` : clock.internal ? 'internal target' : clock.rule,
    sense: clock.sense,
    status: statusAt(clock, nowIso),
    waitsFor: clock.waitsFor,
    start: shown(clock.start),
    due: shown(clock.due),
    inForce: { from: rule?.from ?? null, until: rule?.until ?? null },
    confidence: rule?.confidence ?? '-',
    disputed: clock.disputed,
    alternatives: clock.alternatives.map(({ reading, due }) => ({ reading, due: shown(due) })),
  };
}

function shown(instant: string | null): string | null {
  return instant === null ? null : showIst(instant);
}

/**
 * The status at `nowIso`. An act in the due second is in time. A minimum period, and a period that binds somebody else,
 * runs to its due second and is then met: nobody here can miss it.
 */
export function statusAt(clock: Clock, nowIso: string): ClockStatus {
  if (clock.state === 'waits' || clock.state === 'duty' || clock.state === 'withdrawn') return clock.state;
  if (clock.due === null) return 'met';
  const due = wholeSecond(clock.due);
  if (clock.sense === 'min' || clock.sense === 'info') return clock.state === 'stopped' || wholeSecond(nowIso) > due ? 'met' : 'running';
  if (clock.state === 'stopped') return wholeSecond(clock.stoppedAt ?? clock.due) <= due ? 'met' : 'missed';
  return wholeSecond(nowIso) > due ? 'missed' : 'running';
}

export interface NextDue {
  rule: string;
  due: string;
}

/** The legal clock that leads: the earliest unmet limit of law (at most, or backwards), so an overdue one first. UTC. */
export function nextLegal(clocks: readonly Clock[]): NextDue | null {
  return earliestOf(clocks.filter(leads));
}

/** The earliest unmet internal target, for a case that no legal date leads; a paused one where nothing else leads. UTC. */
export function nextTarget(clocks: readonly Clock[]): NextDue | null {
  const isOpen = (clock: Clock) => clock.internal && clock.stoppedAt === null;
  return earliestOf(clocks.filter((clock) => isOpen(clock) && clock.state === 'runs')) ?? earliestOf(clocks.filter(isOpen));
}

function earliestOf(clocks: readonly Clock[]): NextDue | null {
  let first: NextDue | null = null;
  for (const { rule, due } of clocks) if (due !== null && (first === null || due < first.due)) first = { rule, due };
  return first;
}
