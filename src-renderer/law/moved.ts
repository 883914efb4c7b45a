import type { MovedCases } from '../../src-main/law/contract.ts';

/** One duty of one case that moves: by which version it counts before and after, and to when; null where it does not run. */
export interface MovedDuty {
  ref: string;
  wasRule: string | null;
  nowRule: string | null;
  was: string | null;
  now: string | null;
}

/**
 * A new version of a duty takes the place of the old one: the clock that goes and the clock that comes are one row. Whatever does
 * not fit together so stands on its own.
 */
export function movedDuties(listed: MovedCases['listed'], familyOf: (rule: string) => string): MovedDuty[] {
  const groups = new Map<string, MovedCases['listed']>();
  for (const one of listed) {
    const key = `${one.ref} ${familyOf(one.rule)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const gone = group.filter(({ due }) => due === null);
    const come = group.filter(({ was }) => was === null);
    const [from, to] = [gone[0], come[0]];
    if (group.length === 2 && from && to && from !== to)
      return [{ ref: from.ref, wasRule: from.rule, nowRule: to.rule, was: from.was, now: to.due }];
    return group.map(({ ref, rule, was, due }) => ({ ref, wasRule: rule, nowRule: rule, was, now: due }));
  });
}
