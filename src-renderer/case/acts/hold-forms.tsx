import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type HoldScope, holdBases, holdScopes } from '../../../src-main/rights/contract/work.ts';
import { useText } from '../../app/text.ts';
import { Choice, Radios } from '../../ui/fields.tsx';
import { parseDay } from '../identity/day.ts';
import { DayField } from '../identity/day-field.tsx';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';
import { ReasonField } from './reason-field.tsx';

interface Typed {
  scope: HoldScope;
  accounts: string;
  instrument: string;
  basis: (typeof holdBases)[number];
  consent: string;
  until: string;
  reason: string;
}

const first: Typed = { scope: 'person', accounts: '', instrument: '', basis: 'law', consent: '', until: '', reason: '' };

/** What the desk is sent; a day that cannot be read goes as it was typed, for the desk to refuse by name. */
function inputOf({ scope, accounts, instrument, basis, consent, until, reason }: Typed) {
  const named = accounts
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    scope,
    instrument,
    basis,
    reason,
    ...(scope === 'connected' ? { accounts: named } : {}),
    ...(basis === 'own' && consent.trim() !== '' ? { consent } : {}),
    ...(until.trim() === '' ? {} : { until: parseDay(until) ?? until }),
  };
}

/** Places a legal hold: nothing it reaches is erased while it stands. */
export function HoldForm({ view, onClose }: ActFormProps) {
  const { t, look } = useText();
  const [typed, setTyped] = useState(first);
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'hold', onClose);
  const { byField, rest } = problemsOf(act.error, Object.keys(first));
  const change = (some: Partial<Typed>) => setTyped({ ...typed, ...some });
  return (
    <ActForm
      submit={t('act.hold.submit')}
      hint={t('act.hold.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (typed.instrument.trim() === '' || typed.reason.trim() === '') return;
        act.mutate(inputOf(typed));
      }}
      onClose={onClose}
    >
      <Radios
        label={t('act.hold.scope')}
        value={typed.scope}
        options={holdScopes.map((id) => ({ value: id, label: look(`work.hold.scope.${id}`, id) }))}
        onChange={(scope) => change({ scope: scope as HoldScope })}
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
      <TextInput
        label={t('act.hold.instrument')}
        value={typed.instrument}
        error={(isTried && typed.instrument.trim() === '' && t('common.required')) || byField['instrument']}
        onChange={({ currentTarget }) => change({ instrument: currentTarget.value })}
      />
      <Choice
        label={t('act.hold.basis')}
        value={typed.basis}
        options={holdBases.map((id) => ({ value: id, label: t(`act.hold.${id}`) }))}
        onChange={(basis) => change({ basis: basis as Typed['basis'] })}
      />
      {typed.basis === 'own' ? (
        <TextInput
          label={t('act.hold.consent')}
          description={t('act.hold.consentHint')}
          value={typed.consent}
          error={byField['consent']}
          onChange={({ currentTarget }) => change({ consent: currentTarget.value })}
        />
      ) : null}
      <DayField
        label={t('act.hold.until')}
        hint={t('act.hold.untilHint')}
        value={typed.until}
        error={byField['until']}
        onChange={(until) => change({ until })}
      />
      <ReasonField value={typed.reason} isTried={isTried} error={byField['reason']} onChange={(reason) => change({ reason })} />
    </ActForm>
  );
}

/** Releases the hold that stands on this case, with why. */
export function ReleaseHoldForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const here = view.work.holds.filter(({ ref }) => ref === view.ref);
  const [hold, setHold] = useState(here[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'release-hold', onClose);
  const { byField, rest } = problemsOf(act.error, ['hold', 'reason']);
  return (
    <ActForm
      submit={t('act.release-hold.submit')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (reason.trim() === '') return;
        act.mutate({ reason, ...(hold === '' ? {} : { hold }) });
      }}
      onClose={onClose}
    >
      {here.length > 1 ? (
        <Choice
          label={t('act.release-hold.which')}
          value={hold}
          options={here.map(({ id, instrument }) => ({ value: id, label: instrument }))}
          error={byField['hold']}
          onChange={setHold}
        />
      ) : null}
      <ReasonField value={reason} isTried={isTried} error={byField['reason']} onChange={setReason} />
    </ActForm>
  );
}
