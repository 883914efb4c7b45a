import { Button, PasswordInput } from '@mantine/core';
import { IconDatabaseExport, IconDatabaseImport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { JobProgress } from '../app/job-progress.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { tellDone } from '../app/toast.ts';
import { ConfirmTyped, isConfirmed } from '../ui/confirm-typed.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import { PassphraseProblem } from '../unlock/passphrase-problem.tsx';
import styles from './settings.module.css';

interface SavedBackup {
  file?: string;
  path?: string;
  entries?: number;
}

function Backup() {
  const { t, number } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [job, setJob] = useState<JobState | null>(null);
  const begin = useMutation({
    mutationFn: () => client.workspace.backup(),
    onSuccess: (state) => {
      setJob(state);
      void queries.invalidateQueries({ queryKey: keys.status });
    },
  });
  return (
    <>
      <div>
        <Button leftSection={<IconDatabaseExport size={16} aria-hidden />} loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('settings.backup.now')}
        </Button>
      </div>
      {begin.error ? <Failed error={begin.error} compact /> : null}
      {job ? (
        <JobProgress key={job.id} job={job}>
          {(answer) => {
            const { path, file, entries } = (answer ?? {}) as SavedBackup;
            return (
              <p role="status">
                {t('settings.backup.done', { path: path ?? file ?? '' })}{' '}
                {entries === undefined ? '' : t('audit.checked', { n: number(entries) })}
              </p>
            );
          }}
        </JobProgress>
      ) : null}
    </>
  );
}

/** Takes a workspace out of a backup file; `word` must be typed when one is open that it would replace. */
export function RestoreForm({ word, onRestored }: { word: string | null; onRestored?: () => void }) {
  const { t, number } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [file, setFile] = useState<{ token: string; name: string } | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState('');
  const choose = useMutation({
    mutationFn: () => client.intake.chooseFiles({ for: 'backup' }),
    onSuccess: ([chosen]) => chosen && setFile(chosen),
  });
  const restore = useMutation({
    mutationFn: () => client.workspace.restore({ token: file?.token ?? '', passphrase }),
    onSuccess: ({ status, entries }) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.status[0] });
      queries.setQueryData(keys.status, status);
      tellDone(t('settings.backup.restored', { n: number(entries) }));
      setFile(null);
      setPassphrase('');
      setTyped('');
      onRestored?.();
    },
  });
  const isReady = file !== null && passphrase !== '' && (word === null || isConfirmed(word, typed));
  return (
    <form
      className={styles['restore']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) restore.mutate();
      }}
    >
      <p className={styles['note']}>{t('settings.backup.restoreHint')}</p>
      <div className={styles['setting']}>
        <Button
          variant="default"
          leftSection={<IconDatabaseImport size={16} aria-hidden />}
          loading={choose.isPending}
          onClick={() => choose.mutate()}
        >
          {t('settings.backup.choose')}
        </Button>
        <span>{file?.name}</span>
      </div>
      {file ? (
        <>
          <PasswordInput
            label={t('settings.backup.passphrase')}
            value={passphrase}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('unlock.showPassphrase') }}
            onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
          {word === null ? null : <ConfirmTyped text={word} value={typed} onChange={setTyped} />}
          <PassphraseProblem error={restore.error} wrong={t('settings.backup.wrong')} />
          <div>
            <Button type="submit" color="late" loading={restore.isPending} disabled={!isReady}>
              {t('settings.backup.restore')}
            </Button>
          </div>
        </>
      ) : null}
      {choose.error ? <Failed error={choose.error} compact /> : null}
    </form>
  );
}

/** Backup and restore. */
export function BackupPanel() {
  const { t } = useText();
  const { lastBackup, organisation } = useWorkspace();
  return (
    <Panel title={t('settings.backup.title')} hint={t('settings.backup.hint')}>
      <div className={styles['stack']}>
        <Facts
          rows={[
            { name: t('settings.backup.last'), value: lastBackup ? formatInstant(lastBackup.at) : t('settings.backup.never') },
            { name: t('settings.backup.file'), value: lastBackup ? <span className={styles['hash']}>{lastBackup.file}</span> : null },
          ]}
        />
        <Backup />
        <RestoreForm word={organisation} />
      </div>
    </Panel>
  );
}
