import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';

const sorts = ['duplicate-of', 'appeal-of', 'related'] as const;

/** Ties a case to another one. */
export function LinkForm({ view, onClose }: ActFormProps) {
  const { t, word } = useText();
  const [to, setTo] = useState('');
  const [as, setAs] = useState<(typeof sorts)[number]>('related');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'link', onClose);
  // A ticket that is mistyped is refused under the name of what it should be: a case.
  const { byField, rest } = problemsOf(act.error, ['to', 'case']);
  return (
    <ActForm
      submit={t('act.link.submit')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (to.trim() !== '') act.mutate({ to: to.trim().toUpperCase(), as });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('act.link.as')}
        value={as}
        options={sorts.map((id) => ({ value: id, label: word('link', id) }))}
        onChange={(id) => setAs(id as (typeof sorts)[number])}
      />
      <TextInput
        label={t('act.link.to')}
        placeholder="COC-2026-000123-5"
        value={to}
        autoComplete="off"
        spellCheck={false}
        error={(isTried && to.trim() === '' && t('common.required')) || byField['to'] || byField['case']}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
      />
    </ActForm>
  );
}
