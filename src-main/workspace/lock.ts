import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Db, openPlain } from '../../db/open.ts';
import { Fault } from '../desk/faults.ts';
import { isoInstant } from '../desk/ports.ts';
import { readIfThere, removeLeftovers, writeAtomic } from './files/atomic.ts';

const lockFile = 'lock.db';
const holderFile = 'lock.json';

/** Who holds a workspace: process id, since when (UTC ISO), and which program in plain words ("the window", "a command"). */
const holderSchema = z.object({ pid: z.int(), startedAt: z.string(), what: z.string() });
export type LockHolder = z.infer<typeof holderSchema>;

export interface WorkspaceLock {
  holder: LockHolder;
  /** Frees the workspace; a second call does nothing. */
  release(): void;
}

/**
 * Makes this process the only one in the workspace, until release or its end. The lock is an exclusive transaction on
 * DIR/lock.db, which the system drops when the process dies in whatever way; nothing else in the process may open or read
 * that file, because on POSIX systems closing any handle of it drops the lock. `now` in milliseconds since 1970 UTC.
 * Faults: locked (detail.holder, null when unknown), disk-full, read-only.
 */
export function acquireLock(dir: string, options: { what: string; now: number }): WorkspaceLock {
  const db = openExclusively(dir);
  const holder = { pid: process.pid, startedAt: isoInstant(options.now), what: options.what };
  try {
    removeLeftovers(dir);
    writeAtomic(join(dir, holderFile), Buffer.from(`${JSON.stringify(holder)}\n`));
  } catch (error) {
    db.close();
    throw error;
  }
  return { holder, release: () => release(dir, db) };
}

/** Who holds the workspace by its own account, or null. The account may be that of a process that died. */
export function readHolder(dir: string): LockHolder | null {
  const bytes = readIfThere(join(dir, holderFile));
  if (bytes === null) return null;
  try {
    return holderSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

function openExclusively(dir: string): Db {
  const db = whenLockedTell(dir, () => openOrCreate(join(dir, lockFile)));
  try {
    whenLockedTell(dir, () => db.exec('BEGIN EXCLUSIVE'));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function openOrCreate(file: string): Db {
  if (!existsSync(file)) {
    try {
      return openPlain(file, { create: true, busyTimeoutMs: 0 });
    } catch (error) {
      // Another process made it a moment ago.
      if (!(error instanceof Fault) || error.code !== 'already-exists') throw error;
    }
  }
  return openPlain(file, { busyTimeoutMs: 0 });
}

function whenLockedTell<T>(dir: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    if (!isBusy(error)) throw error;
    const holder = readHolder(dir);
    const who = holder ? `${holder.what} (process ${holder.pid}, since ${holder.startedAt})` : 'another program';
    throw new Fault('locked', `The workspace is in use by ${who}.`, { holder }, error);
  }
}

function isBusy(error: unknown): boolean {
  if (error instanceof Fault) return error.code === 'locked';
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'SQLITE_BUSY';
}

function release(dir: string, db: Db): void {
  if (!db.open) return;
  rmSync(join(dir, holderFile), { force: true });
  db.exec('ROLLBACK');
  db.close();
}
