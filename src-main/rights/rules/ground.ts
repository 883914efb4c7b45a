import type { ActInput } from '../../cases/contract.ts';
import { badInput } from '../../desk/faults.ts';
import { clauseTextOf, groundsOf, type PlatformRules } from './platform.ts';

/** What a decision stands on, copied as it stands today so that a later edit of policy or law changes nothing in it. */
export interface GroundCopy {
  ground: string;
  groundCode: string | null;
  clause: string | null;
  clauseText: string | null;
}

/**
 * The ground of a decision: a coded one of the workflow brings its clause, words of the officer's own stand as they are.
 * Fault: bad-input where none is given, or where a coded ground does not carry the outcome.
 */
export function copyGround(
  platform: Pick<PlatformRules, 'book' | 'profile'>,
  kind: string,
  { outcome, ground, clause }: Pick<ActInput<'decide'>, 'outcome' | 'ground' | 'clause'>,
): GroundCopy {
  const known = groundsOf(platform, kind);
  if (!ground) {
    const fitting = known.filter(({ outcomes }) => outcomes.includes(outcome)).map(({ id }) => id);
    const offered = fitting.length > 0 ? ` (${fitting.join(', ')}, or your own words)` : '';
    throw badInput('ground', `is empty: a decision needs its ground${offered}`);
  }
  const own = clause || null;
  const coded = known.find(({ id }) => id === ground);
  if (!coded) return { ground, groundCode: null, clause: own, clauseText: own === null ? null : clauseTextOf(platform.profile, own) };
  if (!coded.outcomes.includes(outcome))
    throw badInput('ground', `${ground} does not carry the outcome ${outcome}; it carries ${coded.outcomes.join(', ')}`);
  const clauseText = own === null || own === coded.clause ? coded.clauseText : clauseTextOf(platform.profile, own);
  return { ground: coded.text.en, groundCode: coded.id, clause: own ?? coded.clause, clauseText };
}
