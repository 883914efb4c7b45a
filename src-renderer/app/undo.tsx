import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ActAnswer } from '../../src-main/cases/contract.ts';
import { announce } from '../ui/announcer.tsx';
import { deskNow } from '../ui/desk-clock.ts';
import { Keycap } from '../ui/keycap.tsx';
import { tellDone, toastFrame } from './toast.ts';

const toastId = 'undo';
let last: { until: number; undo(): void } | null = null;

/** Takes back the last act while its time runs; the key does the same as the button. */
export function undoLast(): undefined {
  if (last && deskNow() < last.until) last.undo();
  last = null;
  notifications.hide(toastId);
}

interface ToastWords {
  done: string;
  undo: string;
}

/** Says that an act is done, and for as long as the desk allows it offers to take it back. */
export function toastDone({ undo }: Pick<ActAnswer, 'undo'>, words: ToastWords, takeBack: (seq: number) => void): void {
  notifications.hide(toastId);
  last = null;
  if (!undo) {
    tellDone(words.done);
    return;
  }
  announce(words.done);
  const until = Date.parse(undo.until);
  last = { until, undo: () => takeBack(undo.seq) };
  notifications.show({
    ...toastFrame(),
    id: toastId,
    autoClose: Math.max(1_000, until - deskNow()),
    withAutoCloseProgress: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{words.done}</span>
        <Button size="xs" variant="light" flex="none" onClick={undoLast} rightSection={<Keycap keys="Ctrl Z" />}>
          {words.undo}
        </Button>
      </Group>
    ),
  });
}
