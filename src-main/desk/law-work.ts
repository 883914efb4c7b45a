import type { Db } from '../../db/open.ts';
import { dayInIndia } from '../cases/rules.ts';
import type { LastDriftCheck } from '../law/contract.ts';
import { checkDrift, createWatch, recomputeRestricted, reevaluate, type Watch } from '../law/index.ts';
import { lastEntryOf } from '../workspace/index.ts';
import { pendingAdoptions } from './adopted.ts';
import type { JobState } from './contract.ts';
import { nowOf } from './desk.ts';
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
  const desk = session.desk();
  if (pendingAdoptions(desk.db).length > 0) startReevaluation(session);
  else if (mayCheck(desk.person.roles) && !desk.time.doubt())
    void recomputeRestricted(desk).catch((error: unknown) => report(session, error));
}

/** A desk that was locked meanwhile is no failure: it is done when the desk opens next. */
function report({ host, isOpen }: Session, error: unknown): void {
  if (isOpen()) host.log.incident(host.ids.id(8), 'restricted clocks', error);
}

/** Computes every clock of the open cases again, as a job. */
export function startDriftCheck(session: Session): JobState {
  const desk = session.desk();
  return session.jobs.start('check-drift', 'Computing every clock again', ({ progress, signal }) => checkDrift(desk, { progress, signal }));
}

/** How the last check of drift ended, or null before the first. */
export function lastDriftCheck(db: Db): LastDriftCheck | null {
  const last = lastEntryOf(db, 'clocks.checked');
  return last && { at: last.at, checked: Number(last.body['checked'] ?? 0), drifted: Number(last.body['drifted'] ?? 0) };
}

/** Long enough that opening the desk and the first work at it are never slowed down. */
const driftLookMs = 10 * 60_000;

/**
 * Looks now and then whether today, by the day in India, the clocks were computed again; where not, a job does it while
 * the desk is open. Nobody has to remember the check, and what it finds is on the Today page and in the record.
 */
export function watchDrift(session: Session): void {
  const timer = setInterval(() => checkDriftOnceADay(session), driftLookMs);
  timer.unref();
}

/** Starts the check of the day, or answers null: it was done, somebody else works, or nothing may be written now. */
export function checkDriftOnceADay(session: Session): JobState | null {
  if (!session.isOpen() || session.jobs.isBusy()) return null;
  const desk = session.desk();
  if (desk.time.doubt() || !mayCheck(desk.person.roles)) return null;
  const last = lastDriftCheck(desk.db);
  if (last && dayInIndia(last.at) === dayInIndia(nowOf(desk))) return null;
  return startDriftCheck(session);
}

/** An auditor changes nothing, and what a recovery code opened stands under nobody's name. */
const mayCheck = (roles: readonly string[]) => roles.some((role) => role !== 'auditor');
