import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkAnswer, RetentionRow } from '../../src-main/retention/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { ConfirmTyped, isConfirmed } from '../ui/confirm-typed.tsx';
import { Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './retention.module.css';

interface PurgePanelProps {
  /** Whether nobody else could agree; as a rule, where one person works here. */
  isAlone?: boolean;
  rows: RetentionRow[];
  /** Told what became of them. */
  onDone(answer: BulkAnswer): void;
}

/** What has to be typed: the ticket of one case, the number of several. */
const typedFor = (rows: readonly RetentionRow[]) => (rows.length === 1 ? (rows[0]?.ref ?? '') : String(rows.length));

const isAgreed = ({ proposal }: RetentionRow) => proposal?.state === 'approved' && proposal.isMine;

function usePurge(rows: RetentionRow[], reason: string, typed: string, onDone: PurgePanelProps['onDone']) {
  const client = useDesk();
  const queries = useQueryClient();
  const refs = rows.map(({ ref }) => ref);
  const onSuccess = (answer: BulkAnswer) => {
    void queries.invalidateQueries({ queryKey: keys.retention() });
    onDone(answer);
  };
  return {
    propose: useMutation({ mutationFn: () => client.retention.propose({ refs, reason }), onSuccess }),
    purge: useMutation({ mutationFn: () => client.retention.purge({ refs, reason, typed }), onSuccess }),
  };
}

/** What is done with the chosen cases: another person is asked, or they are purged for good. */
export function PurgePanel({ rows, isAlone: isToldAlone, onDone }: PurgePanelProps) {
  const { t, number } = useText();
  const { people } = useWorkspace();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const { propose, purge } = usePurge(rows, reason, typed, onDone);
  const isAlone = isToldAlone ?? people.length < 2;
  const mayPurge = isAlone || rows.every(isAgreed);
  const lacksReason = reason.trim() === '';
  return (
    <Panel title={t('retention.chosen', { count: rows.length, n: number(rows.length) })} hint={t('retention.actHint')}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (mayPurge && !lacksReason && isConfirmed(typedFor(rows), typed)) purge.mutate();
        }}
      >
        <Textarea
          label={t('retention.reason')}
          description={t('retention.reasonHint')}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <p className={styles['small']}>{t(isAlone ? 'retention.alone' : 'retention.proposeHint')}</p>
        {mayPurge ? <ConfirmTyped text={typedFor(rows)} value={typed} onChange={setTyped} /> : null}
        {propose.error ? <Failed error={propose.error} compact /> : null}
        {purge.error ? <Failed error={purge.error} compact /> : null}
        <div className={styles['buttons']}>
          {mayPurge ? (
            <Button type="submit" color="late" loading={purge.isPending} disabled={lacksReason || !isConfirmed(typedFor(rows), typed)}>
              {t('retention.purge')}
            </Button>
          ) : (
            <Button loading={propose.isPending} disabled={lacksReason} onClick={() => propose.mutate()}>
              {t('retention.propose')}
            </Button>
          )}
        </div>
      </form>
    </Panel>
  );
}

/** What became of the cases that were chosen last. */
export function Outcome({ answer, isProposal }: { answer: BulkAnswer; isProposal: boolean }) {
  const { t, number } = useText();
  const go = useGo();
  const { done, waiting, refused } = answer;
  return (
    <div role="status" className={styles['outcome']}>
      {done.length > 0 ? (
        <p>{t(isProposal ? 'retention.ready' : 'retention.done', { count: done.length, n: number(done.length) })}</p>
      ) : null}
      {waiting.length > 0 ? (
        <p>
          {t('retention.waiting', { count: waiting.length, n: number(waiting.length) })}{' '}
          <button type="button" className={styles['link']} onClick={go.approvals}>
            {t('approvals.goThere')}
          </button>
        </p>
      ) : null}
      {refused.map(({ ref, why }) => (
        <p key={ref}>
          {t('retention.refused', { ref })} <span lang="en">{why}</span>
        </p>
      ))}
    </div>
  );
}
