import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Db } from '../../db/open.ts';
import { transaction } from '../../db/open.ts';
import { type Desk, post, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { verifyChain } from '../journal/index.ts';
import { backupWorkspace, type JournalMark } from './backup.ts';
import type { CopyFile } from './backup-copy.ts';
import { type RestoredWorkspace, restoreInto } from './backup-restore.ts';
import { changeHeader } from './header.ts';
import { signingKeyObject } from './keys.ts';
import { assembleDesk, dataKeyOf, systemPorts } from './service.ts';
import { unlockHeader } from './slots-unlock.ts';
import { readPerson } from './store.ts';

export interface BackupAnswer {
  file: string;
  sha256: string;
  entries: number;
}

/** The copy must hold exactly the record it was made of. Fault: corrupt. */
function checkCopy(db: Db, mark: JournalMark): void {
  const { ok, entries, head, problems } = verifyChain(db);
  if (ok && entries === mark.entries && head === mark.head) return;
  throw new Fault('corrupt', 'The copy does not hold the record it was made of.', { problems });
}

/**
 * Writes the whole workspace into one file and verifies what was written; writing goes on meanwhile.
 * Faults: already-exists, bad-input (the folder of the file), disk-full, read-only, locked, corrupt, cancelled.
 */
export async function backupDesk(
  desk: Desk,
  outFile: string,
  options: { signal?: AbortSignal; copy?: CopyFile } = {},
): Promise<BackupAnswer> {
  const mark = (): JournalMark => {
    const { seq, hash } = desk.journal.head();
    return { entries: seq, head: hash };
  };
  let marked: JournalMark | null = null;
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
      if (options.signal?.aborted) throw new Fault('cancelled', 'The backup was stopped; no file was left behind.');
      if (marked) checkCopy(db, marked);
    },
  });
  const { file, sha256, entries, head } = done;
  write(desk, ['status'], () =>
    post(desk, { kind: 'backup.made', subject: `workspace:${desk.workspace}`, body: { file: lastPart(file), sha256, entries, head } }),
  );
  return { file, sha256, entries };
}

const lastPart = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** A restored workspace goes on under a new desk id and a new epoch, and says from which head (design: backup). */
async function beginAgain(restored: RestoredWorkspace): Promise<void> {
  const { dir, db, unlocked, manifest } = restored;
  const header = changeHeader(dir, (old) => ({ ...old, desk: systemPorts.ids.id(12), failures: { count: 0, until: null } }));
  const person = readPerson(db, unlocked.slot.person ?? '');
  const desk = assembleDesk({
    dir,
    db,
    header,
    dataKey: unlocked.dataKey,
    ports: systemPorts,
    person: {
      id: person?.id ?? 'system',
      name: person?.name ?? 'recovery code',
      designation: person?.designation ?? null,
      roles: person?.roles ?? [],
      signingKey: unlocked.personKeys ? signingKeyObject(unlocked.personKeys.signingPrivate) : null,
    },
  });
  const from = { entries: manifest.entries, head: manifest.head };
  transaction(db, () => {
    post(desk, { kind: 'desk.opened', subject: `desk:${desk.desk}`, body: { restoredFrom: `${from.entries} ${from.head}` } });
    post(desk, { kind: 'workspace.restored', subject: `workspace:${desk.workspace}`, body: from });
  });
  desk.signer();
  await desk.pool.close();
}

/** Moves the workspace in use aside, so that a restored one can take its place; nothing is deleted. */
function moveAside(dir: string): string {
  for (let n = 1; ; n += 1) {
    const aside = `${dir}-before-restore-${n}`;
    if (existsSync(aside)) continue;
    renameSync(dir, aside);
    return aside;
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * Makes a workspace of a backup in a new place; with `switchOver` it is made beside the one in use, verified, and only
 * then takes its place, the old one being kept beside it.
 * Faults: not-found, corrupt, from-future, wrong-key, already-exists, bad-input, disk-full, read-only.
 */
export async function restoreDesk(
  file: string,
  place: string,
  passphrase: string,
  options: { switchOver?: boolean } = {},
): Promise<BackupAnswer> {
  const dir = resolve(place);
  const target = options.switchOver ? `${dir}-restored-${systemPorts.ids.id(6)}` : dir;
  const manifest = await restoreInto({
    file,
    dir: target,
    unlock: (header) => unlockHeader(header, { passphrase }),
    verify: (db, { entries, head }) => checkCopy(db, { entries, head }),
    prepare: beginAgain,
  });
  if (options.switchOver) {
    moveAside(dir);
    renameSync(target, dir);
  }
  return { file, sha256: await hashFile(file), entries: manifest.entries };
}
