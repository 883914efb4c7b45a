import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { AttemptCheck } from '../../../src-main/identity/contract.ts';
import { useText } from '../../app/text.ts';
import styles from './identity.module.css';

interface MaskedFieldProps {
  label: string;
  hint: string;
  value: string;
  check: AttemptCheck | null;
  error: string | undefined;
  onChange(value: string): void;
}

function Told({ check }: { check: AttemptCheck }) {
  const { t } = useText();
  const verdict = check.isRight === null ? 'unknown' : check.isRight ? 'right' : 'wrong';
  return (
    <span className={styles['check']} data-verdict={verdict}>
      <b>{check.masked}</b> · {verdict === 'right' ? '✓ ' : verdict === 'wrong' ? '✗ ' : ''}
      {t(`identity.check.${verdict}`)} {check.reason ? <span lang="en">{check.reason}</span> : null}
    </span>
  );
}

/**
 * A number that is seen only while it is being typed: what was typed is checked at each sign, and once the field is left it shows
 * the masked number. To change it is to type it anew.
 */
export function MaskedField({ label, hint, value, check, error, onChange }: MaskedFieldProps) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isTyping, setIsTyping] = useState(false);
  const isMasked = value !== '' && !isTyping;
  const again = () => {
    onChange('');
    setIsTyping(true);
    input.current?.focus();
  };
  return (
    <TextInput
      ref={input}
      label={label}
      description={<span aria-live="polite">{check ? <Told check={check} /> : hint}</span>}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={isMasked ? (check?.masked ?? '') : value}
      readOnly={isMasked}
      autoComplete="off"
      spellCheck={false}
      maxLength={300}
      error={error}
      {...(isMasked
        ? {
            rightSectionWidth: 112,
            rightSection: (
              <Button size="compact-xs" variant="subtle" onClick={again}>
                {t('identity.form.typeAgain')}
              </Button>
            ),
          }
        : {})}
      onFocus={() => value === '' && setIsTyping(true)}
      onBlur={() => setIsTyping(false)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
