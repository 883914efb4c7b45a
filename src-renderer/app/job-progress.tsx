import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import { Failed } from '../ui/states.tsx';
import { useDesk } from './desk.tsx';
import styles from './job-progress.module.css';
import { jobQuery, keys } from './queries.ts';
import { useText } from './text.ts';

interface ProgressProps {
  job: JobState;
  /** What is shown when the job is done. */
  children(answer: unknown): ReactNode;
}

function Running({ job }: { job: JobState }) {
  const { t, number } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => client.jobs.cancel({ id: job.id }),
    onSuccess: (state) => queries.setQueryData(keys.job(job.id), state),
  });
  const share = job.total ? Math.min(100, (job.done / job.total) * 100) : 100;
  const text =
    job.total === null
      ? t('common.progressOpen', { done: number(job.done) })
      : t('common.progress', { done: number(job.done), total: number(job.total) });
  return (
    <div className={styles['running']}>
      <Progress value={share} striped={job.total === null} animated={job.total === null} aria-label={t('common.working')} />
      <div className={styles['row']}>
        <span role="status">{text}</span>
        <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** A long piece of work: how far it is, a way to stop it, and what came of it. */
export function JobProgress({ job, children }: ProgressProps) {
  const { t } = useText();
  const { data: state, error } = useQuery(jobQuery(useDesk(), job));
  if (error) return <Failed error={error} compact />;
  if (state.state === 'running') return <Running job={state} />;
  if (state.state === 'failed') return <Failed error={state.fault} compact />;
  if (state.state === 'cancelled') {
    return (
      <div className={styles['running']}>
        <p>{t('app.jobCancelled')}</p>
        {state.answer ? children(state.answer) : null}
      </div>
    );
  }
  return children(state.answer);
}
