import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { announce } from '../ui/announcer.tsx';
import { failureOf } from '../ui/faults.ts';
import { instantsInIst } from '../ui/ist.ts';

/** What every short notice has. */
export function toastFrame() {
  return { closeButtonProps: { 'aria-label': i18next.t('common.close') }, withBorder: true };
}

/** Says for a moment that something is done. */
export function tellDone(message: string): void {
  announce(message);
  notifications.show({ ...toastFrame(), message, autoClose: 4_000 });
}

/** Says what failed, in the desk's own sentence, long enough to be read. */
export function tellFailure(error: unknown): void {
  const message = instantsInIst(failureOf(error).message) || i18next.t('fault.unexpected.title');
  announce(message);
  notifications.show({ ...toastFrame(), message, color: 'red', autoClose: 10_000 });
}
