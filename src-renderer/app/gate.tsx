import { Loader } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Failed } from '../ui/states.tsx';
import { FaultScreen } from '../unlock/fault-screen.tsx';
import { FirstRun } from '../unlock/first-run.tsx';
import { UnlockScreen } from '../unlock/unlock-screen.tsx';
import { useStatus } from './desk.tsx';
import styles from './gate.module.css';
import { keys } from './queries.ts';
import { router } from './routes.tsx';

/** What of the workspace the window still holds is let go when the desk locks. */
function useForgetting(isOpen: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isOpen) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.status[0] });
  }, [isOpen, queries]);
}

/** Decides which screen stands: first run, unlock, fault, or the desk. */
export function Gate() {
  const { data: status, error, refetch } = useStatus();
  // The recovery code must be confirmed on paper after the workspace is already open.
  const [isSettingUp, setIsSettingUp] = useState(false);
  const state = status?.state;
  useForgetting(state === 'open');
  useEffect(() => {
    if (state === 'none') setIsSettingUp(true);
  }, [state]);

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
  if (status.fault) return <FaultScreen status={status} />;
  if (status.state === 'locked') return <UnlockScreen status={status} />;
  if (status.state === 'none' || isSettingUp) return <FirstRun onDone={() => setIsSettingUp(false)} />;
  return <RouterProvider router={router} />;
}
