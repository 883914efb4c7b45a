import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { type DelayCode, delayCodes } from '../../../src-main/cases/contract/words.ts';
import { useText } from '../../app/text.ts';
import { deskNow } from '../../ui/desk-clock.ts';
import { Choice } from '../../ui/fields.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { ActForm, type ActFormProps, problemsOf } from '../acts/act-form.tsx';
import { useAct } from '../use-act.ts';
import styles from './delays.module.css';
import { lateClocks, unexplained } from './late.ts';

/** Why clocks of law are late: a code for the figures, and words for whoever reads the case. */
export function DelayForm({ view, onClose }: ActFormProps) {
  const { t, ruleName } = useText();
  const [late] = useState(() => lateClocks(view, deskNow()));
  const [rules, setRules] = useState(() => {
    const open = unexplained(view, deskNow());
    return (open.length > 0 ? open : late).map(({ rule }) => rule);
  });
  const [code, setCode] = useState<DelayCode | ''>('');
  const [text, setText] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'explain-delay', onClose);
  const { byField, rest } = problemsOf(act.error, ['rules', 'code', 'text']);
  const lacksText = code === 'other' && text.trim() === '';
  return (
    <ActForm
      submit={t('act.explain-delay.submit')}
      hint={t('act.explain-delay.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (rules.length > 0 && code !== '' && !lacksText)
          act.mutate({ rules, code, ...(text.trim() === '' ? {} : { text: text.trim() }) });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('act.explain-delay.code')}
        data-autofocus
        value={code}
        empty={t('rota.choose')}
        options={delayCodes.map((id) => ({ value: id, label: t(`act.explain-delay.codes.${id}`) }))}
        error={(isTried && code === '' && t('common.required')) || byField['code']}
        onChange={(id) => setCode(id as DelayCode | '')}
      />
      <Textarea
        label={t('act.explain-delay.text')}
        description={code === 'other' ? t('act.explain-delay.textHint') : `${t('act.explain-delay.textHint')} (${t('common.optional')})`}
        autosize
        minRows={2}
        value={text}
        error={(isTried && lacksText && t('common.required')) || byField['text']}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Checkbox.Group
        label={t('act.explain-delay.which')}
        value={rules}
        error={(isTried && rules.length === 0 && t('act.explain-delay.none')) || byField['rules']}
        onChange={setRules}
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
