import { useMutation, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk, useStatus } from './desk.tsx';
import { changeLanguage, type Language, languages } from './i18n/index.ts';
import { keys } from './queries.ts';

export type Theme = 'auto' | 'light' | 'dark';

export interface Preferences {
  theme: Theme;
  language: Language;
  /** Width of the queue beside an open case, in percent of both. */
  splitPercent: number;
  /** Single letters act; can be switched off for those whom they hinder. */
  singleKeys: boolean;
}

interface PreferencesAnswer extends Preferences {
  change(part: Partial<Preferences>): void;
}

const draftId = 'ui';
const PreferencesContext = createContext<PreferencesAnswer | null>(null);

/** Before a workspace is open the machine's own language and theme are all that is known. */
export function firstLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('hi') ? 'hi' : 'en';
}

const first = (): Preferences => ({ theme: 'auto', language: firstLanguage(), splitPercent: 58, singleKeys: true });

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

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const client = useDesk();
  const { data: status } = useStatus();
  const [preferences, setPreferences] = useState(first);
  const latest = useRef(preferences);
  const isOpen = status?.state === 'open';
  const { data: stored } = useQuery({ queryKey: keys.draft(draftId), queryFn: () => client.cases.draft({ id: draftId }), enabled: isOpen });
  const { mutate: save } = useMutation({ mutationFn: (body: Preferences) => client.cases.saveDraft({ id: draftId, body }) });

  const apply = useCallback((part: Partial<Preferences>) => {
    latest.current = { ...latest.current, ...part };
    setPreferences(latest.current);
    if (part.language) void changeLanguage(part.language);
    return latest.current;
  }, []);

  useEffect(() => {
    if (stored) apply(readPreferences(stored.body));
  }, [stored, apply]);

  const answer = useMemo(
    () => ({
      ...preferences,
      change(part: Partial<Preferences>) {
        const whole = apply(part);
        if (isOpen) save(whole);
      },
    }),
    [preferences, apply, isOpen, save],
  );
  return <PreferencesContext value={answer}>{children}</PreferencesContext>;
}

export function usePreferences(): PreferencesAnswer {
  const answer = useContext(PreferencesContext);
  if (!answer) throw new Error('usePreferences is called outside of PreferencesProvider');
  return answer;
}
