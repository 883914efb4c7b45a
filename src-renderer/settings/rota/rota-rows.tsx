import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { WeekdayToggles } from '../weekday-toggles.tsx';
import { freeId, type Leave, plainPhone, type RotaDraft, type Shift, withoutContact } from './draft.ts';
import styles from './rota.module.css';

export interface RowsProps {
  draft: RotaDraft;
  problem(path: string): string | undefined;
  onChange(draft: RotaDraft): void;
}

const replaced = <T,>(list: readonly T[], at: number, part: Partial<T>): T[] =>
  list.map((one, n) => (n === at ? { ...one, ...part } : one));
const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, n) => n !== at);

function Remove({ what, onClick }: { what: string; onClick(): void }) {
  const { t } = useText();
  const label = t('rota.remove', { what });
  return (
    <ActionIcon aria-label={label} title={label} className={styles['remove'] ?? ''} onClick={onClick}>
      <IconTrash size={17} aria-hidden />
    </ActionIcon>
  );
}

function Add({ label, isDisabled = false, onClick }: { label: string; isDisabled?: boolean; onClick(): void }) {
  return (
    <div>
      <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} disabled={isDisabled} onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

/** The people who can be called. */
export function ContactRows({ draft, problem, onChange }: RowsProps) {
  const { t } = useText();
  const { contacts } = draft;
  const edit = (n: number, part: Partial<(typeof contacts)[number]>) => onChange({ ...draft, contacts: replaced(contacts, n, part) });
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['legend']}>{t('rota.contacts')}</legend>
      {contacts.map(({ id, name, phone, role }, n) => (
        <div key={id} className={styles['contact']}>
          <TextInput
            label={t('rota.name')}
            value={name}
            error={problem(`contacts.${n}.name`)}
            onChange={({ currentTarget }) => edit(n, { name: currentTarget.value })}
          />
          <TextInput
            label={t('rota.role')}
            value={role}
            error={problem(`contacts.${n}.role`)}
            onChange={({ currentTarget }) => edit(n, { role: currentTarget.value })}
          />
          <TextInput
            label={t('rota.phone')}
            type="tel"
            placeholder="+91 98765 43210"
            value={phone}
            error={problem(`contacts.${n}.phone`)}
            onChange={({ currentTarget }) => edit(n, { phone: currentTarget.value })}
            onBlur={() => edit(n, { phone: plainPhone(phone) })}
          />
          <Remove what={name || t('rota.name')} onClick={() => onChange(withoutContact(draft, id))} />
        </div>
      ))}
      <Add
        label={t('rota.addContact')}
        onClick={() => onChange({ ...draft, contacts: [...contacts, { id: freeId(contacts), name: '', phone: '', role: '' }] })}
      />
    </fieldset>
  );
}

function Next({ draft, shift, onChange }: { draft: RotaDraft; shift: Shift; onChange(next: string[]): void }) {
  const { t } = useText();
  const { next, contact } = shift;
  const free = draft.contacts.filter(({ id }) => id !== contact && !next.includes(id));
  const nameOf = (id: string) => draft.contacts.find((one) => one.id === id)?.name ?? id;
  return (
    <div className={styles['next']}>
      <span className={styles['label']}>{t('rota.next')}</span>
      <ol className={styles['order']}>
        {next.map((id, n) => (
          <li key={id}>
            {nameOf(id)} <Remove what={nameOf(id)} onClick={() => onChange(without(next, n))} />
          </li>
        ))}
      </ol>
      {free.length > 0 && next.length < 5 ? (
        <Choice
          size="xs"
          aria-label={t('rota.addNext')}
          value=""
          empty={t('rota.addNext')}
          options={free.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => id !== '' && onChange([...next, id])}
        />
      ) : null}
    </div>
  );
}

/** When whom is called first, and who after that. */
export function ShiftRows({ draft, problem, onChange }: RowsProps) {
  const { t } = useText();
  const { shifts, contacts } = draft;
  const people = contacts.map(({ id, name }) => ({ value: id, label: name || id }));
  const edit = (n: number, part: Partial<Shift>) => onChange({ ...draft, shifts: replaced(shifts, n, part) });
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['legend']}>{t('rota.shifts')}</legend>
      {shifts.map((shift, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no name of its own, and rows are only added at the end
        <div key={n} className={styles['shift']}>
          <WeekdayToggles
            label={t('rota.days')}
            value={shift.weekdays}
            error={problem(`shifts.${n}.weekdays`)}
            onChange={(days) => edit(n, { weekdays: days })}
          />
          <Times from={shift.from} until={shift.until} path={`shifts.${n}`} problem={problem} onChange={(part) => edit(n, part)} />
          <Choice
            label={t('rota.first')}
            value={shift.contact}
            empty={t('rota.choose')}
            options={people}
            error={problem(`shifts.${n}.contact`)}
            onChange={(contact) => edit(n, { contact, next: shift.next.filter((id) => id !== contact) })}
          />
          <Next draft={draft} shift={shift} onChange={(next) => edit(n, { next })} />
          <Remove what={`${t('rota.shifts')} ${n + 1}`} onClick={() => onChange({ ...draft, shifts: without(shifts, n) })} />
        </div>
      ))}
      <Add
        label={t('rota.addShift')}
        isDisabled={contacts.length === 0}
        onClick={() =>
          onChange({
            ...draft,
            shifts: [
              ...shifts,
              { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', until: '18:00', contact: contacts[0]?.id ?? '', next: [] },
            ],
          })
        }
      />
    </fieldset>
  );
}

interface TimesProps {
  from: string;
  until: string;
  path: string;
  problem: RowsProps['problem'];
  onChange(part: { from: string } | { until: string }): void;
}

/** Two times of day, IST. */
export function Times({ from, until, path, problem, onChange }: TimesProps) {
  const { t } = useText();
  return (
    <>
      <TextInput
        label={t('rota.from')}
        placeholder="HH:mm"
        className={styles['time'] ?? ''}
        value={from}
        error={problem(`${path}.from`)}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
      />
      <TextInput
        label={t('rota.until')}
        placeholder="HH:mm"
        className={styles['time'] ?? ''}
        value={until}
        error={problem(`${path}.until`)}
        onChange={({ currentTarget }) => onChange({ until: currentTarget.value })}
      />
    </>
  );
}

/** Who is away, from the first day to the last, and who stands in. */
export function LeaveRows({ draft, problem, onChange }: RowsProps) {
  const { t } = useText();
  const { leave, contacts } = draft;
  const people = contacts.map(({ id, name }) => ({ value: id, label: name || id }));
  const edit = (n: number, part: Partial<Leave>) => onChange({ ...draft, leave: replaced(leave, n, part) });
  const pick = (n: number, field: 'contact' | 'cover', label: string) => (
    <Choice
      label={label}
      value={leave[n]?.[field] ?? ''}
      empty={t('rota.choose')}
      options={people}
      error={problem(`leave.${n}.${field}`)}
      onChange={(id) => edit(n, { [field]: id })}
    />
  );
  const day = (n: number, field: 'from' | 'until', label: string) => (
    <TextInput
      label={label}
      placeholder="dd-MM-yyyy"
      value={leave[n]?.[field] ?? ''}
      error={problem(`leave.${n}.${field}`)}
      onChange={({ currentTarget }) => edit(n, { [field]: currentTarget.value })}
    />
  );
  return (
    <fieldset className={styles['part']}>
      <legend className={styles['legend']}>{t('rota.leave')}</legend>
      {leave.map((_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: leave has no name of its own, and rows are only added at the end
        <div key={n} className={styles['leave']}>
          {pick(n, 'contact', t('rota.onLeave'))}
          {day(n, 'from', t('rota.firstDay'))}
          {day(n, 'until', t('rota.lastDay'))}
          {pick(n, 'cover', t('rota.cover'))}
          <Remove what={`${t('rota.leave')} ${n + 1}`} onClick={() => onChange({ ...draft, leave: without(leave, n) })} />
        </div>
      ))}
      <Add
        label={t('rota.addLeave')}
        isDisabled={contacts.length < 2}
        onClick={() => onChange({ ...draft, leave: [...leave, { contact: '', from: '', until: '', cover: '' }] })}
      />
    </fieldset>
  );
}
