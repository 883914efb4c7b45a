import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useText } from '../app/text.ts';
import type { Option } from '../ui/fields.tsx';
import styles from './edit.module.css';

interface ChecksProps {
  label: string;
  hint?: string;
  chosen: string[];
  options: Option[];
  error?: string | undefined;
  onChange(chosen: string[]): void;
}

/** Several of a list, folded away under what is chosen; the order of choosing is kept, for it can matter. */
export function Checks({ label, hint, chosen, options, error, onChange }: ChecksProps) {
  const { t } = useText();
  const id = useId();
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value);
  return (
    <details className={styles['checks']} aria-invalid={error ? true : undefined}>
      <summary>
        <b id={id}>{label}</b>{' '}
        <span className={styles['chosen']}>
          {names.length > 0 ? t('lawRoom.edit.chosen', { list: names.join(', ') }) : t('lawRoom.edit.noneChosen')}
        </span>
        {error ? <span className={styles['error']}>{error}</span> : null}
      </summary>
      {hint ? <p className={styles['chosen']}>{hint}</p> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset inside of details draws a second frame */}
      <div className={styles['options']} role="group" aria-labelledby={id}>
        {options.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            size="xs"
            label={name}
            checked={chosen.includes(value)}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
    </details>
  );
}
