import type { DutyView } from '../../src-main/law/contract.ts';

const dayMs = 86_400_000;

/**
 * How a duty stands: with a date; with a period that starts from something nobody has recorded yet; or without a number in
 * the law, so that there is no date to be shown and none is invented.
 */
export type DutyStanding = 'dated' | 'unrecorded' | 'undated';

export function standingOf({ due, n }: Pick<DutyView, 'due' | 'n'>): DutyStanding {
  if (due !== null) return 'dated';
  return n === null ? 'undated' : 'unrecorded';
}

const order: DutyStanding[] = ['dated', 'unrecorded', 'undated'];

/** One platform's duties: those with a date first, earliest first; then what waits for a record; then what has no number. */
export function ofPlatform(duties: readonly DutyView[], platform: string): DutyView[] {
  return duties
    .filter((duty) => duty.platform === platform)
    .sort((a, b) => order.indexOf(standingOf(a)) - order.indexOf(standingOf(b)) || (a.due ?? '').localeCompare(b.due ?? ''));
}

/** Whether a date can be missed: a minimum period is kept by doing nothing. */
export function canBeMissed({ sense, due }: Pick<DutyView, 'sense' | 'due'>): boolean {
  return due !== null && (sense === 'max' || sense === 'back');
}

/** Limits that have passed or fall due within so many days, earliest first. */
export function upcoming(duties: readonly DutyView[], nowMs: number, withinDays: number): DutyView[] {
  return duties
    .filter((duty) => canBeMissed(duty) && Date.parse(duty.due ?? '') <= nowMs + withinDays * dayMs)
    .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
}

/** What was planned lies ahead; everything else has been done already. */
export function mayLieAhead({ sense }: Pick<DutyView, 'sense'>): boolean {
  return sense === 'back';
}
