import type { Application, Condition, FactName, LawEvent } from '../../src-main/law/contract.ts';
import { factSorts } from '../case/facts-of-kind.ts';
import type { Say } from './explanation-lines.ts';

/** What the words of a condition need beside the others: the labels of fixed words. */
export type SayMore = Say & { word(table: 'kind' | 'category' | 'source', id: string): string };

/** A condition of a rule as a phrase. */
export function conditionWords(condition: Condition, say: SayMore): string {
  const { t } = say;
  if ('fact' in condition) return factCondition(condition, say);
  if ('all' in condition) return joined(condition.all, 'all', say);
  if ('any' in condition) return joined(condition.any, 'any', say);
  if ('not' in condition) return t('lawRoom.condition.not', { a: conditionWords(condition.not, say) });
  if ('class' in condition) return t('lawRoom.condition.class', { value: t(`lawRoom.who.${condition.class}`) });
  if ('happened' in condition) return t('lawRoom.condition.happened', { event: eventWords([condition.happened], say) });
  if ('intimation' in condition) return t('lawRoom.condition.intimation');
  return t(condition.onBehalf ? 'lawRoom.condition.onBehalf' : 'lawRoom.condition.notOnBehalf');
}

function factCondition(condition: Extract<Condition, { fact: FactName }>, say: SayMore): string {
  const { t } = say;
  const fact = factLabel(condition.fact, say);
  if ('known' in condition) return t(condition.known ? 'lawRoom.condition.known' : 'lawRoom.condition.unknown', { fact });
  const values = 'is' in condition ? [condition.is] : 'in' in condition ? condition.in : condition.contains;
  const value = values.map((one) => valueWords(condition.fact, one, say)).join(', ');
  return t('contains' in condition ? 'lawRoom.condition.contains' : 'lawRoom.condition.is', { fact, value });
}

/** Two at a time, so that the word between them stands where the language wants it; what is mixed keeps its brackets. */
function joined(parts: Condition[], how: 'all' | 'any', say: SayMore): string {
  const mixed = how === 'all' ? 'any' : 'all';
  const phrases = parts.map((part) => (mixed in part && parts.length > 1 ? `(${conditionWords(part, say)})` : conditionWords(part, say)));
  return phrases.reduce((a, b) => say.t(`lawRoom.condition.${how}`, { a, b }));
}

function factLabel(fact: FactName, { look }: Say): string {
  return look(`facts.${fact}.label`, fact);
}

function valueWords(fact: FactName, value: string | boolean, { t, word }: SayMore): string {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  const sort = factSorts[fact];
  return sort === 'category' || sort === 'source' ? word(sort, value) : value;
}

/** The names of events, in order. */
export function eventWords(events: readonly LawEvent[], { look }: Say): string {
  return events.map((event) => look(`case.event.${event}`, event)).join(', ');
}

/** One way in which a rule reaches cases: the kinds, and what narrows them. */
export function applicationWords(one: Application, say: SayMore): { kinds: string; narrowing: string[]; note: string | null } {
  const { t, word } = say;
  return {
    kinds: one.kinds.map((kind) => word('kind', kind)).join(', '),
    narrowing: [
      ...(one.when ? [t('lawRoom.condition.when', { condition: conditionWords(one.when, say) })] : []),
      ...(one.disputed ? [t('lawRoom.condition.disputed')] : []),
      ...(one.assumes ? [t('lawRoom.condition.assumes', { facts: one.assumes.map((fact) => factLabel(fact, say)).join(', ') })] : []),
      ...(one.starts ? [t('lawRoom.condition.starts', { events: eventWords(one.starts, say) })] : []),
      ...(one.stops ? [t('lawRoom.condition.stops', { events: eventWords(one.stops, say) })] : []),
    ],
    note: one.note ?? null,
  };
}
