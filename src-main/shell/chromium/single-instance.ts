import { randomUUID } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const held = 'window.lock';
const knock = /^window\.knock-/;
/** How long the first window has to answer before it counts as dead. */
const answerWithinMs = 3_000;

export interface Instance {
  release(): Promise<void>;
}

/**
 * Makes this the only window on a data folder. Null when there is one already: it has then been asked
 * to come to the front. A second start knocks by writing a file, and the first answers by removing it,
 * so that neither a dead process nor a reused process number can hold the place.
 */
export async function holdInstance(dataDir: string, onKnock: () => void): Promise<Instance | null> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const watcher = answerKnocks(dataDir, onKnock);
  if ((await take(dataDir)) || (!(await isAnswered(dataDir)) && (await takeOver(dataDir)))) {
    watcher.isHolder = true;
    // Somebody may have knocked before this one was listening.
    await answer(dataDir, onKnock);
    return {
      async release() {
        watcher.close();
        await rm(join(dataDir, held), { force: true });
      },
    };
  }
  watcher.close();
  return null;
}

async function take(dataDir: string): Promise<boolean> {
  try {
    await writeFile(join(dataDir, held), `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find the holder dead, only one can move its file away. */
async function takeOver(dataDir: string): Promise<boolean> {
  const old = join(dataDir, `${held}-${randomUUID()}`);
  try {
    await rename(join(dataDir, held), old);
  } catch {
    return false;
  }
  await rm(old, { force: true });
  return take(dataDir);
}

function answerKnocks(dataDir: string, onKnock: () => void) {
  const state = { isHolder: false, close: () => watcher.close() };
  const watcher: FSWatcher = watch(dataDir, { persistent: false }, (_event, name) => {
    if (state.isHolder && name !== null && knock.test(name)) void answer(dataDir, onKnock);
  });
  // A folder that is taken away ends the watch, not the program.
  watcher.on('error', () => {});
  return state;
}

async function answer(dataDir: string, onKnock: () => void): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => knock.test(name));
  await Promise.all(names.map((name) => rm(join(dataDir, name), { force: true })));
  if (names.length > 0) onKnock();
}

async function isAnswered(dataDir: string): Promise<boolean> {
  const name = `window.knock-${randomUUID()}`;
  await writeFile(join(dataDir, name), '', { mode: 0o600 });
  const isAlive = await disappears(dataDir, name);
  await rm(join(dataDir, name), { force: true });
  return isAlive;
}

function disappears(dataDir: string, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (hasGone: boolean) => {
      clearTimeout(timer);
      watcher.close();
      resolve(hasGone);
    };
    const look = async () => {
      if (!(await readdir(dataDir)).includes(name)) settle(true);
    };
    const timer = setTimeout(() => settle(false), answerWithinMs);
    const watcher = watch(dataDir, () => void look());
    // It may have gone before the watch began.
    void look();
  });
}
