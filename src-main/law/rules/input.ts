import type { CaseMoments, Classes, ClockInput, LawEvent } from '../contract.ts';

/** What a platform is in law when no profile says: an intermediary, a body corporate and a data fiduciary. */
export const plainClasses: Classes = { intermediary: 'yes', 'body-corporate': 'yes', 'data-fiduciary': 'yes' };

/** When `event` happened in this case, as a UTC instant, or undefined if it has not (or no case can know it). */
export function eventAt(event: LawEvent, input: ClockInput): string | undefined {
  const { moments, facts } = input;
  switch (event) {
    case 'received':
      return input.receivedAt;
    case 'noticed':
      return moments?.noticed ?? facts.noticedAt;
    case 'discontinued':
      return moments?.discontinued ?? facts.discontinuedAt;
    case 'respondBy':
      return facts.respondBy;
    case 'lastRemoval':
      return moments?.lastRemoval ?? moments?.firstRemoval;
    case 'closed':
      return closedAt(input);
    default:
      return moments?.[event as keyof CaseMoments] as string | undefined;
  }
}

export function closedAt(input: ClockInput): string | undefined {
  return input.closedAt ?? input.moments?.closed;
}
