import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import type { MovedCases } from '../../src-main/law/contract.ts';
import type { PlatformView } from '../../src-main/platforms/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { JobProgress } from '../app/job-progress.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { tellDone } from '../app/toast.ts';
import { ReasonField } from '../case/acts/reason-field.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { countBySeverity } from './checklist.ts';
import { EditorSections, type Jump } from './editor-sections.tsx';
import { FileButtons } from './file-buttons.tsx';
import styles from './platforms.module.css';
import { useProfileDraft } from './use-profile-draft.ts';
import { usePathWords } from './versions-tab.tsx';

type Draft = ReturnType<typeof useProfileDraft>;

function useSave(draft: Draft, onJob: (job: JobState | null) => void) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.platforms.save({ profile: draft.profile, reason: draft.reason.trim() }),
    async onSuccess({ platform, job }) {
      await draft.drop(platform);
      onJob(job);
      for (const queryKey of [keys.law(), keys.status]) void queries.invalidateQueries({ queryKey });
      tellDone(t('platforms.edit.saved', { name: platform.name, version: platform.version }));
    },
  });
}

function Standing({ draft }: { draft: Draft }) {
  const { t, number } = useText();
  const sayPath = usePathWords();
  const { differences, problems, check } = draft;
  const gaps = countBySeverity(check?.gaps ?? []);
  return (
    <div role="status" className={styles['standing']}>
      <p>
        {differences === 0 ? t('platforms.edit.unchanged') : t('platforms.edit.changed', { count: differences, n: number(differences) })}
      </p>
      {problems.size > 0 ? (
        <ul className={styles['problem']}>
          {[...problems].map(([field, message]) => (
            <li key={field}>
              <b>{sayPath(field)}</b>: <span lang="en">{message}</span>
            </li>
          ))}
        </ul>
      ) : check ? (
        <p>{t('platforms.edit.gaps', { error: number(gaps.error), warning: number(gaps.warning) })}</p>
      ) : null}
    </div>
  );
}

/** What came of looking at the open cases. */
function Looked({ job }: { job: JobState }): ReactNode {
  const { t, number } = useText();
  return (
    <Notice tone="note" title={t('platforms.edit.looking')}>
      <JobProgress key={job.id} job={job}>
        {(answer) => {
          const { checked = 0, moved = 0 } = (answer ?? {}) as Partial<MovedCases>;
          return <p role="status">{t('platforms.edit.looked', { checked: number(checked), moved: number(moved) })}</p>;
        }}
      </JobProgress>
    </Notice>
  );
}

function Restored({ draft }: { draft: Draft }) {
  const { t } = useText();
  if (!draft.restoredAt) return null;
  return (
    <Notice tone="note" role="status">
      {t('common.draftRestored', { at: formatInstant(draft.restoredAt) })}{' '}
      <Button size="compact-xs" variant="subtle" onClick={draft.discard}>
        {t('common.draftDiscard')}
      </Button>
    </Notice>
  );
}

/** Edits a profile and saves it as a new version with its reason; nothing is in force before that. */
export function EditTab({ platform, jump }: { platform: PlatformView; jump: Jump | null }) {
  const { t } = useText();
  const draft = useProfileDraft(platform);
  const [job, setJob] = useState<JobState | null>(null);
  const [isTried, setIsTried] = useState(false);
  const save = useSave(draft, (begun) => {
    setJob(begun);
    setIsTried(false);
  });
  if (!draft.isReady) return <Waiting lines={6} />;
  const isReady = draft.differences > 0 && draft.isCurrent && draft.problems.size === 0;
  return (
    <form
      className={styles['edit']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (isReady && draft.reason.trim() !== '') save.mutate();
      }}
    >
      <p className={styles['muted']}>{t('platforms.edit.hint')}</p>
      <Restored draft={draft} />
      <FileButtons platform={platform} onRead={draft.replace} />
      <EditorSections profile={draft.profile} problems={draft.problems} jump={jump} onChange={draft.change} />
      <div className={styles['save']}>
        <Standing draft={draft} />
        {job ? <Looked job={job} /> : null}
        {draft.differences > 0 ? (
          <>
            <ReasonField
              label={t('platforms.edit.reason')}
              value={draft.reason}
              isTried={isTried}
              error={undefined}
              onChange={draft.explain}
            />
            {save.error ? <Failed error={save.error} compact /> : null}
            <div className={styles['row']}>
              <Button type="submit" loading={save.isPending} disabled={!isReady}>
                {t('platforms.edit.save')}
              </Button>
              <Button variant="subtle" color="quiet" onClick={draft.discard}>
                {t('platforms.edit.discard')}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </form>
  );
}
