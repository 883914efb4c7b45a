import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumAddresses } from '../../../src-main/shell/addresses.ts';
import { type ChromiumShellOptions, launchChromiumShell, type RunningShell } from '../../../src-main/shell/chromium/launch.ts';
import { PageDriver } from './page-driver.ts';
import type { ShellUnderTest } from './under-test.ts';

export const testEngine = new URL('./test-engine.ts', import.meta.url);
export const testChild = new URL('./test-child.ts', import.meta.url);

/** Every name the browser's permissions have, and some of other browsers. */
export const webPermissions = [
  'accelerometer',
  'ambient-light-sensor',
  'background-fetch',
  'background-sync',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'local-network-access',
  'magnetometer',
  'microphone',
  'midi',
  'nfc',
  'notifications',
  'payment-handler',
  'periodic-background-sync',
  'persistent-storage',
  'pointer-lock',
  'push',
  'screen-wake-lock',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'window-management',
] as const;

export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'nivaran-shell-data-'));
}

/** The Chromium shell, for real, on the test engine and the test page. */
export async function openChromium(
  rendererDir: string,
  over: Pick<ChromiumShellOptions, 'browser' | 'startLimitsMs'> = {},
): Promise<ShellUnderTest & { running: RunningShell }> {
  const dataDir = newDataDir();
  const running = await launchChromiumShell({ dataDir, headless: true, rendererDir, engineScript: testEngine, ...over });
  const driver = new PageDriver(running.page, chromiumAddresses.app);
  await driver.whenReady();
  return Object.assign(driver, {
    running,
    kind: 'chromium' as const,
    appOrigin: chromiumAddresses.app,
    frameOrigin: chromiumAddresses.frame,
    permissions: webPermissions,
    childScript: testChild.href,
    async willChoose(paths: string[]) {
      running.page.once('filechooser', (chooser) => void chooser.setFiles(paths));
    },
    willSave: async (name: string) => join(dataDir, 'exports', name),
    async speakFromElsewhere() {
      await running.page.evaluate(() => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const other = frame.contentWindow as unknown as { nivaranSend?: (text: string) => void };
        // Believed, this would end the page's own port.
        other.nivaranSend?.(JSON.stringify({ type: 'hello', document: 'another' }));
        frame.remove();
      });
    },
    async close() {
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}
