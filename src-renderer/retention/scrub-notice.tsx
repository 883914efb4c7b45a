import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { JobProgress } from '../app/job-progress.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Notice } from '../ui/notice.tsx';
import { Failed } from '../ui/states.tsx';

/** The list says again whether anything is left to do. */
function Done() {
  const { t } = useText();
  const queries = useQueryClient();
  useEffect(() => void queries.invalidateQueries({ queryKey: keys.retention() }), [queries]);
  return <p role="status">{t('retention.scrubDone')}</p>;
}

/** That the database is written anew after a purge: how far it is, or that it is still to be done. */
export function ScrubNotice({ job, isWanted, onJob }: { job: JobState | null; isWanted: boolean; onJob(job: JobState): void }) {
  const { t } = useText();
  const client = useDesk();
  const scrub = useMutation({ mutationFn: () => client.retention.scrub(), onSuccess: (state) => state && onJob(state) });
  if (job)
    return (
      <Notice tone="note" title={t('retention.scrub')}>
        <JobProgress key={job.id} job={job}>
          {() => <Done />}
        </JobProgress>
      </Notice>
    );
  if (!isWanted) return null;
  return (
    <Notice tone="warn" title={t('retention.scrubWanted')}>
      <p>{t('retention.scrubHint')}</p>
      {scrub.data === null ? <p>{t('retention.scrubLater')}</p> : null}
      {scrub.error ? <Failed error={scrub.error} compact /> : null}
      <Button mt={6} size="xs" variant="default" loading={scrub.isPending} onClick={() => scrub.mutate()}>
        {t('retention.scrubNow')}
      </Button>
    </Notice>
  );
}
