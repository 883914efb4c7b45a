import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Platform } from '../../../src-main/cases/contract.ts';
import type { Appointment, OfficersView } from '../../../src-main/workspace/contract/appointments.ts';
import { type Office, offices } from '../../../src-main/workspace/contract/words.ts';
import { DayField } from '../../app/day-field.tsx';
import { useDesk, useWorkspace } from '../../app/desk.tsx';
import { useDraft } from '../../app/drafts.ts';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { problemsOf, Restored } from '../../case/acts/act-form.tsx';
import { ReasonForm } from '../../case/acts/reason-form.tsx';
import { Choice } from '../../ui/fields.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { formatDate, parseDay } from '../../ui/ist.ts';
import { Failed } from '../../ui/states.tsx';
import styles from '../people/people.module.css';

/** Keeps the answer of a change, which is the whole list, and says that it is done. */
function useOfficersChange<T>(change: (input: T) => Promise<OfficersView>, onDone: () => void) {
  const { t } = useText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess(list) {
      queries.setQueryData(keys.officers, list);
      void queries.invalidateQueries({ queryKey: ['case'] });
      tellDone(t('officers.saved'));
      onDone();
    },
  });
}

function firstOf(one: Appointment | null) {
  return {
    office: one?.office ?? ('grievance-officer' as Office),
    platform: one?.platform ?? '',
    name: one?.name ?? '',
    designation: one?.designation ?? '',
    email: one?.email ?? '',
    phone: one?.phone ?? '',
    address: one?.address ?? '',
    from: one ? formatDate(one.from) : '',
    until: one?.until ? formatDate(one.until) : '',
    reason: '',
  };
}

const fields = ['platform', 'name', 'designation', 'email', 'phone', 'address', 'from', 'until', 'reason'];

function useSend(one: Appointment | null, onDone: () => void) {
  const client = useDesk();
  return useOfficersChange((typed: ReturnType<typeof firstOf>) => {
    const { office, platform, reason, name, designation, email, phone, address } = typed;
    const holder = { name, designation, email, phone, address, from: parseDay(typed.from) ?? '', until: parseDay(typed.until), reason };
    return one
      ? client.workspace.changeAppointment({ appointment: one.id, ...holder })
      : client.workspace.appoint({ office, platform: (platform || null) as Platform | null, ...holder });
  }, onDone);
}

/** Appoints an officer of record, or puts an appointment right; her last day ends it. */
export function OfficerForm({ one, onDone }: { one: Appointment | null; onDone(): void }) {
  const { t } = useText();
  const { platforms } = useWorkspace();
  const [first] = useState(() => firstOf(one));
  const draft = useDraft(`officer:${one?.id ?? 'new'}`, first);
  const [isTried, setIsTried] = useState(false);
  const { values, change } = draft;
  const send = useSend(one, () => {
    void draft.drop(first);
    onDone();
  });
  const { byField, rest } = problemsOf(send.error, fields);
  const lacks = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const badDay = (text: string) => (text.trim() !== '' && parseDay(text) === null ? t('staff.badDay') : null);
  const wrong: Record<string, string | null> = {
    name: lacks(values.name),
    reason: lacks(values.reason),
    from: lacks(values.from) ?? badDay(values.from),
    until: badDay(values.until),
  };
  const told = (field: string) => (isTried && wrong[field]) || byField[field];
  const text = (field: 'name' | 'designation' | 'email' | 'phone') => (
    <TextInput
      label={t(`officers.${field}`)}
      value={values[field]}
      error={told(field)}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  );
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (!Object.values(wrong).some(Boolean)) send.mutate(values);
        focusFirstProblem(event.currentTarget);
      }}
    >
      {draft.restoredAt ? <Restored at={draft.restoredAt} onDiscard={() => void draft.drop(first)} /> : null}
      {one ? null : (
        <div className={styles['days']}>
          <Choice
            label={t('officers.which')}
            value={values.office}
            options={offices.map((id) => ({ value: id, label: t(`officers.office.${id}`) }))}
            onChange={(office) => change({ office: office as Office })}
          />
          <Choice
            label={t('officers.platform')}
            value={values.platform}
            empty={t('officers.everywhere')}
            options={platforms.map(({ id, name }) => ({ value: id, label: name }))}
            error={told('platform')}
            onChange={(platform) => change({ platform })}
          />
        </div>
      )}
      {text('name')}
      {text('designation')}
      <div className={styles['days']}>
        {text('email')}
        {text('phone')}
      </div>
      <Textarea
        label={t('officers.address')}
        autosize
        minRows={2}
        value={values.address}
        error={told('address')}
        onChange={({ currentTarget }) => change({ address: currentTarget.value })}
      />
      <div className={styles['days']}>
        <DayField label={t('staff.from')} value={values.from} error={told('from')} onChange={(from) => change({ from })} />
        <DayField
          label={t('staff.until')}
          hint={t('officers.untilHint')}
          value={values.until}
          error={told('until')}
          onChange={(until) => change({ until })}
        />
      </div>
      <TextInput
        label={t('act.reason')}
        value={values.reason}
        error={told('reason')}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
      />
      {rest ? <Failed error={rest} compact /> : null}
      <div className={styles['buttons']}>
        <Button type="submit" loading={send.isPending}>
          {t('staff.save')}
        </Button>
        <Button variant="subtle" color="quiet" onClick={onDone}>
          {t('staff.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Takes out an appointment that was entered in error. */
export function RemoveOfficerForm({ one, onDone }: { one: Appointment; onDone(): void }) {
  const { t } = useText();
  const client = useDesk();
  const remove = useOfficersChange((reason: string) => client.workspace.removeAppointment({ appointment: one.id, reason }), onDone);
  return (
    <ReasonForm submit={t('officers.remove')} isDangerous work={remove} onClose={onDone}>
      <p className={styles['small']}>{t('officers.removeNote')}</p>
    </ReasonForm>
  );
}
