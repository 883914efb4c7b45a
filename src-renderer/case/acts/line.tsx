import { TextInput } from '@mantine/core';
import { useText } from '../../app/text.ts';

interface LineProps {
  label: string;
  hint?: string;
  isOptional?: boolean;
  isNumber?: boolean;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

/** One line of text in the form of an act. */
export function Line({ label, hint, isOptional = false, isNumber = false, value, error, onChange }: LineProps) {
  const { t } = useText();
  return (
    <TextInput
      label={label}
      description={hint ?? (isOptional ? t('common.optional') : undefined)}
      {...(isNumber ? { inputMode: 'numeric' as const } : {})}
      value={value}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
