import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { type Browser, chromium, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { electronAddresses } from '../../../src-main/shell/addresses.ts';
import { findBrowser } from '../../../src-main/shell/chromium/browser.ts';
import type { ShellEvent } from '../../../src-main/shell/contract.ts';
import { prepareElectron, type RunningElectron, startElectron } from '../../../src-main/shell/electron/start.ts';
import { findLayout } from '../../../src-main/shell/layout.ts';
import { readFault } from '../../../src-renderer/client/errors.ts';
import { offerFiles } from '../../../src-renderer/client/files.ts';
import { createShellClient } from '../../../src-renderer/client/link.ts';
import { ElectronDouble, type FrameDouble, PortMainDouble } from '../../support/electron-double.ts';
import { newDataDir, testChild, testEngine } from './chromium-under-test.ts';
import { PageDriver } from './page-driver.ts';
import { type DroppedFile, type Outcome, patternBytes, type ShellUnderTest } from './under-test.ts';

/** Every permission Electron 45 can ask its handlers about (electron.d.ts). */
const permissions = [
  'ar',
  'automatic-fullscreen',
  'background-fetch',
  'background-sync',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'geolocation-approximate',
  'hand-tracking',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'local-network',
  'local-network-access',
  'loopback-network',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'nfc',
  'notifications',
  'openExternal',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'smart-card',
  'speaker-selection',
  'storage-access',
  'system-wake-lock',
  'top-level-storage-access',
  'usb',
  'vr',
  'web-app-installation',
  'web-printing',
  'window-management',
  'unknown',
] as const;

/** Stands in for the page's side of Electron: the real preload runs on it. */
class PageDouble {
  readonly paths = new Map<File, string>();
  exposed: Record<string, unknown> = {};
  private readonly double: ElectronDouble;
  private listeners = new Set<(event: object) => void>();

  constructor(double: ElectronDouble) {
    this.double = double;
  }

  /** What `import 'electron'` gives a preload. */
  module() {
    const { ipcMain } = this.double;
    return {
      contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void Object.assign(this.exposed, { [name]: api }) },
      webUtils: { getPathForFile: (file: File) => this.paths.get(file) ?? '' },
      ipcRenderer: {
        postMessage: (channel: string, _message: unknown, ports: MessagePort[]) =>
          ipcMain.emit(channel, this.message(ports.map((port) => new PortMainDouble(port as never)))),
        invoke: (channel: string, ...args: unknown[]) => ipcMain.invoke(channel, this.message([]), ...args),
        on: (channel: string, listener: (...args: unknown[]) => void) => this.contents().toPage.on(channel, listener),
      },
    };
  }

  /** Puts the globals of a page into place for the preload and the client. */
  installGlobals(): void {
    const location = { origin: electronAddresses.app, href: `${electronAddresses.app}/`, protocol: 'app:', host: 'nivaran' };
    const window = {
      postMessage: (data: unknown, _origin: string, ports: unknown[]) => {
        const event = { data, ports, origin: location.origin, source: window };
        queueMicrotask(() => this.listeners.forEach((listener) => void listener(event)));
      },
    };
    Object.defineProperty(window, 'nivaran', { get: () => this.exposed.nivaran });
    vi.stubGlobal('window', window);
    vi.stubGlobal('location', location);
    vi.stubGlobal('MessageChannel', StartedChannel);
    vi.stubGlobal('addEventListener', (_type: string, listener: (event: object) => void) => this.listeners.add(listener));
    vi.stubGlobal('removeEventListener', (_type: string, listener: (event: object) => void) => this.listeners.delete(listener));
  }

  contents() {
    return this.double.window().webContents;
  }

  message(ports: PortMainDouble[], senderFrame: FrameDouble | null = this.contents().mainFrame) {
    return { sender: this.contents(), senderFrame, ports };
  }
}

/** Node's channel; its event targets answer to the DOM's names as they are. */
const StartedChannel = MessageChannel;

/** The Electron adapter on the double, with the real preload, the real client and a real engine. */
export class ElectronUnderTest implements ShellUnderTest {
  readonly kind = 'electron';
  readonly appOrigin = electronAddresses.app;
  readonly frameOrigin = electronAddresses.frame;
  readonly permissions = permissions;
  readonly childScript = testChild.href;
  readonly double: ElectronDouble;
  readonly running: RunningElectron;
  readonly pageDouble: PageDouble;
  private client = {} as Record<string, never>;
  private told: ShellEvent[] = [];
  private browser: Browser | null = null;
  private readonly dataDir: string;

  static async open(rendererDir: string): Promise<ElectronUnderTest> {
    const dataDir = newDataDir();
    const double = new ElectronDouble(dataDir);
    const start = { dataDir, headless: false, demo: false };
    const sessionData = prepareElectron(double.electron, start);
    if (sessionData === null) throw new Error('The double is the only instance.');
    const layout = { ...(await findLayout(import.meta.dirname, null)), engineScript: testEngine, rendererDir };
    const running = await startElectron(double.electron, { start, layout, sessionData });
    const shell = new ElectronUnderTest(double, running, dataDir);
    await shell.load();
    return shell;
  }

  private constructor(double: ElectronDouble, running: RunningElectron, dataDir: string) {
    this.double = double;
    this.running = running;
    this.dataDir = dataDir;
    this.pageDouble = new PageDouble(double);
    this.pageDouble.installGlobals();
  }

  /** One load of the page: the preload runs, then the page's own code. */
  private async load(): Promise<void> {
    this.pageDouble.contents().toPage.removeAllListeners();
    vi.resetModules();
    vi.doMock('electron', () => this.pageDouble.module());
    await import('../../../src-main/shell/preload/preload.ts');
    this.told = [];
    window.nivaran.onEvent((event) => this.told.push(JSON.parse(event)));
    this.client = createShellClient() as never;
  }

  async call<T>(operation: string, input?: unknown): Promise<Outcome<T>> {
    const asked = operation.split('.').reduce((part, name) => part[name] as never, this.client);
    return outcome(() => (asked as unknown as (input: unknown) => Promise<T>)(input));
  }

  async count(input: { to: number }) {
    const values: number[] = [];
    const { count } = this.client as unknown as { count(input: unknown): Promise<AsyncIterable<number>> };
    const done = await outcome(async () => {
      for await (const value of await count(input)) values.push(value);
    });
    return { values, fault: done.ok ? null : done.fault };
  }

  async echoBytes(bytes: number[]): Promise<number[]> {
    const echoed = await this.call<File>('echo.file', new File([new Uint8Array(bytes)], 'bytes.bin'));
    return echoed.ok ? [...new Uint8Array(await echoed.value.arrayBuffer())] : [];
  }

  drop(files: DroppedFile[]) {
    const made = files.map((file) => {
      if (!('path' in file)) return new File([patternBytes(file.sizeBytes)], file.name);
      const onDisk = new File([], 'on-disk');
      this.pageDouble.paths.set(onDisk, file.path);
      return onDisk;
    });
    return outcome(() => offerFiles(made));
  }

  async willChoose(paths: string[]): Promise<void> {
    this.double.nextOpen = paths;
  }

  async willSave(name: string): Promise<string> {
    this.double.nextSave = join(this.dataDir, name);
    return this.double.nextSave;
  }

  reload(): Promise<void> {
    return this.load();
  }

  async events(): Promise<ShellEvent[]> {
    return this.told;
  }

  async documentHeaders(): Promise<Record<string, string>> {
    const response = await this.double.session().load(`${this.appOrigin}/`);
    return Object.fromEntries(response?.headers ?? []);
  }

  async staysAfter(address: string): Promise<boolean> {
    const url = URL.parse(address, `${this.appOrigin}/`)?.href ?? address;
    return !this.pageDouble.contents().mayNavigate(url, true);
  }

  async canOpenWindow(address: string): Promise<boolean> {
    return this.pageDouble.contents().mayOpen(address);
  }

  async isPermitted(name: string): Promise<boolean> {
    const { handlers } = this.double.session();
    const request = handlers.get('permission-request') as unknown as (
      contents: null,
      name: string,
      answer: (isGranted: boolean) => void,
    ) => void;
    const check = handlers.get('permission-check') as unknown as (contents: null, name: string) => boolean;
    const isGranted = await new Promise<boolean>((resolve) => request(null, name, resolve));
    return isGranted || check(null, name);
  }

  async speakFromElsewhere(): Promise<void> {
    const own = this.pageDouble.contents().mainFrame;
    const strangers: (FrameDouble | null)[] = [
      { origin: this.appOrigin, parent: own },
      { origin: 'https://evil.example', parent: null },
      { origin: 'null', parent: null },
      null,
    ];
    for (const stranger of strangers) {
      const { port1 } = new MessageChannel();
      // Believed, this would end the page's own port.
      this.double.ipcMain.emit('nivaran:port', this.pageDouble.message([new PortMainDouble(port1)], stranger));
    }
  }

  /** The pages Electron would show, shown by a browser: their policy is enforced for real. */
  async probe() {
    const driver = new PageDriver(await this.newBrowserPage(), 'https://app.invalid');
    await driver.page.goto('https://app.invalid/');
    await driver.whenReady();
    return driver.probe();
  }

  async showFrame(html: string) {
    const token = await this.call<string>('shell.frame', { html });
    const page = await this.newBrowserPage();
    const response = await page.goto(`https://mail.invalid/${token.ok ? token.value : ''}`);
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    return { text: (await page.locator('p').textContent()) ?? '', hasRunScript: (await page.title()) === 'ran', policy };
  }

  async bridgeNames(): Promise<string[]> {
    return Object.keys(window.nivaran).sort();
  }

  async close(): Promise<void> {
    await this.browser?.close();
    const quit = new Promise((resolve) => this.double.app.once('quit', resolve));
    this.double.app.quit();
    await quit;
    vi.unstubAllGlobals();
    vi.doUnmock('electron');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async newBrowserPage(): Promise<Page> {
    this.browser ??= await chromium.launch({
      executablePath: findBrowser(process.env, process.platform),
      chromiumSandbox: process.getuid?.() !== 0,
    });
    const page = await this.browser.newPage();
    await page.addInitScript(() => Object.assign(window, { nivaran: { kind: 'electron', requestPort() {}, onEvent() {} } }));
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const origin = { 'app.invalid': this.appOrigin, 'mail.invalid': this.frameOrigin }[url.host];
      const response = origin === undefined ? null : await this.double.session().load(`${origin}${url.pathname}`);
      if (response === null) return route.abort();
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    return page;
  }
}

async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, fault: readFault(error) };
  }
}
