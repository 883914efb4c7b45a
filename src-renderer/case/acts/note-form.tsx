import { Checkbox, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useDraft } from '../../app/drafts.ts';
import { useText } from '../../app/text.ts';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';

/** A note for the desk; it never enters a letter. */
export function NoteForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const first = useMemo(() => ({ text: '', privileged: false }), []);
  const draft = useDraft(`case:${view.ref}:note`, first);
  const { text, privileged } = draft.values;
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'note', () => {
    void draft.drop(first);
    onClose();
  });
  const { byField, rest } = problemsOf(act.error, ['text']);
  return (
    <ActForm
      submit={t('act.note.submit')}
      error={rest}
      isWorking={act.isPending}
      restoredAt={draft.restoredAt}
      onDiscard={() => void draft.drop(first)}
      onSubmit={() => {
        setIsTried(true);
        if (text.trim() !== '') act.mutate({ text, ...(privileged ? { privileged } : {}) });
      }}
      onClose={onClose}
    >
      <Textarea
        label={t('act.note.text')}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        error={(isTried && text.trim() === '' && t('common.required')) || byField['text']}
        onChange={({ currentTarget }) => draft.change({ text: currentTarget.value })}
      />
      <Checkbox
        label={t('act.note.privileged')}
        description={t('act.note.privilegedHint')}
        checked={privileged}
        onChange={({ currentTarget }) => draft.change({ privileged: currentTarget.checked })}
      />
    </ActForm>
  );
}
