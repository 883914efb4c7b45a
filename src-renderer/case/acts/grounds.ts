import type { Outcome } from '../../../src-main/cases/contract.ts';
import type { GroundView } from '../../../src-main/rights/contract.ts';

type Language = 'en' | 'hi';

/** The words that the field shows for a coded ground. */
export function groundLabel({ text, clause }: GroundView, language: Language): string {
  return `${text[language] ?? text.en} (${clause})`;
}

/** The coded grounds that carry an outcome, by what the field shows for each. */
export function offeredGrounds(all: readonly GroundView[], outcome: Outcome | '', language: Language): Map<string, GroundView> {
  const fitting = all.filter(({ outcomes }) => outcome !== '' && outcomes.includes(outcome));
  return new Map(fitting.map((ground) => [groundLabel(ground, language), ground]));
}

/** The coded ground of which these are the words, in either language; one that carries the outcome before another. */
export function groundByWords(all: readonly GroundView[], outcome: Outcome | '', words: string): GroundView | undefined {
  const named = all.filter((ground) => groundLabel(ground, 'en') === words || groundLabel(ground, 'hi') === words);
  return named.find(({ outcomes }) => outcome !== '' && outcomes.includes(outcome)) ?? named[0];
}

interface TypedGround {
  outcome: Outcome | '';
  ground: string;
  /** Of the coded ground that was picked; empty for own words, and in drafts that keep the words alone. */
  groundId: string;
}

export interface ReadGround {
  /** Null for own words. */
  coded: GroundView | null;
  /** What the desk is sent: the id of a coded ground, or own words. */
  sent: string;
  /** The ground does not carry the outcome, or is not among those of the case any more. */
  problem: 'unfit' | 'gone' | null;
}

/** What the field of the ground means, whatever became of outcome, language and rules since it was filled in. */
export function readGround(all: readonly GroundView[], { outcome, ground, groundId }: TypedGround): ReadGround {
  const coded = (groundId === '' ? groundByWords(all, outcome, ground) : all.find(({ id }) => id === groundId)) ?? null;
  if (coded === null) return groundId === '' ? { coded, sent: ground, problem: null } : { coded, sent: groundId, problem: 'gone' };
  const isFit = outcome === '' || coded.outcomes.includes(outcome);
  return { coded, sent: coded.id, problem: isFit ? null : 'unfit' };
}
