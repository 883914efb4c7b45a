import { PasswordInput } from '@mantine/core';
import { useText } from '../app/text.ts';
import { strengthOf, strengths } from './strength.ts';
import styles from './unlock.module.css';

interface FieldProps {
  label: string;
  value: string;
  error?: string | undefined;
  isNew?: boolean;
  autoFocus?: boolean;
  onChange(value: string): void;
}

/** A passphrase: can be shown, pasted, and filled in by a keeper of passwords. */
export function PassphraseField({ label, value, error, isNew = false, autoFocus = false, onChange }: FieldProps) {
  const { t } = useText();
  return (
    <PasswordInput
      label={label}
      value={value}
      error={error}
      // The wrapper is drawn as wrong by itself; the field inside has to say it.
      aria-invalid={error ? true : undefined}
      name={isNew ? 'new-password' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      maxLength={1_024}
      autoFocus={autoFocus}
      visibilityToggleButtonProps={{ 'aria-label': t('unlock.showPassphrase'), tabIndex: 0 }}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** How good a new passphrase is, in words and in a bar. */
export function StrengthHint({ passphrase }: { passphrase: string }) {
  const { t } = useText();
  const level = strengthOf(passphrase);
  return (
    <div className={styles['strength']}>
      <div className={styles['strengthBar']} data-level={level} aria-hidden>
        {strengths.slice(1).map((step) => (
          <span key={step} data-on={strengths.indexOf(step) <= strengths.indexOf(level) || undefined} />
        ))}
      </div>
      <p className={styles['note']} aria-live="polite">
        {t(`unlock.strength.${level}`)}
      </p>
    </div>
  );
}
