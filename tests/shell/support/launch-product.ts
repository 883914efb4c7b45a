import { rmSync } from 'node:fs';
import { _electron, type Page } from 'playwright-core';
import { launchChromiumShell } from '../../../src-main/shell/chromium/launch.ts';
import type { ShellKind } from '../../../src-main/shell/contract.ts';
import { newDataDir } from './chromium-under-test.ts';
import { findElectronBinary } from './electron-for-real.ts';
import { repositoryFile } from './page-driver.ts';

export interface LaunchedProduct {
  kind: ShellKind;
  page: Page;
  dataDir: string;
  /** Ends the desk; a data folder made here is removed. */
  close(): Promise<void>;
}

/**
 * Opens the built product (`npm run build` first) as a person would: in Electron where its binary is
 * installed, else in an installed browser without a display. For end-to-end tests.
 */
export async function launchProduct({ dataDir = '', demo = false } = {}): Promise<LaunchedProduct> {
  const folder = dataDir === '' ? newDataDir() : dataDir;
  const binary = findElectronBinary();
  const opened = binary === null ? await openInBrowser(folder, demo) : await openInElectron(binary, folder, demo);
  return {
    ...opened,
    dataDir: folder,
    async close() {
      await opened.close();
      if (dataDir === '') rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openInBrowser(dataDir: string, demo: boolean) {
  const { page, close } = await launchChromiumShell({ dataDir, headless: true, demo });
  return { kind: 'chromium' as const, page, close };
}

async function openInElectron(executablePath: string, dataDir: string, demo: boolean) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, repositoryFile(), '--data-dir', dataDir, ...(demo ? ['--demo'] : [])];
  const app = await _electron.launch({ executablePath, args });
  return { kind: 'electron' as const, page: await app.firstWindow(), close: () => app.close() };
}
