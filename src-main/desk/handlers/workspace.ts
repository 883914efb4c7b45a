import { platforms } from '../../cases/contract.ts';
import { sha256Hex } from '../../journal/index.ts';
import {
  type BackupOptions,
  backupDesk,
  type CopiedDatabase,
  changeSetting,
  checkBackup,
  isEmptyPlace,
  type JournalMark,
  recoverySheet,
  restoreDesk,
} from '../../workspace/index.ts';
import { copyByShell } from '../copy.ts';
import { nowOf } from '../desk.ts';
import { Fault } from '../faults.ts';
import { writeFileSafely } from '../files.ts';
import { startReader } from '../reader.ts';
import type { Implementer } from '../router.ts';
import { scrubAside } from '../scrub-job.ts';
import { demoCases, demoPassphrase, demoWorkspace, type Session } from '../session.ts';
import { deskStatus } from '../status.ts';
import { pickSavePathAt } from './still-at.ts';

/** A day in IST as files are named: 2026-11-21. */
export function dayName(now: string): string {
  return new Date(Date.parse(now) + 330 * 60_000).toISOString().slice(0, 10);
}

/** Checks the copied database in a thread of its own, so that writes go on; cancelling ends the thread. */
async function checkCopyAside(copied: CopiedDatabase, mark: JournalMark, signal: AbortSignal): Promise<void> {
  const reader = startReader(copied);
  const stop = () => void reader.close();
  signal.addEventListener('abort', stop);
  try {
    await reader.ask('backup', mark);
  } finally {
    signal.removeEventListener('abort', stop);
    await reader.close();
  }
}

function startBackup(session: Session, path: string) {
  const desk = session.desk();
  return session.jobs.start('backup', 'Writing and verifying the backup', async ({ progress, signal }) => {
    progress(0, null);
    const { shell, options } = session.host;
    const copy = (from: string, to: string) => copyByShell((script) => shell.startChild(script), from, to);
    const checkAside: BackupOptions['checkAside'] = (copied, mark) => checkCopyAside(copied, mark, signal);
    const scrub = scrubAside(session, signal);
    const answer = await backupDesk(desk, path, { signal, checkAside, scrub, ...(options.shell === 'electron' ? { copy } : {}) });
    session.changes.announce(['status']);
    return answer;
  });
}

function refuseWhileBusy(session: Session, before: string): void {
  if (session.jobs.isBusy()) throw new Fault('refused', `A job is still running; it ends or is cancelled before ${before}.`);
}

/** A workspace in good health is replaced by its administrators alone, and a lock must not be a way around that. */
function refuseOverLocked(session: Session): void {
  if (session.isOpen() || deskStatus(session).state !== 'locked') return;
  throw new Fault('refused', 'Open this desk first: a backup takes its place only from Settings, or where the desk cannot be opened.');
}

async function restore(session: Session, token: string, passphrase: string) {
  refuseOverLocked(session);
  refuseWhileBusy(session, 'a backup is restored');
  const file = session.host.files.find(token);
  if (file.kind !== 'path') throw new Fault('refused', 'Choose the backup with the file dialog: it is too large to be dropped.');
  // Before the desk in use is closed: a wrong file or passphrase must leave it open.
  await checkBackup(file.path, { passphrase });
  await session.lock();
  const { entries } = await restoreDesk(file.path, session.dir, { passphrase }, { switchOver: !isEmptyPlace(session.dir) });
  await session.unlock({ passphrase });
  return { status: deskStatus(session), entries };
}

/** Opening, making, locking, backing up and restoring the workspace. */
export function workspaceHandlers(os: Implementer, session: Session) {
  return {
    create: os.workspace.create.handler(async ({ input }) => {
      const { demoCases: cases, ...made } = input;
      const recoveryCode = await session.create({ ...made, synthetic: cases !== undefined }, cases ?? 0);
      return { recoveryCode, status: deskStatus(session) };
    }),
    unlock: os.workspace.unlock.handler(async ({ input }) => {
      await session.unlock(input);
      return deskStatus(session);
    }),
    lock: os.workspace.lock.handler(async () => {
      refuseWhileBusy(session, 'the desk locks');
      await session.lock();
      return deskStatus(session);
    }),
    setAutoLock: os.workspace.setAutoLock.handler(({ input }) => {
      changeSetting(session.desk(), 'autoLockMinutes', input.minutes);
      return deskStatus(session);
    }),
    recoverySheet: os.workspace.recoverySheet.handler(async ({ input }) => {
      const desk = session.desk();
      const place = await pickSavePathAt(session, desk, 'Nivaran recovery sheet.pdf');
      if (!place) return null;
      const pdf = await recoverySheet(desk, input.recoveryCode, session.startPool);
      writeFileSafely(place.path, pdf);
      return { path: place.path, sha256: sha256Hex(pdf) };
    }),
    backup: os.workspace.backup.handler(async () => {
      const desk = session.desk();
      const place = await pickSavePathAt(session, desk, `Nivaran ${dayName(nowOf(desk))}.nivaran-backup`);
      return place ? startBackup(session, place.path) : null;
    }),
    restore: os.workspace.restore.handler(({ input }) => restore(session, input.token, input.passphrase)),
  };
}

/** Opens the sample workspace, making it the first time. */
export async function openDemo(session: Session): Promise<void> {
  if (session.exists()) return session.unlock({ passphrase: demoPassphrase });
  await session.create(demoWorkspace([...platforms]), demoCases);
}
