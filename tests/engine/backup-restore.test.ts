import { createWriteStream, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openDatabase, transaction } from '../../db/open.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { formatManifest, type Member } from '../../src-main/workspace/backup-manifest.ts';
import { readBackup } from '../../src-main/workspace/backup-restore.ts';
import { type Source, writeContainer } from '../../src-main/workspace/backup-zip.ts';
import { changeHeader, formatHeader, readHeader } from '../../src-main/workspace/header.ts';
import { deriveKey } from '../../src-main/workspace/keys.ts';
import { putFile } from '../../src-main/workspace/store-files.ts';
import { openVault } from '../../src-main/workspace/vault.ts';
import { backup, backupAt, databaseOf, resign, restore } from './support/backups.ts';
import { faultOfAsync, filesBelow, flipBit, seededNumbers, startChild, temporaryFolder } from './support/drills.ts';
import { addNote, countNotes, makeWorkspace, type TestWorkspace } from './support/small-workspace.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const file = () => at('one.nivaran-backup');

let made: TestWorkspace;
beforeEach(async () => {
  mkdirSync(at('desk'));
  made = makeWorkspace(at('desk'));
  for (let n = 1; n <= 30; n += 1) addNote(made.db, `note ${n}`);
  putFile(made.dir, Buffer.from('evidence'));
  openVault(made.dir, made.dataKey).write('epoch-1', Buffer.from('epoch key'));
  await backup(made, file());
});
afterEach(() => {
  made.db.close();
});

/** What is beside the live workspace and the backup. */
const besides = () => readdirSync(folder.path).filter((name) => name !== 'desk' && name !== 'one.nivaran-backup');

describe('a restored workspace', () => {
  it('has no vault, no lock, no manifest, and failures start again', async () => {
    changeHeader(made.dir, (header) => ({ ...header, failures: { count: 4, until: null } }));
    await backup(made, at('two'));
    await restore(made, at('two'), at('again'));
    expect(readdirSync(at('again')).sort()).toEqual(['attachments', made.header.database, 'header.json']);
    expect(readHeader(at('again'))).toEqual(made.header);
    expect(statSync(at('again')).mode & 0o077).toBe(0);
  });

  it('gets what its caller prepares, before anybody can see it', async () => {
    await restore(made, file(), at('again'), {
      verify: (db, manifest) => expect(countNotes(db)).toBe(manifest.entries),
      prepare: ({ dir, db, unlocked, manifest }) => {
        expect(readdirSync(folder.path)).not.toContain('again');
        expect(unlocked.dataKey).toEqual(made.dataKey);
        transaction(db, () => addNote(db, `continues from ${manifest.head}`));
        changeHeader(dir, (header) => ({ ...header, desk: 'newdesknewde' }));
      },
    });
    expect(readHeader(at('again')).desk).toBe('newdesknewde');
    const copy = openDatabase(databaseOf(at('again'), made), deriveKey(made.dataKey, 'database'));
    expect(countNotes(copy)).toBe(31);
    copy.close();
  });

  it('may take the place of an empty folder', async () => {
    mkdirSync(at('again'));
    await restore(made, file(), at('again'));
    expect(readHeader(at('again')).workspace).toBe(made.header.workspace);
  });

  it.each(['a letter', 'a workspace'])('never takes the place of a folder with %s in it', async (what) => {
    mkdirSync(at('again'));
    writeFileSync(at('again/letter.txt'), 'kept');
    if (what === 'a workspace') writeFileSync(at('again/header.json'), formatHeader(made.header));
    const before = filesBelow(at('again'));
    expect((await faultOfAsync(restore(made, file(), at('again')))).code).toBe(
      what === 'a workspace' ? 'already-exists' : 'not-a-workspace',
    );
    expect(filesBelow(at('again'))).toEqual(before);
  });
});

describe('a restore that is refused leaves nothing', () => {
  afterEach(() => {
    expect(besides()).toEqual([]);
  });

  it('when the credential is wrong', async () => {
    expect((await faultOfAsync(restore({ kek: Buffer.alloc(32) }, file(), at('again')))).code).toBe('wrong-key');
  });

  it.each(['verify', 'prepare'] as const)('when %s says no', async (step) => {
    const no = () => {
      throw new Fault('history-went-back', 'The record is older than the printed head.');
    };
    expect((await faultOfAsync(restore(made, file(), at('again'), { [step]: no }))).code).toBe('history-went-back');
  });

  it('when there is no such file, or it is no backup', async () => {
    expect((await faultOfAsync(restore(made, at('none'), at('again')))).code).toBe('not-found');
    for (const content of [Buffer.alloc(0), Buffer.from('short'), Buffer.alloc(5000, 'text ')]) {
      writeFileSync(file(), content);
      expect((await faultOfAsync(restore(made, file(), at('again')))).code).toBe('corrupt');
    }
  });

  it('when the folder it is to be in is missing', async () => {
    expect((await faultOfAsync(restore(made, file(), at('none/again')))).code).toBe('bad-input');
  });
});

describe('a damaged backup', () => {
  it('is refused with any of 50 single bits flipped, the live workspace untouched', async () => {
    const whole = readFileSync(file());
    const next = seededNumbers('backup flips');
    const live = filesBelow(made.dir);
    for (let n = 0; n < 50; n += 1) {
      writeFileSync(file(), flipBit(whole, next(whole.length * 8)));
      expect((await faultOfAsync(restore(made, file(), at('again')))).code).toBe('corrupt');
      expect((await faultOfAsync(readBackup(file()))).code).toBe('corrupt');
    }
    expect(besides()).toEqual([]);
    expect(filesBelow(made.dir)).toEqual(live);
  });

  it('is refused cut to any of 20 lengths, or lengthened', async () => {
    const whole = readFileSync(file());
    const next = seededNumbers('backup cuts');
    for (let n = 0; n < 20; n += 1) {
      writeFileSync(file(), whole.subarray(0, next(whole.length)));
      expect((await faultOfAsync(restore(made, file(), at('again')))).code).toBe('corrupt');
    }
    writeFileSync(file(), Buffer.concat([whole, Buffer.alloc(1)]));
    expect((await faultOfAsync(restore(made, file(), at('again')))).code).toBe('corrupt');
  });

  it('is refused with any of 40 bits flipped even when its closing digest is put right', async () => {
    const whole = readFileSync(file());
    const { manifest } = await readBackup(file());
    const next = seededNumbers('signed flips');
    // Inside the parts, not in the ZIP's own dates and flags, which carry nothing.
    const start = whole.indexOf(made.header.database) + made.header.database.length + 64;
    const length = (manifest.members.find(({ name }) => name === made.header.database)?.sizeBytes ?? 0) - 128;
    for (let n = 0; n < 40; n += 1) {
      writeFileSync(file(), flipBit(whole, start * 8 + next(length * 8)));
      resign(file());
      expect((await faultOfAsync(restore(made, file(), at('again')))).code).toBe('corrupt');
    }
    expect(besides()).toEqual([]);
  });
});

describe('a forged backup', () => {
  const sources = (): Source[] => [
    { name: 'header.json', bytes: formatHeader(made.header) },
    { name: made.header.database, bytes: readFileSync(databaseOf(made.dir, made)) },
  ];
  const manifest = (members: Member[], dataKey = made.dataKey): Source => {
    const { workspace, desk, database } = made.header;
    const content = { workspace, desk, database, createdAt: '2026-03-06T10:00:00.000Z', entries: 30, head: '', members };
    return { name: 'manifest.json', bytes: formatManifest(content, dataKey) };
  };
  const forge = (parts: Source[], last: (members: Member[]) => Source = manifest) =>
    writeContainer(at('forged'), parts, last, new Date(backupAt));
  const refusal = async () => {
    const fault = await faultOfAsync(restore(made, at('forged'), at('again')));
    expect(besides()).toEqual(['forged']);
    return fault.code;
  };

  beforeEach(() => {
    made.db.pragma('wal_checkpoint(TRUNCATE)');
  });

  it('of the same parts and the right key would pass: the refusals below are for what they change', async () => {
    await forge(sources());
    await restore(made, at('forged'), at('again'));
    expect(readHeader(at('again'))).toEqual(made.header);
  });

  it('is refused when its manifest was made without the key', async () => {
    await forge(sources(), (members) => manifest(members, Buffer.alloc(32)));
    expect(await refusal()).toBe('corrupt');
  });

  it.each([
    'evil.txt',
    'keys/epoch-1',
    'lock.db',
    'attachments/ab/short',
    `attachments/ab/cd${'0'.repeat(30)}`,
    'Header.json',
    'desk-other.db.txt',
  ])('is refused with a part named %s', async (name) => {
    await forge([...sources(), { name, bytes: Buffer.from('x') }]);
    expect(await refusal()).toBe('corrupt');
  });

  it.each(['../../escaped.txt', '/escaped.txt', '..\\escaped'])('is refused with a part that would be written to %s', async (target) => {
    const name = 'x'.repeat(target.length);
    await forge([...sources(), { name, bytes: Buffer.from('x') }]);
    const bytes = readFileSync(at('forged')).toString('latin1').replaceAll(name, target);
    writeFileSync(at('forged'), bytes, 'latin1');
    resign(at('forged'));
    expect(await refusal()).toBe('corrupt');
  });

  it('is refused with a part twice', async () => {
    await forge([...sources(), { name: 'header.json', bytes: formatHeader(made.header) }]);
    expect(await refusal()).toBe('corrupt');
  });

  it('is refused with a part missing, or one that the manifest does not name', async () => {
    await forge(sources().slice(0, 1));
    expect(await refusal()).toBe('corrupt');
    const parts = [...sources(), { name: `attachments/ab/${'ab'.repeat(16)}`, bytes: Buffer.from('x') }];
    rmSync(at('forged'));
    await forge(parts, (members) => manifest(members.slice(0, 2)));
    expect(await refusal()).toBe('corrupt');
  });

  it('is refused with the header of another workspace', async () => {
    const other = { ...made.header, workspace: 'abcdefghijkl' };
    await forge([{ name: 'header.json', bytes: formatHeader(other) }, ...sources().slice(1)]);
    expect(await refusal()).toBe('corrupt');
  });

  it('is refused when a part is compressed, however small it looks', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(50_000_000), made.header.database, { compress: true });
    zip.end({ forceZip64Format: false, comment: '0'.repeat(64) });
    await pipeline(zip.outputStream, createWriteStream(at('forged')));
    resign(at('forged'));
    expect(await refusal()).toBe('corrupt');
  });

  it('of a newer version is told as such', async () => {
    await forge(sources(), (members) => {
      const content = JSON.parse(manifest(members).bytes?.toString() ?? '') as object;
      return { name: 'manifest.json', bytes: Buffer.from(JSON.stringify({ ...content, version: 2 })) };
    });
    expect(await refusal()).toBe('from-future');
  });
});

describe('kill -9 during a restore', () => {
  it('leaves no workspace at the target, and the next restore works', async () => {
    const child = startChild('restore-and-wait', [file(), at('again'), made.kek.toString('hex')]);
    await child.said('preparing');
    child.kill();
    await child.ended;
    expect(besides().every((name) => name.endsWith('.partial'))).toBe(true);
    await restore(made, file(), at('again'));
    expect(readHeader(at('again'))).toEqual(made.header);
  });
});
