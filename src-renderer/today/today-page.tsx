import { Button } from '@mantine/core';
import { IconMailDown, IconMoodSmile } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { QueueFilter, QueueWindow } from '../../src-main/cases/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { useOverlays } from '../app/overlays.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { UpcomingDuties } from '../duties/upcoming-panel.tsx';
import { DriftNotice } from '../law/drift-notice.tsx';
import { deskNow, useNow } from '../ui/desk-clock.ts';
import { formatDay, weekday } from '../ui/ist.ts';
import { Page, Panel } from '../ui/panel.tsx';
import { Empty, Failed, Waiting } from '../ui/states.tsx';
import { AskedPanel } from './asked-panel.tsx';
import { CaseRows } from './case-rows.tsx';
import { DueDaysPanel } from './due-days-panel.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import styles from './today.module.css';

const listed = 8;
const dayMs = 86_400_000;

function usePart(part: string, filter: QueueFilter, limit: number) {
  const client = useDesk();
  return useQuery({ queryKey: keys.today(part), queryFn: () => client.cases.queue({ filter, limit }), refetchInterval: 60_000 });
}

interface ListPanelProps {
  title: string;
  hint?: string;
  answer: UseQueryResult<QueueWindow>;
  /** Rows that belong here, of those answered. */
  keep?: (row: QueueWindow['rows'][number]) => boolean;
  empty: ReactNode;
  all: QueueFilter;
}

function ListPanel({ title, hint, answer, keep = () => true, empty, all }: ListPanelProps) {
  const { t, number } = useText();
  const go = useGo();
  const rows = answer.data?.rows.filter(keep) ?? [];
  const total = answer.data && rows.length === answer.data.rows.length ? answer.data.total : rows.length;
  const shown = rows.slice(0, listed);
  return (
    <Panel
      title={title}
      hint={hint}
      side={
        total > shown.length ? (
          <Button size="compact-sm" variant="subtle" onClick={() => go.queue(all)}>
            {t('today.showAll', { n: number(total) })}
          </Button>
        ) : null
      }
    >
      {answer.error ? <Failed error={answer.error} onRetry={() => void answer.refetch()} compact /> : null}
      {answer.isPending ? <Waiting lines={4} /> : null}
      {answer.data && shown.length === 0 ? empty : null}
      {shown.length > 0 ? <CaseRows rows={shown} label={title} /> : null}
    </Panel>
  );
}

function Breaching() {
  const { t } = useText();
  const answer = usePart('breaching', {}, 100);
  // Counted anew with each minute: a case enters this list by time alone.
  const edge = useNow((now) => Math.floor(now / 60_000) * 60_000 + dayMs);
  return (
    <ListPanel
      title={t('today.breaching')}
      hint={t('today.breachingHint')}
      answer={answer}
      keep={({ next }) => next !== null && !next.internal && Date.parse(next.due) <= edge}
      empty={<Empty icon={<IconMoodSmile size={24} aria-hidden />} title={t('today.nothingBreaches')} />}
      all={{}}
    />
  );
}

/** The day at a glance: what breaches, what waits for a person, what is due when. */
export function TodayPage() {
  const { t, weekday: dayName } = useText();
  const { show } = useOverlays();
  const { person } = useWorkspace();
  const unsorted = usePart('unsorted', { group: 'unsorted' }, listed);
  const decided = usePart('decided', { state: 'decided' }, listed);
  const today = useNow((now) => formatDay(now));
  return (
    <Page
      title={t('today.title', { day: dayName(weekday(deskNow())), date: today })}
      hint={person.name}
      side={
        <Button variant="default" leftSection={<IconMailDown size={16} aria-hidden />} onClick={() => show('import')}>
          {t('intake.import.title')}
        </Button>
      }
    >
      <DriftNotice />
      <div className={styles['grid']}>
        <div className={styles['column']}>
          <Breaching />
          <AskedPanel />
          <ListPanel
            title={t('today.toSend')}
            hint={t('today.toSendHint')}
            answer={decided}
            empty={<p className={styles['none']}>{t('today.noToSend')}</p>}
            all={{ state: 'decided' }}
          />
        </div>
        <div className={styles['column']}>
          <DueDaysPanel />
          <UpcomingDuties />
          <EvidencePanel />
          <ListPanel
            title={t('today.unsorted')}
            hint={t('today.unsortedHint')}
            answer={unsorted}
            empty={<p className={styles['none']}>{t('today.noUnsorted')}</p>}
            all={{ group: 'unsorted' }}
          />
        </div>
      </div>
    </Page>
  );
}
