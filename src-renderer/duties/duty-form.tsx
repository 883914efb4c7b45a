import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Platform } from '../../src-main/cases/contract/words.ts';
import type { DutyView } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../app/instant-field.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { tellDone } from '../app/toast.ts';
import { ActForm, problemsOf } from '../case/acts/act-form.tsx';
import { parseInstant } from '../ui/ist.ts';
import { mayLieAhead } from './duties.ts';

/** Records what starts a duty anew: when it was done, and what it was. */
export function DutyForm({ duty, title, onClose }: { duty: DutyView; title: string; onClose(): void }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [at, setAt] = useState(nowAsTyped);
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const record = useMutation({
    mutationFn: () =>
      client.law.recordDuty({
        family: duty.family,
        platform: duty.platform as Platform,
        at: sentInstant(at),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      }),
    onSuccess(list) {
      queries.setQueryData(keys.law('duties'), list);
      void queries.invalidateQueries({ queryKey: keys.status });
      tellDone(t('duties.recorded', { title }));
      onClose();
    },
  });
  const { byField, rest } = problemsOf(record.error, ['at', 'note']);
  const isAhead = mayLieAhead(duty);
  const problem = isAhead && parseInstant(at) ? null : instantProblem(at, t);
  return (
    <ActForm
      submit={t('duties.submit')}
      error={rest}
      isWorking={record.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (!problem) record.mutate();
      }}
      onClose={onClose}
    >
      <InstantField
        label={t(isAhead ? 'duties.plannedFor' : 'duties.at')}
        value={at}
        autoFocus
        error={(isTried && problem) || byField['at']}
        onChange={setAt}
      />
      <Textarea
        label={t('duties.note')}
        description={t('duties.noteHint')}
        autosize
        minRows={2}
        value={note}
        error={byField['note']}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </ActForm>
  );
}
