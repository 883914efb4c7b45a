import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type PersonView, type Role, roles } from '../../../src-main/workspace/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { failureOf, issuesByField } from '../../ui/faults.ts';
import { formatDate } from '../../ui/ist.ts';
import { Failed } from '../../ui/states.tsx';
import { PassphraseField } from '../../unlock/passphrase-field.tsx';
import { dayFrom } from './days.ts';
import styles from './people.module.css';

/** Keeps the answer of a change, which is the whole list, and says that it is done. */
function usePeopleChange(change: () => Promise<PersonView[]>, onDone: () => void) {
  const { t } = useText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess(list) {
      queries.setQueryData(keys.staff, list);
      void queries.invalidateQueries({ queryKey: keys.status });
      tellDone(t('staff.saved'));
      onDone();
    },
  });
}

function emptyForm(person: PersonView | null) {
  return {
    name: person?.name ?? '',
    designation: person?.designation ?? '',
    roles: person?.roles ?? ([] as Role[]),
    from: person?.from ? formatDate(person.from) : '',
    until: person?.until ? formatDate(person.until) : '',
    newPassphrase: '',
    reason: '',
    passphrase: '',
  };
}

type Values = ReturnType<typeof emptyForm>;

interface PartProps {
  values: Values;
  told: Record<string, string>;
  set(part: Partial<Values>): void;
}

function RoleBoxes({ values, told, set }: PartProps) {
  const { t, word } = useText();
  return (
    <Checkbox.Group
      label={t('staff.roles')}
      value={values.roles}
      error={told['roles']}
      onChange={(list) => set({ roles: roles.filter((role) => list.includes(role)) })}
    >
      <div className={styles['roles']}>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={word('role', role)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Days({ values, told, set }: PartProps) {
  const { t } = useText();
  return (
    <div className={styles['days']}>
      {(['from', 'until'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`staff.${field}`)}
          description={t('staff.dayHint')}
          value={values[field]}
          error={dayFrom(values[field]) === undefined ? t('staff.badDay') : told[field]}
          onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
        />
      ))}
    </div>
  );
}

function Buttons({ isPending, isLate = false, onCancel }: { isPending: boolean; isLate?: boolean; onCancel(): void }) {
  const { t } = useText();
  return (
    <div className={styles['buttons']}>
      <Button type="submit" loading={isPending} {...(isLate ? { color: 'late' } : {})}>
        {t(isLate ? 'staff.remove' : 'staff.save')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('staff.cancel')}
      </Button>
    </div>
  );
}

/** Adds a person, or changes one. */
export function PersonForm({ person, onDone }: { person: PersonView | null; onDone(): void }) {
  const { t } = useText();
  const client = useDesk();
  const [values, setValues] = useState(() => emptyForm(person));
  const set = (part: Partial<Values>) => setValues((old) => ({ ...old, ...part }));
  const { newPassphrase, reason, name, passphrase } = values;
  const standing = {
    designation: values.designation.trim() || null,
    roles: values.roles,
    from: dayFrom(values.from) ?? null,
    until: dayFrom(values.until) ?? null,
  };
  const save = usePeopleChange(
    () =>
      person
        ? client.workspace.changeRoles({ person: person.id, ...standing, reason, passphrase })
        : client.workspace.addPerson({ name, ...standing, newPassphrase, passphrase }),
    onDone,
  );
  const told = save.error ? issuesByField(failureOf(save.error)) : {};
  const part = { values, told, set };
  const isReady = dayFrom(values.from) !== undefined && dayFrom(values.until) !== undefined;
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate();
      }}
    >
      {person ? null : (
        <TextInput
          label={t('staff.name')}
          value={name}
          error={told['name']}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
      )}
      <TextInput
        label={t('staff.designation')}
        value={values.designation}
        onChange={({ currentTarget }) => set({ designation: currentTarget.value })}
      />
      <RoleBoxes {...part} />
      <Days {...part} />
      {person ? (
        <TextInput
          label={t('staff.reason')}
          value={reason}
          error={told['reason']}
          onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
        />
      ) : (
        <PassphraseField
          label={t('staff.newPassphrase')}
          isNew
          value={newPassphrase}
          error={told['newPassphrase']}
          onChange={(text) => set({ newPassphrase: text })}
        />
      )}
      <PassphraseField label={t('staff.yours')} value={passphrase} onChange={(text) => set({ passphrase: text })} />
      {save.error ? <Failed error={save.error} compact /> : null}
      <Buttons isPending={save.isPending} onCancel={onDone} />
    </form>
  );
}

/** Removes a person, with a reason. */
export function RemoveForm({ person, onDone }: { person: PersonView; onDone(): void }) {
  const { t } = useText();
  const client = useDesk();
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const remove = usePeopleChange(() => client.workspace.removePerson({ person: person.id, reason, passphrase }), onDone);
  const told = remove.error ? issuesByField(failureOf(remove.error)) : {};
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate();
      }}
    >
      <p className={styles['small']}>{t('staff.removeNote')}</p>
      <TextInput
        label={t('staff.reason')}
        value={reason}
        error={told['reason']}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <PassphraseField label={t('staff.yours')} value={passphrase} onChange={setPassphrase} />
      {remove.error ? <Failed error={remove.error} compact /> : null}
      <Buttons isPending={remove.isPending} isLate onCancel={onDone} />
    </form>
  );
}
