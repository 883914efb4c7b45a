import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIds } from '../../src-main/desk/ports.ts';
import { createHeldFiles } from '../../src-main/desk/wire.ts';
import { chunkBytes, maxFileBytes, maxHeldBytes } from '../../src-main/shell/contract/limits.ts';
import { type FileOnDisk, type OfferedFile, plainFileName } from '../../src-main/shell/contract.ts';
import type { EngineLink } from '../../src-main/shell/engine-link.ts';
import { createUploads } from '../../src-main/shell/uploads.ts';
import { createWindowRequests } from '../../src-main/shell/window-requests.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nivaran-requests-'));
  writeFileSync(join(folder, 'one.eml'), 'synthetic');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function setUp() {
  const held = createHeldFiles(systemIds);
  const answers: Record<string, (input: never) => unknown> = {
    holdFiles: (files: FileOnDisk[]) => files.map((file) => held.holdPath(file).token),
    holdBytes: ({ name, bytes }: { name: string; bytes: Uint8Array }) => held.holdBytes(name, bytes).token,
  };
  const ask = async (name: string, input: never) => answers[name]?.(input);
  const handle = createWindowRequests({ ask } as unknown as Pick<EngineLink, 'ask'>);
  return { held, handle: async (name: string, input: unknown) => JSON.parse(await handle(name, input)) };
}

describe('requests of the window', () => {
  it('turn a file sent in pieces into a token', async () => {
    const { held, handle } = setUp();
    const bytes = new Uint8Array(chunkBytes + 10).fill(7);
    const { value: upload } = await handle('beginFile', { name: 'C:\\up\\scan.png', sizeBytes: bytes.length });
    expect(await handle('addBytes', { upload, bytes: bytes.slice(0, chunkBytes) })).toEqual({ ok: true, value: null });
    await handle('addBytes', { upload, bytes: bytes.slice(chunkBytes) });
    const { value: file } = (await handle('endFile', { upload })) as { value: OfferedFile };
    expect(file).toEqual({ token: expect.any(String), name: 'scan.png', sizeBytes: bytes.length });
    expect(await held.read(file.token, maxFileBytes)).toEqual(bytes);
  });

  it('turn paths into tokens, and what is no file into nothing', async () => {
    const { held, handle } = setUp();
    const { value } = await handle('offerPaths', { paths: ['', folder, join(folder, 'one.eml'), join(folder, 'gone.eml')] });
    expect(value).toEqual([null, null, { token: expect.any(String), name: 'one.eml', sizeBytes: 9 }, null]);
    expect(held.find(value[2].token)).toMatchObject({ kind: 'path', path: join(folder, 'one.eml') });
  });

  it.each([
    ['beginFile', { name: 'x', sizeBytes: maxFileBytes + 1 }],
    ['beginFile', { name: 'x', sizeBytes: -1 }],
    ['beginFile', { name: 'x', sizeBytes: 1, path: '/etc/passwd' }],
    ['addBytes', { upload: 'x', bytes: new Uint8Array(1) }],
    ['addBytes', { upload: 'a'.repeat(16), bytes: [1, 2] }],
    ['addBytes', { upload: 'a'.repeat(16), bytes: new Uint8Array(chunkBytes + 1) }],
    ['endFile', null],
    ['offerPaths', { paths: '/etc/passwd' }],
    ['offerPaths', null],
  ])('are refused in a wrong shape: %s %o', async (name, input) => {
    expect(await setUp().handle(name, input)).toMatchObject({ ok: false, code: 'bad-input' });
  });

  it('are always answered, whatever they are', async () => {
    const { handle } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.anything(), async (name, input) => {
        expect(await handle(name, input)).toMatchObject({ ok: false, code: expect.stringMatching(/^(?:not-found|bad-input)$/) });
      }),
    );
    for (const name of ['constructor', '__proto__', 'toString']) expect(await handle(name, {})).toMatchObject({ ok: false });
  });

  it('say no more than "unexpected" when the engine fails unforeseen', async () => {
    const ask = async () => {
      throw new Error('a-secret-name');
    };
    const answer = await createWindowRequests({ ask } as unknown as Pick<EngineLink, 'ask'>)('offerPaths', {
      paths: [join(folder, 'one.eml')],
    });
    expect(JSON.parse(answer)).toMatchObject({ ok: false, code: 'unexpected' });
    expect(answer).not.toContain('a-secret-name');
  });
});

describe('files in pieces', () => {
  it('take no more and no less than was announced', () => {
    const uploads = createUploads();
    const long = uploads.begin('x', 3);
    expect(() => uploads.add(long, new Uint8Array(4))).toThrow(/longer/);
    expect(() => uploads.end(long)).toThrow(/not being sent/);
    const short = uploads.begin('x', 3);
    uploads.add(short, new Uint8Array(2));
    expect(() => uploads.end(short)).toThrow(/did not arrive/);
  });

  it('are limited in all', () => {
    const uploads = createUploads();
    for (let file = 0; file < maxHeldBytes / maxFileBytes; file += 1) uploads.begin('x', maxFileBytes);
    expect(() => uploads.begin('x', 1)).toThrow(/Too many/);
  });
});

describe('held files', () => {
  it('are read up to a limit, and forgotten when cleared', async () => {
    const held = createHeldFiles(systemIds);
    const { token } = held.holdBytes('a.txt', new Uint8Array(10));
    await expect(held.read(token, 9)).rejects.toMatchObject({ code: 'refused' });
    expect(await held.read(token, 10)).toHaveLength(10);
    held.clear();
    expect(() => held.find(token)).toThrow(/no longer offered/);
  });

  it('are told when they have gone from disk or have grown', async () => {
    const held = createHeldFiles(systemIds);
    const gone = held.holdPath({ path: join(folder, 'gone.eml'), name: 'gone.eml', sizeBytes: 1 });
    await expect(held.read(gone.token, 100)).rejects.toMatchObject({ code: 'not-found' });
    const grown = held.holdPath({ path: join(folder, 'one.eml'), name: 'one.eml', sizeBytes: 1 });
    await expect(held.read(grown.token, 5)).rejects.toMatchObject({ code: 'refused' });
  });

  it('are limited in memory', () => {
    const held = createHeldFiles(systemIds);
    for (let file = 0; file < 4; file += 1) held.holdBytes('x', new Uint8Array(maxHeldBytes / 4));
    expect(() => held.holdBytes('x', new Uint8Array(1))).toThrow(/Too many/);
  });
});

it('keeps only the plain name of a file', () => {
  expect(plainFileName('/etc/../a.eml')).toBe('a.eml');
  expect(plainFileName('a\u202etxt.exe')).toBe('a txt.exe');
  expect(plainFileName('..')).toBe('file');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const plain = plainFileName(name);
      expect(plain).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u);
      expect(plain).not.toMatch(/^\.*$/);
      expect([...plain].length).toBeLessThanOrEqual(200);
    }),
  );
});
