import { createWatch, reevaluate, type Watch } from '../law/index.ts';
import { pendingAdoptions } from './adopted.ts';
import type { JobState } from './contract.ts';
import type { Session } from './session.ts';
import type { EngineHost } from './wire/host.ts';

/** The watch over the clocks of an engine, on the shell's notices and badge and one timer. */
export function watchOn(host: EngineHost): Watch {
  const failed = (error: unknown) => host.log.incident(host.ids.id(8), 'alarms', error);
  // Without a window there is nobody to tell; the list of alarms keeps what was due.
  const ignored = () => {};
  return createWatch({
    clock: host.clock,
    notify: (notice) => void host.shell.notify(notice).catch(ignored),
    setBadge: (count) => void host.shell.setBadge(count).catch(ignored),
    later(run, delayMs) {
      const timer = setTimeout(run, delayMs);
      timer.unref();
      return () => clearTimeout(timer);
    },
    failed,
  });
}

const running = new WeakMap<Session, string>();

/**
 * Starts to look at the open cases for every adoption that is not applied yet. One that is under way is stopped first: the
 * new one covers what it had left.
 */
export function startReevaluation(session: Session): JobState {
  const before = running.get(session);
  if (before !== undefined) cancelQuietly(session, before);
  const desk = session.desk();
  const job = session.jobs.start('reevaluate', 'Looking at the clocks of open cases', ({ progress, signal }) =>
    reevaluate(desk, { progress, signal }),
  );
  running.set(session, job.id);
  return job;
}

function cancelQuietly(session: Session, id: string): void {
  try {
    session.jobs.cancel(id);
  } catch {
    // The list of jobs has forgotten it: it ended long ago.
  }
}

/** When a desk opens: what a crash, or a cancelled job, left to be looked at. */
export function resumeReevaluation(session: Session): void {
  if (pendingAdoptions(session.desk().db).length > 0) startReevaluation(session);
}
