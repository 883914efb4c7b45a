import { Button, Switch } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView, TimelineEntry } from '../../../src-main/cases/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { formatInstant } from '../../ui/ist.ts';
import { Failed, Waiting } from '../../ui/states.tsx';
import { useEntryLines } from '../entry-lines.ts';
import styles from './timeline.module.css';

function Entry({ entry, ticket = null }: { entry: TimelineEntry; ticket?: string | null }) {
  const { t, number, look } = useText();
  const lines = useEntryLines(entry);
  return (
    <li className={styles['entry']}>
      <p className={styles['title']}>{look(`entry.${entry.kind.replaceAll('.', '_')}`, entry.kind)}</p>
      {entry.body === null ? <p className={styles['line']}>{t('case.purged')}</p> : null}
      {lines.map((line) => (
        <p key={line} className={styles['line']} dir="auto">
          {line}
        </p>
      ))}
      <p className={styles['meta']}>
        {ticket === null ? null : <b>{ticket} · </b>}
        {formatInstant(entry.at)} · <bdi>{entry.actorName}</bdi> · {t('case.record', { n: number(entry.seq) })}
      </p>
    </li>
  );
}

function Own({ view }: { view: CaseView }) {
  return (
    <ol className={styles['timeline']}>
      {view.timeline.map((entry) => (
        <Entry key={entry.seq} entry={entry} />
      ))}
    </ol>
  );
}

/** The entries of this case and of those it is tied to as one story, each with its ticket; older ones are fetched as they are asked for. */
function Tied({ view }: { view: CaseView }) {
  const { t } = useText();
  const client = useDesk();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.tied(view.ref),
    queryFn: ({ pageParam }) => client.cases.timeline({ ref: view.ref, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
    staleTime: 0,
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting lines={6} />;
  const entries = data.pages.toReversed().flatMap((page) => page.entries);
  return (
    <>
      {hasNextPage ? (
        <div>
          <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('case.olderEntries')}
          </Button>
        </div>
      ) : null}
      <ol className={styles['timeline']}>
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} ticket={entry.ref} />
        ))}
      </ol>
    </>
  );
}

/** What happened, in the order of the journal; with the cases this one is tied to where somebody asks for them. */
export function Timeline({ view }: { view: CaseView }) {
  const { t } = useText();
  const [isTied, setIsTied] = useState(false);
  if (view.links.length === 0) return <Own view={view} />;
  return (
    <div className={styles['tied']}>
      <Switch label={t('case.withTied')} checked={isTied} onChange={({ currentTarget }) => setIsTied(currentTarget.checked)} />
      {isTied ? <Tied view={view} /> : <Own view={view} />}
    </div>
  );
}
