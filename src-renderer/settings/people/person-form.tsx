import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Role, roles } from '../../../src-main/workspace/contract/words.ts';
import type { PersonView } from '../../../src-main/workspace/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { problemsOf } from '../../case/acts/act-form.tsx';
import { focusFirstProblem } from '../../ui/focus.ts';
import { formatDate } from '../../ui/ist.ts';
import { PassphraseField } from '../../unlock/passphrase-field.tsx';
import { PassphraseProblem } from '../../unlock/passphrase-problem.tsx';
import { dayFrom } from './days.ts';
import { missingOf } from './missing.ts';
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

/**
 * What is wrong, by field: what is missing once the form was sent, and what the desk refused. `rest` is the failure that no
 * field of the form tells.
 */
function useTold<K extends string>(values: Record<K, string>, needed: readonly K[], error: unknown, others: string[] = []) {
  const { t } = useText();
  const [isTried, setIsTried] = useState(false);
  const { byField, rest } = problemsOf(error, [...needed, ...others]);
  const missing = missingOf(values, needed);
  const said = isTried ? Object.fromEntries(missing.map((field) => [field, t('common.required')])) : {};
  const told: Record<string, string> = { ...byField, ...said };
  return { told, rest, isWhole: missing.length === 0, markTried: () => setIsTried(true) };
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

function NameField({ values, told, set }: PartProps) {
  const { t } = useText();
  return (
    <TextInput
      label={t('staff.name')}
      value={values.name}
      error={told['name']}
      onChange={({ currentTarget }) => set({ name: currentTarget.value })}
    />
  );
}

function NewPassphrase({ values, told, set }: PartProps) {
  const { t } = useText();
  return (
    <PassphraseField
      label={t('staff.newPassphrase')}
      isNew
      value={values.newPassphrase}
      error={told['newPassphrase']}
      onChange={(newPassphrase) => set({ newPassphrase })}
    />
  );
}

interface ProofProps {
  values: { passphrase: string };
  told: Record<string, string>;
  set(part: { passphrase: string }): void;
}

function OwnPassphrase({ values, told, set }: ProofProps) {
  const { t } = useText();
  return (
    <PassphraseField
      label={t('staff.yours')}
      value={values.passphrase}
      error={told['passphrase']}
      onChange={(passphrase) => set({ passphrase })}
    />
  );
}

interface ReasonProps {
  values: { reason: string };
  told: Record<string, string>;
  set(part: { reason: string }): void;
}

function Reason({ values, told, set }: ReasonProps) {
  const { t } = useText();
  return (
    <TextInput
      label={t('staff.reason')}
      value={values.reason}
      error={told['reason']}
      onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
    />
  );
}

const neededToAdd = ['name', 'newPassphrase', 'passphrase'] as const;
const neededToChange = ['reason', 'passphrase'] as const;
const standingFields = ['designation', 'roles', 'from', 'until'];

function useSave(person: PersonView | null, values: Values, onDone: () => void) {
  const client = useDesk();
  const { name, newPassphrase, reason, passphrase } = values;
  const standing = {
    designation: values.designation.trim() || null,
    roles: values.roles,
    from: dayFrom(values.from) ?? null,
    until: dayFrom(values.until) ?? null,
  };
  return usePeopleChange(
    () =>
      person
        ? client.workspace.changeRoles({ person: person.id, ...standing, reason, passphrase })
        : client.workspace.addPerson({ name, ...standing, newPassphrase, passphrase }),
    onDone,
  );
}

/** Adds a person, or changes one. */
export function PersonForm({ person, onDone }: { person: PersonView | null; onDone(): void }) {
  const { t } = useText();
  const [values, setValues] = useState(() => emptyForm(person));
  const set = (part: Partial<Values>) => setValues((old) => ({ ...old, ...part }));
  const save = useSave(person, values, onDone);
  const needed: readonly (keyof Omit<Values, 'roles'>)[] = person ? neededToChange : neededToAdd;
  const { told, rest, isWhole, markTried } = useTold(values, needed, save.error, standingFields);
  const part = { values, told, set };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isReady = isWhole && dayFrom(values.from) !== undefined && dayFrom(values.until) !== undefined;
  return (
    <form
      ref={form}
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        markTried();
        if (isReady) save.mutate();
        else focusFirstProblem(event.currentTarget);
      }}
    >
      {person ? null : <NameField {...part} />}
      <TextInput
        label={t('staff.designation')}
        value={values.designation}
        error={told['designation']}
        onChange={({ currentTarget }) => set({ designation: currentTarget.value })}
      />
      <RoleBoxes {...part} />
      <Days {...part} />
      {person ? <Reason {...part} /> : <NewPassphrase {...part} />}
      <OwnPassphrase {...part} />
      <PassphraseProblem error={rest} />
      <Buttons isPending={save.isPending} onCancel={onDone} />
    </form>
  );
}

/** Removes a person, with a reason. */
export function RemoveForm({ person, onDone }: { person: PersonView; onDone(): void }) {
  const { t } = useText();
  const client = useDesk();
  const [values, setValues] = useState({ reason: '', passphrase: '' });
  const set = (part: Partial<typeof values>) => setValues((old) => ({ ...old, ...part }));
  const remove = usePeopleChange(() => client.workspace.removePerson({ person: person.id, ...values }), onDone);
  const { told, rest, isWhole, markTried } = useTold(values, neededToChange, remove.error);
  const part = { values, told, set };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        markTried();
        if (isWhole) remove.mutate();
        else focusFirstProblem(event.currentTarget);
      }}
    >
      <p className={styles['small']}>{t('staff.removeNote')}</p>
      <Reason {...part} />
      <OwnPassphrase {...part} />
      <PassphraseProblem error={rest} />
      <Buttons isPending={remove.isPending} isLate onCancel={onDone} />
    </form>
  );
}
