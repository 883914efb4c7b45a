import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSession, type Session } from '../../../src-main/desk/session.ts';
import { createHost, type EngineHost, openEngineLog } from '../../../src-main/desk/wire.ts';
import type { NewWorkspace } from '../../../src-main/workspace/index.ts';

export const passphrase = 'seven invented words for one desk';

export const sampleWorkspace = (over: Partial<NewWorkspace> = {}): NewWorkspace => ({
  organisation: 'Example Organisation',
  officer: 'O. Sample',
  platforms: ['cocial'],
  passphrase,
  ...over,
});

export interface TestSession {
  session: Session;
  host: EngineHost;
  dataDir: string;
  /** What the shell would say when the screen locks. */
  lockScreen(): void;
  /** What was logged so far. */
  log(): string;
  /** Locks and removes the folder. */
  remove(): Promise<void>;
}

/** The engine's own session in a folder of its own; `savePath` answers its save dialogs. */
export function makeSession(savePath: (suggestedName: string) => Promise<string | null> = async () => null): TestSession {
  const dataDir = mkdtempSync(join(tmpdir(), 'nivaran-session-'));
  mkdirSync(dataDir, { recursive: true });
  const options = {
    shell: 'none' as const,
    hasTray: false,
    headless: true,
    dataDir,
    resourcesDir: '',
    migrationsDir: '',
    version: '0',
    demo: false,
  };
  const real = createHost(options, null, openEngineLog(dataDir));
  const listeners: Parameters<EngineHost['onLockSignal']>[0][] = [];
  const pickSavePath = async (name: string) => {
    const path = await savePath(name);
    return path === null ? null : { path };
  };
  const host: EngineHost = {
    ...real,
    shell: { ...real.shell, pickSavePath: pickSavePath as EngineHost['shell']['pickSavePath'] },
    onLockSignal: (listener) => void listeners.push(listener),
  };
  const session = createSession(host);
  return {
    session,
    host,
    dataDir,
    lockScreen: () => listeners.forEach((tell) => void tell({ reason: 'screen-locked' } as Parameters<typeof tell>[0])),
    log: () => readFileSync(join(dataDir, 'logs', 'engine.log'), 'utf8'),
    async remove() {
      await session.lock();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
