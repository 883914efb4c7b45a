import { useState } from 'react';
import { useText } from '../../app/text.ts';
import { Radios } from '../../ui/fields.tsx';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';

/** Whether an instrument is valid; until a verdict is recorded its clock runs. */
export function VerdictForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [verdict, setVerdict] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'verdict', onClose);
  const { byField, rest } = problemsOf(act.error, ['reason', 'valid']);
  return (
    <ActForm
      submit={t('act.verdict.submit')}
      hint={t('act.verdict.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (verdict !== '' && reason.trim() !== '') act.mutate({ valid: verdict === 'valid', reason });
      }}
      onClose={onClose}
    >
      <Radios
        label={t('act.verdict.question')}
        value={verdict}
        options={[
          { value: 'valid', label: t('act.verdict.valid') },
          { value: 'invalid', label: t('act.verdict.invalid'), hint: t('act.verdict.invalidHint') },
        ]}
        error={isTried && verdict === '' ? t('common.required') : undefined}
        onChange={setVerdict}
      />
      <ReasonField value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}
