import { Button } from '@mantine/core';
import { IconCircleCheck, IconClockExclamation } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import type { DriftAnswer } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { JobProgress } from '../app/job-progress.tsx';
import { useText } from '../app/text.ts';
import { formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './law.module.css';
import { MovedTable } from './moved-cases.tsx';
import { lastDriftQuery } from './queries.ts';

function Result({ answer }: { answer: DriftAnswer }) {
  const { t, number } = useText();
  const { moved, checked, pending } = answer;
  const isWhole = moved === 0;
  return (
    <div className={styles['stack']}>
      <Notice
        tone={isWhole ? 'good' : 'bad'}
        role="status"
        icon={isWhole ? <IconCircleCheck aria-hidden /> : <IconClockExclamation aria-hidden />}
        title={
          isWhole
            ? t('lawRoom.drift.none', { count: checked, checked: number(checked) })
            : t('lawRoom.drift.some', { count: moved, moved: number(moved), checked: number(checked) })
        }
      >
        {pending ? <p>{t('lawRoom.drift.pending')}</p> : null}
        <p>{t('lawRoom.drift.recorded')}</p>
      </Notice>
      <MovedTable answer={answer} was={t('lawRoom.drift.stored')} now={t('lawRoom.drift.computed')} />
    </div>
  );
}

/** When the clocks were computed again last, by hand or by the desk itself. */
function LastCheck() {
  const { t, number } = useText();
  const { data } = useQuery(lastDriftQuery(useDesk()));
  if (data === undefined) return null;
  if (data === null) return <p className={styles['small']}>{t('lawRoom.drift.never')}</p>;
  const { at, checked, drifted } = data;
  return (
    <p className={styles['small']}>
      {t('lawRoom.drift.last', { at: formatInstant(at), checked: number(checked), moved: number(drifted) })}
    </p>
  );
}

/** Computes every clock of the open cases again and names what differs from what is stored. */
export function DriftPage() {
  const { t } = useText();
  const client = useDesk();
  const [job, setJob] = useState<JobState | null>(null);
  const begin = useMutation({ mutationFn: () => client.law.checkDrift(), onSuccess: setJob });
  return (
    <div className={styles['panels']}>
      <Panel title={t('lawRoom.drift.title')} hint={t('lawRoom.drift.hint')}>
        <div className={styles['stack']}>
          <div>
            <Button loading={begin.isPending} onClick={() => begin.mutate()}>
              {t('lawRoom.drift.start')}
            </Button>
          </div>
          {job ? null : <LastCheck />}
          {begin.error ? <Failed error={begin.error} compact /> : null}
          {job ? (
            <JobProgress key={job.id} job={job}>
              {(answer) => <Result answer={answer as DriftAnswer} />}
            </JobProgress>
          ) : null}
        </div>
      </Panel>
    </div>
  );
}
