import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import type { Rule, Rulebook } from '../../../../src-main/law/contract.ts';
import { readRulebook } from '../../../../src-main/law/rules.ts';
import { en } from '../../../../src-renderer/app/i18n/en/index.ts';
import { hi } from '../../../../src-renderer/app/i18n/hi/index.ts';
import type { SayMore } from '../../../../src-renderer/law/condition-words.ts';

export const rulebook: Rulebook = readRulebook(
  readFileSync(new URL('../../../../resources/rulebook/rulebook-2026.11.json', import.meta.url), 'utf8'),
);

export function ruleOf(id: string): Rule {
  const rule = rulebook.rules.find((one) => one.id === id);
  if (!rule) throw new Error(`The rulebook has no ${id}.`);
  return rule;
}

/** The words of the window in a language, as a screen has them. */
export function sayIn(language: 'en' | 'hi'): SayMore {
  const made = i18next.createInstance();
  void made.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, hi: { translation: hi } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const words = (language === 'hi' ? hi : en).words;
  return {
    t: made.t as SayMore['t'],
    language,
    look: (key, otherwise) => (made.exists(key) ? made.t(key as never) : otherwise),
    weekday: (n) => words.weekday[n] ?? '',
    word: (table, id) => (words[table] as Record<string, string>)[id] ?? id,
  };
}
