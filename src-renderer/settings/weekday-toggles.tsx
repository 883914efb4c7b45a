import type { Weekday } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import styles from './weekday-toggles.module.css';
import { weekdays } from './weekdays.ts';

interface TogglesProps {
  label: string;
  value: Weekday[];
  error?: string | undefined;
  onChange(days: Weekday[]): void;
}

/** Days of the week, each on or off. */
export function WeekdayToggles({ label, value, error, onChange }: TogglesProps) {
  const { weekday } = useText();
  const toggled = (day: Weekday) => weekdays.filter((one) => (one === day ? !value.includes(day) : value.includes(one)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend apart from the row it stands in
    <div className={styles['days']} role="group" aria-label={label}>
      <span className={styles['label']}>{label}</span>
      <div className={styles['toggles']}>
        {weekdays.map((day, n) => (
          <button
            key={day}
            type="button"
            aria-pressed={value.includes(day)}
            aria-invalid={error ? true : undefined}
            className={styles['toggle']}
            onClick={() => onChange(toggled(day))}
          >
            {weekday((n + 1) % 7)}
          </button>
        ))}
      </div>
      {error ? (
        <span className={styles['error']} role="alert">
          {error}
        </span>
      ) : null}
    </div>
  );
}
