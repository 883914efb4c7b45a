import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import type { AdoptionView } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { Chip } from '../ui/chip.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { ExportButton } from './import-panel.tsx';
import styles from './law.module.css';
import { MovedJob, OfferPanel } from './offer-panel.tsx';
import { historyQuery } from './queries.ts';

/** Goes back to an earlier rulebook: previewed and adopted like any other. */
function Again({ one }: { one: AdoptionView }) {
  const { t } = useText();
  const client = useDesk();
  const preview = useMutation({ mutationFn: () => client.law.previewRulebook({ hash: one.hash }) });
  return (
    <>
      <Button size="xs" variant="subtle" loading={preview.isPending} onClick={() => preview.mutate()}>
        {t('lawRoom.changes.again')}
      </Button>
      {preview.error ? <Failed error={preview.error} compact /> : null}
      {preview.data ? (
        <div className={styles['full']}>
          <OfferPanel offer={{ hash: one.hash }} previewed={preview.data} onClose={() => preview.reset()} />
        </div>
      ) : null}
    </>
  );
}

function Adoption({ one }: { one: AdoptionView }) {
  const { t, number } = useText();
  const navigate = useNavigate();
  return (
    <li className={styles['card']}>
      <p>
        <b>{one.version}</b> {one.isCurrent ? <Chip tone="ok">{t('lawRoom.changes.current')}</Chip> : null}{' '}
        {one.appliedSeq === null ? <Chip tone="soon">{t('lawRoom.changes.applying')}</Chip> : null}
      </p>
      <p className={styles['small']}>
        {[
          t('lawRoom.changes.by', { name: one.byName, at: formatInstant(one.adoptedAt) }),
          one.isSole ? t('lawRoom.changes.sole') : '',
          t('lawRoom.changes.record', { n: number(one.seq) }),
          one.signedBy ? t('lawRoom.changes.signed', { name: one.signedBy.name }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>{one.reason ?? t('lawRoom.changes.bundled')}</p>
      <div className={styles['buttons']}>
        <Button size="xs" variant="default" onClick={() => void navigate({ to: '/law', search: one.isCurrent ? {} : { book: one.hash } })}>
          {t('lawRoom.changes.show')}
        </Button>
        {one.isCurrent ? null : (
          <>
            <ExportButton hash={one.hash} label={t('lawRoom.changes.exportEarlier', { version: one.version })} />
            <Again one={one} />
          </>
        )}
      </div>
    </li>
  );
}

/** An adoption that a crash or a cancelled job left half-way. */
function Resume() {
  const { t } = useText();
  const client = useDesk();
  const [job, setJob] = useState<JobState | null>(null);
  const resume = useMutation({ mutationFn: () => client.law.reevaluate(), onSuccess: setJob });
  return (
    <div className={styles['stack']}>
      <div>
        <Button size="xs" loading={resume.isPending} onClick={() => resume.mutate()}>
          {t('lawRoom.changes.resume')}
        </Button>
      </div>
      {resume.error ? <Failed error={resume.error} compact /> : null}
      {job ? <MovedJob job={job} isDone /> : null}
    </div>
  );
}

/** Every rulebook the desk went by: when, by whom and why; each can be shown, saved, and adopted again. */
export function HistoryPanel() {
  const { t } = useText();
  const { data, error, refetch } = useQuery(historyQuery(useDesk()));
  return (
    <Panel title={t('lawRoom.changes.history')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={3} /> : null}
      {data?.some(({ appliedSeq }) => appliedSeq === null) ? <Resume /> : null}
      <ol className={styles['stack']}>
        {(data ?? []).map((one) => (
          <Adoption key={one.seq} one={one} />
        ))}
      </ol>
    </Panel>
  );
}
