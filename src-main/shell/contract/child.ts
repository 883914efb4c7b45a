/**
 * A process of our own that runs one script, speaks in messages and can be killed at once. Electron's
 * binary cannot run scripts as Node (its RunAsNode fuse is off), so there it is a utility process;
 * everywhere else it is a Node process. The script uses `parentOfChild` and never notices.
 */
export interface Child {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Resolves with the exit code when the process has gone; a killed process gives a code other than 0. */
  readonly exited: Promise<number>;
  kill(): void;
}

/** Messages between a child's two keepers in Electron: the shell, which started it, and the engine, which uses it. */
export type ChildMessage = { message: unknown } | { exit: number } | { kill: true };

/** The child's side: where its messages come from and go to, the same in both kinds of process. */
export interface ChildParent {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** The parts of `process` in a child: Node's, or Electron's with a parent port. */
export interface ChildProcess {
  parentPort?: { postMessage(message: unknown): void; on(event: 'message', listener: (event: { data: unknown }) => void): unknown };
  send?(message: unknown): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
  exit(code: number): never;
}

/**
 * The parent of this process: `parentOfChild(process)`, in a script started by `host.shell.startChild`.
 * A child whose parent has gone ends itself.
 */
export function parentOfChild(self: ChildProcess): ChildParent {
  const port = self.parentPort;
  if (port !== undefined) {
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    };
  }
  self.once('disconnect', () => self.exit(1));
  return { post: (message) => void self.send?.(message), onMessage: (listener) => void self.on('message', listener) };
}
