import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../app/text.ts';
import { failureOf, issuesByField } from '../ui/faults.ts';
import { Failed } from '../ui/states.tsx';
import type { Setup } from './first-run.tsx';
import { PassphraseField, StrengthHint } from './passphrase-field.tsx';
import { shortest } from './strength.ts';
import styles from './unlock.module.css';

interface StepProps {
  setup: Setup;
  error: unknown;
  isWorking: boolean;
  onChange(part: Partial<Setup>): void;
  onBack(): void;
  onNext(): void;
}

/** Who sits at the desk, and the passphrase that opens it. */
export function FirstOfficer({ setup, error, isWorking, onChange, onBack, onNext }: StepProps) {
  const { t } = useText();
  const [again, setAgain] = useState('');
  const [isTried, setIsTried] = useState(false);
  const issues = error ? issuesByField(failureOf(error)) : {};
  const isShort = [...setup.passphrase].length < shortest;
  const isDifferent = setup.passphrase !== again;
  const hasName = setup.officer.trim() !== '';
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (hasName && !isShort && !isDifferent) onNext();
      }}
    >
      <TextInput
        label={t('unlock.officer.name')}
        value={setup.officer}
        maxLength={200}
        autoComplete="name"
        autoFocus
        error={(isTried && !hasName && t('common.required')) || issues['officer']}
        onChange={({ currentTarget }) => onChange({ officer: currentTarget.value })}
      />
      <TextInput
        label={t('unlock.officer.designation')}
        description={t('common.optional')}
        value={setup.designation}
        maxLength={200}
        autoComplete="organization-title"
        error={issues['designation']}
        onChange={({ currentTarget }) => onChange({ designation: currentTarget.value })}
      />
      <PassphraseField
        label={t('unlock.officer.passphrase')}
        value={setup.passphrase}
        isNew
        error={(isTried && isShort && t('unlock.officer.short', { n: shortest })) || issues['passphrase']}
        onChange={(passphrase) => onChange({ passphrase })}
      />
      <StrengthHint passphrase={setup.passphrase} />
      <PassphraseField
        label={t('unlock.officer.again')}
        value={again}
        isNew
        error={(isTried && isDifferent && t('unlock.officer.different')) || undefined}
        onChange={setAgain}
      />
      {error && Object.keys(issues).length === 0 ? <Failed error={error} compact /> : null}
      <div className={styles['buttons']}>
        <Button type="submit" loading={isWorking}>
          {t('unlock.officer.create')}
        </Button>
        <Button variant="subtle" color="quiet" onClick={onBack}>
          {t('common.back')}
        </Button>
      </div>
    </form>
  );
}
