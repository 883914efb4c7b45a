import { pauseCodes } from '../../../src-main/law/contract/target.ts';
import { useText } from '../../app/text.ts';
import { deskNow } from '../../ui/desk-clock.ts';
import { Choice } from '../../ui/fields.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { Line } from './line.tsx';
import { ReasonField } from './reason-field.tsx';
import { firstWhen, sentWhen } from './target-input.ts';
import { WhenFields } from './target-when.tsx';
import { useActForm } from './use-act-form.ts';

const hourMs = 3_600_000;
const whenFields = ['due', 'workingDays', 'calendar', 'reason'];
type PauseCode = (typeof pauseCodes)[number];

const reasonOf = (reason: string) => (reason.trim() === '' ? {} : { reason: reason.trim() });

/** The date the desk sets for itself: a moment, or working days by a calendar. The clocks of law are untouched. */
export function SetTargetForm(props: ActFormProps) {
  const { t } = useText();
  const begin = () => ({ when: firstWhen(props.view.target?.due ?? deskNow() + 24 * hourMs), reason: '' });
  const form = useActForm(props, 'set-target', begin, whenFields);
  const { when, reason } = form.typed;
  const submit = () => {
    const sent = sentWhen(when, deskNow());
    form.send(sent && { ...sent, ...reasonOf(reason) });
  };
  return (
    <ActForm {...form.frame} hint={t('act.set-target.hint')} onSubmit={submit}>
      <WhenFields value={when} isTried={form.isTried} byField={form.byField} onChange={(next) => form.change({ when: next })} />
      <Line label={t('act.reason')} isOptional {...form.field('reason')} />
    </ActForm>
  );
}

/** A later date with its basis. Only the desk's own target can be put off: no rule lets a clock of law be. */
export function ExtendTargetForm(props: ActFormProps) {
  const { t } = useText();
  const due = props.view.target?.due ?? '';
  const begin = () => ({ when: firstWhen(Date.parse(due) + 24 * hourMs), reason: '' });
  const form = useActForm(props, 'extend-target', begin, whenFields);
  const { when, reason } = form.typed;
  const sent = sentWhen(when, deskNow());
  const isEarlier = sent !== null && 'due' in sent && Date.parse(sent.due) <= Date.parse(due);
  const submit = () => {
    const still = sentWhen(when, deskNow());
    form.send(still && !isEarlier && !form.needed(reason) ? { ...still, reason } : null);
  };
  return (
    <ActForm {...form.frame} hint={t('act.extend-target.hint')} onSubmit={submit}>
      <WhenFields
        value={when}
        isTried={form.isTried}
        byField={form.byField}
        problem={isEarlier ? t('act.extend-target.later', { at: formatInstant(due) }) : null}
        onChange={(next) => form.change({ when: next })}
      />
      <ReasonField label={t('act.extend-target.reason')} isTried={form.isTried} {...form.field('reason')} />
    </ActForm>
  );
}

/** Takes the target away, with the reason on the record. */
export function RemoveTargetForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'remove-target', () => ({ reason: '' }));
  const { reason } = form.typed;
  return (
    <ActForm {...form.frame} hint={t('act.remove-target.hint')} onSubmit={() => form.send(form.needed(reason) ? null : { reason })}>
      <ReasonField isTried={form.isTried} {...form.field('reason')} />
    </ActForm>
  );
}

/** The desk's own target stands still, and it is said why; the legal clocks run on. */
export function PauseTargetForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'pause-target', () => ({ code: 'awaiting-complainant' as PauseCode, text: '' }));
  const { code, text } = form.typed;
  const problem = code === 'other' ? form.needed(text) : null;
  const submit = () => form.send(problem ? null : { code, ...(text.trim() === '' ? {} : { text: text.trim() }) });
  return (
    <ActForm {...form.frame} hint={t('act.pause-target.hint')} onSubmit={submit}>
      <Choice
        label={t('act.pause-target.code')}
        options={pauseCodes.map((id) => ({ value: id, label: t(`act.pause-target.codes.${id}`) }))}
        {...form.field('code')}
      />
      <Line label={t('act.pause-target.text')} isOptional={code !== 'other'} {...form.field('text', problem)} />
    </ActForm>
  );
}

/** The desk's own target runs again, later by the pause. */
export function ResumeTargetForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'resume-target', () => ({ reason: '' }));
  return (
    <ActForm {...form.frame} onSubmit={() => form.send(reasonOf(form.typed.reason))}>
      <Line label={t('act.reason')} isOptional {...form.field('reason')} />
    </ActForm>
  );
}
