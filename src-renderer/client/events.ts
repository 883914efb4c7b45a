import type { ShellEvent } from '../../src-main/shell/contract.ts';
import './bridge.ts';

/** Calls back with what the shell tells by itself: notices, the badge's number, and that the engine has stopped. Answers how to end it. */
export function onShellEvent(listener: (event: ShellEvent) => void): () => void {
  let isWanted = true;
  window.nivaran.onEvent((json) => {
    if (isWanted) listener(JSON.parse(json) as ShellEvent);
  });
  return () => {
    isWanted = false;
  };
}
