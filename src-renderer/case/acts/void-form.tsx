import { useState } from 'react';
import { useText } from '../../app/text.ts';
import { ConfirmTyped, isConfirmed } from '../../ui/confirm-typed.tsx';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';

/** Spam, a bounce, a test, an error: the case ends and its ticket stays used. The ticket is typed by hand. */
export function VoidForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'void', onClose);
  const { byField, rest } = problemsOf(act.error, ['reason']);
  return (
    <ActForm
      submit={t('act.void.submit')}
      hint={t('act.void.hint')}
      error={rest}
      isWorking={act.isPending}
      isDangerous
      isDisabled={!isConfirmed(view.ref, typed)}
      onSubmit={() => {
        setIsTried(true);
        if (reason.trim() !== '' && isConfirmed(view.ref, typed)) act.mutate({ reason });
      }}
      onClose={onClose}
    >
      <ReasonField value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
      <ConfirmTyped text={view.ref} value={typed} onChange={setTyped} />
    </ActForm>
  );
}
