import { Textarea } from '@mantine/core';
import { useText } from '../../app/text.ts';
import styles from '../acts/act-form.module.css';
import { Line } from '../acts/line.tsx';

/** Somebody who is written to, as it is typed. */
export interface TypedPerson {
  name: string;
  email: string;
  phone: string;
  address: string;
}

export const noPerson: TypedPerson = { name: '', email: '', phone: '', address: '' };

/** What is typed of a person; empty where nothing is. */
export function personOf({ name, email, phone, address }: TypedPerson): Partial<TypedPerson> {
  return Object.fromEntries(Object.entries({ name, email, phone, address }).filter(([, value]) => value.trim() !== ''));
}

interface PersonProps {
  legend: string;
  typed: TypedPerson;
  error: string | undefined;
  change(part: Partial<TypedPerson>): void;
}

/** Who somebody is, and how to reach her. */
export function PersonFields({ legend, typed, error, change }: PersonProps) {
  const { t } = useText();
  return (
    <fieldset className={styles['facts']}>
      <legend className={styles['legend']}>{legend}</legend>
      <div className={styles['row']}>
        <Line label={t('officers.name')} value={typed.name} error={error} onChange={(name) => change({ name })} />
        <Line label={t('intake.email')} value={typed.email} error={undefined} onChange={(email) => change({ email })} />
        <Line label={t('intake.phone')} value={typed.phone} error={undefined} onChange={(phone) => change({ phone })} />
      </div>
      <Textarea
        label={t('case.address')}
        autosize
        minRows={2}
        value={typed.address}
        onChange={({ currentTarget }) => change({ address: currentTarget.value })}
      />
    </fieldset>
  );
}
