import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { hi } from './hi/index.ts';

export type Resources = typeof en;
export const languages = ['en', 'hi'] as const;
export type Language = (typeof languages)[number];

/** The words of a language as they stand, for labels that take no values: a list shows hundreds of them at a time. */
export function wordsOf(language: string): Resources {
  return language === 'hi' ? hi : en;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Resources };
  }
}

/** Readies the words of the window; `language` is what it starts in. */
export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, hi: { translation: hi } },
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
}

/** Changes the language of the window and of the page. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
