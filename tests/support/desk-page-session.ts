import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { repositoryFile } from '../shell/support/page-driver.ts';
import { DeskPage, type OpenOptions } from './desk-page.ts';
import { newDataDir, removeWorkspace } from './desk-page-workspaces.ts';

/** One window that the tests of a file share. */
export interface SharedDesk {
  readonly desk: DeskPage;
  /** Closes the window and starts the product again on the same data. */
  restart(): Promise<DeskPage>;
  /** The same, in the way `end` ends it. */
  restartAfter(end: (desk: DeskPage) => Promise<void>): Promise<DeskPage>;
}

/**
 * Opens the product before the first test of a file and closes it after the last. After each test it must have been quiet:
 * no error on the console, none of its policy, no request to the world. What a failed test saw is kept in test-results.
 */
export function sharedDesk(prepare: () => OpenOptions | Promise<OpenOptions>): SharedDesk {
  let desk: DeskPage;
  let options: OpenOptions;
  const again = async () => {
    desk = await DeskPage.open(options);
    return desk;
  };
  beforeAll(async () => {
    options = await prepare();
    // A folder of its own, so that the product can be started again on it.
    if (!options.dataDir) {
      const dataDir = newDataDir();
      options = { ...options, dataDir, remove: () => removeWorkspace({ dataDir }) };
    }
    desk = await DeskPage.open(options);
  });
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => keepSight(desk, task.name));
  });
  afterEach(() => {
    expect(desk.troubles.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await desk?.close();
    options?.remove?.();
  });
  return {
    get desk() {
      return desk;
    },
    async restart() {
      await desk.close();
      return again();
    },
    async restartAfter(end) {
      await end(desk);
      return again();
    },
  };
}

/** Keeps a picture of the window and what it tells screen readers. */
export async function keepSight(desk: DeskPage, title: string): Promise<void> {
  const folder = repositoryFile('test-results', 'e2e');
  mkdirSync(folder, { recursive: true });
  const name = join(folder, title.replace(/[^\w]+/g, '-').slice(0, 80));
  await desk.page.screenshot({ path: `${name}.png` }).catch(() => undefined);
  const told = await desk.page
    .locator('body')
    .ariaSnapshot()
    .catch(() => 'The window is gone.');
  writeFileSync(`${name}.txt`, told);
}

/** Looks again until what is read fits; for what changes a moment after the act that changes it. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 20_000 });
}
