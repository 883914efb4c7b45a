import type { Facts } from '../../cases/contract.ts';
import type { Rulebook } from '../contract.ts';
import { dayOf, startOfDay } from './time.ts';

export interface Judgement {
  verdict: 'valid' | 'invalid' | 'unknown';
  reasons: string[];
}

/**
 * Whether an intimation to remove content is good on its face (rule 3(1)(d) since 15-11-2025; law.md 1.3).
 * `receivedAt` is a UTC instant. Court orders are exempt. One known defect makes it invalid, with a reason for each;
 * an unknown fact leaves it unknown, and an unknown intimation counts as valid. Before the test existed the answer is unknown.
 */
export function judgeIntimation(facts: Facts, receivedAt: string, rulebook: Rulebook): Judgement {
  const test = rulebook.intimationTest;
  if (facts.source && test.exemptSources.includes(facts.source))
    return { verdict: 'valid', reasons: [`An order of a ${facts.source} is not subject to the test of ${test.cite}.`] };
  if (Date.parse(receivedAt) < startOfDay(dayOf(test.from)))
    return { verdict: 'unknown', reasons: [`The test of ${test.cite} is part of the rule only since ${test.from}.`] };
  const rank = rankStanding(facts.officerRank, test.ranks);
  const defects = test.requires.filter(({ fact }) => isDenied(facts[fact])).map(({ missing }) => missing);
  if (rank === 'below') defects.push(test.ranks.missing);
  if (defects.length > 0) return { verdict: 'invalid', reasons: defects };
  const isComplete = rank === 'enough' && facts.source !== undefined && test.requires.every(({ fact }) => facts[fact] !== undefined);
  return { verdict: isComplete ? 'valid' : 'unknown', reasons: [] };
}

function isDenied(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.trim() === '');
}

type Ranks = Pick<Rulebook['intimationTest']['ranks'], 'enough' | 'below'>;

/**
 * How a rank, as an order prints it, stands to the ranks that the law asks for. It is free text: the longest names are taken out
 * first, so that "Deputy Inspector General" is not read as "Inspector"; a text that names both sorts is left to a person.
 */
export function rankStanding(rank: string | undefined, ranks: Ranks): 'enough' | 'below' | 'unknown' {
  if (!rank) return 'unknown';
  let rest = ` ${rank
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;
  const found = new Set<'enough' | 'below'>();
  for (const { name, standing } of namedRanks(ranks)) {
    if (!rest.includes(` ${name} `)) continue;
    found.add(standing);
    rest = rest.replaceAll(` ${name} `, ' | ');
  }
  return found.size === 1 ? ([...found][0] ?? 'unknown') : 'unknown';
}

function namedRanks(ranks: Ranks): { name: string; standing: 'enough' | 'below' }[] {
  const named = [
    ...ranks.enough.map((name) => ({ name, standing: 'enough' as const })),
    ...ranks.below.map((name) => ({ name, standing: 'below' as const })),
  ];
  return named.sort((a, b) => b.name.length - a.name.length);
}
