import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ConfirmTypedProps {
  text: string;
  value: string;
  onChange(value: string): void;
}

/** True when what was typed is the text, spaces and case aside. */
export function isConfirmed(text: string, typed: string): boolean {
  return typed.trim().toUpperCase() === text.toUpperCase();
}

/** The last check before what cannot be taken back: the text typed again by hand. */
export function ConfirmTyped({ text, value, onChange }: ConfirmTypedProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('common.typeToConfirm', { text })}
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
