import { Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DeskStatus } from '../../src-main/desk/contract.ts';
import { Empty, Failed } from '../ui/states.tsx';
import { FaultScreen } from '../unlock/fault-screen.tsx';
import { FirstRun } from '../unlock/first-run.tsx';
import { UnlockScreen } from '../unlock/unlock-screen.tsx';
import { useStatus } from './desk.tsx';
import styles from './gate.module.css';
import { keys } from './queries.ts';
import { router } from './routes.tsx';
import { useShellEvents } from './shell-events.tsx';
import { useText } from './text.ts';

/** What of the workspace the window still holds is let go when the desk locks. */
function useForgetting(isOpen: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOpen) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.status[0] });
  }, [isOpen, queries]);
}

type DeskFault = NonNullable<DeskStatus['fault']>;

/**
 * The fault that stands in the way: what the desk says, or what the last try to unlock met. After "Try again" the unlock screen
 * comes back, though the desk still remembers the old fault; a jump of time stays until it is confirmed.
 */
function useStandingFault(status: DeskStatus | undefined) {
  const queries = useQueryClient();
  const [told, setTold] = useState<DeskFault | null>(null);
  const [isDismissed, setIsDismissed] = useState(false);
  const said = status?.fault ?? null;
  const isOpen = status?.state === 'open';
  useEffect(() => {
    if (isOpen) setTold(null);
    if (said === null) setIsDismissed(false);
  }, [isOpen, said]);
  const remembered = told ?? (isDismissed ? null : said);
  return {
    fault: said?.code === 'clock-moved' ? said : isOpen ? null : remembered,
    tell: setTold,
    retry() {
      setTold(null);
      setIsDismissed(true);
      void queries.invalidateQueries({ queryKey: keys.status });
    },
  };
}

/** The desk's engine has ended under an open window: nothing here answers any more. */
function EngineGone() {
  const { t } = useText();
  return (
    <main className={styles['alone']}>
      <Empty icon={<IconPlugConnectedX size={26} aria-hidden />} title={t('app.engineStopped')}>
        {t('app.engineStoppedHint')}
      </Empty>
    </main>
  );
}

/** Decides which screen stands: first run, unlock, fault, or the desk. */
export function Gate() {
  const { data: status, error, refetch } = useStatus();
  // The recovery code must be confirmed on paper after the workspace is already open.
  const [isSettingUp, setIsSettingUp] = useState(false);
  const { isEngineGone } = useShellEvents();
  const standing = useStandingFault(status);
  const state = status?.state;
  useForgetting(state === 'open');
  useEffect(() => {
    if (state === 'none') setIsSettingUp(true);
  }, [state]);

  if (isEngineGone) return <EngineGone />;
  if (error && !status) {
    return (
      <main className={styles['alone']}>
        <Failed error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!status) {
    return (
      <main className={styles['alone']}>
        <Loader color="accent" aria-label="Nivaran" />
      </main>
    );
  }
  if (standing.fault) return <FaultScreen status={status} fault={standing.fault} onRetry={standing.retry} />;
  if (status.state === 'locked' || status.state === 'fault') return <UnlockScreen status={status} onFault={standing.tell} />;
  if (status.state === 'none' || isSettingUp) return <FirstRun onDone={() => setIsSettingUp(false)} />;
  return <RouterProvider router={router} />;
}
