import { useState } from 'react';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Radios } from '../../ui/fields.tsx';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';

/** Opens a decided or closed case again: by the complainant with new clocks, by the desk without. */
export function ReopenForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [by, setBy] = useState<'complainant' | 'desk'>('complainant');
  const [receivedAt, setReceivedAt] = useState(nowAsTyped);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'reopen', onClose);
  const { byField, rest } = problemsOf(act.error, ['receivedAt', 'reason']);
  const problem = by === 'complainant' ? instantProblem(receivedAt, t) : null;
  return (
    <ActForm
      submit={t('act.reopen.submit')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (problem || reason.trim() === '') return;
        act.mutate({ by, reason, ...(by === 'complainant' ? { receivedAt: sentInstant(receivedAt, view.receivedAt) } : {}) });
      }}
      onClose={onClose}
    >
      <Radios
        label={t('act.reopen.question')}
        value={by}
        options={[
          { value: 'complainant', label: t('act.reopen.complainant'), hint: t('act.reopen.complainantHint') },
          { value: 'desk', label: t('act.reopen.desk'), hint: t('act.reopen.deskHint') },
        ]}
        onChange={(value) => setBy(value as 'complainant' | 'desk')}
      />
      {by === 'complainant' ? (
        <InstantField
          label={t('intake.receivedAt')}
          value={receivedAt}
          error={(isTried && problem) || byField['receivedAt']}
          onChange={setReceivedAt}
        />
      ) : null}
      <ReasonField value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}

/** The complainant takes the complaint back; removal and orders go on. */
export function WithdrawForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [at, setAt] = useState(nowAsTyped);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'withdraw', onClose);
  const { byField, rest } = problemsOf(act.error, ['at', 'reason']);
  const problem = instantProblem(at, t);
  return (
    <ActForm
      submit={t('act.withdraw.submit')}
      hint={t('act.withdraw.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (!problem && reason.trim() !== '') act.mutate({ at: sentInstant(at, view.receivedAt), reason });
      }}
      onClose={onClose}
    >
      <InstantField label={t('act.withdraw.at')} value={at} error={(isTried && problem) || byField['at']} onChange={setAt} />
      <ReasonField value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}
