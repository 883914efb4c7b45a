import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DeskStatus } from '../../src-main/desk/contract.ts';
import type { FaultCode } from '../../src-main/desk/faults.ts';
import { LockedWatch } from '../alarms/watch-line.tsx';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { deskNow, useNow } from '../ui/desk-clock.ts';
import { failureOf } from '../ui/faults.ts';
import { Choice } from '../ui/fields.tsx';
import { hasScreen } from './fault-screen.tsx';
import { Frame } from './frame.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { PassphraseProblem } from './passphrase-problem.tsx';
import styles from './unlock.module.css';

type Way = 'passphrase' | 'code';

interface UnlockProps {
  status: DeskStatus;
  /** Told when something worse than a wrong passphrase stands in the way. */
  onFault(fault: NonNullable<DeskStatus['fault']>): void;
}

/** Seconds that the desk still refuses to try, from the fault of the last attempt. */
function secondsOf(error: unknown): number {
  const seconds = error ? failureOf(error).detail['secondsLeft'] : 0;
  return typeof seconds === 'number' ? seconds : 0;
}

function useUnlock(onFault: UnlockProps['onFault']) {
  const client = useDesk();
  const queries = useQueryClient();
  const [until, setUntil] = useState(0);
  const attempt = useMutation({
    mutationFn: (secret: { passphrase: string; person?: string } | { recoveryCode: string }) => client.workspace.unlock(secret),
    onSuccess: (status) => queries.setQueryData(keys.status, status),
    onError(error) {
      const failure = failureOf(error);
      setUntil(deskNow() + secondsOf(error) * 1_000);
      if (hasScreen(failure)) onFault({ code: failure.code as FaultCode, message: failure.message });
    },
  });
  const left = useNow((now) => Math.max(0, Math.ceil((until - now) / 1_000)));
  return { attempt, left };
}

/** The locked desk: a passphrase or the printed code opens it, and it says plainly that nobody watches the clocks meanwhile. */
export function UnlockScreen({ status, onFault }: UnlockProps) {
  const { t } = useText();
  const [way, setWay] = useState<Way>('passphrase');
  const [secret, setSecret] = useState('');
  const several = status.keyholders.length > 1;
  const [person, setPerson] = useState('');
  const { attempt, left } = useUnlock(onFault);
  const { error } = attempt;
  // A refused passphrase is typed anew.
  useEffect(() => {
    if (error) setSecret('');
  }, [error]);
  return (
    <Frame title={t('unlock.title')} hint={<LockedWatch />}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (secret === '' || left > 0) return;
          if (way === 'code') attempt.mutate({ recoveryCode: secret });
          else if (!several) attempt.mutate({ passphrase: secret });
          else if (person !== '') attempt.mutate({ passphrase: secret, person });
        }}
      >
        {several && way === 'passphrase' ? (
          <Choice
            label={t('staff.who')}
            value={person}
            empty={t('staff.choose')}
            options={status.keyholders.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setPerson}
          />
        ) : null}
        {way === 'passphrase' ? (
          <PassphraseField key="passphrase" label={t('unlock.passphrase')} value={secret} autoFocus onChange={setSecret} />
        ) : (
          <TextInput
            key="code"
            label={t('unlock.recoveryCode')}
            value={secret}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget }) => setSecret(currentTarget.value)}
          />
        )}
        {/* How long to wait is said below, and counts down. */}
        {error && failureOf(error).code !== 'too-many-attempts' ? <PassphraseProblem error={error} wrong={t('unlock.wrong')} /> : null}
        {left > 0 ? (
          <p className={styles['warn']} role="status">
            {t('unlock.wait', { count: left })}
          </p>
        ) : null}
        <div className={styles['buttons']}>
          <Button type="submit" loading={attempt.isPending} disabled={left > 0 || (several && way === 'passphrase' && person === '')}>
            {t('unlock.open')}
          </Button>
          <span className={styles['spread']} />
          <button
            type="button"
            className={styles['swap']}
            onClick={() => {
              setWay(way === 'passphrase' ? 'code' : 'passphrase');
              setSecret('');
              attempt.reset();
            }}
          >
            {t(way === 'passphrase' ? 'unlock.useCode' : 'unlock.usePassphrase')}
          </button>
        </div>
        <p className={styles['note']}>
          {t('unlock.where')} <span className={styles['path']}>{status.dataDir}</span>
        </p>
      </form>
    </Frame>
  );
}
