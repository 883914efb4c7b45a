import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type DelayCode, delayCodes } from '../../../src-main/cases/contract/words.ts';
import { useText } from '../../app/text.ts';
import { deskNow } from '../../ui/desk-clock.ts';
import { Choice } from '../../ui/fields.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { useActForm } from '../acts/use-act-form.ts';
import styles from './delays.module.css';
import { lateClocks, stillLate, unexplained } from './late.ts';

/** Why clocks of law are late: a code for the figures, and words for whoever reads the case. */
export function DelayForm(props: ActFormProps) {
  const { view } = props;
  const { t, ruleName } = useText();
  const [late] = useState(() => lateClocks(view, deskNow()));
  const form = useActForm(props, 'explain-delay', () => {
    const open = unexplained(view, deskNow());
    return { rules: (open.length > 0 ? open : late).map(({ rule }) => rule), code: '' as DelayCode | '', text: '' };
  });
  const { code, text } = form.typed;
  const rules = stillLate(form.typed.rules, late);
  const problem = code === 'other' ? form.needed(text) : null;
  const isStopped = rules.length === 0 || code === '' || problem !== null;
  return (
    <ActForm
      {...form.frame}
      hint={t('act.explain-delay.hint')}
      onSubmit={() => form.send(isStopped ? null : { rules, code, ...(text.trim() === '' ? {} : { text: text.trim() }) })}
    >
      <Choice
        label={t('act.explain-delay.code')}
        data-autofocus
        empty={t('rota.choose')}
        options={delayCodes.map((id) => ({ value: id, label: t(`act.explain-delay.codes.${id}`) }))}
        {...form.field('code', form.needed(code))}
      />
      <Textarea
        label={t('act.explain-delay.text')}
        description={code === 'other' ? t('act.explain-delay.textHint') : `${t('act.explain-delay.textHint')} (${t('common.optional')})`}
        autosize
        minRows={2}
        value={text}
        error={form.shown('text', problem)}
        onChange={({ currentTarget }) => form.change({ text: currentTarget.value })}
      />
      <Checkbox.Group
        label={t('act.explain-delay.which')}
        value={rules}
        error={form.shown('rules', rules.length === 0 && t('act.explain-delay.none'))}
        onChange={(next) => form.change({ rules: next })}
      >
        <div className={styles['which']}>
          {late.map(({ rule, due }) => (
            <Checkbox key={rule} value={rule} label={`${ruleName(rule)} · ${formatInstant(due ?? '')}`} />
          ))}
        </div>
      </Checkbox.Group>
    </ActForm>
  );
}
