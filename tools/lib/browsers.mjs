// Where windows come from: the Electron binary, or an installed Chromium, Chrome or Edge.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand, modules } from './house.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
  'brave-browser',
];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const windowsPrograms = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** The Electron binary of this checkout, or undefined: the npm package comes without it. */
export function findElectron() {
  const folder = join(modules, 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** An installed browser that the Chromium shell can drive, or undefined. NIVARAN_BROWSER names one outright. */
export function findBrowser() {
  return usualPlaces().find((path) => path && existsSync(path));
}

function usualPlaces() {
  const named = process.env.NIVARAN_BROWSER;
  if (named) return [named];
  return [...systemPlaces(), ...commands.map((name) => findCommand(name))];
}

function systemPlaces() {
  if (process.platform === 'darwin') return macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (process.platform !== 'win32') return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
  return folders.flatMap((folder) => windowsPrograms.map((program) => join(folder, program)));
}

/** Whether a window can be shown at all. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
