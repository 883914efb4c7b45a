import { Textarea } from '@mantine/core';
import { IconSignature, IconSignatureOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobState } from '../../src-main/desk/contract.ts';
import type { AdoptionAnswer, FileProblem, MovedCases, Offer, OfferPreview, RuleLine, SignedBy } from '../../src-main/law/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { JobProgress } from '../app/job-progress.tsx';
import { useText } from '../app/text.ts';
import { ActForm } from '../case/acts/act-form.tsx';
import { ConfirmTyped, isConfirmed } from '../ui/confirm-typed.tsx';
import { formatDate, formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import { DiffView } from './diff-view.tsx';
import styles from './law.module.css';
import { Moved } from './moved-cases.tsx';

export type Previewed = OfferPreview & { job: JobState | null };
export type Adopted = AdoptionAnswer & { job: JobState | null };

/** Who signed a rulebook, by the key it was signed with. */
export function Signature({ signedBy }: { signedBy: SignedBy | null }) {
  const { t } = useText();
  if (!signedBy)
    return (
      <Notice tone="warn" icon={<IconSignatureOff aria-hidden />}>
        {t('lawRoom.changes.unsigned')}
      </Notice>
    );
  const { name, designation, organisation, signedAt, publicKey, person } = signedBy;
  return (
    <Notice tone="note" icon={<IconSignature aria-hidden />} title={t('lawRoom.changes.signed', { name })}>
      <p>{t('lawRoom.changes.signedAs', { designation: designation ?? '–', organisation, at: formatInstant(signedAt) })}</p>
      <p className={styles['hash']}>
        {t('lawRoom.changes.key')}: {publicKey}
      </p>
      <p>{t(person ? 'lawRoom.changes.signedHere' : 'lawRoom.changes.signedElsewhere')}</p>
    </Notice>
  );
}

/** Everything wrong with a rulebook, with line and field. */
export function Problems({ problems }: { problems: FileProblem[] }) {
  const { t } = useText();
  return (
    <Notice tone="bad" role="alert" title={t('lawRoom.changes.problems', { count: problems.length })}>
      <ul className={styles['problems']} lang="en">
        {problems.slice(0, 100).map(({ line, field, message }) => (
          <li key={`${line} ${field} ${message}`}>
            {[line === null ? '' : t('lawRoom.changes.line', { line }), field].filter(Boolean).join(', ')}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The job that looks at open cases, and what it found. */
export function MovedJob({ job, isDone = false, added = [] }: { job: JobState; isDone?: boolean; added?: RuleLine[] }) {
  const { t } = useText();
  return (
    <section>
      <h3 className={styles['partHead']}>{t(isDone ? 'lawRoom.changes.movedDone' : 'lawRoom.changes.moved')}</h3>
      <JobProgress key={job.id} job={job}>
        {(answer) => <Moved answer={answer as MovedCases} isDone={isDone} added={added} />}
      </JobProgress>
    </section>
  );
}

/** What came of an adoption: in force, with the cases that moved, or proposed. */
export function AdoptedNotice({ adopted: { state, version, job } }: { adopted: Adopted }) {
  const { t } = useText();
  return (
    <div className={styles['stack']}>
      <Notice tone="good" role="status">
        {t(state === 'adopted' ? 'lawRoom.changes.adopted' : 'lawRoom.changes.proposed', { version })}
      </Notice>
      {job ? <MovedJob job={job} isDone /> : null}
    </div>
  );
}

interface AdoptProps {
  offer: Offer;
  version: string;
  onAdopted(answer: Adopted): void;
  onClose(): void;
}

function AdoptForm({ offer, version, onAdopted, onClose }: AdoptProps) {
  const { t } = useText();
  const client = useDesk();
  const { people } = useWorkspace();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setIsTried] = useState(false);
  const adopt = useMutation({ mutationFn: () => client.law.adoptRulebook({ offer, reason }), onSuccess: onAdopted });
  const isReady = reason.trim() !== '' && isConfirmed(version, typed);
  const submit = () => {
    setIsTried(true);
    if (isReady) adopt.mutate();
  };
  return (
    <section>
      <h3 className={styles['partHead']}>{t('lawRoom.changes.adoptTitle')}</h3>
      <ActForm
        submit={t(people.length > 1 ? 'lawRoom.changes.propose' : 'lawRoom.changes.adopt')}
        hint={`${t('lawRoom.changes.adoptHint')} ${t('lawRoom.changes.adoptTwo')}`}
        error={adopt.error}
        isWorking={adopt.isPending}
        isDisabled={isTried && !isReady}
        onSubmit={submit}
        onClose={onClose}
      >
        <Textarea
          label={t('lawRoom.changes.reason')}
          autosize
          minRows={2}
          value={reason}
          error={isTried && reason.trim() === '' ? t('common.required') : null}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ConfirmTyped text={version} value={typed} onChange={setTyped} />
      </ActForm>
    </section>
  );
}

interface OfferProps {
  offer: Offer;
  previewed: Previewed;
  /** A file says who signed it, or that nobody did; a change made here is signed when it is adopted. */
  isFile?: boolean;
  onAdopted?(): void;
  onClose(): void;
}

/** An offered rulebook: who signed it, what it changes, which open cases would move, and the adoption with its reason. */
export function OfferPanel({ offer, previewed, isFile = false, onAdopted, onClose }: OfferProps) {
  const { t } = useText();
  const [adopted, setAdopted] = useState<Adopted | null>(null);
  const done = (answer: Adopted) => {
    setAdopted(answer);
    onAdopted?.();
  };
  const { problems, version, asOf, isCurrent, diff, job, signedBy } = previewed;
  if (problems.length > 0) return <Problems problems={problems} />;
  if (adopted) return <AdoptedNotice adopted={adopted} />;
  return (
    <div className={styles['stack']}>
      {isFile ? <Signature signedBy={signedBy} /> : null}
      {isCurrent ? <Notice tone="note">{t('lawRoom.changes.isCurrent')}</Notice> : null}
      {version && asOf ? <p>{t('lawRoom.changes.offered', { version, asOf: formatDate(asOf) })}</p> : null}
      {diff && !isCurrent ? <DiffView diff={diff} /> : null}
      {job ? <MovedJob job={job} added={diff?.added ?? []} /> : null}
      {version && !isCurrent ? <AdoptForm offer={offer} version={version} onAdopted={done} onClose={onClose} /> : null}
    </div>
  );
}
