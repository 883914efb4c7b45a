import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Radios } from '../../ui/fields.tsx';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';
import { useActForm } from './use-act-form.ts';

type By = 'complainant' | 'desk';

/** Opens a decided or closed case again: by the complainant with new clocks, by the desk without. */
export function ReopenForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'reopen', () => ({ by: 'complainant' as By, receivedAt: nowAsTyped(), reason: '' }));
  const { typed, field, needed, isTried } = form;
  const { by, receivedAt, reason } = typed;
  const isReturn = by === 'complainant';
  const problem = isReturn ? instantProblem(receivedAt, t) : null;
  const input = { by, reason, ...(isReturn ? { receivedAt: sentInstant(receivedAt, props.view.receivedAt) } : {}) };
  return (
    <ActForm {...form.frame} onSubmit={() => form.send(problem || needed(reason) ? null : input)}>
      <Radios
        label={t('act.reopen.question')}
        value={by}
        options={[
          { value: 'complainant', label: t('act.reopen.complainant'), hint: t('act.reopen.complainantHint') },
          { value: 'desk', label: t('act.reopen.desk'), hint: t('act.reopen.deskHint') },
        ]}
        onChange={(value) => form.change({ by: value as By })}
      />
      {isReturn ? <InstantField label={t('intake.receivedAt')} {...field('receivedAt', problem)} /> : null}
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}

/** The complainant takes the complaint back; removal and orders go on. */
export function WithdrawForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'withdraw', () => ({ at: nowAsTyped(), reason: '' }));
  const { typed, field, needed, isTried } = form;
  const problem = instantProblem(typed.at, t);
  const input = { at: sentInstant(typed.at, props.view.receivedAt), reason: typed.reason };
  return (
    <ActForm {...form.frame} hint={t('act.withdraw.hint')} onSubmit={() => form.send(problem || needed(typed.reason) ? null : input)}>
      <InstantField label={t('act.withdraw.at')} {...field('at', problem)} />
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}
