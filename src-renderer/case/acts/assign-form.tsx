import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWorkspace } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';

/** Who works on a case. */
export function AssignForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const { people } = useWorkspace();
  const [to, setTo] = useState(view.assignee ?? '');
  const [reason, setReason] = useState('');
  const act = useAct(view.ref, 'assign', onClose);
  const { byField, rest } = problemsOf(act.error, ['to', 'reason']);
  return (
    <ActForm
      submit={t('act.assign.submit')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => act.mutate({ to: to || null, ...(reason.trim() === '' ? {} : { reason }) })}
      onClose={onClose}
    >
      <Choice
        label={t('act.assign.to')}
        value={to}
        empty={t('act.assign.nobody')}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        error={byField['to']}
        onChange={setTo}
      />
      <TextInput
        label={t('act.reason')}
        description={t('common.optional')}
        value={reason}
        error={byField['reason']}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ActForm>
  );
}
