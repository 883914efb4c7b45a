import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { implement } from '@orpc/server';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { systemIds } from '../../src-main/desk/ports.ts';
import { isCall } from '../../src-main/desk/wire/serve.ts';
import { createFrameDocuments, createHost, createPortServer, type EngineLog, openEngineLog } from '../../src-main/desk/wire.ts';
import { createClientOn } from '../../src-renderer/client/link.ts';
import { testContract } from './support/test-contract.ts';

const open: { close(): void }[] = [];
afterEach(() => open.splice(0).forEach((one) => void one.close()));

function setUp() {
  const entries: unknown[] = [];
  const log: EngineLog = {
    info: (message, fields) => void entries.push({ message, ...fields }),
    incident: (incident, operation, error) => void entries.push({ incident, operation, name: (error as Error).name }),
  };
  const os = implement(testContract);
  const router = {
    ping: os.ping.handler(() => 'pong' as const),
    echo: { text: os.echo.text.handler(({ input }) => input) },
  };
  const server = createPortServer(router, { log, ids: systemIds });
  const { port1, port2 } = new MessageChannel();
  server.serve(port2, { window: 'window-1' });
  open.push(port1, port2);
  const client = createClientOn<{ ping(): Promise<string>; echo: { text(input: unknown): Promise<unknown> } }>(
    Promise.resolve(port1 as unknown as MessagePort),
  );
  return { entries, port: port1, client };
}

describe('a port of the engine', () => {
  it('goes on serving after any message that is no call', async () => {
    const { entries, port, client } = setUp();
    const nonsense = [
      '',
      '{',
      'null',
      '[]',
      '{"i":1}',
      '{"i":"1"}',
      '{"i":"1","p":{"u":"http://x/"}}',
      7,
      null,
      { i: '1', p: { u: '/ping' } },
    ];
    for (const message of nonsense) port.postMessage(message);
    expect(await client.ping()).toBe('pong');
    expect(entries).toHaveLength(nonsense.length);
    expect(entries[0]).toEqual({ message: 'message refused', window: 'window-1' });
  });

  it('goes on serving after bytes and texts of any kind', async () => {
    const { port, client } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.uint8Array()), async (message) => {
        port.postMessage(message);
        expect(await client.ping()).toBe('pong');
      }),
      { numRuns: 200 },
    );
  });

  it('answers a call whose input cannot be decoded', async () => {
    const { port, client } = setUp();
    const answer = new Promise<string>((resolve) => port.once('message', resolve));
    port.postMessage(JSON.stringify({ i: '1', p: { u: '/echo/text', b: { json: { text: 'x' }, meta: 7 } } }));
    expect(JSON.parse(await answer)).toMatchObject({ i: '1', p: { s: 500, b: { json: { code: 'unexpected' } } } });
    expect(await client.ping()).toBe('pong');
  });

  it('lets a client be awaited like any value', async () => {
    const client = await setUp().client;
    expect(await client.ping()).toBe('pong');
  });
});

it('takes for calls only what reads as one', () => {
  expect(isCall(JSON.stringify({ i: '1', p: { u: '/ping' } }))).toBe(true);
  expect(isCall(JSON.stringify({ i: '1', t: 4 }))).toBe(true);
  expect(isCall(JSON.stringify({ i: '1', p: { u: '/ping', m: 'GET' } }))).toBe(false);
  expect(isCall(JSON.stringify({ i: '1', p: { u: '/ping', h: null } }))).toBe(false);
  expect(isCall(new TextEncoder().encode('{"i":"1","p":{"u":"/ping"}}'))).toBe(true);
  expect(isCall(new Uint8Array([255, 1, 2]))).toBe(false);
});

describe('the engine’s log', () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => void rmSync(folder, { recursive: true, force: true })));
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'nivaran-log-'));
    folders.push(folder);
    return folder;
  };

  it('tells where an unforeseen error happened and nothing of its text', () => {
    const folder = newFolder();
    const error = new TypeError('Cannot read a-secret-name\nof a-secret-place', { cause: new RangeError('a-secret-cause') });
    openEngineLog(folder).incident('abcd1234', 'cases.open', error);
    const text = readFileSync(join(folder, 'logs', 'engine.log'), 'utf8');
    expect(text).not.toContain('a-secret');
    expect(JSON.parse(text)).toMatchObject({
      incident: 'abcd1234',
      operation: 'cases.open',
      name: 'TypeError',
      at: expect.arrayContaining([expect.stringContaining('wire.test.ts')]),
      cause: { name: 'RangeError' },
    });
  });

  it('is readable by its owner only', () => {
    const folder = newFolder();
    openEngineLog(folder).info('started');
    expect(statSync(join(folder, 'logs', 'engine.log')).mode & 0o077).toBe(0);
  });

  it('begins anew above five megabytes and keeps one old log', () => {
    const folder = newFolder();
    openEngineLog(folder);
    writeFileSync(join(folder, 'logs', 'engine.log'), 'x'.repeat(5 * 1024 * 1024 + 1));
    openEngineLog(folder).info('started');
    expect(statSync(join(folder, 'logs', 'engine.log')).size).toBeLessThan(1_000);
    expect(statSync(join(folder, 'logs', 'engine.old.log')).size).toBeGreaterThan(5_000_000);
  });
});

it('keeps the newest fifty mail documents', () => {
  const frames = createFrameDocuments(systemIds);
  const tokens = Array.from({ length: 51 }, (_, index) => frames.offer(`<p>${index}</p>`));
  expect(frames.find(tokens[0] ?? '')).toBeNull();
  expect(tokens.slice(1).map((token) => frames.find(token))).toEqual(Array.from({ length: 50 }, (_, index) => `<p>${index + 1}</p>`));
  frames.clear();
  expect(frames.find(tokens[50] ?? '')).toBeNull();
});

it('refuses every service of the shell where there is none, and still runs scripts', async () => {
  const log: EngineLog = { info: () => {}, incident: () => {} };
  const options = {
    shell: 'none' as const,
    hasTray: false,
    headless: true,
    dataDir: tmpdir(),
    resourcesDir: '',
    migrationsDir: '',
    version: '0',
    demo: false,
  };
  const { shell } = createHost(options, null, log);
  await expect(shell.pickFiles('x', [])).rejects.toMatchObject({ code: 'refused' });
  await expect(shell.setBadge(1)).rejects.toMatchObject({ code: 'refused' });
  const child = await shell.startChild(new URL('./support/test-child.ts', import.meta.url));
  const answer = new Promise((resolve) => child.onMessage(resolve));
  child.post('hello');
  expect(await answer).toBe('HELLO');
  child.kill();
  expect(await child.exited).not.toBe(0);
});
