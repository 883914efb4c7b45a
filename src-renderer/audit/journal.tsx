import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { formatInstant } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import styles from './audit.module.css';

const pageEntries = 100;

function useJournal() {
  const client = useDesk();
  return useInfiniteQuery({
    queryKey: keys.journal,
    queryFn: ({ pageParam }) => client.audit.journal({ limit: pageEntries, ...(pageParam === 0 ? {} : { before: pageParam }) }),
    initialPageParam: 0,
    getNextPageParam: ({ entries }) => {
      const last = entries.at(-1)?.seq ?? 1;
      return last > 1 && entries.length === pageEntries ? last : undefined;
    },
    staleTime: 0,
  });
}

type Entry = Awaited<ReturnType<ReturnType<typeof useDesk>['audit']['journal']>>['entries'][number];

function Line({ entry }: { entry: Entry }) {
  const { number, look } = useText();
  const go = useGo();
  const ticket = entry.subject.startsWith('case:') ? entry.subject.slice('case:'.length) : null;
  return (
    <tr>
      <td className={styles['seq']}>{number(entry.seq)}</td>
      <td className={styles['at']}>{formatInstant(entry.at)}</td>
      <td>
        {look(`entry.${entry.kind.replaceAll('.', '_')}`, entry.kind)}
        <div className={styles['code']}>{entry.kind}</div>
      </td>
      <td>
        {ticket ? (
          <button type="button" className={styles['link']} onClick={() => go.openCase(ticket)}>
            {ticket}
          </button>
        ) : (
          <span className={styles['code']}>{entry.subject}</span>
        )}
      </td>
      <td>
        <bdi>{entry.actorName}</bdi>
      </td>
    </tr>
  );
}

/** The journal, newest first, without the contents of its entries. */
export function Journal() {
  const { t } = useText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useJournal();
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Panel title={t('audit.journal')} hint={t('audit.journalHint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={8} /> : null}
      {entries.length > 0 ? (
        <div className={styles['tableFrame']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('audit.columns.seq')}</th>
                <th scope="col">{t('audit.columns.at')}</th>
                <th scope="col">{t('audit.columns.kind')}</th>
                <th scope="col">{t('audit.columns.subject')}</th>
                <th scope="col">{t('audit.columns.actor')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Line key={entry.seq} entry={entry} />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {hasNextPage ? (
        <Button mt={12} variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('audit.older')}
        </Button>
      ) : null}
    </Panel>
  );
}
