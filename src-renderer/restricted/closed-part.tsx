import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import type { BulkAnswer } from '../../src-main/retention/contract.ts';
import type { RestrictedCase } from '../../src-main/walls/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { Outcome, PurgePanel } from '../retention/purge-panel.tsx';
import { RetentionTable } from '../retention/retention-table.tsx';
import { ScrubNotice } from '../retention/scrub-notice.tsx';
import { deskNow } from '../ui/desk-clock.ts';
import { formatDay } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { restrictedRetentionQuery } from './queries.ts';
import styles from './restricted.module.css';

/** The desk's today as YYYY-MM-DD in IST. */
const today = () => formatDay(deskNow()).split('-').reverse().join('-');

/** When closed restricted cases may be destroyed, and their destruction. */
export function DestroyPart({ rows }: { rows: readonly RestrictedCase[] }) {
  const { t } = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<{ answer: BulkAnswer; isProposal: boolean } | null>(null);
  const [job, setJob] = useState<JobState | null>(null);
  const { data, error, refetch } = useQuery(restrictedRetentionQuery(useDesk()));
  const picked = (data?.rows ?? []).filter(({ ref }) => chosen.has(ref));
  const isAlone = picked.every(({ ref }) => (rows.find((one) => one.ref === ref)?.holders.length ?? 0) < 2);
  const done = (answer: BulkAnswer) => {
    const { job: started } = answer as BulkAnswer & { job?: JobState | null };
    setLast({ answer, isProposal: started === undefined });
    if (started) setJob(started);
    setChosen(new Set());
  };
  return (
    <div className={styles['page']}>
      <Notice tone="note">
        <p>{t('restricted.destroyHint')}</p>
      </Notice>
      <ScrubNotice job={job} isWanted={data?.needsScrub ?? false} onJob={setJob} />
      {last ? <Outcome {...last} /> : null}
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting lines={4} /> : null}
      {data && data.rows.length > 0 ? <RetentionTable rows={data.rows} today={today()} chosen={chosen} onChoose={setChosen} /> : null}
      {picked.length > 0 ? <PurgePanel rows={picked} isAlone={isAlone} onDone={done} /> : null}
    </div>
  );
}
