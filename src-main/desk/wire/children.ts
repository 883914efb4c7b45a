import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Child, ChildMessage } from '../../shell/contract/child.ts';
import type { Port } from '../../shell/contract/line.ts';

/** Starts a script as a Node process: everywhere but in Electron, whose binary runs no scripts. */
export function startNodeChild(script: URL): Child {
  const child = fork(fileURLToPath(script), { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  return {
    post(message) {
      // A message to a process that has just gone is lost, which `exited` tells.
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage: (listener) => void child.on('message', listener),
    exited,
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The engine's side of a child that the shell started and keeps. */
export function childOnPort(port: Port): Child {
  const listeners: ((message: unknown) => void)[] = [];
  const exited = new Promise<number>((resolve) => {
    port.on('message', (data) => {
      const message = data as ChildMessage;
      if ('exit' in message) resolve(message.exit);
      else if ('message' in message) for (const listener of listeners) listener(message.message);
    });
    port.on('close', () => resolve(1));
  });
  return {
    post: (message) => port.postMessage({ message } satisfies ChildMessage),
    onMessage: (listener) => void listeners.push(listener),
    exited,
    kill: () => port.postMessage({ kill: true } satisfies ChildMessage),
  };
}
