import { TextInput } from '@mantine/core';
import { parseDay } from '../ui/ist.ts';
import type { useText } from './text.ts';

interface DayFieldProps {
  label: string;
  hint?: string;
  /** As typed: dd-MM-yyyy. */
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

/** A day without a time, typed as dd-MM-yyyy. */
export function DayField({ label, hint, value, error, onChange }: DayFieldProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      placeholder="dd-MM-yyyy"
      inputMode="numeric"
      autoComplete="off"
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** The complaint about a typed day, or null; a field may be left empty. `t` is the window's. */
export function dayProblem(value: string, t: ReturnType<typeof useText>['t']): string | null {
  return value.trim() === '' || parseDay(value) !== null ? null : t('identity.problem.not-day');
}
