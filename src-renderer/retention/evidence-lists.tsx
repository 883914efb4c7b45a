import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DuePurge, WaitingFile } from '../../src-main/identity/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { IdentityFileRow } from '../case/identity/files-part.tsx';
import { PurgeForm } from '../case/identity/purge-part.tsx';
import { formatDate } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import { duePurgesQuery, waitingFilesQuery } from './queries.ts';
import styles from './retention.module.css';

function Ticket({ ticket }: { ticket: string }) {
  const go = useGo();
  return (
    <button type="button" className={styles['link']} onClick={() => go.openCase(ticket)}>
      {ticket}
    </button>
  );
}

function WaitingRow({ file }: { file: WaitingFile }) {
  const queries = useQueryClient();
  const { ref, ...rest } = file;
  return (
    <li className={styles['evidence']}>
      <Ticket ticket={ref} />
      <ul className={styles['files']}>
        <IdentityFileRow
          ticket={ref}
          file={{ ...rest, quarantine: 'waiting', isBlurred: true, attempts: [] }}
          onJudged={() => void queries.invalidateQueries({ queryKey: keys.retention() })}
        />
      </ul>
    </li>
  );
}

/** Files of all cases that wait for somebody to say whether they show an Aadhaar number; looked at and judged here. */
export function WaitingFiles() {
  const { t, number } = useText();
  const { data, error, refetch } = useQuery(waitingFilesQuery(useDesk()));
  if (error) return <Failed error={error} onRetry={() => void refetch()} compact />;
  if (!data || data.length === 0) return null;
  return (
    <Panel title={t('retention.waitingFiles', { count: data.length, n: number(data.length) })} hint={t('retention.waitingFilesHint')}>
      <ul className={styles['steps']}>
        {data.map((file) => (
          <WaitingRow key={file.id} file={file} />
        ))}
      </ul>
    </Panel>
  );
}

function DueRow({ one }: { one: DuePurge }) {
  const { t, number } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { ref, dueOn, attempts, files } = one;
  return (
    <li className={styles['evidence']}>
      <div className={styles['buttons']}>
        <Ticket ticket={ref} />
        <span>{t('retention.evidenceLine', { day: formatDate(dueOn), attempts: number(attempts), files: number(files) })}</span>
        {isOpen ? null : (
          <Button size="xs" variant="default" aria-label={`${t('identity.purge.button')} ${ref}`} onClick={() => setIsOpen(true)}>
            {t('identity.purge.button')}
          </Button>
        )}
      </div>
      {isOpen ? <PurgeForm ticket={ref} onClose={() => setIsOpen(false)} /> : null}
    </li>
  );
}

/** Closed cases whose identity evidence has had its time, each with its purge. */
export function DueEvidence() {
  const { t, number } = useText();
  const { data, error, refetch } = useQuery(duePurgesQuery(useDesk()));
  if (error) return <Failed error={error} onRetry={() => void refetch()} compact />;
  if (!data || data.length === 0) return null;
  return (
    <Panel title={t('retention.dueEvidence', { count: data.length, n: number(data.length) })} hint={t('retention.dueEvidenceHint')}>
      <ul className={styles['steps']}>
        {data.map((one) => (
          <DueRow key={one.ref} one={one} />
        ))}
      </ul>
    </Panel>
  );
}
