import { Button, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { Failed } from '../ui/states.tsx';
import { isSameGroup, lastGroup } from './strength.ts';
import styles from './unlock.module.css';

/** The recovery code, once: saved as a sheet to print, and its last group typed back as proof that it can be read. */
export function RecoveryCode({ code, onDone }: { code: string; onDone(): void }) {
  const { t } = useText();
  const client = useDesk();
  const [typed, setTyped] = useState('');
  const [isTried, setIsTried] = useState(false);
  const sheet = useMutation({ mutationFn: () => client.workspace.recoverySheet({ recoveryCode: code }) });
  const groups = code.trim().split(/[\s-]+/);
  const isRight = isSameGroup(lastGroup(code), typed);
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (isRight) onDone();
      }}
    >
      <ul className={styles['code']} aria-label={t('unlock.recovery.code')}>
        {groups.map((group, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat, their places do not
          <li key={n} className={styles['group']}>
            {group}
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          loading={sheet.isPending}
          onClick={() => sheet.mutate()}
        >
          {t('unlock.recovery.sheet')}
        </Button>
      </div>
      {sheet.data ? <p className={styles['saved']}>{t('common.savedTo', { path: sheet.data.path })}</p> : null}
      {sheet.error ? <Failed error={sheet.error} compact /> : null}
      <TextInput
        label={t('unlock.recovery.back', { n: groups.length })}
        description={t('unlock.recovery.backHint')}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        error={isTried && !isRight && t('unlock.recovery.wrong')}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div className={styles['buttons']}>
        <Button type="submit">{t('unlock.recovery.done')}</Button>
      </div>
    </form>
  );
}
