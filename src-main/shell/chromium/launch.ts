import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { chromiumAddresses, isWithin } from '../addresses.ts';
import { createEngineLink, type EngineLink } from '../engine-link.ts';
import { findLayout } from '../layout.ts';
import { createPages, type Pages } from '../pages.ts';
import type { Shell } from '../shell.ts';
import { makeTemporaryFolder, sweepTemporaryFolders, type TemporaryFolder } from '../temporary.ts';
import { createWindowRequests } from '../window-requests.ts';
import { ChromiumShell } from './adapter.ts';
import { openBridge } from './bridge.ts';
import { browserSwitches, findBrowser } from './browser.ts';
import { findExportsDir } from './exports.ts';

export interface ChromiumShellOptions {
  /** Where workspaces and logs live. */
  dataDir: string;
  headless?: boolean;
  demo?: boolean;
  /** Inside of the window in CSS pixels; by default 1440 × 900 headless, and what the person makes it otherwise. */
  viewport?: { width: number; height: number };
  /** Program to drive; by default the one that is found. */
  browser?: string;
  /** Where exports go; by default the downloads folder, or `<dataDir>/exports` headless. */
  exportsDir?: string;
  /** How long the browser may take to come up, the first time and the second, in milliseconds. */
  startLimitsMs?: readonly [number, number];
  /** Another engine's script and another built renderer, for tests of the shell itself. */
  engineScript?: URL;
  rendererDir?: string;
}

export interface RunningShell {
  page: Page;
  context: BrowserContext;
  shell: Shell;
  engine: EngineLink;
  /** Ends window, browser and engine, and removes the profile. */
  close(): Promise<void>;
  /** Resolves when all of that is done, whoever began it. */
  closed: Promise<void>;
}

/** Opens the desk in an installed browser, driven over a pipe: no port is opened anywhere. Faults with `not-found` when there is no browser. */
export async function launchChromiumShell(options: ChromiumShellOptions): Promise<RunningShell> {
  const headless = options.headless ?? false;
  const browser = options.browser ?? findBrowser(process.env, process.platform);
  const layout = await findLayout(import.meta.dirname, null);
  const shell = new ChromiumShell(
    options.exportsDir ?? (headless ? join(options.dataDir, 'exports') : findExportsDir(process.env, homedir())),
  );
  const engine = createEngineLink({
    script: options.engineScript ?? layout.engineScript,
    options: {
      shell: 'chromium',
      hasTray: shell.hasTray,
      headless,
      dataDir: options.dataDir,
      resourcesDir: layout.resourcesDir,
      migrationsDir: layout.migrationsDir,
      version: layout.version,
      demo: options.demo ?? false,
    },
    shell,
  });
  shell.onLockSignal((signal) => void engine.ask('lockSignal', signal).catch(() => {}));
  const pages = createPages({
    root: options.rendererDir ?? layout.rendererDir,
    addresses: chromiumAddresses,
    frameDocument: (token) => engine.ask('frameDocument', token),
  });
  try {
    return await openInBrowser(shell, engine, pages, { ...options, browser, headless });
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

interface BrowserOptions extends ChromiumShellOptions {
  browser: string;
  headless: boolean;
}

async function openInBrowser(shell: ChromiumShell, engine: EngineLink, pages: Pages, options: BrowserOptions): Promise<RunningShell> {
  void sweepTemporaryFolders();
  const { context, profile } = await startBrowser(options);
  const closed = new Promise<void>((resolve) => {
    context.once('close', async () => {
      await shell.close();
      await engine.stop();
      await profile.remove();
      resolve();
    });
  });
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await shutOut(context, page, pages);
  const bridge = await openBridge(context, page, {
    addresses: chromiumAddresses,
    connect: () => engine.connect(),
    newRequests: () => createWindowRequests(engine),
    onActive: () => shell.markActive(),
  });
  shell.attach({ context, page, bridge });
  page.once('crash', () => process.stderr.write('The window’s page ended unexpectedly. Nothing is lost: open the desk again.\n'));
  // A page that has crashed cannot be driven any more: everything ends in order, and nothing is lost in the engine.
  for (const end of ['close', 'crash'] as const) page.once(end as 'close', () => void context.close().catch(() => {}));
  await page.goto(`${chromiumAddresses.app}/`);
  return {
    page,
    context,
    shell,
    engine,
    closed,
    async close() {
      await context.close();
      await closed;
    },
  };
}

/** A browser that has not come up by then is started once more: now and then one hangs while it starts, and the next does not. */
const usualStartLimitsMs = [60_000, 180_000] as const;

interface StartedBrowser {
  context: BrowserContext;
  profile: TemporaryFolder;
}

async function startBrowser(options: BrowserOptions): Promise<StartedBrowser> {
  const [first, second] = options.startLimitsMs ?? usualStartLimitsMs;
  try {
    return await startOnce(options, first);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
    return startOnce(options, second);
  }
}

/** Starts the browser on a profile of its own, which goes again where the browser does not come up. */
async function startOnce(options: BrowserOptions, limitMs: number): Promise<StartedBrowser> {
  const profile = makeTemporaryFolder();
  try {
    return { profile, context: await launchOn(profile.path, options, limitMs) };
  } catch (error) {
    await profile.remove();
    throw error;
  }
}

async function launchOn(profile: string, { browser, headless, viewport }: BrowserOptions, limitMs: number): Promise<BrowserContext> {
  // Loaded while the engine starts in its thread: it takes longer than anything else here.
  const { chromium } = await import('playwright-core');
  return chromium.launchPersistentContext(profile, {
    executablePath: browser,
    timeout: limitMs,
    headless,
    viewport: viewport ?? (headless ? { width: 1440, height: 900 } : null),
    args: browserSwitches(chromiumAddresses.app),
    ignoreDefaultArgs: ['--enable-automation'],
    // Chromium's sandbox refuses to run as root, which only a build machine is.
    chromiumSandbox: process.getuid?.() !== 0,
    acceptDownloads: false,
    serviceWorkers: 'block',
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Closes every way out: requests, permissions, further windows, and pages that are not the window's own. */
async function shutOut(context: BrowserContext, page: Page, pages: Pages): Promise<void> {
  await context.grantPermissions([]);
  await context.route('**/*', (route) => answerRoute(route, pages));
  context.on('page', (popup) => void popup.close().catch(() => {}));
  page.on('framenavigated', (frame) => {
    const isOwn = frame !== page.mainFrame() || isWithin(frame.url(), chromiumAddresses.app);
    if (!isOwn) void page.goto(`${chromiumAddresses.app}/`).catch(() => {});
  });
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
}

async function answerRoute(route: Route, pages: Pages): Promise<void> {
  const request = route.request();
  try {
    const answer = await pages(request.url(), request.method());
    if (answer === null) await route.abort('blockedbyclient');
    else await route.fulfill({ status: answer.status, headers: answer.headers, body: Buffer.from(answer.body) });
  } catch {
    await route.abort('failed').catch(() => {});
  }
}
