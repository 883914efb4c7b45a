import { asFault } from '../../db/open.ts';
import type { Child } from '../shell/contract/child.ts';
import { Fault } from './faults.ts';

/** Copies a file in a process that the shell starts: Electron's own binary runs no scripts. Faults: disk-full, read-only, not-found. */
export async function copyByShell(startChild: (script: URL) => Promise<Child>, from: string, to: string): Promise<void> {
  const child = await startChild(new URL('./copy-child.js', import.meta.url));
  try {
    const answer = new Promise<{ code?: string; message?: string }>((resolve, reject) => {
      child.onMessage((message) => resolve(message as { code?: string; message?: string }));
      void child.exited.then(() => reject(new Fault('unexpected', 'The process that copies the database ended without an answer.')));
    });
    child.post({ from, to });
    const { code, message } = await answer;
    if (message !== undefined) throw asFault(Object.assign(new Error(message), { code }));
  } finally {
    child.kill();
  }
}
