import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CaseKind, Facts } from '../../src-main/cases/contract.ts';
import type { Suggestion } from '../../src-main/intake/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import styles from './suggestions.module.css';

const askAfterMs = 300;
const longestAsked = 20_000;

/** What a complaint may be, asked once somebody stops typing. */
function useSuggestions(subject: string, text: string): Suggestion[] {
  const client = useDesk();
  const [asked] = useDebouncedValue(JSON.stringify({ subject, text: text.slice(0, longestAsked) }), askAfterMs);
  const said = JSON.parse(asked) as { subject: string; text: string };
  const { data } = useQuery({
    queryKey: keys.suggested(asked),
    queryFn: () => client.intake.suggest(said),
    enabled: (said.subject + said.text).trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  return (said.subject + said.text).trim() === '' ? [] : (data ?? []);
}

interface SuggestionsProps {
  subject: string;
  text: string;
  onTake(kind: CaseKind, facts: Facts): void;
}

/** What a case may be by the words in it, each to be taken by a press; nothing is sorted by itself. */
export function Suggestions({ subject, text, onTake }: SuggestionsProps) {
  const { t, word } = useText();
  const found = useSuggestions(subject, text);
  if (found.length === 0) return null;
  return (
    <section className={styles['box']} aria-label={t('intake.suggest.title')}>
      <p className={styles['title']}>
        <IconBulb size={16} aria-hidden /> {t('intake.suggest.title')}
      </p>
      <ul className={styles['list']}>
        {found.map(({ kind, facts, isUrgent, phrases }) => {
          const name = [word('kind', kind), facts.category ? word('category', facts.category) : null].filter(Boolean).join(': ');
          return (
            <li key={`${kind}${facts.category}${isUrgent}`}>
              <div className={styles['words']}>
                <span className={styles['name']}>
                  {isUrgent ? <IconAlertTriangle size={16} aria-label={t('intake.suggest.urgent')} /> : null} {name}
                </span>
                <span className={styles['muted']}>
                  {t('intake.suggest.because', { words: phrases.map((one) => `“${one}”`).join(', ') })}
                </span>
              </div>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('intake.suggest.takeOf', { name })}
                onClick={() => onTake(kind, facts)}
              >
                {t('intake.suggest.take')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
