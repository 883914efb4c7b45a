import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';

/** A report went to an authority: its clock stops with the sending. */
export function ReportForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [sentAt, setSentAt] = useState(nowAsTyped);
  const [to, setTo] = useState('');
  const [reference, setReference] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'report', onClose);
  const { byField, rest } = problemsOf(act.error, ['sentAt', 'to', 'reference']);
  const problem = instantProblem(sentAt, t);
  return (
    <ActForm
      submit={t('act.report.submit')}
      hint={t('act.report.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (problem || to.trim() === '') return;
        act.mutate({ sentAt: sentInstant(sentAt, view.receivedAt), to, ...(reference.trim() === '' ? {} : { reference }) });
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('act.report.to')}
        value={to}
        error={(isTried && to.trim() === '' && t('common.required')) || byField['to']}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
      <InstantField label={t('case.letter.sentAt')} value={sentAt} error={(isTried && problem) || byField['sentAt']} onChange={setSentAt} />
      <TextInput
        label={t('act.report.reference')}
        description={t('common.optional')}
        value={reference}
        error={byField['reference']}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
      />
    </ActForm>
  );
}
