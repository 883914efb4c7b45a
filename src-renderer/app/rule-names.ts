import { useSyncExternalStore } from 'react';
import type { Rulebook } from '../../src-main/law/contract.ts';

/** What a rule is called that the window's own words do not know: one that a later rulebook brought. */
export interface RuleName {
  /** Another version of the same duty that the words do know. */
  like: string | null;
  title: { en: string; hi: string };
  cite: string | null;
}

export type RuleNames = ReadonlyMap<string, RuleName>;

let names: RuleNames = new Map();
const listeners = new Set<() => void>();

/** The names of the rules of a rulebook that `isKnown` does not know. */
export function namesFrom({ rules, targets }: Rulebook, isKnown: (rule: string) => boolean): RuleNames {
  const spoken = new Map(rules.filter(({ id }) => isKnown(id)).map(({ id, family }) => [family, id]));
  const ofLaw = rules.map(({ id, family, title, cite }): [string, RuleName] => [id, { like: spoken.get(family) ?? null, title, cite }]);
  const own = targets.map(({ id, title }): [string, RuleName] => [id, { like: null, title, cite: null }]);
  return new Map([...ofLaw, ...own].filter(([id]) => !isKnown(id)));
}

/** Has every screen call the rules of this rulebook by their names. */
export function learnRuleNames(learnt: RuleNames): void {
  names = learnt;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRuleNames(): RuleNames {
  return useSyncExternalStore(subscribe, () => names);
}
