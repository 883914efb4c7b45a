import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const calls = ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'mkdirSync'] as const;

/** From now on, the process kills itself in place of the `n`th call that changes files. */
export function dieAtCall(n: number): void {
  let left = n;
  const functions = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of calls) {
    const real = functions[name];
    functions[name] = (...args) => {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return real?.apply(fs, args);
    };
  }
  syncBuiltinESMExports();
}
