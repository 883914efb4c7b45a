import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemIds } from '../../src-main/desk/ports.ts';
import { migrationsDir, resourcePath } from '../../src-main/desk/resources.ts';
import { createHeldFiles } from '../../src-main/desk/wire/files.ts';
import { createFrameDocuments } from '../../src-main/desk/wire/frames.ts';
import type { EngineHost } from '../../src-main/desk/wire/host.ts';
import type { LockSignal, Notice } from '../../src-main/shell/contract.ts';
import { type TestClock, testClock } from './desk.ts';

/** An engine's world in a folder of its own: dialogs answer what the test says, notices and the badge are noted. */
export interface TestHost {
  host: EngineHost;
  clock: TestClock;
  dir: string;
  /** The next file dialog answers these files on disk. */
  willPick(paths: string[]): void;
  /** Resolves with the next notice that the engine asks for. */
  nextNotice(): Promise<Notice>;
  badges: number[];
  incidents: string[];
  signal(signal: LockSignal): void;
  remove(): void;
}

export function testHost(clock = testClock()): TestHost {
  const dir = mkdtempSync(join(tmpdir(), 'nivaran-host-'));
  const files = createHeldFiles(systemIds);
  const listeners: ((signal: LockSignal) => void)[] = [];
  const waiting: ((notice: Notice) => void)[] = [];
  const [badges, incidents]: [number[], string[]] = [[], []];
  let picked: string[] = [];
  const host: EngineHost = {
    options: {
      shell: 'none',
      hasTray: false,
      headless: true,
      dataDir: dir,
      resourcesDir: resourcePath(),
      migrationsDir: migrationsDir(),
      version: '0.0.0',
      demo: false,
    },
    clock,
    ids: systemIds,
    log: { info: () => {}, incident: (_incident, operation) => incidents.push(operation) },
    shell: {
      pickFiles: async () => picked.map((path) => files.holdPath({ path, name: path.split('/').at(-1) ?? '', sizeBytes: 1 })),
      pickSavePath: async (name) => ({ path: join(dir, name) }),
      notify: async (notice) => waiting.shift()?.(notice),
      setBadge: async (count) => void badges.push(count),
      openWindow: async () => {},
      startChild: async () => {
        throw new Error('This host starts no processes.');
      },
    },
    files,
    frames: createFrameDocuments(systemIds),
    onLockSignal: (listener) => void listeners.push(listener),
  };
  return {
    host,
    clock,
    dir,
    willPick(paths) {
      picked = paths;
    },
    nextNotice: () => new Promise((resolve) => waiting.push(resolve)),
    badges,
    incidents,
    signal(signal) {
      for (const listener of listeners) listener(signal);
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
