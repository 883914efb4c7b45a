import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase, transaction } from '../../db/open.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { freezeCopy, packBackup } from '../../src-main/workspace/backup.ts';
import { type CopyFile, copyInChild } from '../../src-main/workspace/backup-copy.ts';
import { readBackup } from '../../src-main/workspace/backup-restore.ts';
import { deriveKey } from '../../src-main/workspace/keys.ts';
import { acquireLock } from '../../src-main/workspace/lock.ts';
import { getFile, putFile, removeFile } from '../../src-main/workspace/store-files.ts';
import { openVault } from '../../src-main/workspace/vault.ts';
import { backup, backupAt, databaseOf, restore } from './support/backups.ts';
import { faultOf, faultOfAsync, startChild, temporaryFolder, withSmallDisk } from './support/drills.ts';
import { addNote, countNotes, makeWorkspace, type TestWorkspace } from './support/small-workspace.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);

let made: TestWorkspace;
beforeEach(() => {
  mkdirSync(at('desk'));
  made = makeWorkspace(at('desk'));
  for (let n = 1; n <= 50; n += 1) addNote(made.db, `note ${n} Marigoldenrod`);
});
afterEach(() => {
  made.db.close();
});

/** Only the backup itself may be left at the target. */
const leftAtTarget = () => readdirSync(folder.path).filter((name) => name !== 'desk');

const openCopy = (dir: string) => openDatabase(databaseOf(dir, made), deriveKey(made.dataKey, 'database'), { readonly: true });

describe('a backup', () => {
  it('is one file that says what is in it, and nothing else is left behind', async () => {
    const stored = putFile(made.dir, Buffer.from('evidence'));
    const done = await backup(made, at('one.nivaran-backup'));
    const bytes = readFileSync(done.file);
    expect(done).toMatchObject({ entries: 50, head: 'ab'.repeat(32), sizeBytes: bytes.length });
    expect(done.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(leftAtTarget()).toEqual(['one.nivaran-backup']);
    const { manifest, header, sha256 } = await readBackup(done.file);
    expect(sha256).toBe(done.sha256);
    expect(header).toEqual(made.header);
    expect(manifest).toMatchObject({
      workspace: made.header.workspace,
      desk: made.header.desk,
      createdAt: '2026-03-06T10:00:00.000Z',
      entries: 50,
    });
    const attachment = `attachments/${stored.file.slice(0, 2)}/${stored.file}`;
    expect(manifest.members.map(({ name }) => name)).toEqual(['header.json', made.header.database, attachment]);
  });

  it('holds no vault key, no lock and no plaintext, and only the owner may read it', async () => {
    openVault(made.dir, made.dataKey).write('epoch-1', Buffer.from('epoch key'));
    putFile(made.dir, Buffer.from('Marigoldenrod'));
    const { file } = await backup(made, at('one.nivaran-backup'));
    const { manifest } = await readBackup(file);
    expect(manifest.members.filter(({ name }) => /keys|lock|epoch/.test(name))).toEqual([]);
    const bytes = readFileSync(file);
    expect(bytes.includes('Marigoldenrod')).toBe(false);
    expect(bytes.includes(made.dataKey)).toBe(false);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('restores to the same notes and attachments', async () => {
    const content = Buffer.from('evidence '.repeat(20_000));
    const stored = putFile(made.dir, content);
    await backup(made, at('one.nivaran-backup'));
    const manifest = await restore(made, at('one.nivaran-backup'), at('again'));
    expect(manifest.entries).toBe(50);
    const copy = openCopy(at('again'));
    expect(copy.prepare('SELECT * FROM note').all()).toEqual(made.db.prepare('SELECT * FROM note').all());
    copy.close();
    expect(getFile(at('again'), stored.file, stored.key, stored.sha256).equals(content)).toBe(true);
  });

  it('hands the copied database to the caller’s check, and is not made when that refuses', async () => {
    const seen: number[] = [];
    await backup(made, at('one.nivaran-backup'), { verify: (db) => void seen.push(countNotes(db)) });
    expect(seen).toEqual([50]);
    const refuse = () => {
      throw new Fault('corrupt', 'The chain is broken.');
    };
    const fault = await faultOfAsync(backup(made, at('two.nivaran-backup'), { verify: refuse }));
    expect(fault.message).toBe('The chain is broken.');
    expect(leftAtTarget()).toEqual(['one.nivaran-backup']);
  });

  it('is never made from a database that is damaged', async () => {
    made.db.close();
    const bytes = readFileSync(databaseOf(made.dir, made));
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(databaseOf(made.dir, made), bytes);
    made.db = openDatabase(databaseOf(made.dir, made), deriveKey(made.dataKey, 'database'));
    const fault = await faultOfAsync(backup(made, at('one.nivaran-backup'), { mark: () => ({ entries: 0, head: '' }) }));
    expect(fault.code).toBe('corrupt');
    expect(leftAtTarget()).toEqual([]);
  });

  it('leaves out an attachment that is purged while it runs', async () => {
    const [kept, purged] = [putFile(made.dir, Buffer.from('kept')), putFile(made.dir, Buffer.from('purged'))];
    const copyTo = at('frozen.db');
    const frozen = await freezeCopy({ dir: made.dir, db: made.db, copyTo, mark: () => ({ entries: 50, head: '' }) });
    removeFile(made.dir, purged.file);
    const { dir, dataKey } = made;
    const { file } = await packBackup({ dir, dataKey, frozen, outFile: at('one.nivaran-backup'), now: backupAt, verify: () => {} });
    const names = (await readBackup(file)).manifest.members.map(({ name }) => name.split('/').at(-1));
    expect(names).toContain(kept.file);
    expect(names).not.toContain(purged.file);
  });
});

describe('while the writer writes', () => {
  it('every backup is an exact prefix of what was written, and writing is never stopped', async () => {
    for (let round = 0; round < 4; round += 1) {
      const before = countNotes(made.db);
      const state = { isRunning: true };
      const making = backup(made, at(`${round}.nivaran-backup`)).finally(() => {
        state.isRunning = false;
      });
      while (state.isRunning) {
        transaction(made.db, () => addNote(made.db, `written meanwhile ${'x'.repeat(300)}`));
        await setImmediate();
      }
      const { entries } = await making;
      expect(countNotes(made.db)).toBeGreaterThan(before + 20);
      await restore(made, at(`${round}.nivaran-backup`), at(`restored-${round}`));
      const copy = openCopy(at(`restored-${round}`));
      expect(countNotes(copy)).toBe(entries);
      expect(copy.prepare('SELECT * FROM note').all()).toEqual(made.db.prepare('SELECT * FROM note WHERE n <= ?').all(entries));
      copy.close();
    }
  });

  it('a connection that moves the log into the file makes the copy start again', async () => {
    const other = openDatabase(databaseOf(made.dir, made), deriveKey(made.dataKey, 'database'));
    let copies = 0;
    const copy: CopyFile = async (from, to) => {
      copies += 1;
      await copyInChild(from, to);
      if (copies === 1) meddle(other);
    };
    const { entries } = await backup(made, at('one.nivaran-backup'), { copy });
    expect(copies).toBe(2);
    expect(entries).toBe(51);
    other.close();
  });

  it('a connection that never stops doing so is told, and nothing is left', async () => {
    const other = openDatabase(databaseOf(made.dir, made), deriveKey(made.dataKey, 'database'));
    const copy: CopyFile = async (from, to) => {
      await copyInChild(from, to);
      meddle(other);
    };
    expect((await faultOfAsync(backup(made, at('one.nivaran-backup'), { copy }))).code).toBe('locked');
    expect(leftAtTarget()).toEqual([]);
    other.close();
  });

  function meddle(other: Db): void {
    addNote(other, 'by another connection');
    other.pragma('wal_checkpoint(PASSIVE)');
  }

  it('the lock of the workspace and the database stay locked', async () => {
    const lock = acquireLock(made.dir, { what: 'the window', now: 0 });
    await backup(made, at('one.nivaran-backup'));
    const child = startChild('hold-lock', [made.dir]);
    await child.said('lost');
    child.closeInput();
    await child.ended;
    expect(faultOf(() => acquireLock(made.dir, { what: 'another', now: 0 })).code).toBe('locked');
    lock.release();
  });
});

describe('the target of a backup', () => {
  it('is never overwritten', async () => {
    writeFileSync(at('there'), 'an older backup');
    expect((await faultOfAsync(backup(made, at('there')))).code).toBe('already-exists');
    expect(readFileSync(at('there'), 'utf8')).toBe('an older backup');
  });

  it('is not inside the workspace, also not by a link', async () => {
    symlinkSync(made.dir, at('link'));
    mkdirSync(join(made.dir, 'sub'));
    for (const target of ['desk/one', 'desk/sub/one', 'link/one']) {
      expect((await faultOfAsync(backup(made, at(target)))).code).toBe('bad-input');
    }
    rmSync(at('link'));
  });

  it('may be beside the workspace under a name that begins the same', async () => {
    mkdirSync(at('desk-backups'));
    expect((await backup(made, at('desk-backups/one'))).entries).toBe(50);
  });

  it('is in a folder that is there', async () => {
    expect((await faultOfAsync(backup(made, at('none/one')))).code).toBe('bad-input');
  });

  it('runs full: told as such, nothing left, the workspace goes on', async ({ annotate }) => {
    for (let n = 0; n < 40; n += 1) putFile(made.dir, Buffer.alloc(100_000, n));
    mkdirSync(at('disk'));
    const couldMount = await withSmallDisk(at('disk'), '2m', async () => {
      expect((await faultOfAsync(backup(made, at('disk/one')))).code).toBe('disk-full');
      expect(readdirSync(at('disk'))).toEqual([]);
    });
    if (!couldMount) await annotate('This user may not mount a memory disk; a full disk is tried on the database instead.');
    expect(addNote(made.db, 'goes on')).toBe(51);
  });
});

describe('the copying child', () => {
  it('copies every byte into a file for the owner only', async () => {
    const bytes = Buffer.alloc(3_000_000, 'synthetic');
    writeFileSync(at('from'), bytes, { mode: 0o644 });
    await copyInChild(at('from'), at('to'));
    expect(readFileSync(at('to')).equals(bytes)).toBe(true);
    expect(statSync(at('to')).mode & 0o077).toBe(0);
  });

  it('says what went wrong', async () => {
    expect((await faultOfAsync(copyInChild(at('none'), at('to')))).code).toBe('not-found');
    writeFileSync(at('from'), 'x');
    writeFileSync(at('to'), 'there');
    await expect(copyInChild(at('from'), at('to'))).rejects.toThrow('EEXIST');
    expect(readFileSync(at('to'), 'utf8')).toBe('there');
  });
});
