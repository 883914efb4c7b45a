import { Button, TextInput } from '@mantine/core';
import { useText } from '../app/text.ts';
import { deskNow, useNow } from '../ui/desk-clock.ts';
import { formatSecond, parseSecond, weekday } from '../ui/ist.ts';
import styles from './law.module.css';

interface SecondFieldProps {
  label: string;
  /** As typed: dd-MM-yyyy HH:mm or HH:mm:ss. */
  value: string;
  onChange(value: string): void;
}

/** A moment in IST to the second, past or future; says back which weekday that is and how far away. */
export function SecondField({ label, value, onChange }: SecondFieldProps) {
  const { t, relative, weekday: dayName } = useText();
  const instant = parseSecond(value);
  const told = useNow((now) =>
    instant ? t('common.instantHint', { weekday: dayName(weekday(instant)), span: relative(instant, now) }) : t('law.calculator.time'),
  );
  return (
    <div className={styles['secondField']}>
      <TextInput
        label={label}
        value={value}
        placeholder="dd-MM-yyyy HH:mm:ss"
        autoComplete="off"
        inputMode="numeric"
        rightSection={<span aria-hidden>{t('common.ist')}</span>}
        rightSectionWidth={44}
        rightSectionPointerEvents="none"
        description={told}
        error={value.trim() !== '' && !instant ? t('law.calculator.notDate') : null}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onBlur={() => instant && onChange(formatSecond(instant))}
      />
      <Button variant="default" className={styles['now'] ?? ''} onClick={() => onChange(formatSecond(deskNow()))}>
        {t('law.calculator.now')}
      </Button>
    </div>
  );
}
