import { portGiven } from '../../src-main/shell/contract/limits.ts';
import './bridge.ts';

/** Asks the shell for this page's port to the engine. Only a message of the window to itself is believed. */
export function requestPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const port = event.ports[0];
      const isOurs = event.source === window && event.origin === location.origin && event.data === portGiven;
      if (!isOurs || port === undefined) return;
      removeEventListener('message', take);
      resolve(port);
    };
    addEventListener('message', take);
    window.nivaran.requestPort();
  });
}
