import { dayInIndia } from '../../cases/rules.ts';
import { sayDate } from '../../law/rules.ts';
import type { Block } from '../contract.ts';

/** What the desk knows that may stand in the way of a purge. Instants are UTC. */
export interface BlockFacts {
  ref: string;
  isOpen: boolean;
  holds: readonly { ref: string; instrument: string; until: string | null }[];
  /** Other cases that are linked with this one, either way, and open. */
  linkedOpen: readonly string[];
  /** A message that came after the closing and that nobody has acted on, or null. */
  unreadMailAt: string | null;
  /** Other cases that rest on an authority recorded in this one. */
  authorityUsedBy: readonly string[];
}

/** Everything that keeps a case from being purged now, whatever its date. Source: features K3, K4. */
export function blocksOf({ ref, isOpen, holds, linkedOpen, unreadMailAt, authorityUsedBy }: BlockFacts): Block[] {
  return [
    ...(isOpen ? [{ code: 'open' as const, text: `${ref} is open.` }] : []),
    ...holds.map((hold) => ({
      code: 'hold' as const,
      ref: hold.ref,
      instrument: hold.instrument,
      until: hold.until,
      text: `A legal hold (${hold.instrument}, placed on ${hold.ref}) reaches ${ref} ${
        hold.until === null ? 'until it is released' : `until ${sayDate(dayInIndia(hold.until))}`
      }.`,
    })),
    ...linkedOpen.map((other) => ({ code: 'linked' as const, ref: other, text: `${other}, which is linked with ${ref}, is open.` })),
    ...(unreadMailAt === null
      ? []
      : [
          {
            code: 'mail' as const,
            at: unreadMailAt,
            text: `A message came on ${sayDate(dayInIndia(unreadMailAt))}, after ${ref} was closed, and nobody has acted on it: reopen the case or note why not.`,
          },
        ]),
    ...authorityUsedBy.map((other) => ({
      code: 'authority' as const,
      ref: other,
      text: `${other} rests on an authority that was recorded in ${ref}.`,
    })),
  ];
}
