import { SegmentedControl } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import { type ListPart, listParts } from '../../src-main/retention/contract/words.ts';
import type { BulkAnswer, RetentionCounts, RetentionList } from '../../src-main/retention/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { ListPages } from '../app/list-pages.tsx';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { deskNow } from '../ui/desk-clock.ts';
import { formatDate, formatDay, formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { Page, Panel } from '../ui/panel.tsx';
import { Empty, Failed, Waiting } from '../ui/states.tsx';
import { DueEvidence, WaitingFiles } from './evidence-lists.tsx';
import { Outcome, PurgePanel } from './purge-panel.tsx';
import { pageRows, retentionQuery } from './queries.ts';
import styles from './retention.module.css';
import { RetentionTable } from './retention-table.tsx';
import { ScrubNotice } from './scrub-notice.tsx';

const countOf = (counts: RetentionCounts, part: ListPart) => counts[part.replace('-', '') as keyof RetentionCounts];

/** The desk's today as YYYY-MM-DD in IST. */
function today(): string {
  return formatDay(deskNow()).split('-').reverse().join('-');
}

function Parts({ part, counts, onPart }: { part: ListPart; counts: RetentionCounts; onPart(part: ListPart): void }) {
  const { t, number } = useText();
  return (
    <div className={styles['parts']}>
      <SegmentedControl
        size="xs"
        aria-label={t('retention.parts')}
        value={part}
        onChange={(value) => onPart(value as ListPart)}
        data={listParts.map((one) => ({ value: one, label: `${t(`retention.part.${one}`)} (${number(countOf(counts, one))})` }))}
      />
    </div>
  );
}

/** Cases in which somebody was to be asked whether her data may be kept longer, and has not answered. */
function Asked({ asked }: { asked: RetentionList['asked'] }) {
  const { t } = useText();
  const go = useGo();
  if (asked.length === 0) return null;
  return (
    <Panel title={t('keep.consent.list')}>
      <ul className={styles['lines']}>
        {asked.map(({ ref, until, askedAt }) => (
          <li key={ref}>
            <button type="button" className={styles['link']} onClick={() => go.openCase(ref)}>
              {t('keep.consent.line', { ref, at: formatInstant(askedAt), until: formatDate(until) })}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Where cases are closed and none may go yet, says when the first will. */
function emptyHint({ counts, firstDue }: RetentionList, part: ListPart, t: ReturnType<typeof useText>['t']): string {
  if (counts.all === 0 || firstDue === null) return t('retention.emptyHint');
  return part === 'due' && firstDue > today() ? t('retention.firstDue', { day: formatDate(firstDue) }) : t('retention.emptyPart');
}

interface Last {
  answer: BulkAnswer;
  isProposal: boolean;
}

/** How long closed cases are kept, and their purge. */
export function RetentionPage() {
  const { t } = useText();
  const [part, setPart] = useState<ListPart>('due');
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<Last | null>(null);
  const [job, setJob] = useState<JobState | null>(null);
  const { data, error, refetch } = useQuery(retentionQuery(useDesk(), part, offset));
  const show = (next: ListPart) => {
    setPart(next);
    setOffset(0);
    setChosen(new Set());
  };
  const picked = (data?.rows ?? []).filter(({ ref }) => chosen.has(ref));
  const done = (answer: BulkAnswer) => {
    const { job: started } = answer as BulkAnswer & { job?: JobState | null };
    setLast({ answer, isProposal: started === undefined });
    if (started) setJob(started);
    setChosen(new Set());
  };
  return (
    <Page title={t('retention.title')} hint={t('retention.hint')}>
      <div className={styles['page']}>
        {data?.halted ? (
          <Notice tone="warn">
            <p lang="en">{data.halted}</p>
          </Notice>
        ) : null}
        <ScrubNotice job={job} isWanted={data?.needsScrub ?? false} onJob={setJob} />
        {data ? <Asked asked={data.asked} /> : null}
        {data ? <Parts part={part} counts={data.counts} onPart={show} /> : null}
        {last ? <Outcome {...last} /> : null}
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting lines={8} /> : null}
        {data && data.rows.length === 0 ? (
          <Empty icon={<IconArchive size={28} aria-hidden />} title={t(`retention.empty.${part}`)}>
            <p>{emptyHint(data, part, t)}</p>
          </Empty>
        ) : null}
        {data && data.rows.length > 0 ? <RetentionTable rows={data.rows} today={today()} chosen={chosen} onChoose={setChosen} /> : null}
        {data ? <ListPages offset={offset} rows={data.rows.length} pageRows={pageRows} total={data.total} onOffset={setOffset} /> : null}
        <WaitingFiles />
        <DueEvidence />
        {picked.length > 0 ? <PurgePanel rows={picked} onDone={done} /> : null}
      </div>
    </Page>
  );
}
