import { NativeSelect, type NativeSelectProps, Radio, SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './fields.module.css';

export interface Option {
  value: string;
  label: string;
}

interface ChoiceProps extends Omit<NativeSelectProps, 'data' | 'onChange' | 'value'> {
  value: string;
  options: (Option | { group: string; items: Option[] })[];
  /** Text of the choice that chooses nothing; left out where one must be chosen. */
  empty?: string;
  onChange(value: string): void;
}

/** A list to choose one from. */
export function Choice({ options, empty, onChange, ...rest }: ChoiceProps) {
  const data = empty === undefined ? options : [{ value: '', label: empty }, ...options];
  return <NativeSelect {...rest} data={data} onChange={(event) => onChange(event.currentTarget.value)} />;
}

export type Answer = boolean | undefined;
const toText = (answer: Answer) => (answer === undefined ? 'unknown' : answer ? 'yes' : 'no');
const toAnswer = (text: string): Answer => (text === 'unknown' ? undefined : text === 'yes');

interface YesNoProps {
  label: string;
  hint?: string | undefined;
  value: Answer;
  onChange(value: Answer): void;
}

/** Yes, no, or not known: three different facts. */
export function YesNo({ label, hint, value, onChange }: YesNoProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles['yesNo']}>
      <div id={id} className={styles['question']}>
        {label}
        {hint ? <span className={styles['hint']}>{hint}</span> : null}
      </div>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        value={toText(value)}
        onChange={(text) => onChange(toAnswer(text))}
        data={[
          { value: 'yes', label: t('common.yes') },
          { value: 'no', label: t('common.no') },
          { value: 'unknown', label: t('common.unknown') },
        ]}
      />
    </div>
  );
}

interface RadiosProps {
  label: ReactNode;
  value: string;
  options: { value: string; label: string; hint?: string }[];
  error?: string | undefined;
  onChange(value: string): void;
  autoFocus?: boolean;
}

/** A question with a few answers, all in sight; one stop for Tab. */
export function Radios({ label, value, options, error, onChange, autoFocus = false }: RadiosProps) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange} error={error} classNames={{ label: styles['groupLabel'] ?? '' }}>
      <div className={styles['radios']}>
        {options.map((option, n) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            description={option.hint}
            data-autofocus={autoFocus && (value === option.value || (value === '' && n === 0)) ? true : undefined}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
