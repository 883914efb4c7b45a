import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron } from 'playwright-core';
import { electronAddresses } from '../../../src-main/shell/addresses.ts';
import { buildTestElectron } from './build-page.ts';
import { newDataDir, webPermissions } from './chromium-under-test.ts';
import { PageDriver, repositoryFile } from './page-driver.ts';
import type { ShellUnderTest } from './under-test.ts';

/** The Electron binary of this checkout; null where it could not be had. */
export function findElectronBinary(): string | null {
  const folder = repositoryFile('node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** The Electron shell in Electron itself, on the test engine and the test page. */
export async function openElectron(binary: string, rendererDir: string): Promise<ShellUnderTest> {
  const mainDir = await buildTestElectron();
  const dataDir = newDataDir();
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: binary,
    args: [...(isRoot ? ['--no-sandbox'] : []), join(mainDir, 'electron-main.js'), '--data-dir', dataDir],
    env: { ...(process.env as Record<string, string>), NIVARAN_TEST_PAGE: rendererDir },
  });
  const page = await app.firstWindow();
  const driver = new PageDriver(page, electronAddresses.app);
  await driver.whenReady();
  return Object.assign(driver, {
    kind: 'electron' as const,
    appOrigin: electronAddresses.app,
    frameOrigin: electronAddresses.frame,
    permissions: webPermissions,
    childScript: pathToFileURL(join(mainDir, 'test-child.js')).href,
    async willChoose(paths: string[]) {
      await app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
      }, paths);
    },
    async willSave(name: string) {
      const path = join(dataDir, name);
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
      return path;
    },
    async speakFromElsewhere() {
      await page.evaluate(() => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        // Heard, this would end the page's own port.
        (frame.contentWindow as unknown as { nivaran?: { requestPort(): void } }).nivaran?.requestPort();
        frame.remove();
      });
    },
    async close() {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}
