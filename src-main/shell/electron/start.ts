import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { electronAddresses } from '../addresses.ts';
import { createEngineLink, type EngineLink } from '../engine-link.ts';
import type { ProgramLayout } from '../layout.ts';
import type { StartOptions } from '../options.ts';
import { createPages } from '../pages.ts';
import { makeTemporaryFolder, sweepTemporaryFolders, type TemporaryFolder } from '../temporary.ts';
import { createWindowRequests } from '../window-requests.ts';
import { ElectronShell } from './adapter.ts';
import { closeNetwork, guardApp, guardSession } from './guards.ts';
import { takeMessages } from './messages.ts';
import type { ElectronParts } from './parts.ts';

/** Switches that keep the browser inside Electron from writing and asking. */
const switches: [string, string?][] = [
  ['disable-background-networking'],
  ['disable-breakpad'],
  ['disable-domain-reliability'],
  ['disable-gpu-shader-disk-cache'],
  ['disk-cache-size', '1'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['no-pings'],
];

/**
 * What must happen before Electron is ready; answers the folder for what its browser writes. Null when
 * the desk is already open: that window comes to the front, and this process must end.
 */
export function prepareElectron(electron: ElectronParts, { dataDir }: StartOptions): TemporaryFolder | null {
  const { app, protocol } = electron;
  app.enableSandbox();
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'mail-content', privileges: { standard: true, secure: true } },
  ]);
  guardApp(app, electronAddresses);
  // The lock of the single instance lies here, so that two data folders can be open side by side.
  const userData = join(dataDir, 'electron');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  app.setPath('userData', userData);
  if (!app.requestSingleInstanceLock()) return null;
  const sessionData = makeTemporaryFolder();
  app.setPath('sessionData', sessionData.path);
  return sessionData;
}

export interface RunningElectron {
  shell: ElectronShell;
  engine: EngineLink;
}

export interface ElectronStart {
  start: StartOptions;
  layout: ProgramLayout;
  sessionData: TemporaryFolder;
}

/** Opens the desk in Electron; call after `prepareElectron`. */
export async function startElectron(electron: ElectronParts, { start, layout, sessionData }: ElectronStart): Promise<RunningElectron> {
  await sweepTemporaryFolders();
  await electron.app.whenReady();
  setMenu(electron);

  // A partition without "persist:" lives in memory only.
  const session = electron.session.fromPartition('nivaran');
  await closeNetwork(session);
  const shell = new ElectronShell(electron, { addresses: electronAddresses, session, preload: layout.preload, headless: start.headless });
  const engine = createEngineLink({
    script: layout.engineScript,
    options: {
      shell: 'electron',
      hasTray: shell.hasTray,
      headless: start.headless,
      dataDir: start.dataDir,
      resourcesDir: layout.resourcesDir,
      migrationsDir: layout.migrationsDir,
      version: layout.version,
      demo: start.demo,
    },
    shell,
  });
  const frameDocument = (token: string) => engine.ask('frameDocument', token);
  guardSession(session, electronAddresses, createPages({ root: layout.rendererDir, addresses: electronAddresses, frameDocument }));
  const messages = takeMessages(electron, {
    addresses: electronAddresses,
    ownContents: () => shell.ownContents(),
    connect: () => engine.connect(),
    newRequests: () => createWindowRequests(engine),
  });
  shell.onLockSignal((signal) => {
    if (signal.reason === 'closing') messages.clear();
    void engine.ask('lockSignal', signal).catch(() => {});
  });
  followApp(electron, shell, engine, sessionData);
  await shell.openWindow();
  return { shell, engine };
}

/** The window may close and come back; the engine ends before the program does. */
function followApp({ app }: ElectronParts, shell: ElectronShell, engine: EngineLink, sessionData: TemporaryFolder): void {
  let hasStopped = false;
  app.on('second-instance', () => shell.comeBack());
  app.on('activate', () => shell.comeBack());
  app.on('window-all-closed', () => {
    // With a tray the desk stays, so that its alarms do; without one nobody could find it again.
    if (!shell.hasTray) app.quit();
  });
  app.on('before-quit', (event) => {
    if (hasStopped) return;
    event.preventDefault();
    void engine.stop().then(async () => {
      hasStopped = true;
      await shell.close();
      await sessionData.remove();
      app.quit();
    });
  });
}

/** Editing keys need a menu on macOS; elsewhere the window has none. */
function setMenu({ Menu }: ElectronParts): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null);
}
