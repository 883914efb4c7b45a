import { type Language, languages } from './i18n/index.ts';

export type Theme = 'auto' | 'light' | 'dark';

export interface Preferences {
  theme: Theme;
  language: Language;
  /** Width of the queue beside an open case, in percent of both. */
  splitPercent: number;
  /** Single letters act; can be switched off for those whom they hinder. */
  singleKeys: boolean;
}

/** Takes what is sound of a stored body; it may come from another version. */
export function readPreferences(body: unknown): Partial<Preferences> {
  const told = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { theme, language, splitPercent, singleKeys } = told;
  return {
    ...(theme === 'auto' || theme === 'light' || theme === 'dark' ? { theme } : {}),
    ...(languages.includes(language as Language) ? { language: language as Language } : {}),
    ...(typeof splitPercent === 'number' && splitPercent >= 20 && splitPercent <= 80 ? { splitPercent } : {}),
    ...(typeof singleKeys === 'boolean' ? { singleKeys } : {}),
  };
}
