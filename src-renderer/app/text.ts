import { useTranslation } from 'react-i18next';
import { formatNumber } from '../ui/numbers.ts';
import { type Span, spanForm, spanTo } from '../ui/spans.ts';
import { type Resources, wordsOf } from './i18n/index.ts';
import { useRuleNames } from './rule-names.ts';

type Table = keyof {
  [K in keyof Resources['words'] as Resources['words'][K] extends Record<string, string> ? K : never]: true;
};

/** What a screen needs to put data into words; every function answers a whole phrase in the language of the window. */
export function useText() {
  const { t, i18n } = useTranslation();
  const plain = wordsOf(i18n.language);
  const rules: Record<string, { name: string; cite: string } | undefined> = plain.rules;
  const learnt = useRuleNames();
  const has = (key: string) => i18n.exists(key);
  // Identifiers may be newer than the resources: then the identifier itself is shown.
  const look = (key: string, otherwise: string): string => (has(key) ? (t(key as never) as string) : otherwise);

  const span = (value: Span): string => {
    // Only the word for hours changes with its number.
    const values = { count: value.hours, d: formatNumber(value.days), h: value.hours, m: value.minutes, s: value.seconds };
    return t(`common.span.${spanForm(value)}`, values);
  };

  return {
    t,
    language: i18n.language as 'en' | 'hi',
    number: formatNumber,
    /** The label of a fixed word, such as ('kind', 'removal-order'). */
    word: (table: Table, id: string): string => (plain.words[table] as Record<string, string>)[id] ?? id,
    ruleName(rule: string): string {
      const later = learnt.get(rule);
      return rules[rule]?.name ?? rules[later?.like ?? '']?.name ?? later?.title[i18n.language === 'hi' ? 'hi' : 'en'] ?? rule;
    },
    ruleCite: (rule: string): string => rules[rule]?.cite ?? rules[learnt.get(rule)?.like ?? '']?.cite ?? learnt.get(rule)?.cite ?? rule,
    look,
    span,
    /** "3 h 2 min ago" or "in 3 h 2 min". */
    relative: (instant: string, nowMs: number): string => {
      const value = spanTo(Date.parse(instant), nowMs);
      if (value.days + value.hours + value.minutes === 0) return t('common.justNow');
      return t(value.isPast ? 'common.ago' : 'common.ahead', { span: span(value) });
    },
    weekday: (n: number): string => plain.words.weekday[n] ?? '',
  };
}
