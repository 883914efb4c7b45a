import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onShellEvent, type ShellEvent } from '../client/index.ts';
import { announce } from '../ui/announcer.tsx';
import { keys } from './queries.ts';
import { toastFrame } from './toast.ts';

type Notice = Extract<ShellEvent, { type: 'notice' }>;

/** The list of alarms keeps it until it is acknowledged; the notice itself goes, so that it covers no work. */
const shownForMs = 30_000;

/** A later notice of the same clock takes the place of the one before. */
function showNotice({ title, body, tag }: Notice): void {
  announce(`${title}. ${body}`);
  notifications.hide(tag);
  notifications.show({ ...toastFrame(), id: tag, title, message: body, color: 'red', autoClose: shownForMs });
}

/** What the shell tells by itself: alarms, the count for the window's title, and that the engine has gone. */
export function useShellEvents(): { isEngineGone: boolean } {
  const [isEngineGone, setIsEngineGone] = useState(false);
  const queries = useQueryClient();
  useEffect(
    () =>
      onShellEvent((event) => {
        if (event.type === 'notice') {
          showNotice(event);
          // A locked desk announces no topics; what sounded stands in its status.
          void queries.invalidateQueries({ queryKey: keys.status });
        } else if (event.type === 'badge') document.title = event.count > 0 ? `(${event.count}) Nivaran` : 'Nivaran';
        else setIsEngineGone(true);
      }),
    [queries],
  );
  return { isEngineGone };
}
