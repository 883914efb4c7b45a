import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupMaking, backupWorkspace } from '../../../src-main/workspace/backup.ts';
import { type RestoreMaking, restoreInto } from '../../../src-main/workspace/backup-restore.ts';
import { countNotes, type TestWorkspace, unlockRaw } from './small-workspace.ts';

export const backupAt = Date.parse('2026-03-06T10:00:00.000Z');

/** A backup whose "journal" is the notes: as many entries as there are notes. */
export function backup(made: TestWorkspace, outFile: string, changes: Partial<BackupMaking> = {}) {
  const { dir, db, dataKey } = made;
  const mark = () => ({ entries: countNotes(db), head: 'ab'.repeat(32) });
  return backupWorkspace({ dir, db, dataKey, outFile, now: backupAt, mark, verify: () => {}, ...changes });
}

export function restore(made: Pick<TestWorkspace, 'kek'>, file: string, dir: string, changes: Partial<RestoreMaking> = {}) {
  return restoreInto({ file, dir, unlock: (header) => unlockRaw(header, made.kek), verify: () => {}, prepare: () => {}, ...changes });
}

/** Puts the closing digest right after a container was changed by hand. */
export function resign(file: string): void {
  const bytes = readFileSync(file);
  const body = bytes.subarray(0, -64);
  writeFileSync(file, Buffer.concat([body, Buffer.from(createHash('sha256').update(body).digest('hex'))]));
}

export const databaseOf = (dir: string, made: TestWorkspace) => join(dir, made.header.database);
