import type { Classes, Clock, ClockInput } from '../../law/contract.ts';
import { nextAlarm, nextLegal, nextTarget } from '../../law/rules.ts';
import { type CaseFile, type FrozenClock, isOwnReview } from './file.ts';

/** What the clocks of a case are computed from; `classes` is what its platform is in law. */
export function clockInputOf(file: CaseFile, classes: Classes): ClockInput {
  return {
    kind: file.kind,
    receivedAt: file.receivedAt,
    facts: file.facts,
    classes,
    moments: file.moments,
    historical: file.historical,
    onBehalf: file.onBehalfOf !== null,
    target: file.target,
    isOwnMotion: isOwnReview(file),
    reminders: file.clocks.reminders ?? [],
  };
}

/** The clock that leads the case in the queue: of law, or else the desk's own; none for imported history. */
export function leadOf(file: CaseFile, clocks: readonly Clock[]): { rule: string; due: string; internal: boolean } | null {
  const legal = nextLegal(clocks);
  const lead = legal ?? nextTarget(clocks);
  return lead && !file.historical ? { ...lead, internal: legal === null } : null;
}

/**
 * When the next alarm of these clocks sounds, seen from an entry at `at` (UTC). One that sounded unheard before it stays:
 * an act on a case does not make its alarms heard.
 */
export function alarmAfter(file: CaseFile, clocks: readonly Clock[], unheard: string | null, at: string): string | null {
  if (file.historical) return null;
  const isUnheard = unheard !== null && unheard <= at;
  return nextAlarm(clocks, isUnheard ? new Date(Date.parse(unheard) - 1).toISOString() : at);
}

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** The clocks as they stand when the case closes at `closedAt` (UTC); `rulebook` is the hash of the version they went by. */
export function freezeClocks(file: CaseFile, closedAt: string): FrozenClock[] {
  return file.clocks.now.map((clock) => {
    const result = resultOf(clock, closedAt);
    const end = clock.stoppedAt ?? closedAt;
    return {
      rule: clock.rule,
      start: clock.start,
      due: clock.due,
      stoppedAt: clock.stoppedAt,
      result,
      lateBySeconds: result === 'missed' && clock.due !== null ? seconds(end) - seconds(clock.due) : null,
      rulebook: file.rulebook,
    };
  });
}

/** A minimum, and a period that binds somebody else, cannot be missed here. A limit that ran out unmet is missed, not open. */
function resultOf(clock: Clock, closedAt: string): FrozenClock['result'] {
  if (clock.state === 'withdrawn') return 'withdrawn';
  if (clock.due === null) return 'none';
  const isLimit = clock.sense === 'max' || clock.sense === 'back';
  const isLate = isLimit && seconds(clock.stoppedAt ?? closedAt) > seconds(clock.due);
  if (isLate) return 'missed';
  return clock.stoppedAt === null ? 'open' : 'met';
}
