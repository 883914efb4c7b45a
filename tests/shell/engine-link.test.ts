import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { ShellEvent } from '../../src-main/shell/contract.ts';
import { createEngineLink, type EngineLink } from '../../src-main/shell/engine-link.ts';
import { findLayout } from '../../src-main/shell/layout.ts';
import type { Shell } from '../../src-main/shell/shell.ts';
import { createClientOn } from '../../src-renderer/client/link.ts';
import { testChild, testEngine } from './support/chromium-under-test.ts';
import { repositoryFile } from './support/page-driver.ts';

const folders: string[] = [];
const links: EngineLink[] = [];
afterEach(async () => {
  await Promise.all(links.splice(0).map((link) => link.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nivaran-link-'));
  folders.push(folder);
  return folder;
}

interface Client {
  ping(): Promise<string>;
  shell: { child(input: { script: string; text: string }): Promise<unknown>; lockSignals(): Promise<string[]> };
}

function start(script: URL, shell: Partial<Shell> = {}) {
  const told: ShellEvent[] = [];
  const folder = newFolder();
  const link = createEngineLink({
    script,
    shell: { kind: 'electron', startChild: null, tellWindows: (event: ShellEvent) => void told.push(event), ...shell } as Shell,
    options: {
      shell: 'electron',
      hasTray: false,
      headless: true,
      dataDir: folder,
      resourcesDir: folder,
      migrationsDir: folder,
      version: '0',
      demo: false,
    },
  });
  links.push(link);
  const connect = () => createClientOn<never>(Promise.resolve(link.connect() as unknown as MessagePort)) as unknown as Client;
  return { link, told, connect, folder };
}

describe('the link to the engine', () => {
  it('serves calls made before the engine is ready', async () => {
    const { link, connect } = start(testEngine);
    expect(await connect().ping()).toBe('pong');
    await link.ready();
  });

  it('says with an incident that the engine could not start', async () => {
    const folder = newFolder();
    const script = join(folder, 'engine.ts');
    const wire = pathToFileURL(repositoryFile('src-main', 'desk', 'wire.ts')).href;
    writeFileSync(script, `import { runEngine } from ${JSON.stringify(wire)};\nrunEngine(() => { throw new Error('a-secret-name'); });\n`);
    const { link, told, folder: dataDir } = start(pathToFileURL(script));
    await expect(link.ready()).rejects.toThrow(/could not start\. Incident [a-z0-9]{8}\.$/);
    await expect.poll(() => told).toEqual([{ type: 'engine-stopped' }]);
    expect(existsSync(join(dataDir, 'logs', 'engine.log'))).toBe(true);
  });

  it('says that the engine stopped before it was ready', async () => {
    const script = join(newFolder(), 'engine.mjs');
    writeFileSync(script, 'process.exit(3);\n');
    await expect(start(pathToFileURL(script)).link.ready()).rejects.toThrow(/stopped before it was ready/);
  });

  it('tells no window that it stopped when it was asked to', async () => {
    const { link, told, connect } = start(testEngine);
    await connect().ping();
    await link.stop();
    await link.stop();
    expect(told).toEqual([]);
    await expect(link.ask('frameDocument', 'x')).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('passes lock signals on', async () => {
    const { link, connect } = start(testEngine);
    await link.ask('lockSignal', { reason: 'screen-locked' });
    await link.ask('lockSignal', { reason: 'idle', idleForSeconds: 300 });
    expect(await connect().shell.lockSignals()).toEqual(['screen-locked', 'idle']);
  });

  it('starts no script from outside the engine’s folder', async () => {
    const startChild = () => {
      throw new Error('The shell was asked to start it.');
    };
    const { connect } = start(testEngine, { startChild });
    for (const script of ['file:///etc/passwd', pathToFileURL(repositoryFile('package.json')).href, 'data:text/javascript,1']) {
      await expect(connect().shell.child({ script, text: 'x' })).rejects.toMatchObject({ code: 'not-allowed' });
    }
  });

  it('refuses to start scripts where the shell cannot', async () => {
    const { connect } = start(testEngine);
    await expect(connect().shell.child({ script: testChild.href, text: 'x' })).rejects.toMatchObject({ code: 'refused' });
  });
});

it('finds the parts of the program from any folder of it', async () => {
  const layout = await findLayout(import.meta.dirname, null);
  expect(layout).toMatchObject({ rendererDir: repositoryFile('out', 'renderer'), resourcesDir: repositoryFile('resources') });
  expect(layout.engineScript.href).toBe(pathToFileURL(repositoryFile('out', 'main', 'engine.js')).href);
  const packaged = await findLayout(import.meta.dirname, '/opt/Nivaran/resources');
  expect(packaged.migrationsDir).toBe(join('/opt/Nivaran/resources', 'db', 'migrations'));
  await expect(findLayout('/', null)).rejects.toThrow(/package\.json/);
});
