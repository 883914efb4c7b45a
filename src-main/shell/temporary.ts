import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'nivaran-profile-';

export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

/**
 * A folder for what a browser insists on writing. It lives as long as its window: named after this
 * process, and removed at exit.
 */
export function makeTemporaryFolder(within: string = tmpdir()): TemporaryFolder {
  const path = mkdtempSync(join(within, `${prefix}${process.pid}-`));
  return { path, remove: () => remove(path) };
}

/** Removes the folders of processes that ended without doing so. */
export async function sweepTemporaryFolders(within: string = tmpdir()): Promise<void> {
  const names = await readdir(within).catch(() => []);
  const left = names.filter((name) => {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
  await Promise.all(left.map((name) => remove(join(within, name))));
}

function remove(path: string): Promise<void> {
  // The browser's last helpers may still be writing for a moment; what cannot be removed now is swept next time.
  return rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => {});
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
