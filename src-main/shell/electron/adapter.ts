import { join } from 'node:path';
import type { BrowserWindow, Session, Tray, WebContents } from 'electron';
import type { ShellAddresses } from '../addresses.ts';
import type { Child } from '../contract/child.ts';
import { channels } from '../contract/limits.ts';
import {
  type FileOnDisk,
  type LockSignal,
  type Notice,
  type PickFiles,
  plainFileName,
  type SavePlace,
  type ShellEvent,
} from '../contract.ts';
import { createIdleWatch, lookEveryMs } from '../idle-watch.ts';
import type { Shell } from '../shell.ts';
import { describeFile } from '../window-requests.ts';
import { startUtilityChild } from './children.ts';
import type { ElectronParts } from './parts.ts';
import { windowPreferences } from './preferences.ts';
import { trayPicture } from './tray-picture.ts';

export interface WindowOptions {
  addresses: ShellAddresses;
  session: Session;
  preload: string;
  /** Shows no window on the screen; for tests. */
  headless: boolean;
}

/** The shell port over Electron. */
export class ElectronShell implements Shell {
  readonly kind = 'electron';
  readonly hasTray: boolean;
  readonly startChild: (script: URL) => Child;
  private readonly electron: ElectronParts;
  private readonly options: WindowOptions;
  private readonly lockListeners: ((signal: LockSignal) => void)[] = [];
  private readonly notices = new Map<string, { close(): void }>();
  private readonly timer: NodeJS.Timeout;
  private window: BrowserWindow | null = null;
  private tray: Tray | null = null;

  constructor(electron: ElectronParts, options: WindowOptions) {
    this.electron = electron;
    this.options = options;
    this.hasTray = !options.headless;
    this.startChild = (script) => startUtilityChild(electron, script);
    const look = createIdleWatch((signal) => this.tellLock(signal));
    this.timer = setInterval(() => look(Date.now(), electron.powerMonitor.getSystemIdleTime()), lookEveryMs);
    this.timer.unref();
    electron.powerMonitor.on('lock-screen', () => this.tellLock({ reason: 'screen-locked' }));
    electron.powerMonitor.on('suspend', () => this.tellLock({ reason: 'suspended' }));
    if (this.hasTray) this.showTray();
  }

  /** The open window's contents, or null. */
  ownContents(): WebContents | null {
    return this.window === null || this.window.isDestroyed() ? null : this.window.webContents;
  }

  async openWindow(): Promise<void> {
    const open = this.window;
    if (open === null || open.isDestroyed()) return this.makeWindow();
    if (open.isMinimized()) open.restore();
    if (!this.options.headless) open.show();
    open.focus();
  }

  /** Opens the window where nobody waits for it; one closed while it still loads is no failure. */
  comeBack(): void {
    this.openWindow().catch(() => {});
  }

  async pickFiles({ title, filters, many }: PickFiles): Promise<FileOnDisk[]> {
    const answer = await this.electron.dialog.showOpenDialog(this.openedWindow(), {
      title,
      filters,
      properties: ['openFile', 'dontAddToRecent', ...(many ? (['multiSelections'] as const) : [])],
    });
    const found = await Promise.all(answer.canceled ? [] : answer.filePaths.map(describeFile));
    return found.filter((file) => file !== null);
  }

  async pickSavePath(suggestedName: string): Promise<SavePlace | null> {
    const defaultPath = join(this.electron.app.getPath('downloads'), plainFileName(suggestedName));
    const { canceled, filePath } = await this.electron.dialog.showSaveDialog(this.openedWindow(), {
      defaultPath,
      properties: ['dontAddToRecent', 'showOverwriteConfirmation', 'createDirectory'],
    });
    return canceled || filePath === '' ? null : { path: filePath };
  }

  /** Inside the window, and by the system too while the person looks elsewhere. */
  async notify(notice: Notice): Promise<void> {
    const { Notification } = this.electron;
    this.tellWindows({ type: 'notice', ...notice });
    if (this.window?.isFocused() === true || !Notification.isSupported()) return;
    this.notices.get(notice.tag)?.close();
    const shown = new Notification({ title: notice.title, body: notice.body });
    shown.on('click', () => this.comeBack());
    shown.show();
    this.notices.set(notice.tag, shown);
  }

  async setBadge(count: number): Promise<void> {
    this.electron.app.setBadgeCount(count);
    this.tray?.setToolTip(count === 0 ? 'Nivaran' : `Nivaran (${count})`);
    this.tellWindows({ type: 'badge', count });
  }

  onLockSignal(listener: (signal: LockSignal) => void): void {
    this.lockListeners.push(listener);
  }

  tellWindows(event: ShellEvent): void {
    this.ownContents()?.send(channels.event, JSON.stringify(event));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.tray?.destroy();
    this.tray = null;
    if (this.window !== null && !this.window.isDestroyed()) this.window.destroy();
    this.window = null;
  }

  private async makeWindow(): Promise<void> {
    const { addresses, session, preload, headless } = this.options;
    const { app, BrowserWindow, nativeTheme } = this.electron;
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 900,
      minHeight: 600,
      show: false,
      title: 'Nivaran',
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff',
      webPreferences: windowPreferences(preload, session, app.isPackaged),
    });
    this.window = window;
    window.once('ready-to-show', () => {
      if (!headless) window.show();
    });
    window.once('closed', () => {
      this.window = null;
      this.tellLock({ reason: 'closing' });
    });
    // The engine has lost nothing: a fresh page finds everything as it was.
    window.webContents.on('render-process-gone', () => void window.loadURL(`${addresses.app}/`).catch(() => {}));
    await window.loadURL(`${addresses.app}/`);
  }

  private openedWindow(): BrowserWindow {
    if (this.window === null || this.window.isDestroyed()) throw new Error('A dialog needs an open window.');
    return this.window;
  }

  private showTray(): void {
    const { app, Menu, nativeImage, Tray } = this.electron;
    const size = 32;
    const tray = new Tray(nativeImage.createFromBitmap(trayPicture(size), { width: size, height: size, scaleFactor: 2 }));
    tray.setToolTip('Nivaran');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open Nivaran', click: () => this.comeBack() },
        { label: 'Quit', click: () => app.quit() },
      ]),
    );
    tray.on('click', () => this.comeBack());
    this.tray = tray;
  }

  private tellLock(signal: LockSignal): void {
    for (const listener of this.lockListeners) listener(signal);
  }
}
