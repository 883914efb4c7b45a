// Programs that are not npm packages. As root on Debian or Ubuntu they are installed; otherwise the one command that
// installs them is printed. Their absence never stops setup: what needs them says so itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from '../lib/browsers.mjs';
import { findCommand, say } from '../lib/house.mjs';

const byCommand = (command) => () => findCommand(command) !== undefined;

const programs = {
  browser: { debian: 'chromium', ubuntu: 'chromium-browser', isThere: () => findBrowser() !== undefined },
  xvfb: { debian: 'xvfb', isThere: byCommand('Xvfb') },
  poppler: { debian: 'poppler-utils', isThere: byCommand('pdftotext') },
  qpdf: { debian: 'qpdf', isThere: byCommand('qpdf') },
  sqlite3: { debian: 'sqlite3', isThere: byCommand('sqlite3') },
  python: { debian: 'python3', isThere: byCommand('python3') },
  sevenzip: { debian: 'p7zip-full', isThere: byCommand('7z') },
  openssl: { debian: 'openssl', isThere: byCommand('openssl') },
};

/** Sees to the programs of `needs` (names of the table above). `report` tells what is still missing. */
export function ensurePrograms(needs, report) {
  const missing = stillMissing(needs);
  if (missing.length === 0) return;
  if (canInstall()) install(missing.map(debianName));
  const left = stillMissing(missing);
  if (left.length > 0) report(advice(left));
}

function stillMissing(needs) {
  const unknown = needs.filter((need) => !(need in programs));
  if (unknown.length > 0) throw new Error(`--need knows ${Object.keys(programs).join(', ')}; not ${unknown.join(', ')}.`);
  // Xvfb gives Electron a display; on Linux only, and not where one is there.
  const wanted = process.platform === 'linux' && !process.env.DISPLAY ? needs : needs.filter((need) => need !== 'xvfb');
  return wanted.filter((need) => !programs[need].isThere());
}

function canInstall() {
  return process.getuid?.() === 0 && findCommand('apt-get') !== undefined;
}

function debianName(need) {
  return isUbuntu() ? (programs[need].ubuntu ?? programs[need].debian) : programs[need].debian;
}

function isUbuntu() {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function install(packages) {
  say(`Installing ${packages.join(', ')} (apt-get) …`);
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

function advice(left) {
  const names = left.map(debianName);
  if (findCommand('apt-get')) return `Missing: ${names.join(', ')}. To install: sudo apt-get install -y ${names.join(' ')}`;
  const browser = left.includes('browser') ? ' For the browser, Chromium, Chrome or Edge will do (or name one in NIVARAN_BROWSER).' : '';
  return `Missing: ${names.join(', ')}. Install them with your package manager.${browser}`;
}
