import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkpointAll, quickCheck } from '../../db/checkpoint.ts';
import { asFault, openDatabase, transaction } from '../../db/open.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { deriveKey } from '../../src-main/workspace/keys.ts';
import { startChild, temporaryFolder, withSmallDisk } from './support/drills.ts';
import { addNote, countNotes, makeWorkspace } from './support/small-workspace.ts';

const folder = temporaryFolder();
const coded = (code: string) => Object.assign(new Error('as the system says it'), { code });

describe('storage errors', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full', false],
    ['ENOSPC', 'disk-full', false],
    ['EDQUOT', 'disk-full', false],
    ['SQLITE_NOTADB', 'corrupt', false],
    ['SQLITE_CORRUPT', 'corrupt', false],
    ['SQLITE_CORRUPT_VTAB', 'corrupt', false],
    ['SQLITE_IOERR_READ', 'corrupt', true],
    ['SQLITE_IOERR_SHORT_READ', 'corrupt', true],
    ['SQLITE_READONLY', 'read-only', false],
    ['SQLITE_READONLY_DBMOVED', 'read-only', false],
    ['SQLITE_CANTOPEN', 'read-only', false],
    ['SQLITE_IOERR', 'read-only', true],
    ['SQLITE_IOERR_FSYNC', 'read-only', true],
    ['SQLITE_IOERR_WRITE', 'read-only', true],
    ['EROFS', 'read-only', false],
    ['EACCES', 'read-only', false],
    ['SQLITE_BUSY', 'locked', false],
    ['SQLITE_BUSY_SNAPSHOT', 'locked', false],
    ['ENOENT', 'not-found', false],
  ])('calls %s %s; must reopen: %s', (code, faultCode, mustReopen) => {
    const fault = asFault(coded(code)) as Fault;
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ code: faultCode, detail: { storage: code, mustReopen } });
    expect(fault.message).toMatch(/^[A-Z].+\.$/);
  });

  it.each([coded('SQLITE_CONSTRAINT_CHECK'), coded('SQLITE_ERROR'), new TypeError('a bug'), new Fault('refused', 'No.'), 'text'])(
    'leaves %s as it is',
    (error) => {
      expect(asFault(error)).toBe(error);
    },
  );
});

describe('a disk that takes no more', () => {
  it('loses nothing that was confirmed, and goes on when there is room', async ({ annotate }) => {
    const disk = join(folder.path, 'disk');
    mkdirSync(disk);
    const couldMount = await withSmallDisk(disk, '8m', () => {
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(5 * 1024 * 1024));
      const { db } = makeWorkspace(disk);
      let stored = 0;
      let end: unknown = null;
      try {
        for (; stored < 10_000; stored += 1) transaction(db, () => addNote(db, 'x'.repeat(2000)));
      } catch (error) {
        end = error;
      }
      expect(end).toMatchObject({ code: 'disk-full' });
      expect(stored).toBeGreaterThan(100);
      expect(countNotes(db)).toBe(stored);
      rmSync(join(disk, 'ballast'));
      checkpointAll(db);
      transaction(db, () => addNote(db, 'after making room'));
      expect(countNotes(db)).toBe(stored + 1);
      quickCheck(db);
      db.close();
    });
    if (!couldMount) await annotate('This user may not mount a memory disk; the file size limit of the next test stands for it.');
  });

  it('loses nothing that was confirmed when a file may not grow', async () => {
    const { db, dataKey } = makeWorkspace(folder.path);
    const file = db.name;
    db.close();
    const key = deriveKey(dataKey, 'database');
    const child = startChild('fill-disk', [file, key.toString('hex')], ['prlimit', '--fsize=1500000']);
    const { stdout } = await child.ended;
    const { stored, end } = JSON.parse(stdout) as { stored: number; end: string };
    expect(['read-only', 'disk-full']).toContain(end);
    expect(stored).toBeGreaterThan(100);
    const again = openDatabase(file, key);
    expect(countNotes(again)).toBe(stored);
    quickCheck(again);
    again.close();
  });
});
