import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ErasureView } from '../../../src-main/retention/contract.ts';
import { useDesk, useWorkspace } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { ConfirmTyped, isConfirmed } from '../../ui/confirm-typed.tsx';
import { Failed } from '../../ui/states.tsx';
import { problemsOf } from '../acts/act-form.tsx';
import { ReasonField } from '../acts/reason-field.tsx';
import styles from './keep.module.css';

/** Takes a person's own data out for good: a reason that stays, another person's word, and the ticket typed by hand. */
export function EraseForm({ view, onClose }: { view: ErasureView; onClose(): void }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const { people } = useWorkspace();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setIsTried] = useState(false);
  const { ref, proposal } = view;
  const onSettled = () => {
    for (const queryKey of [keys.erasure(ref), keys.case(ref), keys.retention()]) void queries.invalidateQueries({ queryKey });
  };
  const propose = useMutation({ mutationFn: () => client.retention.proposeErasure({ ref, reason }), onSettled });
  const erase = useMutation({
    mutationFn: () => client.retention.erase({ ref, reason, typed }),
    onSettled,
    onSuccess() {
      tellDone(t('keep.erasure.done'));
      onClose();
    },
  });
  const mayErase = people.length < 2 || (proposal?.state === 'approved' && proposal.isMine);
  const isWaiting = proposal?.state === 'waits';
  const { byField, rest } = problemsOf(erase.error ?? propose.error, ['reason']);
  return (
    <form
      className={styles['form']}
      aria-label={t('keep.erasure.begin')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (reason.trim() === '') return;
        if (!mayErase) propose.mutate();
        else if (isConfirmed(ref, typed)) erase.mutate();
      }}
    >
      <ReasonField label={t('retention.reason')} value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
      <p>{t('retention.reasonHint')}</p>
      <p>{isWaiting ? t('keep.erasure.waits') : t(people.length < 2 ? 'retention.alone' : 'retention.proposeHint')}</p>
      {mayErase ? <ConfirmTyped text={ref} value={typed} onChange={setTyped} /> : null}
      {rest ? <Failed error={rest} compact /> : null}
      <div className={styles['buttons']}>
        <Button
          type="submit"
          size="xs"
          color={mayErase ? 'late' : undefined}
          loading={erase.isPending || propose.isPending}
          disabled={isWaiting || (mayErase && !isConfirmed(ref, typed))}
        >
          {t(mayErase ? 'keep.erasure.erase' : 'retention.propose')}
        </Button>
        <Button size="xs" variant="subtle" color="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
