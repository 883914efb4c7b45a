import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { InstantField } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { deskNow } from '../../ui/desk-clock.ts';
import { Choice, Radios } from '../../ui/fields.tsx';
import { formatInstant, parseInstant } from '../../ui/ist.ts';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';

const hourMs = 3_600_000;
export const pauseCodes = ['awaiting-complainant', 'legal-opinion', 'legal-hold', 'other'] as const;
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

/** The date the desk sets for itself: a moment, or working days by the desk's calendar. The clocks of law are untouched. */
export function SetTargetForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [way, setWay] = useState<'moment' | 'days'>('moment');
  const [due, setDue] = useState(() => formatInstant(view.target?.due ?? deskNow() + 24 * hourMs));
  const [days, setDays] = useState<number | string>(3);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'set-target', onClose);
  const { byField, rest } = problemsOf(act.error, ['due', 'workingDays', 'calendar', 'reason']);
  const instant = parseInstant(due);
  const isReady = way === 'moment' ? instant !== null : typeof days === 'number' && days > 0;
  return (
    <ActForm
      submit={t('act.set-target.submit')}
      hint={t('act.set-target.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (isReady) act.mutate({ ...(way === 'moment' ? { due: instant ?? due } : { workingDays: Number(days) }), ...reasonOf(reason) });
      }}
      onClose={onClose}
    >
      <Radios
        label={t('act.set-target.question')}
        value={way}
        options={[
          { value: 'moment', label: t('act.set-target.moment') },
          { value: 'days', label: t('act.set-target.days') },
        ]}
        onChange={(value) => setWay(value as 'moment' | 'days')}
      />
      {way === 'moment' ? (
        <InstantField
          label={t('act.set-target.due')}
          value={due}
          error={(isTried && !instant && t('common.badInstant', { example: formatInstant(deskNow()) })) || byField['due']}
          onChange={setDue}
        />
      ) : (
        <NumberInput
          label={t('act.set-target.workingDays')}
          value={days}
          min={1}
          max={400}
          allowDecimal={false}
          error={byField['workingDays'] ?? byField['calendar']}
          onChange={setDays}
          hideControls
        />
      )}
      <OptionalReason value={reason} error={byField['reason']} onChange={setReason} />
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
