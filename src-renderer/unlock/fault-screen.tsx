import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskStatus } from '../../src-main/desk/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import type { CallFault } from '../client/index.ts';
import { RestoreForm } from '../settings/backup-panel.tsx';
import { useNow } from '../ui/desk-clock.ts';
import { formatInstant, instantsInIst } from '../ui/ist.ts';
import { Failed } from '../ui/states.tsx';
import { Frame } from './frame.tsx';
import styles from './unlock.module.css';

/** Faults with a screen of their own, with the steps that help; any other is told in its own sentence. */
const screens = [
  'wrong-key',
  'locked',
  'from-future',
  'corrupt',
  'history-went-back',
  'disk-full',
  'read-only',
  'network-drive',
  'not-a-workspace',
  'clock-moved',
] as const;
type Screen = (typeof screens)[number];

/** A file of the workspace that is gone is damage like any other. */
function screenOf(code: string): Screen | undefined {
  return code === 'not-found' ? 'corrupt' : screens.find((one) => one === code);
}

/**
 * Whether what an attempt to unlock met is told on a screen of its own. A passphrase that does not fit is told where it was typed;
 * a key that fits its slot and not the database is another matter, and has no failed attempts to count.
 */
export function hasScreen({ code, detail }: Pick<CallFault, 'code' | 'detail'>): boolean {
  if (code === 'wrong-key') return detail['failures'] === undefined;
  return screenOf(code) !== undefined && code !== 'clock-moved';
}

/** Where the data itself is in doubt, a backup is the way on. */
const restorable: Screen[] = ['corrupt', 'history-went-back', 'not-a-workspace', 'wrong-key'];

function ConfirmTime() {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const now = useNow((nowMs) => formatInstant(nowMs));
  const confirm = useMutation({
    mutationFn: () => client.desk.confirmTime({ reason: reason.trim() }),
    onSuccess: (status) => queries.setQueryData(keys.status, status),
  });
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (reason.trim() !== '') confirm.mutate();
      }}
    >
      <p>
        {t('fault.clock-moved.now')} <b>{now}</b> {t('common.ist')}
      </p>
      <Textarea
        label={t('fault.clock-moved.reason')}
        description={t('fault.clock-moved.reasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={isTried && reason.trim() === '' && t('common.required')}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {confirm.error ? <Failed error={confirm.error} compact /> : null}
      <div className={styles['buttons']}>
        <Button type="submit" loading={confirm.isPending}>
          {t('fault.clock-moved.confirm')}
        </Button>
      </div>
    </form>
  );
}

interface FaultScreenProps {
  status: DeskStatus;
  fault: NonNullable<DeskStatus['fault']>;
  onRetry(): void;
}

/** Why the desk cannot work now, and what to do; nothing new is ever made in the place of what would not open. */
export function FaultScreen({ status, fault, onRetry }: FaultScreenProps) {
  const { t, look } = useText();
  const [isRestoring, setIsRestoring] = useState(false);
  const screen = screenOf(fault.code);
  const steps = screen ? [1, 2, 3].map((n) => look(`fault.${screen}.step${n}`, '')).filter((step) => step !== '') : [];
  return (
    <Frame
      title={look(`fault.${screen ?? fault.code}.title`, t('fault.unexpected.title'))}
      hint={look(`fault.${screen ?? fault.code}.what`, t('fault.unexpected.what'))}
      isWide
    >
      <p className={styles['warn']} lang="en">
        {instantsInIst(fault.message)}
      </p>
      {steps.length > 0 ? (
        <ol className={styles['todo']}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : null}
      {screen === 'clock-moved' ? (
        <ConfirmTime />
      ) : (
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
          {screen && restorable.includes(screen) && !isRestoring ? (
            <Button variant="subtle" onClick={() => setIsRestoring(true)}>
              {t('settings.backup.restore')}
            </Button>
          ) : null}
        </div>
      )}
      {isRestoring ? <RestoreForm word={null} /> : null}
      <p className={styles['note']}>
        {t('unlock.where')} <span className={styles['path']}>{status.dataDir}</span>
      </p>
    </Frame>
  );
}
