import { basename } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Child } from '../contract/child.ts';
import type { FileOnDisk, LockSignal, Notice, PickFiles, SavePlace, ShellEvent } from '../contract.ts';
import { createIdleWatch, lookEveryMs } from '../idle-watch.ts';
import type { Shell } from '../shell.ts';
import { describeFile } from '../window-requests.ts';
import type { Bridge } from './bridge.ts';
import { freePath } from './exports.ts';

/** The window once it is there; the engine starts before it. */
export interface OpenedWindow {
  context: BrowserContext;
  page: Page;
  bridge: Bridge;
}

/** The shell port over an installed browser. */
export class ChromiumShell implements Shell {
  readonly kind = 'chromium';
  readonly hasTray = false;
  readonly startChild: ((script: URL) => Child) | null = null;
  private readonly exportsDir: string;
  private opened: OpenedWindow | null = null;
  private lastActiveMs = Date.now();
  private timer: NodeJS.Timeout | null = null;
  private readonly lockListeners: ((signal: LockSignal) => void)[] = [];

  constructor(exportsDir: string) {
    this.exportsDir = exportsDir;
  }

  /** Takes over the window; from now on it can be spoken to. */
  attach(opened: OpenedWindow): void {
    this.opened = opened;
    const look = createIdleWatch((signal) => this.tellLock(signal));
    // A browser tells a program nothing of the system's idle time: what counts is this window.
    this.timer = setInterval(() => look(Date.now(), (Date.now() - this.lastActiveMs) / 1_000), lookEveryMs);
    this.timer.unref();
  }

  /** Somebody touched the window. */
  markActive(): void {
    this.lastActiveMs = Date.now();
  }

  async openWindow(): Promise<void> {
    if (this.opened === null) return;
    const { context, page } = this.opened;
    const session = await context.newCDPSession(page);
    const { windowId, bounds } = await session.send('Browser.getWindowForTarget');
    if (bounds.windowState === 'minimized') await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
    await session.detach();
    await page.bringToFront();
  }

  async pickFiles(request: PickFiles): Promise<FileOnDisk[]> {
    // A reload while the dialog is open closes it, as a cancel would.
    const paths = (await this.opened?.bridge.pickPaths(request).catch(() => [])) ?? [];
    const found = await Promise.all(paths.map(describeFile));
    return found.filter((file) => file !== null);
  }

  async pickSavePath(suggestedName: string): Promise<SavePlace | null> {
    return { path: await freePath(this.exportsDir, basename(suggestedName)) };
  }

  async notify(notice: Notice): Promise<void> {
    this.tellWindows({ type: 'notice', ...notice });
  }

  async setBadge(count: number): Promise<void> {
    this.tellWindows({ type: 'badge', count });
  }

  onLockSignal(listener: (signal: LockSignal) => void): void {
    this.lockListeners.push(listener);
  }

  tellWindows(event: ShellEvent): void {
    this.opened?.bridge.tell(event);
  }

  async close(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    const { opened } = this;
    this.opened = null;
    opened?.bridge.close();
    await opened?.context.close().catch(() => {});
  }

  private tellLock(signal: LockSignal): void {
    for (const listener of this.lockListeners) listener(signal);
  }
}
