import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { quickCheck } from '../../db/checkpoint.ts';
import { migrate } from '../../db/migrate.ts';
import { asFault, type Db, transaction } from '../../db/open.ts';
import { type Desk, post, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { isoInstant } from '../desk/ports.ts';
import { migrationsDir } from '../desk/resources.ts';
import { verifyChain } from '../journal/index.ts';
import { backupWorkspace, type CopiedDatabase, type JournalMark } from './backup.ts';
import type { CopyFile } from './backup-copy.ts';
import { type RestoredWorkspace, readBackup, restoreInto } from './backup-restore.ts';
import { syncFolder } from './files/atomic.ts';
import { changeHeader } from './header.ts';
import { acquireLock, type WorkspaceLock } from './lock.ts';
import { purgeAgain } from './purge-again.ts';
import { type KeptPurge, readPurges, writePurges } from './purge-ledger.ts';
import { wantScrub } from './scrub.ts';
import { type ScrubOptions, scrubDesk } from './scrub-live.ts';
import { assembleDesk, dataKeyOf, systemPorts, whoOpens } from './service.ts';
import { type Credential, unlockHeader } from './slots-unlock.ts';
import { removeFile } from './store-files.ts';

export interface BackupAnswer {
  file: string;
  sha256: string;
  entries: number;
}

/** Checks the database of a backup: its pages, and that it holds exactly the record it was made of. Fault: corrupt. */
export function checkBackupCopy(db: Db, mark: JournalMark): void {
  quickCheck(db);
  checkCopy(db, mark);
}

/** The copy must hold exactly the record it was made of. Fault: corrupt. */
function checkCopy(db: Db, mark: JournalMark): void {
  const { ok, entries, head, problems } = verifyChain(db);
  if (ok && entries === mark.entries && head === mark.head) return;
  throw new Fault('corrupt', 'The copy does not hold the record it was made of.', { problems });
}

export interface BackupOptions {
  signal?: AbortSignal;
  copy?: CopyFile;
  /** How the database is written anew first, where something was purged since. */
  scrub?: ScrubOptions;
  /** Runs `checkBackupCopy` on another thread, so that writes do not wait for it; here and now when left out. */
  checkAside?: (copy: CopiedDatabase, mark: JournalMark) => Promise<void>;
}

/**
 * Writes the whole workspace into one file and verifies what was written; writing goes on meanwhile.
 * Faults: already-exists, bad-input (the folder of the file), disk-full, read-only, locked, corrupt, cancelled.
 */
export async function backupDesk(desk: Desk, outFile: string, options: BackupOptions = {}): Promise<BackupAnswer> {
  // What was purged must not go along in the gaps of pages.
  await scrubDesk(desk, options.scrub);
  const mark = (): JournalMark => {
    const { seq, hash } = desk.journal.head();
    return { entries: seq, head: hash };
  };
  let marked: JournalMark | null = null;
  const { checkAside } = options;
  const refuseStopped = () => {
    if (options.signal?.aborted) throw new Fault('cancelled', 'The backup was stopped; no file was left behind.');
  };
  const done = await backupWorkspace({
    dir: desk.dir,
    db: desk.db,
    dataKey: dataKeyOf(desk),
    outFile,
    now: desk.clock.now(),
    ...(options.copy ? { copy: options.copy } : {}),
    mark: () => {
      marked = mark();
      return marked;
    },
    verify: (db) => {
      refuseStopped();
      if (marked) checkCopy(db, marked);
    },
    verifyAside:
      checkAside &&
      (async (copied) => {
        refuseStopped();
        if (marked) await checkAside(copied, marked);
      }),
  });
  const { file, sha256, entries, head } = done;
  write(desk, ['status'], () =>
    post(desk, { kind: 'backup.made', subject: `workspace:${desk.workspace}`, body: { file: lastPart(file), sha256, entries, head } }),
  );
  return { file, sha256, entries };
}

const lastPart = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/**
 * A restored workspace goes on under a new desk id and a new epoch, and says from which head (design: backup). What was purged
 * since the backup is purged again before anybody can open it; the ledger that says so goes with it.
 */
async function beginAgain(restored: RestoredWorkspace, purges: readonly KeptPurge[]): Promise<void> {
  const { dir, db, unlocked, manifest } = restored;
  const header = changeHeader(dir, (old) => ({ ...old, desk: systemPorts.ids.id(12), failures: { count: 0, until: null } }));
  // The backup may be an older release's.
  migrate(db, { dir: migrationsDir(), now: isoInstant(systemPorts.clock.now()) });
  const person = whoOpens(db, unlocked, isoInstant(systemPorts.clock.now()));
  const desk = assembleDesk({ dir, db, header, dataKey: unlocked.dataKey, ports: systemPorts, person });
  const from = { entries: manifest.entries, head: manifest.head };
  const files = transaction(db, () => {
    post(desk, { kind: 'desk.opened', subject: `desk:${desk.desk}`, body: { restoredFrom: `${from.entries} ${from.head}` } });
    post(desk, { kind: 'workspace.restored', subject: `workspace:${desk.workspace}`, body: from });
    // Whatever the backup held before, the gaps of its pages may hold still.
    if (purges.length > 0) wantScrub(desk.db);
    return purgeAgain(desk, purges);
  });
  for (const one of files) removeFile(dir, one);
  if (purges.length > 0) writePurges(dir, purges);
  desk.signer();
  await desk.pool.close();
}

function freeNameBeside(dir: string): string {
  for (let n = 1; ; n += 1) if (!existsSync(`${dir}-before-restore-${n}`)) return `${dir}-before-restore-${n}`;
}

/**
 * Moves the workspace in use aside and the restored one into its place; nothing is deleted. When either cannot be moved,
 * the workspace in use is where it was. Faults: disk-full, read-only, locked.
 */
function exchange(dir: string, restored: string, lock: WorkspaceLock): void {
  const aside = freeNameBeside(dir);
  // Windows moves no folder that holds an open file.
  if (process.platform === 'win32') lock.release();
  renameSync(dir, aside);
  try {
    renameSync(restored, dir);
  } catch (error) {
    renameSync(aside, dir);
    throw error;
  }
  syncFolder(dirname(dir));
  // The account of who held the lock moved with the folder.
  rmSync(join(aside, 'lock.json'), { force: true });
}

/** Restores beside the workspace in use, which nobody may open meanwhile, and then exchanges the two. */
async function switchTo<T>(dir: string, make: (target: string) => Promise<T>): Promise<T> {
  const target = `${dir}-restored-${systemPorts.ids.id(6)}`;
  const lock = acquireLock(dir, { what: 'a restore', now: systemPorts.clock.now() });
  try {
    const made = await make(target);
    exchange(dir, target, lock);
    return made;
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw asFault(error);
  } finally {
    lock.release();
  }
}

/** Whether a file is a backup that this credential opens; changes nothing. Faults: not-found, corrupt, from-future, wrong-key. */
export async function checkBackup(file: string, credential: Credential): Promise<void> {
  const { header } = await readBackup(file);
  await unlockHeader(header, credential);
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Makes a workspace of a backup in a new place; with `switchOver` it is made beside the one in use, verified, and only
 * then takes its place, the old one being kept beside it as `DIR-before-restore-N`. The purges that the one in use has a ledger
 * of are repeated in the restored one.
 * Faults: locked while somebody has the workspace open; not-found, corrupt, from-future, wrong-key, already-exists, bad-input, disk-full, read-only.
 */
export async function restoreDesk(
  file: string,
  place: string,
  credential: Credential,
  options: { switchOver?: boolean } = {},
): Promise<BackupAnswer> {
  const dir = resolve(place);
  const restoreTo = (target: string, purges: readonly KeptPurge[]) =>
    restoreInto({
      file,
      dir: target,
      unlock: (header) => unlockHeader(header, credential),
      verify: (db, { entries, head }) => checkCopy(db, { entries, head }),
      prepare: (restored) => beginAgain(restored, purges),
    });
  const manifest = await (options.switchOver ? switchTo(dir, (target) => restoreTo(target, readPurges(dir))) : restoreTo(dir, []));
  return { file, sha256: await hashFile(file), entries: manifest.entries };
}
