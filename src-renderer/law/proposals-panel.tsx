import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProposalView } from '../../src-main/law/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Chip } from '../ui/chip.tsx';
import { ConfirmTyped, isConfirmed } from '../ui/confirm-typed.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { DiffView } from './diff-view.tsx';
import styles from './law.module.css';
import { type Adopted, AdoptedNotice, MovedJob, type Previewed, Problems, Signature } from './offer-panel.tsx';
import { proposalsQuery } from './queries.ts';

/** What a proposal would change, from its preview. */
function Seen({ previewed }: { previewed: Previewed }) {
  const { problems, diff, job } = previewed;
  if (problems.length > 0) return <Problems problems={problems} />;
  return (
    <>
      {diff ? <DiffView diff={diff} /> : null}
      {job ? <MovedJob job={job} added={diff?.added ?? []} /> : null}
    </>
  );
}

/** The proposal is answered: approved only by another person, and only after its change was looked at. */
function useAnswer({ seq }: ProposalView, reason: string, onAdopted: (answer: Adopted) => void) {
  const client = useDesk();
  const queries = useQueryClient();
  const approve = useMutation({
    mutationFn: () => client.law.approveRulebook({ proposal: seq, ...(reason.trim() === '' ? {} : { reason }) }),
    onSuccess: onAdopted,
  });
  const decline = useMutation({
    mutationFn: () => client.law.declineRulebook({ proposal: seq, reason }),
    onSuccess: (list) => queries.setQueryData(keys.law('proposals'), list),
  });
  return { approve, decline };
}

interface AnswerProps {
  proposal: ProposalView;
  isSeen: boolean;
  onAdopted(answer: Adopted): void;
}

function Answer({ proposal, isSeen, onAdopted }: AnswerProps) {
  const { t } = useText();
  const { people } = useWorkspace();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { approve, decline } = useAnswer(proposal, reason, onAdopted);
  const mayApprove = !proposal.isMine || people.length < 2;
  return (
    <div className={styles['stack']}>
      {mayApprove ? null : <p className={styles['small']}>{t('lawRoom.changes.mine')}</p>}
      {mayApprove && !isSeen ? <p className={styles['small']}>{t('lawRoom.changes.lookFirst')}</p> : null}
      <Textarea
        label={t('lawRoom.changes.reason')}
        autosize
        minRows={2}
        value={reason}
        error={isTried && reason.trim() === '' ? t('common.required') : null}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {mayApprove && isSeen ? <ConfirmTyped text={proposal.version} value={typed} onChange={setTyped} /> : null}
      <div className={styles['buttons']}>
        {mayApprove && isSeen ? (
          <Button loading={approve.isPending} disabled={!isConfirmed(proposal.version, typed)} onClick={() => approve.mutate()}>
            {t('lawRoom.changes.approve')}
          </Button>
        ) : null}
        <Button
          variant="default"
          loading={decline.isPending}
          onClick={() => {
            setIsTried(true);
            if (reason.trim() !== '') decline.mutate();
          }}
        >
          {t('lawRoom.changes.decline')}
        </Button>
      </div>
      {approve.error ? <Failed error={approve.error} compact /> : null}
      {decline.error ? <Failed error={decline.error} compact /> : null}
    </div>
  );
}

function Head({ proposal }: { proposal: ProposalView }) {
  const { t } = useText();
  const { version, outcome, decidedByName, decidedAt, proposedByName, proposedAt, reason, decidedReason } = proposal;
  const answered = outcome ? t(`lawRoom.changes.${outcome}`, { name: decidedByName ?? '', at: formatInstant(decidedAt ?? '') }) : null;
  return (
    <div>
      <p>
        <b>{version}</b> <Chip tone={outcome === null ? 'soon' : 'calm'}>{answered ?? t('lawRoom.changes.waits')}</Chip>
      </p>
      <p className={styles['small']}>{t('lawRoom.changes.proposedBy', { name: proposedByName, at: formatInstant(proposedAt) })}</p>
      <p>{reason}</p>
      {decidedReason ? <p>{decidedReason}</p> : null}
    </div>
  );
}

function Open({ proposal, onAdopted }: { proposal: ProposalView; onAdopted(answer: Adopted): void }) {
  const { t } = useText();
  const client = useDesk();
  const look = useMutation({ mutationFn: () => client.law.previewProposal({ proposal: proposal.seq }) });
  return (
    <li className={styles['card']}>
      <Head proposal={proposal} />
      {proposal.signedBy ? <Signature signedBy={proposal.signedBy} /> : null}
      <div>
        <Button size="xs" variant="default" loading={look.isPending} onClick={() => look.mutate()}>
          {t('lawRoom.changes.look')}
        </Button>
      </div>
      {look.error ? <Failed error={look.error} compact /> : null}
      {look.data ? <Seen previewed={look.data} /> : null}
      <Answer proposal={proposal} isSeen={look.data?.problems.length === 0} onAdopted={onAdopted} />
    </li>
  );
}

/** What one person offered and another has to answer; below it what was answered before. */
export function ProposalsPanel() {
  const { t } = useText();
  const { data, error, refetch } = useQuery(proposalsQuery(useDesk()));
  // An approved proposal leaves the list; what came of it stays in sight.
  const [adopted, setAdopted] = useState<Adopted | null>(null);
  const open = (data ?? []).filter(({ outcome }) => outcome === null);
  const answered = (data ?? []).filter(({ outcome }) => outcome !== null);
  return (
    <Panel title={t('lawRoom.changes.proposals')} hint={t('lawRoom.changes.adoptTwo')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={2} /> : null}
      {adopted ? <AdoptedNotice adopted={adopted} /> : null}
      {data && open.length === 0 ? <p className={styles['small']}>{t('lawRoom.changes.noProposals')}</p> : null}
      <ul className={styles['stack']}>
        {open.map((proposal) => (
          <Open key={proposal.seq} proposal={proposal} onAdopted={setAdopted} />
        ))}
      </ul>
      {answered.length > 0 ? (
        <details className={styles['details']}>
          <summary>{t('lawRoom.changes.answered')}</summary>
          <ul className={styles['stack']}>
            {answered.map((proposal) => (
              <li key={proposal.seq} className={styles['card']}>
                <Head proposal={proposal} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Panel>
  );
}
