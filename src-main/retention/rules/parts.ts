import { dateOf, dayOf } from '../../law/rules.ts';
import type { ListPart, RetentionRow } from '../contract.ts';

const soon: { part: ListPart; days: number }[] = [
  { part: 'soon-1', days: 1 },
  { part: 'soon-7', days: 7 },
  { part: 'soon-30', days: 30 },
];

/** The parts of the list that a case is in on `today` (a day in IST). What will be due in a day is due in a week too. */
export function partsOf({ dueOn, blocks }: Pick<RetentionRow, 'dueOn' | 'blocks'>, today: string): ListPart[] {
  if (dueOn <= today) return ['all', blocks.length > 0 ? 'blocked' : 'due'];
  const within = soon.filter(({ days }) => dueOn <= dateOf(dayOf(today) + days)).map(({ part }) => part);
  return ['all', ...within];
}
