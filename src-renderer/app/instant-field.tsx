import { TextInput, type TextInputProps } from '@mantine/core';
import { deskNow, useNow } from '../ui/desk-clock.ts';
import { formatInstant, instantOfMinute, parseInstant, weekday } from '../ui/ist.ts';
import { useText } from './text.ts';

interface InstantFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** As typed: dd-MM-yyyy HH:mm. */
  value: string;
  onChange(value: string): void;
}

/** A moment in IST, typed as dd-MM-yyyy HH:mm; says back which weekday that is and how long ago. */
export function InstantField({ value, onChange, ...rest }: InstantFieldProps) {
  const { t, relative, weekday: dayName } = useText();
  const instant = parseInstant(value);
  const told = useNow((now) =>
    instant ? t('common.instantHint', { weekday: dayName(weekday(instant)), span: relative(instant, now) }) : '',
  );
  return (
    <TextInput
      {...rest}
      value={value}
      placeholder="dd-MM-yyyy HH:mm"
      autoComplete="off"
      inputMode="numeric"
      rightSection={<span aria-hidden>{t('common.ist')}</span>}
      rightSectionWidth={44}
      rightSectionPointerEvents="none"
      description={told || ' '}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        // Leaving an untouched field is no draft.
        if (instant && formatInstant(instant) !== value) onChange(formatInstant(instant));
        rest.onBlur?.(event);
      }}
    />
  );
}

/** The desk's now as the field shows it. */
export function nowAsTyped(): string {
  return formatInstant(deskNow());
}

/** What a form sends for a typed minute; what cannot be read is sent as it is, for the desk to refuse by name. */
export function sentInstant(typed: string, notBefore?: string): string {
  return instantOfMinute(typed, deskNow(), notBefore) ?? typed;
}

/** The complaint about a typed moment, or null; `t` is the window's. */
export function instantProblem(value: string, t: ReturnType<typeof useText>['t']): string | null {
  const instant = parseInstant(value);
  if (!instant) return t('common.badInstant', { example: nowAsTyped() });
  return Date.parse(instant) > deskNow() ? t('common.inFuture') : null;
}
