import { Textarea } from '@mantine/core';
import { useText } from '../../app/text.ts';

interface ReasonProps {
  label?: string;
  value: string;
  isTried: boolean;
  error: string | undefined;
  onChange(value: string): void;
}

/** Why an act is done, where the record must hold it. */
export function ReasonField({ label, value, isTried, error, onChange }: ReasonProps) {
  const { t } = useText();
  return (
    <Textarea
      label={label ?? t('act.reason')}
      autosize
      minRows={2}
      value={value}
      error={(isTried && value.trim() === '' && t('common.required')) || error}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
