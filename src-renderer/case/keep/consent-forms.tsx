import { consentAnswers } from '../../../src-main/rights/contract/work.ts';
import { DayField, dayProblem } from '../../app/day-field.tsx';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Radios } from '../../ui/fields.tsx';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { Line } from '../acts/line.tsx';
import { ReasonField } from '../acts/reason-field.tsx';
import { useActForm } from '../acts/use-act-form.ts';
import { sentDay } from '../acts/work-input.ts';

/** Begins asking whether data may be kept longer for a reason other than law. */
export function AskConsentForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'ask-consent', () => ({ until: '', reason: '' }));
  const { typed, field, needed, isTried } = form;
  const problem = needed(typed.until) ?? dayProblem(typed.until, t);
  const day = sentDay('until', typed.until);
  return (
    <ActForm
      {...form.frame}
      hint={t('act.ask-consent.hint')}
      onSubmit={() => form.send(problem || needed(typed.reason) || day === null ? null : { reason: typed.reason, ...day })}
    >
      <DayField label={t('act.ask-consent.until')} {...field('until', problem)} />
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}

/** What she answered, when and how. */
export function RecordConsentForm(props: ActFormProps) {
  const { t, look } = useText();
  const isGiven = props.view.work.consent?.state === 'given';
  const answers = consentAnswers.filter((id) => (id === 'withdrawn') === isGiven);
  const form = useActForm(props, 'record-consent', () => ({ answer: answers[0] ?? 'given', at: nowAsTyped(), how: '' }));
  const { typed, field, needed, shown } = form;
  const problem = instantProblem(typed.at, t);
  // A draft may have been begun before she agreed.
  const answer = answers.find((id) => id === typed.answer) ?? answers[0] ?? 'given';
  const input = { answer, how: typed.how, at: sentInstant(typed.at, props.view.receivedAt) };
  return (
    <ActForm {...form.frame} hint={t('act.record-consent.hint')} onSubmit={() => form.send(problem || needed(typed.how) ? null : input)}>
      <Radios
        label={t('act.record-consent.answer')}
        options={answers.map((id) => ({ value: id, label: look(`keep.consent.answer.${id}`, id) }))}
        {...field('answer')}
        value={answer}
        autoFocus
      />
      <InstantField label={t('act.record-consent.at')} {...field('at', problem)} error={shown('at', problem) || undefined} />
      <Line label={t('act.record-consent.how')} {...field('how', needed(typed.how))} error={shown('how', needed(typed.how)) || undefined} />
    </ActForm>
  );
}
