import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Child } from '../shell/contract/child.ts';
import { workerMemoryMb } from './pool-tasks.ts';

/** A process that runs out of heap aborts: signal SIGABRT, or this code where there are no signals. */
export const abortedCode = 134;
const killedCode = 137;

/**
 * Starts a worker as a Node process of its own: what a hostile file does to it cannot reach the engine, whose heap a
 * worker thread would share a process with (running out of memory in a thread can abort the whole process). It may read
 * files, and neither write any, start programs nor load native code; it gets nothing of the engine's environment.
 */
export function startPoolChild(script: URL): Child {
  const child = fork(fileURLToPath(script), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    execArgv: [`--max-old-space-size=${workerMemoryMb}`, '--permission', '--allow-fs-read=*', '--no-addons'],
  });
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGABRT' ? abortedCode : killedCode)));
    child.once('error', () => resolve(1));
  });
  // An idle worker must not keep a program alive that has nothing else to do.
  const rest = () => {
    child.unref();
    child.channel?.unref();
  };
  rest();
  child.on('message', rest);
  return {
    post(message) {
      child.ref();
      child.channel?.ref();
      // A message to a process that has just gone is lost, which `exited` tells.
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage: (listener) => void child.on('message', listener),
    exited,
    kill() {
      // Whoever waits for its end must not be left waiting by a program that finds nothing else to do.
      child.ref();
      child.kill('SIGKILL');
    },
  };
}
