import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { pauseCodes } from '../../../src-main/law/contract/target.ts';
import { useText } from '../../app/text.ts';
import { deskNow } from '../../ui/desk-clock.ts';
import { Choice } from '../../ui/fields.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';
import { sentWhen, useTargetWhen, WhenFields } from './target-when.tsx';

const hourMs = 3_600_000;
const whenFields = ['due', 'workingDays', 'calendar', 'reason'];
type PauseCode = (typeof pauseCodes)[number];

const reasonOf = (reason: string) => (reason.trim() === '' ? {} : { reason: reason.trim() });

function OptionalReason({ value, error, onChange }: { value: string; error: string | undefined; onChange(value: string): void }) {
  const { t } = useText();
  return (
    <TextInput
      label={t('act.reason')}
      description={t('common.optional')}
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** The date the desk sets for itself: a moment, or working days by a calendar. The clocks of law are untouched. */
export function SetTargetForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [when, setWhen] = useTargetWhen(view.target?.due ?? deskNow() + 24 * hourMs);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'set-target', onClose);
  const { byField, rest } = problemsOf(act.error, whenFields);
  return (
    <ActForm
      submit={t('act.set-target.submit')}
      hint={t('act.set-target.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        const sent = sentWhen(when);
        if (sent) act.mutate({ ...sent, ...reasonOf(reason) });
      }}
      onClose={onClose}
    >
      <WhenFields value={when} isTried={isTried} byField={byField} onChange={setWhen} />
      <OptionalReason value={reason} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}

/** A later date with its basis. Only the desk's own target can be put off: no rule lets a clock of law be. */
export function ExtendTargetForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const due = view.target?.due ?? '';
  const [when, setWhen] = useTargetWhen(Date.parse(due) + 24 * hourMs);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'extend-target', onClose);
  const { byField, rest } = problemsOf(act.error, whenFields);
  const sent = sentWhen(when);
  const isEarlier = sent !== null && 'due' in sent && Date.parse(sent.due) <= Date.parse(due);
  return (
    <ActForm
      submit={t('act.extend-target.submit')}
      hint={t('act.extend-target.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (sent && !isEarlier && reason.trim() !== '') act.mutate({ ...sent, reason });
      }}
      onClose={onClose}
    >
      <WhenFields
        value={when}
        isTried={isTried}
        byField={byField}
        problem={isEarlier ? t('act.extend-target.later', { at: formatInstant(due) }) : null}
        onChange={setWhen}
      />
      <ReasonField label={t('act.extend-target.reason')} value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}

/** Takes the target away, with the reason on the record. */
export function RemoveTargetForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'remove-target', onClose);
  const { byField, rest } = problemsOf(act.error, ['reason']);
  return (
    <ActForm
      submit={t('act.remove-target.submit')}
      hint={t('act.remove-target.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (reason.trim() !== '') act.mutate({ reason });
      }}
      onClose={onClose}
    >
      <ReasonField value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}

/** The desk's own target stands still, and it is said why; the legal clocks run on. */
export function PauseTargetForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [code, setCode] = useState<PauseCode>('awaiting-complainant');
  const [text, setText] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'pause-target', onClose);
  const { byField, rest } = problemsOf(act.error, ['text', 'code']);
  const lacksText = code === 'other' && text.trim() === '';
  return (
    <ActForm
      submit={t('act.pause-target.submit')}
      hint={t('act.pause-target.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (!lacksText) act.mutate({ code, ...(text.trim() === '' ? {} : { text: text.trim() }) });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('act.pause-target.code')}
        value={code}
        options={pauseCodes.map((id) => ({ value: id, label: t(`act.pause-target.codes.${id}`) }))}
        onChange={(id) => setCode(id as PauseCode)}
      />
      <TextInput
        label={t('act.pause-target.text')}
        description={code === 'other' ? undefined : t('common.optional')}
        value={text}
        error={(isTried && lacksText && t('common.required')) || byField['text']}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </ActForm>
  );
}

/** The desk's own target runs again, later by the pause. */
export function ResumeTargetForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  const act = useAct(view.ref, 'resume-target', onClose);
  const { byField, rest } = problemsOf(act.error, ['reason']);
  return (
    <ActForm
      submit={t('act.resume-target.submit')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => act.mutate(reasonOf(reason))}
      onClose={onClose}
    >
      <OptionalReason value={reason} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}
