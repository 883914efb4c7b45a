import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SheetAnswers } from '../../../src-main/government/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { ActForm, type ActFormProps } from '../../case/acts/act-form.tsx';
import { useAct } from '../../case/use-act.ts';
import styles from '../government.module.css';

const shownMost = 50;

function Answers({ answers }: { answers: SheetAnswers }) {
  const { t, number } = useText();
  const { answers: taken, open, refused } = answers;
  const told = [
    t('act.take-sheet.taken', { count: taken.length, n: number(taken.length) }),
    open > 0 ? t('act.take-sheet.open', { n: number(open) }) : '',
    refused.length > 0 ? t('act.take-sheet.refused', { count: refused.length, n: number(refused.length) }) : '',
  ];
  return (
    <div role="status" className={styles['step']}>
      <p className={styles['strong']}>{told.filter((part) => part !== '').join(' · ')}</p>
      <ul>
        {refused.slice(0, shownMost).map(({ line, text, why }) => (
          <li key={line} className={styles['muted']}>
            {t('act.take-sheet.line', { line, text: text.slice(0, 120), why: t(`act.take-sheet.why.${why}`) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Takes back the sheet that those who act have filled in, and names each line that cannot be taken. */
export function TakeSheetForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const client = useDesk();
  const [answers, setAnswers] = useState<SheetAnswers | null>(null);
  const take = useAct(view.ref, 'take-sheet', ({ answers: found }) => {
    if (found && found.refused.length > 0) setAnswers(found);
    else onClose();
  });
  const choose = useMutation({
    mutationFn: async () => {
      const file = await client.government.chooseTable();
      return file ? client.government.readTable({ token: file.token }) : null;
    },
    onSuccess: (file) => file && take.mutate(file),
  });
  return (
    <ActForm
      submit={t('act.take-sheet.submit')}
      hint={t('act.take-sheet.hint')}
      error={take.error ?? choose.error}
      isWorking={take.isPending || choose.isPending}
      onSubmit={() => choose.mutate()}
      onClose={onClose}
    >
      {answers ? <Answers answers={answers} /> : null}
    </ActForm>
  );
}
