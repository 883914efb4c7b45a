import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserSwitches, findBrowser } from '../../src-main/shell/chromium/browser.ts';
import { findExportsDir, freePath } from '../../src-main/shell/chromium/exports.ts';
import { holdInstance } from '../../src-main/shell/chromium/single-instance.ts';
import type { LockSignal } from '../../src-main/shell/contract.ts';
import { createIdleWatch } from '../../src-main/shell/idle-watch.ts';
import { defaultDataDir, readStartOptions } from '../../src-main/shell/options.ts';
import { makeTemporaryFolder, sweepTemporaryFolders } from '../../src-main/shell/temporary.ts';

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'nivaran-start-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
const newFolder = (name: string) => {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

describe('the start options', () => {
  it('are read beside switches of the browser', () => {
    const args = ['--no-sandbox', '--inspect=0', '/opt/app', '--data-dir', '/data/desk', '--headless', '--demo'];
    expect(readStartOptions(args, {}, 'linux')).toEqual({ dataDir: '/data/desk', headless: true, demo: true });
    expect(readStartOptions(['--data-dir=/data/desk'], {}, 'linux')).toEqual({ dataDir: '/data/desk', headless: false, demo: false });
  });

  it('take the data folder from the environment when nobody names one', () => {
    expect(readStartOptions([], { NIVARAN_DATA: '/data/env' }, 'linux').dataDir).toBe('/data/env');
    expect(() => readStartOptions(['--data-dir'], {}, 'linux')).toThrow(/a folder must follow/);
  });

  it('know where each system keeps such data', () => {
    expect(defaultDataDir({}, 'linux', '/home/a')).toBe('/home/a/.local/share/nivaran');
    expect(defaultDataDir({ XDG_DATA_HOME: '/data' }, 'linux', '/home/a')).toBe('/data/nivaran');
    expect(defaultDataDir({ XDG_DATA_HOME: 'relative' }, 'linux', '/home/a')).toBe('/home/a/.local/share/nivaran');
    expect(defaultDataDir({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/Nivaran');
    expect(defaultDataDir({ APPDATA: '/roaming' }, 'win32', '/home/a')).toBe(join('/roaming', 'Nivaran'));
  });
});

describe('the browser to drive', () => {
  it('is the one that is named, or none', () => {
    expect(findBrowser({ NIVARAN_BROWSER: '/opt/b' }, 'linux', () => true)).toBe('/opt/b');
    expect(() => findBrowser({ NIVARAN_BROWSER: '/opt/b', PATH: '/usr/bin' }, 'linux', () => false)).toThrow(/there is no such program/);
  });

  it('is found in its usual place, Chromium first', () => {
    const there = new Set(['/usr/bin/google-chrome', '/snap/bin/chromium']);
    expect(findBrowser({ PATH: '/usr/bin:/snap/bin' }, 'linux', (path) => there.has(path))).toBe('/snap/bin/chromium');
    expect(findBrowser({}, 'darwin', (path) => path.includes('Edge'))).toMatch(/Microsoft Edge$/);
    expect(findBrowser({ PROGRAMFILES: 'C:\\P' }, 'win32', (path) => path.endsWith('msedge.exe'))).toBe(
      'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
    );
    expect(() => findBrowser({ PATH: '/usr/bin' }, 'linux', () => false)).toThrow(/No Chromium, Chrome or Edge/);
  });

  it('gets an application window and no way to the network', () => {
    const switches = browserSwitches('https://app.invalid');
    expect(switches).toContain('--app=https://app.invalid/');
    expect(switches).toContain('--proxy-server=127.0.0.1:9');
    expect(switches).toContain('--proxy-bypass-list=<-loopback>');
    expect(switches.filter((one) => /remote-debugging|disable-web-security|no-sandbox|allow-/.test(one))).toEqual([]);
  });
});

describe('exports', () => {
  it('go to the downloads folder, by whatever name', () => {
    const folder = newFolder('person');
    expect(findExportsDir({}, folder)).toBe(join(folder, 'Nivaran exports'));
    newFolder('person/Downloads');
    expect(findExportsDir({}, folder)).toBe(join(folder, 'Downloads'));
    newFolder('person/डाउनलोड');
    newFolder('person/.config');
    writeFileSync(join(folder, '.config', 'user-dirs.dirs'), '# comment\nXDG_DOWNLOAD_DIR="$HOME/डाउनलोड"\n');
    expect(findExportsDir({}, folder)).toBe(join(folder, 'डाउनलोड'));
  });

  it('never overwrite a file and never leave their folder', async () => {
    const folder = join(home, 'exports');
    expect(await freePath(folder, '../letter.pdf')).toBe(join(folder, 'letter.pdf'));
    writeFileSync(join(folder, 'letter.pdf'), '');
    expect(await freePath(folder, 'letter.pdf')).toBe(join(folder, 'letter (2).pdf'));
    writeFileSync(join(folder, 'letter (2).pdf'), '');
    expect(await freePath(folder, 'letter.pdf')).toBe(join(folder, 'letter (3).pdf'));
  });
});

describe('temporary folders', () => {
  it('are removed at exit, and swept when their process has gone', async () => {
    const folder = newFolder('temporary');
    const mine = makeTemporaryFolder(folder);
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const left = join(folder, `nivaran-profile-${pid}-abc`);
    mkdirSync(join(left, 'Default'), { recursive: true });
    newFolder('temporary/somebody-elses');
    await sweepTemporaryFolders(folder);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(mine.path)).toBe(true);
    await mine.remove();
    expect(readdirSync(folder)).toEqual(['somebody-elses']);
  });
});

describe('one window on a data folder', () => {
  it('is held by the first; a second start brings it to the front', async () => {
    const folder = newFolder('instance');
    let knocks = 0;
    const first = await holdInstance(folder, () => {
      knocks += 1;
    });
    expect(first).not.toBeNull();
    expect(await holdInstance(folder, () => {})).toBeNull();
    // The knock arrives on the first one's own connection, not before the second has its answer.
    await vi.waitFor(() => expect(knocks).toBe(1));
    await first?.release();
    const next = await holdInstance(folder, () => {});
    expect(next).not.toBeNull();
    await next?.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from one that died, by one only', async () => {
    const folder = newFolder('dead');
    writeFileSync(join(folder, 'window.lock'), '1\n');
    const several = await Promise.all([1, 2, 3].map(() => holdInstance(folder, () => {})));
    expect(several.filter((instance) => instance !== null)).toHaveLength(1);
    await Promise.all(several.map((instance) => instance?.release()));
  });
});

describe('the idle watch', () => {
  const watch = () => {
    const told: LockSignal[] = [];
    return { told, look: createIdleWatch((signal) => told.push(signal)) };
  };

  it('tells of idleness from a minute on, again and again', () => {
    const { told, look } = watch();
    look(0, 59.9);
    look(15_000, 60.4);
    look(30_000, 75);
    expect(told).toEqual([
      { reason: 'idle', idleForSeconds: 60 },
      { reason: 'idle', idleForSeconds: 75 },
    ]);
  });

  it('takes a look that comes much too late for a sleep', () => {
    const { told, look } = watch();
    look(1_000_000, 0);
    look(1_015_000, 0);
    look(1_060_001, 0);
    expect(told).toEqual([{ reason: 'suspended' }]);
  });
});
