import { useMutation, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk, useStatus } from './desk.tsx';
import { changeLanguage, type Language } from './i18n/index.ts';
import { keys } from './queries.ts';
import { type Preferences, readPreferences } from './stored-preferences.ts';

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
