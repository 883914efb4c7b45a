import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type LinkSort, linkSorts } from '../../../src-main/cases/contract/words.ts';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';

/** Ties a case to another one. */
export function LinkForm({ view, onClose }: ActFormProps) {
  const { t, word } = useText();
  const [to, setTo] = useState('');
  const [as, setAs] = useState<LinkSort>('related');
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
        options={linkSorts.map((id) => ({ value: id, label: word('link', id) }))}
        onChange={(id) => setAs(id as LinkSort)}
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
