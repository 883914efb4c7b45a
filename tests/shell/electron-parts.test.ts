import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LockSignal } from '../../src-main/shell/contract.ts';
import { windowPreferences } from '../../src-main/shell/electron/preferences.ts';
import { prepareElectron } from '../../src-main/shell/electron/start.ts';
import { trayPicture } from '../../src-main/shell/electron/tray-picture.ts';
import { ElectronDouble, PreventableEvent } from '../support/electron-double.ts';
import { buildTestPage } from './support/build-page.ts';
import { newDataDir } from './support/chromium-under-test.ts';
import { ElectronUnderTest } from './support/electron-under-test.ts';

let rendererDir = '';
let shell: ElectronUnderTest;
beforeAll(async () => {
  rendererDir = await buildTestPage();
  shell = await ElectronUnderTest.open(rendererDir);
});
afterAll(async () => {
  await shell.close();
  rmSync(rendererDir, { recursive: true, force: true });
});

describe('the web preferences', () => {
  it('are frozen and close every way out', () => {
    const preferences = windowPreferences('/preload.cjs', {} as never, true);
    expect(Object.isFrozen(preferences)).toBe(true);
    expect(preferences).toEqual({
      preload: '/preload.cjs',
      session: {},
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      webgl: false,
      autoplayPolicy: 'document-user-activation-required',
      devTools: false,
    });
  });

  it('are those of the window that opens, in a session kept in memory', () => {
    expect(Object.isFrozen(shell.double.window().options.webPreferences)).toBe(true);
    expect([...shell.double.sessions.keys()]).toEqual(['nivaran']);
  });
});

describe('before Electron is ready', () => {
  it('the sandbox is on, the schemes are standard, and what the browser writes is temporary', () => {
    const { app, schemes } = shell.double;
    expect(app.isSandboxed).toBe(true);
    expect(schemes.map(({ scheme }) => scheme)).toEqual(['app', 'mail-content']);
    for (const { privileges } of schemes) expect(privileges).toMatchObject({ standard: true, secure: true });
    for (const { privileges } of schemes) expect(privileges).not.toHaveProperty('bypassCSP');
    expect(app.paths.get('sessionData')).toContain('nivaran-profile-');
    expect(app.switches.has('disable-gpu-shader-disk-cache')).toBe(true);
  });

  it('a second start ends at once', () => {
    const dataDir = newDataDir();
    const second = new ElectronDouble(dataDir);
    second.app.isFirst = false;
    expect(prepareElectron(second.electron, { dataDir, headless: false, demo: false })).toBeNull();
    rmSync(dataDir, { recursive: true });
  });

  it('and brings the first window to the front', () => {
    const window = shell.double.window();
    window.isShown = false;
    shell.double.app.emit('second-instance', {}, [], '');
    expect(window.isShown).toBe(true);
  });
});

describe('the session', () => {
  it('refuses devices, downloads, screens, pairings and certificates', async () => {
    const session = shell.double.session();
    const call = (name: string, ...args: unknown[]) => (session.handlers.get(name) as (...args: unknown[]) => unknown)(...args);
    expect(call('device-permission', {})).toBe(false);
    expect(await new Promise((resolve) => call('display-media', {}, resolve))).toBeNull();
    expect(await new Promise((resolve) => call('bluetooth-pairing', {}, resolve))).toEqual({ confirmed: false });
    expect(await new Promise((resolve) => call('certificate', {}, resolve))).toBe(-2);
    const download = new PreventableEvent();
    session.emit('will-download', download);
    expect(download.isPrevented).toBe(true);
  });

  it.each(['select-hid-device', 'select-usb-device', 'select-serial-port'])('chooses nothing at %s', (name) => {
    const event = new PreventableEvent();
    const chosen: string[] = [];
    const choose = (id: string) => chosen.push(id);
    const args = name === 'select-serial-port' ? [[], {}, choose] : [{}, choose];
    shell.double.session().emit(name, event, ...args);
    expect({ isPrevented: event.isPrevented, chosen }).toEqual({ isPrevented: true, chosen: [''] });
  });

  it('checks no spelling, and sends what might slip out to where nobody listens', () => {
    expect(shell.double.session().isSpellChecked).toBe(false);
    expect(shell.double.session().proxy).toEqual({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
  });

  it('cancels every request but its own', async () => {
    const session = shell.double.session();
    for (const url of ['https://evil.example/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'ws://evil.example/', 'app://evil.example/']) {
      expect(await session.load(url)).toBeNull();
    }
    expect((await session.load('app://nivaran/'))?.status).toBe(200);
  });
});

describe('the contents of a window', () => {
  it('hold no webview, follow no redirect, choose no bluetooth device', () => {
    const { webContents } = shell.double.window();
    for (const name of ['will-attach-webview', 'will-redirect', 'login']) {
      const event = Object.assign(new PreventableEvent(), { url: 'app://nivaran/' });
      webContents.emit(name, event);
      expect([name, event.isPrevented]).toEqual([name, true]);
    }
    const event = new PreventableEvent();
    webContents.emit('select-bluetooth-device', event, [], () => {});
    expect(event.isPrevented).toBe(true);
    expect(webContents.webRtcPolicy).toBe('disable_non_proxied_udp');
  });

  it('are loaded anew when their process has gone', () => {
    const window = shell.double.window();
    const before = window.loads.length;
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.loads.slice(before)).toEqual(['app://nivaran/']);
  });

  it('let a sub-frame show mail and nothing else', () => {
    const { webContents } = shell.double.window();
    expect(webContents.mayNavigate('mail-content://frame/aaaaaaaaaaaaaaaa', false)).toBe(true);
    expect(webContents.mayNavigate('https://evil.example/', false)).toBe(false);
    expect(webContents.mayNavigate('app://nivaran/', false)).toBe(false);
  });
});

describe('the shell port', () => {
  it('gives lock signals of the system and of the closing window', async () => {
    const heard: LockSignal[] = [];
    shell.running.shell.onLockSignal((signal) => heard.push(signal));
    shell.double.powerMonitor.emit('lock-screen');
    shell.double.powerMonitor.emit('suspend');
    shell.double.window().destroy();
    expect(heard.map((signal) => signal.reason)).toEqual(['screen-locked', 'suspended', 'closing']);
    expect(shell.double.app.hasQuit).toBe(false);
    await shell.running.shell.openWindow();
    await shell.reload();
    expect(shell.double.windows).toHaveLength(2);
    const signals = await shell.call<string[]>('shell.lockSignals');
    expect(signals).toEqual({ ok: true, value: ['screen-locked', 'suspended', 'closing'] });
  });

  it('notifies by the system only while the window is not looked at, one notice a tag', async () => {
    const notice = { title: 'Due soon', body: 'COC-2026-000123-5', tag: 'due' };
    const window = shell.double.window();
    window.isShown = true;
    await shell.running.shell.notify(notice);
    expect(shell.double.notices).toEqual([]);
    window.isShown = false;
    await shell.running.shell.notify(notice);
    await shell.running.shell.notify(notice);
    expect(shell.double.notices.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  });

  it('shows the badge on the icon', async () => {
    await shell.running.shell.setBadge(7);
    expect(shell.double.app.badge).toBe(7);
  });

  it('proposes the downloads folder and asks before overwriting', async () => {
    shell.double.nextSave = null;
    expect(await shell.running.shell.pickSavePath('../letter.pdf')).toBeNull();
    const asked = shell.double.dialogs.at(-1) as { defaultPath: string; properties: string[] };
    expect(asked.defaultPath).toBe(join(shell.double.app.getPath('downloads'), 'letter.pdf'));
    expect(asked.properties).toContain('showOverwriteConfirmation');
  });

  it('answers no files when the dialog is closed', async () => {
    shell.double.nextOpen = null;
    expect(await shell.running.shell.pickFiles({ title: 'x', filters: [], many: false })).toEqual([]);
    expect(shell.double.dialogs.at(-1)?.['properties']).toEqual(['openFile', 'dontAddToRecent']);
  });
});

it('ends engine, window and temporary folder before the program', async () => {
  const other = await ElectronUnderTest.open(rendererDir);
  const sessionData = other.double.app.paths.get('sessionData') ?? '';
  expect(existsSync(sessionData)).toBe(true);
  await other.close();
  expect(other.double.app.hasQuit).toBe(true);
  expect(other.double.window().isDestroyed()).toBe(true);
  expect(existsSync(sessionData)).toBe(false);
});

it('draws a tray picture of the right size that is neither empty nor full', () => {
  const pixels = trayPicture(32);
  const drawn = Array.from({ length: 32 * 32 }, (_, index) => pixels[index * 4 + 3]).filter((alpha) => alpha === 255);
  expect(pixels).toHaveLength(32 * 32 * 4);
  expect(drawn.length).toBeGreaterThan(200);
  expect(drawn.length).toBeLessThan(800);
});
