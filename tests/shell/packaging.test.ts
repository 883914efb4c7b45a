import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { buildTestElectron } from './support/build-page.ts';
import { repositoryFile } from './support/page-driver.ts';

interface PackagingConfig {
  default: Record<string, never> & { asar: boolean; asarUnpack: string[]; nsis: object; mac: object; afterPack: unknown };
  fuses: Record<string, boolean>;
  programOf(context: object): string;
}

const load = async () => (await import(repositoryFile('electron-builder.config.mjs'))) as PackagingConfig;

/** Every source file of the product, with its text. */
function sources(folder: string): { path: string; text: string }[] {
  const names = readdirSync(repositoryFile(folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|tsx)$/.test(name));
  return names.map((name) => ({ path: `${folder}/${name}`, text: readFileSync(repositoryFile(folder, name), 'utf8') }));
}

describe('the fuses', () => {
  it('are all named, each as decided', async () => {
    const { fuses } = await load();
    const names = Object.values(FuseV1Options).filter((name) => typeof name === 'string');
    expect(Object.keys(fuses).map((fuse) => FuseV1Options[Number(fuse)])).toEqual(names);
    const on = Object.entries(fuses).flatMap(([fuse, isOn]) => (isOn ? [FuseV1Options[Number(fuse)]] : []));
    expect(on).toEqual(['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar', 'WasmTrapHandlers']);
  });

  it('are flipped in the packaged program, strictly', async () => {
    const { default: config, programOf } = await load();
    const text = readFileSync(repositoryFile('electron-builder.config.mjs'), 'utf8');
    expect(config.afterPack).toBeTypeOf('function');
    expect(text).toContain('strictlyRequireAllFuses: true');
    const packager = { appInfo: { productFilename: 'Nivaran' }, executableName: 'nivaran' };
    const programs = ['linux', 'win32', 'darwin'].map((electronPlatformName) =>
      programOf({ appOutDir: '/out', electronPlatformName, packager }),
    );
    expect(programs).toEqual([join('/out', 'nivaran'), join('/out', 'Nivaran.exe'), join('/out', 'Nivaran.app')]);
  });
});

describe('the packages', () => {
  it('are installed for one person, from an archive, with native modules beside it', async () => {
    const { default: config } = await load();
    expect(config).toMatchObject({
      asar: true,
      asarUnpack: ['**/*.node'],
      nsis: { perMachine: false, allowElevation: false },
      mac: { hardenedRuntime: true },
      publish: null,
      npmRebuild: false,
    });
  });

  it('are built by actions pinned to a commit, without rights to write', () => {
    const workflow = readFileSync(repositoryFile('.github', 'workflows', 'release.yml'), 'utf8');
    const uses = [...workflow.matchAll(/uses: (\S+)/g)].map((match) => match[1]);
    expect(uses.length).toBeGreaterThan(2);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    expect(workflow).toContain('npm ci --ignore-scripts');
    expect(workflow).toContain('read-fuses.mjs');
  });
});

describe('the sources', () => {
  const all = [...sources('src-main'), ...sources('src-renderer')];
  const holding = (pattern: RegExp) => all.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it('open nothing outside, report no crashes, evaluate no text', () => {
    expect(holding(/openExternal|openPath|showItemInFolder|setAsDefaultProtocolClient/)).toEqual([]);
    expect(holding(/crashReporter/)).toEqual([]);
    expect(holding(/\beval\(|new Function\(|dangerouslySetInnerHTML|webFrame\b/)).toEqual([]);
  });

  it('speak over Electron’s channels in one place on each side', () => {
    expect(holding(/ipcMain\.(?:on|handle)/)).toEqual(['src-main/shell/electron/messages.ts']);
    expect(holding(/ipcRenderer/)).toEqual(['src-main/shell/preload/preload.ts']);
    expect(holding(/new BrowserWindow\(/)).toEqual(['src-main/shell/electron/adapter.ts']);
    expect(holding(/nodeIntegration/)).toEqual(['src-main/shell/electron/preferences.ts']);
  });
});

it('builds a preload that requires electron and nothing else', async () => {
  const preload = readFileSync(join(await buildTestElectron(), 'preload.cjs'), 'utf8');
  const required = [...preload.matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1]);
  expect(required).toEqual(['electron']);
  expect(preload).not.toMatch(/\bimport\b|__dirname|process\./);
});
