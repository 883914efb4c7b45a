import { dateOf, dayOf } from '../../law/rules.ts';
import type { ListPart, RetentionRow } from '../contract.ts';

const soon: { part: ListPart; days: number }[] = [
  { part: 'soon-1', days: 1 },
  { part: 'soon-7', days: 7 },
  { part: 'soon-30', days: 30 },
];

/** A day (IST) with the last days of what is due soon from then, worked out once for a whole list. */
export interface Today {
  today: string;
  soon: readonly { part: ListPart; until: string }[];
}

export function todayOf(today: string): Today {
  return { today, soon: soon.map(({ part, days }) => ({ part, until: dateOf(dayOf(today) + days) })) };
}

/** The parts of the list that a case is in on a day. What will be due in a day is due in a week too. */
export function partsOf({ dueOn, blocks }: Pick<RetentionRow, 'dueOn' | 'blocks'>, day: Today): ListPart[] {
  if (dueOn <= day.today) return ['all', blocks.length > 0 ? 'blocked' : 'due'];
  return ['all', ...day.soon.filter(({ until }) => dueOn <= until).map(({ part }) => part)];
}
