import { Textarea } from '@mantine/core';
import { holdBases, holdScopes } from '../../../src-main/rights/contract/work.ts';
import { DayField, dayProblem } from '../../app/day-field.tsx';
import { useText } from '../../app/text.ts';
import { Choice, Radios } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useConsentText } from '../keep/consent-part.tsx';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { firstHold, holdInput } from './hold-input.ts';
import { Line } from './line.tsx';
import { ReasonField } from './reason-field.tsx';
import { useActForm } from './use-act-form.ts';

/** Places a legal hold: nothing it reaches is erased while it stands. */
export function HoldForm(props: ActFormProps) {
  const { t, look } = useText();
  const consentText = useConsentText();
  const form = useActForm(props, 'hold', () => firstHold);
  const { typed, field, needed, change, byField, isTried } = form;
  return (
    <ActForm
      {...form.frame}
      hint={t('act.hold.hint')}
      onSubmit={() => form.send(needed(typed.instrument) || needed(typed.reason) ? null : holdInput(typed))}
    >
      <Radios
        label={t('act.hold.scope')}
        options={holdScopes.map((id) => ({ value: id, label: look(`work.hold.scope.${id}`, id) }))}
        {...field('scope')}
        autoFocus
      />
      {typed.scope === 'connected' ? (
        <Textarea
          label={t('act.hold.accounts')}
          autosize
          minRows={2}
          value={typed.accounts}
          error={byField['accounts']}
          onChange={({ currentTarget }) => change({ accounts: currentTarget.value })}
        />
      ) : null}
      <Line label={t('act.hold.instrument')} {...field('instrument', needed(typed.instrument))} />
      <Choice
        label={t('act.hold.basis')}
        options={holdBases.map((id) => ({ value: id, label: t(`act.hold.${id}`) }))}
        {...field('basis')}
      />
      {typed.basis === 'own' && props.view.work.consent ? <Notice tone="warn">{consentText(props.view.work.consent)}</Notice> : null}
      <DayField label={t('act.hold.until')} hint={t('act.hold.untilHint')} {...field('until', dayProblem(typed.until, t))} />
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}

/** Releases the hold that stands on this case, with why. */
export function ReleaseHoldForm(props: ActFormProps) {
  const { t } = useText();
  const here = props.view.work.holds.filter(({ ref }) => ref === props.view.ref);
  const form = useActForm(props, 'release-hold', () => ({ hold: '', reason: '' }));
  const { typed, field, needed, isTried } = form;
  // A draft may name a hold that has been released since.
  const hold = here.find(({ id }) => id === typed.hold)?.id ?? here[0]?.id ?? '';
  return (
    <ActForm
      {...form.frame}
      onSubmit={() => form.send(needed(typed.reason) ? null : { reason: typed.reason, ...(hold === '' ? {} : { hold }) })}
    >
      {here.length > 1 ? (
        <Choice
          label={t('act.release-hold.which')}
          options={here.map(({ id, instrument }) => ({ value: id, label: instrument }))}
          {...field('hold')}
          value={hold}
        />
      ) : null}
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}
