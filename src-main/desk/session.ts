import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '../cases/contract.ts';
import { addDemoCases } from '../demo/index.ts';
import type { Watch } from '../law/index.ts';
import { type Credential, confirmTime, createDesk, type NewWorkspace, openDesk, readSetting } from '../workspace/index.ts';
import { createChanges } from './changes.ts';
import type { Desk } from './desk.ts';
import { Fault, type FaultCode } from './faults.ts';
import { createHolding } from './holding.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { resumeReevaluation, watchOn } from './law-work.ts';
import { createPool } from './pool.ts';
import type { Reader } from './reader.ts';
import type { EngineHost } from './wire/host.ts';

/** What the window's engine holds: at most one open desk, its reader, its jobs. */
export interface Session {
  host: EngineHost;
  dir: string;
  jobs: Jobs;
  /** Sounds the alarms of the clocks, also while locked. */
  watch: Watch;
  changes: ReturnType<typeof createChanges>;
  /** The open desk. Fault: locked when none is open. */
  desk(): Desk;
  reader(): Reader;
  isOpen(): boolean;
  exists(): boolean;
  fault(): { code: FaultCode; message: string } | null;
  create(input: NewWorkspace, demoCases: number): Promise<string>;
  unlock(credential: Credential): Promise<void>;
  lock(): Promise<void>;
  confirmTime(reason: string): void;
  touch(): void;
  autoLockMinutes(): number;
}

const defaultAutoLockMinutes = 5;
const lockCheckMs = 5_000;

/** Faults of opening that stay on screen until the next try. */
const openingFaults: FaultCode[] = [
  'corrupt',
  'from-future',
  'history-went-back',
  'network-drive',
  'read-only',
  'disk-full',
  'locked',
  'not-a-workspace',
];

/** The state of one engine. The workspace lies in the data folder; the demo has a folder of its own. */
export function createSession(host: EngineHost): Session {
  const dir = join(host.options.dataDir, host.options.demo ? 'demo-workspace' : 'workspace');
  const changes = createChanges();
  const watch = watchOn(host);
  const announce = (topics: string[]) => {
    changes.announce(topics);
    watch.poke();
  };
  const held = createHolding(host, changes.announce, watch);
  // Elsewhere the pool starts its own processes, with limits of memory and permission that Electron's do not take.
  const startPool = () => createPool(host.options.shell === 'electron' ? { startChild: (script) => host.shell.startChild(script) } : {});
  const options = { holder: 'window', announce, startPool, ports: { clock: host.clock, ids: host.ids } };
  let fault: { code: FaultCode; message: string } | null = null;

  const session: Session = {
    host,
    dir,
    changes,
    watch,
    jobs: createJobs(host.ids, changes.announce, host.clock.monotonic),
    autoLockMinutes: () =>
      held.isOpen() ? readSetting(held.desk().db, 'autoLockMinutes', defaultAutoLockMinutes) : defaultAutoLockMinutes,
    desk: held.desk,
    reader: held.reader,
    isOpen: held.isOpen,
    touch: held.touch,
    lock: held.end,
    exists: () => existsSync(join(dir, 'header.json')),
    fault: () => fault,
    async create(input, demoCases) {
      const { desk, recoveryCode } = await createDesk(dir, input, options);
      if (demoCases > 0) await addDemoCases(desk, demoCases);
      held.begin(desk);
      resumeReevaluation(session);
      return recoveryCode;
    },
    async unlock(credential) {
      try {
        held.begin(await openDesk(dir, credential, options));
        fault = null;
        resumeReevaluation(session);
      } catch (error) {
        if (error instanceof Fault && openingFaults.includes(error.code)) fault = { code: error.code, message: error.message };
        throw error;
      }
    },
    confirmTime(reason) {
      confirmTime(held.desk(), reason);
      changes.announce(['status', 'queue']);
    },
  };
  watchIdleness(session, held.idleMs);
  return session;
}

/** Locks after the idle time, on screen lock and on sleep; a running job defers it (design: alarms and lock). */
function watchIdleness(session: Session, idleMs: () => number): void {
  const lockUnlessBusy = () => {
    if (session.isOpen() && !session.jobs.isBusy()) void session.lock();
  };
  const timer = setInterval(() => {
    if (session.isOpen() && !session.host.options.demo && idleMs() > session.autoLockMinutes() * 60_000) lockUnlessBusy();
  }, lockCheckMs);
  timer.unref();
  session.host.onLockSignal((signal) => {
    if (signal.reason === 'screen-locked' || signal.reason === 'suspended') lockUnlessBusy();
  });
}

/** The sample workspace that `--demo` shows: made once, with an invented officer and a passphrase that the screen tells. */
export const demoPassphrase = 'a sample desk with nothing real';
export const demoCases = 240;
export const demoWorkspace = (platforms: Platform[]): NewWorkspace => ({
  organisation: 'Sample Organisation (synthetic)',
  officer: 'O. Sample',
  designation: 'Grievance Officer',
  platforms,
  passphrase: demoPassphrase,
  synthetic: true,
});
