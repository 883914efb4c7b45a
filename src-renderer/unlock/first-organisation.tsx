import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { platforms } from '../../src-main/cases/contract/words.ts';
import { useText } from '../app/text.ts';
import type { Setup } from './first-run.tsx';
import styles from './unlock.module.css';

interface StepProps {
  setup: Setup;
  onChange(part: Partial<Setup>): void;
  onNext(): void;
}

/** Whose desk this is, and which platforms it answers for. */
export function FirstOrganisation({ setup, onChange, onNext }: StepProps) {
  const { t, word } = useText();
  const [isTried, setIsTried] = useState(false);
  const hasName = setup.organisation.trim() !== '';
  const hasPlatform = setup.platforms.length > 0;
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (hasName && hasPlatform) onNext();
      }}
    >
      <TextInput
        label={t('unlock.first.organisation')}
        value={setup.organisation}
        maxLength={200}
        autoComplete="organization"
        autoFocus
        error={isTried && !hasName && t('common.required')}
        onChange={({ currentTarget }) => onChange({ organisation: currentTarget.value })}
      />
      <Checkbox.Group
        label={t('unlock.first.platforms')}
        description={t('unlock.first.platformsHint')}
        value={setup.platforms}
        error={isTried && !hasPlatform && t('unlock.first.onePlatform')}
        onChange={(chosen) => onChange({ platforms: platforms.filter((id) => chosen.includes(id)) })}
      >
        <div className={styles['platforms']}>
          {platforms.map((id) => (
            <Checkbox key={id} value={id} label={word('platform', id)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles['buttons']}>
        <Button type="submit">{t('common.next')}</Button>
      </div>
    </form>
  );
}
