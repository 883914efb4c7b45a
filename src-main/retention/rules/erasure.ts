import type { ErasureReason, ErasureRest } from '../../cases/contract/erasure.ts';
import { governmentKinds, ownDutyKinds } from '../../cases/contract/words.ts';
import type { Block, KeepStep, Kept } from '../contract/views.ts';

/** What of a case decides whether it goes with its person's data. Days are days in IST. */
export interface HerCase {
  ref: string;
  kind: string;
  /** Whether it is the very request. */
  isRequest: boolean;
  /** Whether she asked in it, or stands in it beside somebody else. */
  isHers: boolean;
  /** Null while it is open. */
  kept: Kept | null;
  blocks: readonly Block[];
  /** Until when the decision can be appealed against; null where it cannot any more. */
  appealUntil: string | null;
}

const notOfPeople: readonly string[] = [...governmentKinds, ...ownDutyKinds];
const appealCite = 'IT Rules 2021, rule 3A(3)';
const blockReason: Record<Block['code'], ErasureReason> = {
  open: 'open',
  hold: 'hold',
  linked: 'linked',
  mail: 'mail',
  authority: 'authority',
};

const dayOf = (until: string | null | undefined) => (until ? new Date(Date.parse(until) + 330 * 60_000).toISOString().slice(0, 10) : null);

/** The longest period of law, or of a promise, that has not ended. */
function floorOf({ steps }: Kept, today: string): KeepStep | undefined {
  return steps
    .filter(({ sort, until }) => (sort === 'minimum' || sort === 'promise') && until >= today)
    .toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];
}

/**
 * Why a case stays when its person asks that her data leave this desk, or null where it goes. What only the desk chose gives way to
 * her request; law, a promise, a hold, an appeal that is still open, and other people's cases do not. Source: features K6; IT Rules
 * rule 3(1)(g), (h), 3A(3); DPDP Act s.8(7), 12(3).
 */
export function reasonToStay(one: HerCase, today: string): ErasureRest | null {
  const { ref, kind, kept, blocks, appealUntil } = one;
  const rest = (why: ErasureReason, until: string | null = null, cite: string | null = null): ErasureRest => ({ ref, why, until, cite });
  if (one.isRequest) return rest('request', kept?.until ?? null);
  if (!one.isHers || notOfPeople.includes(kind)) return rest('not-hers', kept?.until ?? null);
  if (kept === null) return rest('open');
  const block = blocks[0];
  if (block) return rest(blockReason[block.code], dayOf(block.until), block.instrument ?? null);
  if (appealUntil !== null && appealUntil >= today) return rest('appeal', appealUntil, appealCite);
  const floor = floorOf(kept, today);
  return floor ? rest(floor.sort === 'promise' ? 'promise' : 'law', floor.until, floor.cite) : null;
}

/** Whether of a case that stays what nobody has to keep still goes: it is hers, closed, and only a period of law holds it. */
export function goesInPart({ why }: ErasureRest): boolean {
  return why === 'law' || why === 'promise';
}
