import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { subjectOf } from '../alarms/subject.ts';
import { onShellEvent, type ShellEvent } from '../client/index.ts';
import { announce } from '../ui/announcer.tsx';
import { formatInstant } from '../ui/ist.ts';
import { keys } from './queries.ts';
import { useText } from './text.ts';
import { toastFrame } from './toast.ts';

type Notice = Extract<ShellEvent, { type: 'notice' }>;

/** The list of alarms keeps it until it is acknowledged; the notice itself goes, so that it covers no work. */
const shownForMs = 30_000;

/** What a notice says in the window's language: about one clock from its parts, otherwise as the desk put it. */
function useNoticeWords() {
  const { t, ruleName, look, word } = useText();
  return ({ title, body, alarm }: Notice): { title: string; body: string } => {
    if (!alarm) return { title, body };
    const subject = subjectOf(alarm.ref);
    const call = alarm.call.length > 0 ? ` ${t('alarms.call')}: ${alarm.call.join(' → ')}` : '';
    return {
      title: subject.sort === 'case' ? subject.ticket : t('alarms.duty', { platform: word('platform', subject.platform) }),
      body: `${ruleName(alarm.rule)}: ${look(`alarms.steps.${alarm.step}`, alarm.step)} · ${t('alarms.dueAt', { at: formatInstant(alarm.due) })}${call}`,
    };
  };
}

/** A later notice of the same clock takes the place of the one before. */
function showNotice(tag: string, { title, body }: { title: string; body: string }): void {
  announce(`${title}. ${body}`);
  notifications.hide(tag);
  notifications.show({ ...toastFrame(), id: tag, title, message: body, color: 'red', autoClose: shownForMs });
}

/** What the shell tells by itself: alarms, the count for the window's title, and that the engine has gone. */
export function useShellEvents(): { isEngineGone: boolean } {
  const [isEngineGone, setIsEngineGone] = useState(false);
  const queries = useQueryClient();
  const wordsNow = useNoticeWords();
  const words = useRef(wordsNow);
  useEffect(() => {
    words.current = wordsNow;
  });
  useEffect(
    () =>
      onShellEvent((event) => {
        if (event.type === 'notice') {
          showNotice(event.tag, words.current(event));
          // A locked desk announces no topics; what sounded stands in its status.
          void queries.invalidateQueries({ queryKey: keys.status });
        } else if (event.type === 'badge') document.title = event.count > 0 ? `(${event.count}) Nivaran` : 'Nivaran';
        else setIsEngineGone(true);
      }),
    [queries],
  );
  return { isEngineGone };
}
