import { TextInput } from '@mantine/core';

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
