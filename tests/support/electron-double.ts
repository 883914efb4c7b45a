import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { ElectronParts } from '../../src-main/shell/electron/parts.ts';

/**
 * A small stand-in for the few parts of Electron the shell uses. It does what Electron's documentation
 * says of each call and nothing more; whatever the shell hands over is kept for the tests to look at.
 */
export class ElectronDouble {
  readonly app: AppDouble;
  readonly ipcMain = new IpcMainDouble();
  readonly powerMonitor = Object.assign(new EventEmitter(), { idleSeconds: 0, getSystemIdleTime: () => this.powerMonitor.idleSeconds });
  readonly sessions = new Map<string, SessionDouble>();
  readonly windows: WindowDouble[] = [];
  readonly notices: { title: string; body: string; isClosed: boolean }[] = [];
  readonly schemes: { scheme: string; privileges: Record<string, boolean> }[] = [];
  /** What the person will do in the next dialog; null closes it. */
  nextOpen: string[] | null = null;
  nextSave: string | null = null;
  readonly dialogs: Record<string, unknown>[] = [];
  readonly electron: ElectronParts;

  constructor(folder: string) {
    this.app = new AppDouble(folder);
    this.electron = this.parts() as unknown as ElectronParts;
  }

  /** The session the shell made, and the newest window. */
  session(): SessionDouble {
    const [only] = this.sessions.values();
    if (only === undefined) throw new Error('The shell has made no session.');
    return only;
  }

  window(): WindowDouble {
    const newest = this.windows.at(-1);
    if (newest === undefined) throw new Error('The shell has opened no window.');
    return newest;
  }

  private parts() {
    const double = this;
    return {
      app: this.app,
      ipcMain: this.ipcMain,
      powerMonitor: this.powerMonitor,
      nativeTheme: { shouldUseDarkColors: false },
      nativeImage: { createFromBitmap: (pixels: Buffer, size: object) => ({ pixels, size }) },
      Menu: { setApplicationMenu: () => {}, buildFromTemplate: (template: object[]) => ({ template }) },
      Tray: TrayDouble,
      protocol: { registerSchemesAsPrivileged: (schemes: ElectronDouble['schemes']) => void double.schemes.push(...schemes) },
      session: { fromPartition: (name: string) => double.sessionOf(name) },
      dialog: {
        async showOpenDialog(_window: unknown, options: Record<string, unknown>) {
          double.dialogs.push(options);
          return { canceled: double.nextOpen === null, filePaths: double.nextOpen ?? [] };
        },
        async showSaveDialog(_window: unknown, options: Record<string, unknown>) {
          double.dialogs.push(options);
          return { canceled: double.nextSave === null, filePath: double.nextSave ?? '' };
        },
      },
      BrowserWindow: class extends WindowDouble {
        constructor(options: WindowDouble['options']) {
          super(options, double.app);
          double.windows.push(this);
        }
      },
      Notification: class extends EventEmitter {
        static isSupported = () => true;
        private readonly shown: { title: string; body: string; isClosed: boolean };
        constructor({ title, body }: { title: string; body: string }) {
          super();
          this.shown = { title, body, isClosed: false };
        }
        show = () => void double.notices.push(this.shown);
        close = () => {
          this.shown.isClosed = true;
        };
      },
      utilityProcess: { fork: forkUtility },
    };
  }

  private sessionOf(name: string): SessionDouble {
    const session = this.sessions.get(name) ?? new SessionDouble();
    this.sessions.set(name, session);
    return session;
  }
}

class AppDouble extends EventEmitter {
  isPackaged = false;
  isSandboxed = false;
  isFirst = true;
  hasQuit = false;
  badge = 0;
  readonly switches = new Map<string, string | undefined>();
  readonly paths = new Map<string, string>();
  readonly commandLine = { appendSwitch: (name: string, value?: string) => void this.switches.set(name, value) };
  private readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = folder;
  }
  enableSandbox(): void {
    this.isSandboxed = true;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? this.folder;
  }
  requestSingleInstanceLock(): boolean {
    return this.isFirst;
  }
  async whenReady(): Promise<void> {}
  setBadgeCount(count: number): void {
    this.badge = count;
  }
  quit(): void {
    const event = new PreventableEvent();
    this.emit('before-quit', event);
    if (event.isPrevented) return;
    this.hasQuit = true;
    this.emit('quit');
  }
}

export class PreventableEvent {
  isPrevented = false;
  preventDefault(): void {
    this.isPrevented = true;
  }
}

type RequestFilter = (details: { url: string }, answer: (decision: { cancel: boolean }) => void) => void;

export class SessionDouble extends EventEmitter {
  /** Every handler the shell has set, by the name of the call that set it. */
  readonly handlers = new Map<string, (...args: never[]) => unknown>();
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>();
  proxy: Record<string, string> = {};
  isSpellChecked = true;
  private filter: RequestFilter = (_details, answer) => answer({ cancel: false });
  readonly webRequest = {
    onBeforeRequest: (filter: RequestFilter) => {
      this.filter = filter;
    },
  };
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void this.schemes.set(scheme, handler),
  };

  setPermissionRequestHandler = this.keeper('permission-request');
  setPermissionCheckHandler = this.keeper('permission-check');
  setDevicePermissionHandler = this.keeper('device-permission');
  setDisplayMediaRequestHandler = this.keeper('display-media');
  setBluetoothPairingHandler = this.keeper('bluetooth-pairing');
  setCertificateVerifyProc = this.keeper('certificate');

  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.isSpellChecked = isEnabled;
  }
  async setProxy(proxy: Record<string, string>): Promise<void> {
    this.proxy = proxy;
  }
  /** A request of a page: null when the shell cancels it or nobody serves its scheme. */
  async load(url: string, method = 'GET'): Promise<Response | null> {
    const isCancelled = await new Promise<boolean>((resolve) => this.filter({ url }, ({ cancel }) => resolve(cancel)));
    const handler = this.schemes.get(new URL(url).protocol.slice(0, -1));
    return isCancelled || handler === undefined ? null : handler(new Request(url, { method }));
  }
  private keeper(name: string) {
    return (handler: (...args: never[]) => unknown) => void this.handlers.set(name, handler);
  }
}

export interface FrameDouble {
  origin: string;
  parent: FrameDouble | null;
}

export class ContentsDouble extends EventEmitter {
  readonly mainFrame: FrameDouble = { origin: 'null', parent: null };
  webRtcPolicy = 'default';
  /** What the shell sends to the page, by channel. */
  readonly toPage = new EventEmitter();
  private openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }
  send(channel: string, ...args: unknown[]): void {
    this.toPage.emit(channel, {}, ...args);
  }
  /** The page tries to open a window; whether the shell lets it. */
  mayOpen(url: string): boolean {
    return this.openHandler({ url }).action !== 'deny';
  }
  /** A frame tries to navigate, with the events Electron sends; whether the shell lets it. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'];
    return names.every((name) => {
      const event = Object.assign(new PreventableEvent(), { url, isMainFrame });
      this.emit(name, event);
      return !event.isPrevented;
    });
  }
}

export class WindowDouble extends EventEmitter {
  readonly webContents = new ContentsDouble();
  readonly options: { webPreferences: Record<string, unknown>; [name: string]: unknown };
  readonly loads: string[] = [];
  isShown = false;
  private isGone = false;
  private readonly app: AppDouble;

  constructor(options: WindowDouble['options'], app: AppDouble) {
    super();
    this.options = options;
    this.app = app;
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loads.push(url);
    const { protocol, host } = new URL(url);
    this.webContents.mainFrame.origin = `${protocol}//${host}`;
    this.emit('ready-to-show');
  }
  show(): void {
    this.isShown = true;
  }
  focus(): void {
    this.isShown = true;
  }
  isFocused = () => this.isShown;
  isMinimized = () => false;
  isDestroyed = () => this.isGone;
  destroy(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.isShown = false;
    this.emit('closed');
    this.app.emit('window-all-closed');
  }
}

class TrayDouble extends EventEmitter {
  setToolTip(): void {}
  setContextMenu(): void {}
  destroy(): void {}
}

export interface MessageDouble {
  sender: ContentsDouble;
  senderFrame: FrameDouble | null;
  ports: PortMainDouble[];
}

class IpcMainDouble extends EventEmitter {
  private readonly handlers = new Map<string, (event: MessageDouble, ...args: unknown[]) => unknown>();
  handle(channel: string, handler: (event: MessageDouble, ...args: unknown[]) => unknown): void {
    this.handlers.set(channel, handler);
  }
  async invoke(channel: string, event: MessageDouble, ...args: unknown[]): Promise<unknown> {
    return this.handlers.get(channel)?.(event, ...args);
  }
}

/** Electron's end of a message port, over one of Node's. */
export class PortMainDouble extends EventEmitter {
  private readonly port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.port = port;
    port.once('close', () => this.emit('close'));
  }
  start(): void {
    this.port.on('message', (data: unknown) => this.emit('message', { data }));
  }
  postMessage(data: unknown): void {
    this.port.postMessage(data);
  }
  close(): void {
    this.port.close();
  }
}

/** A utility process is a Node process with another name for its parent. */
function forkUtility(script: string) {
  const child = fork(script, [], { serialization: 'advanced' });
  const utility = new EventEmitter();
  child.on('message', (message) => utility.emit('message', message));
  child.once('exit', (code) => utility.emit('exit', code ?? 1));
  return Object.assign(utility, { postMessage: (message: unknown) => child.send(message as object), kill: () => child.kill() });
}
