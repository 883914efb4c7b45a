import { join } from 'node:path';
import type { Platform } from '../cases/contract.ts';
import type { Watch } from '../law/index.ts';
import { type Credential, confirmTime, isWorkspaceAt, type NewWorkspace, readSetting } from '../workspace/index.ts';
import { createChanges } from './changes.ts';
import type { Desk } from './desk.ts';
import type { FaultCode } from './faults.ts';
import { createHolding } from './holding.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { resumeReevaluation, watchDrift, watchOn } from './law-work.ts';
import { createOpening } from './opening.ts';
import { createPool, type Pool } from './pool.ts';
import type { Clock } from './ports.ts';
import type { Reader } from './reader.ts';
import { routedDesk, routedReader } from './routed.ts';
import type { EngineHost } from './wire/host.ts';

/** What the window's engine holds: at most one open desk, its reader, its jobs. */
export interface Session {
  host: EngineHost;
  dir: string;
  jobs: Jobs;
  /** Sounds the alarms of the clocks, also while locked. */
  watch: Watch;
  changes: ReturnType<typeof createChanges>;
  /** The desk of the operation of this moment: the open one, or the one inside its walls. Fault: locked when none is open. */
  desk(): Desk;
  reader(): Reader;
  /** The desk is on another database file: whoever reads it changes over. */
  renewReader(): Promise<void>;
  isOpen(): boolean;
  /** Whether its place holds a workspace. Fault: not-a-workspace when it holds something else. */
  exists(): boolean;
  fault(): { code: FaultCode; message: string } | null;
  create(input: NewWorkspace, demoCases: number): Promise<string>;
  unlock(credential: Credential): Promise<void>;
  lock(): Promise<void>;
  /** Locks now, or when the jobs that run have ended. */
  lockWhenIdle(): void;
  /** A pool of workers without keys, as this shell starts processes. */
  startPool(): Pool;
  confirmTime(reason: string): void;
  touch(): void;
  /** The person at the desk has just typed her passphrase. */
  proven(): void;
  /** How long ago she typed it last. */
  sinceProvenMs(): number;
  autoLockMinutes(): number;
}

const defaultAutoLockMinutes = 5;
const lockCheckMs = 5_000;

/** When the person at the desk typed her passphrase last. */
function proofBy(clock: Clock): Pick<Session, 'proven' | 'sinceProvenMs'> {
  let at = clock.monotonic();
  return {
    proven() {
      at = clock.monotonic();
    },
    sinceProvenMs: () => clock.monotonic() - at,
  };
}

function opened(session: Session): void {
  session.proven();
  resumeReevaluation(session);
}

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
  const opening = createOpening({ dir, held, options, onOpened: () => opened(session) });
  let isLockWanted = false;
  const lockIfWanted = () => {
    if (isLockWanted) void session.lock();
  };
  const incident = (id: string, kind: string, error: unknown) => host.log.incident(id, `job ${kind}`, error);

  const session: Session = {
    host,
    dir,
    changes,
    watch,
    jobs: createJobs(host.ids, changes.announce, host.clock.monotonic, { incident, idle: lockIfWanted }),
    startPool,
    autoLockMinutes: () =>
      held.isOpen() ? readSetting(held.desk().db, 'autoLockMinutes', defaultAutoLockMinutes) : defaultAutoLockMinutes,
    desk: () => routedDesk(held.desk()),
    reader: () => routedReader(held.reader()),
    renewReader: held.renewReader,
    isOpen: held.isOpen,
    touch: held.touch,
    async lock() {
      isLockWanted = false;
      try {
        await held.end();
      } finally {
        session.jobs.forgetEnded();
      }
    },
    lockWhenIdle() {
      isLockWanted = held.isOpen();
      if (!session.jobs.isBusy()) lockIfWanted();
    },
    exists: () => isWorkspaceAt(dir),
    fault: opening.fault,
    create: opening.create,
    unlock: opening.unlock,
    ...proofBy(host.clock),
    confirmTime(reason) {
      confirmTime(held.desk(), reason);
      changes.announce(['status', 'queue']);
    },
  };
  watchIdleness(session, held.idleMs);
  watchDrift(session);
  return session;
}

/** Locks after the idle time, on screen lock and on sleep; a running job defers it to its end (design: alarms and lock). */
function watchIdleness(session: Session, idleMs: () => number): void {
  const timer = setInterval(() => {
    const isIdle = session.isOpen() && !session.host.options.demo && idleMs() > session.autoLockMinutes() * 60_000;
    if (isIdle && !session.jobs.isBusy()) void session.lock();
  }, lockCheckMs);
  timer.unref();
  session.host.onLockSignal((signal) => {
    if (signal.reason === 'screen-locked' || signal.reason === 'suspended') session.lockWhenIdle();
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
