import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault } from '../../desk/faults.ts';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

const macPrograms = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * Finds an installed browser to drive: the one NIVARAN_BROWSER names, else Chromium, Chrome, Edge or
 * Brave in its usual place. Faults with `not-found`.
 */
export function findBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, exists: (path: string) => boolean = existsSync): string {
  const named = env.NIVARAN_BROWSER;
  if (named !== undefined && named !== '') {
    if (exists(named)) return named;
    throw new Fault('not-found', `NIVARAN_BROWSER names "${named}", and there is no such program.`);
  }
  const found = usualPlaces(env, platform).find(exists);
  if (found === undefined)
    throw new Fault('not-found', 'No Chromium, Chrome or Edge was found. Install one, or name it in NIVARAN_BROWSER.');
  return found;
}

function usualPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return macPrograms;
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * Switches beside those of playwright-core: an application window, every connection sent to a port where
 * nobody listens, nothing kept on disk that can be kept in memory.
 */
export function browserSwitches(appOrigin: string): string[] {
  return [
    `--app=${appOrigin}/`,
    '--window-size=1440,900',
    '--proxy-server=127.0.0.1:9',
    // Without this, addresses of the machine itself would go round the proxy.
    '--proxy-bypass-list=<-loopback>',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--no-pings',
    '--disable-domain-reliability',
    '--disable-breakpad',
    '--disable-gpu-shader-disk-cache',
    '--disk-cache-size=1',
  ];
}
