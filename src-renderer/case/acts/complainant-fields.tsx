import { Textarea, TextInput } from '@mantine/core';
import type { CaseView, Complainant } from '../../../src-main/cases/contract.ts';
import { type Language, languages } from '../../app/i18n/index.ts';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import styles from './act-form.module.css';

/** The complainant's details as they are typed; an empty text is a detail that nobody knows. */
export interface TypedDetails {
  name: string;
  email: string;
  phone: string;
  address: string;
  language: '' | Language;
}

/** The details of a case, to start from. */
export function typedDetails({ complainant }: Pick<CaseView, 'complainant'>): TypedDetails {
  const { name = '', email = '', phone = '', address = '', language = '' } = complainant;
  return { name, email, phone, address, language };
}

/** What was changed of them, as the desk takes it; undefined where nothing was. A language is never taken out, only changed. */
export function changedDetails(typed: TypedDetails, view: Pick<CaseView, 'complainant'>): Complainant | undefined {
  const before = typedDetails(view);
  const names = Object.keys(before) as (keyof TypedDetails)[];
  const changed = names.filter((name) => typed[name].trim() !== before[name] && !(name === 'language' && typed.language === ''));
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((name) => [name, typed[name].trim()]));
}

interface FieldsProps {
  typed: TypedDetails;
  problems: Record<string, string>;
  onChange(typed: TypedDetails): void;
}

/** Who complained and where letters go. */
export function ComplainantFields({ typed, problems, onChange }: FieldsProps) {
  const { t, word } = useText();
  const line = (name: 'name' | 'email' | 'phone', type: string) => (
    <TextInput
      type={type}
      label={t(`intake.${name}`)}
      value={typed[name]}
      autoComplete="off"
      error={problems[`complainant.${name}`]}
      onChange={({ currentTarget }) => onChange({ ...typed, [name]: currentTarget.value })}
    />
  );
  return (
    <fieldset className={styles['facts']} aria-label={t('case.complainant')}>
      <legend className={styles['legend']}>{t('case.complainant')}</legend>
      <p className={styles['hint']}>{t('act.amend.complainantHint')}</p>
      <div className={styles['row']}>
        {line('name', 'text')}
        {line('email', 'email')}
        {line('phone', 'tel')}
        <Choice
          label={t('intake.language')}
          value={typed.language}
          options={languages.map((id) => ({ value: id, label: word('language', id) }))}
          {...(typed.language === '' ? { empty: t('common.unknown') } : {})}
          onChange={(language) => onChange({ ...typed, language: language as Language })}
        />
      </div>
      <Textarea
        label={t('case.address')}
        value={typed.address}
        autosize
        minRows={2}
        autoComplete="off"
        error={problems['complainant.address']}
        onChange={({ currentTarget }) => onChange({ ...typed, address: currentTarget.value })}
      />
    </fieldset>
  );
}
