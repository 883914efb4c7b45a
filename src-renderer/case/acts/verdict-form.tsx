import { useText } from '../../app/text.ts';
import { Radios } from '../../ui/fields.tsx';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';
import { useActForm } from './use-act-form.ts';

/** Whether an instrument is valid; until a verdict is recorded its clock runs. */
export function VerdictForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'verdict', () => ({ verdict: '', reason: '' }), ['reason', 'valid']);
  const { typed, field, needed, isTried, byField } = form;
  const { verdict, reason } = typed;
  return (
    <ActForm
      {...form.frame}
      hint={t('act.verdict.hint')}
      onSubmit={() => form.send(needed(verdict) || needed(reason) ? null : { valid: verdict === 'valid', reason })}
    >
      <Radios
        label={t('act.verdict.question')}
        value={verdict}
        options={[
          { value: 'valid', label: t('act.verdict.valid') },
          { value: 'invalid', label: t('act.verdict.invalid'), hint: t('act.verdict.invalidHint') },
        ]}
        error={(isTried && needed(verdict)) || byField['valid']}
        onChange={(value) => form.change({ verdict: value })}
      />
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}
