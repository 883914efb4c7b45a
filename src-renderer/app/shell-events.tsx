import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { onShellEvent, type ShellEvent } from '../client/index.ts';
import { announce } from '../ui/announcer.tsx';
import { toastFrame } from './toast.ts';

type Notice = Extract<ShellEvent, { type: 'notice' }>;

/** An alarm stays until somebody puts it away; a later one of the same case takes its place. */
function showNotice({ title, body, tag }: Notice): void {
  announce(`${title}. ${body}`);
  notifications.hide(tag);
  notifications.show({ ...toastFrame(), id: tag, title, message: body, color: 'red', autoClose: false });
}

/** What the shell tells by itself: alarms, the count for the window's title, and that the engine has gone. */
export function useShellEvents(): { isEngineGone: boolean } {
  const [isEngineGone, setIsEngineGone] = useState(false);
  useEffect(
    () =>
      onShellEvent((event) => {
        if (event.type === 'notice') showNotice(event);
        else if (event.type === 'badge') document.title = event.count > 0 ? `(${event.count}) Nivaran` : 'Nivaran';
        else setIsEngineGone(true);
      }),
    [],
  );
  return { isEngineGone };
}
