import { Button } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { RulebookView } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { useToday } from '../app/today.ts';
import { formatDate } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { Empty, Failed, Waiting } from '../ui/states.tsx';
import styles from './book.module.css';
import { dutiesIn, narrowed, noFilter } from './book.ts';
import { type LawSearch, readLawSearch } from './law-search.ts';
import { rulebookQuery } from './queries.ts';
import { RuleFilters } from './rule-filters.tsx';
import { RuleList } from './rule-list.tsx';
import { RuleVersions } from './rule-versions.tsx';

function Heading({ view, onCurrent }: { view: RulebookView; onCurrent(): void }) {
  const { t } = useText();
  const { version, asOf, notes } = view.rulebook;
  return (
    <div className={styles['about']}>
      <p>
        <b>{t('lawRoom.book.asOf', { version, asOf: formatDate(asOf) })}</b>
      </p>
      {view.isCurrent ? null : (
        <Notice tone="warn" role="status">
          {t('lawRoom.book.earlier', { version })}{' '}
          <Button size="compact-xs" variant="subtle" onClick={onCurrent}>
            {t('lawRoom.book.toCurrent')}
          </Button>
        </Notice>
      )}
      <details>
        <summary>{t('lawRoom.book.about')}</summary>
        <ul className={styles['aboutNotes']} lang="en">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Book({ view, search, onSearch }: { view: RulebookView; search: LawSearch; onSearch(next: LawSearch): void }) {
  const { t, number, ruleName } = useText();
  const today = useToday();
  const [filter, setFilter] = useState(noFilter);
  const { rulebook } = view;
  const duties = useMemo(() => dutiesIn(rulebook, today), [rulebook, today]);
  const shown = narrowed(duties, filter, today, ruleName);
  const chosen = duties.find(({ versions }) => versions.some(({ id }) => id === search.rule)) ?? null;
  const versions = shown.reduce((sum, duty) => sum + duty.versions.length, 0);
  return (
    <div className={styles['book']}>
      <div className={styles['left']}>
        <RuleFilters rulebook={rulebook} filter={filter} onChange={(part) => setFilter((before) => ({ ...before, ...part }))} />
        <p className={styles['count']} role="status">
          {t('lawRoom.book.count', { count: shown.length, n: number(shown.length), versions: number(versions) })}
        </p>
        {shown.length === 0 ? (
          <Empty
            title={t('lawRoom.book.none')}
            actions={
              <Button variant="default" onClick={() => setFilter(noFilter)}>
                {t('lawRoom.book.clear')}
              </Button>
            }
          >
            {t('lawRoom.book.noneHint')}
          </Empty>
        ) : (
          <RuleList duties={shown} chosen={chosen?.family ?? null} today={today} onChoose={(rule) => onSearch({ ...search, rule })} />
        )}
      </div>
      <div className={styles['right']}>
        <Heading view={view} onCurrent={() => onSearch(search.rule ? { rule: search.rule } : {})} />
        {chosen ? (
          <RuleVersions key={chosen.family} duty={chosen} rulebook={rulebook} today={today} canEdit={view.isCurrent} />
        ) : (
          <Empty icon={<IconBook2 aria-hidden />} title={t('lawRoom.book.chooseTitle')}>
            {t('lawRoom.book.chooseHint')}
          </Empty>
        )}
      </div>
    </div>
  );
}

/** The rulebook: its duties as a list on the left, all versions of one side by side on the right. */
export function RulebookPage() {
  const client = useDesk();
  const navigate = useNavigate();
  const search = readLawSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const { data, error, refetch } = useQuery(rulebookQuery(client, search.book));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting lines={8} />;
  return <Book view={data} search={search} onSearch={(next) => void navigate({ to: '/law', search: next })} />;
}
