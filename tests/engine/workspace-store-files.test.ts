import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemIds as ids } from '../../src-main/desk/ports.ts';
import { getFile, listFiles, putFile, removeFile, type StoredFile, sweepOrphans } from '../../src-main/workspace/store-files.ts';
import { codeOf, filesBelow, flipBit, seededNumbers, startChild, temporaryFolder } from './support/drills.ts';

const folder = temporaryFolder();
const path = (stored: StoredFile) => join(folder.path, 'attachments', stored.file.slice(0, 2), stored.file);
const get = (stored: StoredFile) => getFile(folder.path, stored.file, stored.key, stored.sha256);

describe('a stored attachment', () => {
  it.each([0, 1, 1015, 1016, 1017, 65_527, 65_528, 65_529, 131_064, 131_065, 1_000_000])(
    'of %i bytes comes back as it was',
    (sizeBytes) => {
      const bytes = ids.bytes(sizeBytes);
      const stored = putFile(folder.path, bytes);
      expect(stored).toMatchObject({ sizeBytes, sha256: createHash('sha256').update(bytes).digest('hex') });
      expect(get(stored).equals(bytes)).toBe(true);
    },
  );

  it('gets a new name and a new key each time', () => {
    const [a, b] = [putFile(folder.path, Buffer.from('same')), putFile(folder.path, Buffer.from('same'))];
    expect(a.file).not.toBe(b.file);
    expect(a.key.equals(b.key)).toBe(false);
    expect(readFileSync(path(a)).equals(readFileSync(path(b)))).toBe(false);
  });

  it('shows neither content nor exact size, and only the owner may read it', () => {
    const words = Buffer.from('Marigoldenrod निवारणशब्द '.repeat(100));
    const stored = putFile(folder.path, words);
    const sizes = [words, words.subarray(3), words.subarray(40)].map((bytes) => statSync(path(putFile(folder.path, bytes))).size);
    expect(new Set(sizes).size).toBe(1);
    for (const bytes of filesBelow(folder.path).values()) {
      expect(bytes.includes('Marigold')).toBe(false);
      expect(bytes.includes('निवारण')).toBe(false);
    }
    expect(statSync(path(stored)).mode & 0o077).toBe(0);
  });

  it('is refused with any of 100 bits flipped', () => {
    const stored = putFile(folder.path, ids.bytes(150_000));
    const whole = readFileSync(path(stored));
    const next = seededNumbers('attachment flips');
    for (let n = 0; n < 100; n += 1) {
      writeFileSync(path(stored), flipBit(whole, next(whole.length * 8)));
      expect(codeOf(() => get(stored))).toBe('corrupt');
    }
  });

  it('is refused when it is cut, lengthened, or its chunks are moved', () => {
    const stored = putFile(folder.path, ids.bytes(200_000));
    const whole = readFileSync(path(stored));
    const chunk = 64 * 1024 + 16;
    const head = whole.subarray(0, 4);
    const [first, second, rest] = [whole.subarray(4, 4 + chunk), whole.subarray(4 + chunk, 4 + 2 * chunk), whole.subarray(4 + 2 * chunk)];
    const damaged = [
      Buffer.alloc(0),
      head,
      whole.subarray(0, -1),
      whole.subarray(0, 4 + chunk),
      whole.subarray(0, 4 + 2 * chunk),
      Buffer.concat([whole, Buffer.alloc(1)]),
      Buffer.concat([head, second, first, rest]),
      Buffer.concat([head, first, first, second, rest]),
      Buffer.concat([head, first, rest]),
    ];
    for (const bytes of damaged) {
      writeFileSync(path(stored), bytes);
      expect(codeOf(() => get(stored))).toBe('corrupt');
    }
  });

  it('is refused when it is another one under its name, or not the recorded one', () => {
    const [a, b] = [putFile(folder.path, Buffer.from('first')), putFile(folder.path, Buffer.from('second'))];
    expect(codeOf(() => getFile(folder.path, a.file, a.key, b.sha256))).toBe('corrupt');
    expect(codeOf(() => getFile(folder.path, a.file, b.key, a.sha256))).toBe('corrupt');
    renameSync(path(b), path(a));
    expect(codeOf(() => get(a))).toBe('corrupt');
    expect(codeOf(() => get(b))).toBe('not-found');
  });

  it.each(['', '../header.json', 'ab', '../../../../etc/passwd', 'A'.repeat(32), `${'a'.repeat(31)}/`])('has no name like “%s”', (file) => {
    expect(codeOf(() => getFile(folder.path, file, Buffer.alloc(32), ''))).toBe('bad-input');
    expect(codeOf(() => removeFile(folder.path, file))).toBe('bad-input');
  });

  it('is gone once it is removed, and removing it again does nothing', () => {
    const [gone, kept] = [putFile(folder.path, Buffer.from('first')), putFile(folder.path, Buffer.from('second'))];
    removeFile(folder.path, gone.file);
    removeFile(folder.path, gone.file);
    expect(codeOf(() => get(gone))).toBe('not-found');
    expect(listFiles(folder.path)).toEqual([kept.file]);
  });
});

describe('the sweep', () => {
  const now = Date.parse('2026-03-05T06:00:00.000Z');
  const age = (stored: StoredFile, ms: number) => utimesSync(path(stored), new Date(now - ms), new Date(now - ms));

  it('removes old files that no row knows, and nothing else', () => {
    const [known, orphan, young] = [1, 2, 3].map((n) => putFile(folder.path, Buffer.from(`file ${n}`))) as [
      StoredFile,
      StoredFile,
      StoredFile,
    ];
    age(known, 100_000);
    age(orphan, 100_000);
    age(young, 1000);
    expect(sweepOrphans(folder.path, new Set([known.file]), 60_000, now)).toBe(1);
    expect(listFiles(folder.path).sort()).toEqual([known.file, young.file].sort());
  });

  it('does nothing where there are no attachments', () => {
    expect(sweepOrphans(folder.path, new Set(), 0, now)).toBe(0);
    expect(listFiles(folder.path)).toEqual([]);
  });

  it('clears what kill -9 left at every write of a new file, and leaves whole files only', async () => {
    const secrets = JSON.stringify({ dataKey: Buffer.alloc(32).toString('hex') });
    for (let n = 1, isDone = false; !isDone; n += 1) {
      const end = await startChild('die-writing', [folder.path, 'attachment', String(n), secrets]).ended;
      isDone = end.signal !== 'SIGKILL';
      if (isDone) expect(end).toMatchObject({ code: 0, stderr: '' });
    }
    const whole = new Set(listFiles(folder.path));
    expect(new Set([...whole].map((file) => statSync(path({ file } as StoredFile)).size))).toEqual(new Set([1024 + 16 + 4]));
    sweepOrphans(folder.path, whole, 0, Date.now() + 1000);
    const left = (readdirSync(join(folder.path, 'attachments'), { recursive: true }) as string[]).filter((name) => name.includes('.tmp'));
    expect(left).toEqual([]);
    expect(new Set(listFiles(folder.path))).toEqual(whole);
  });
});
