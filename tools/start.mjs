#!/usr/bin/env node
// `npm start`: the window in Electron where its binary is or can be had, else in an installed browser; where there is
// no display, the same main job without a window. Arguments (such as --demo) go on to the shell.
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, findElectron, hasDisplay } from './lib/browsers.mjs';
import { modules, root, runNode, runProgram, say } from './lib/house.mjs';

const triedFile = join(modules, '.nivaran-electron');
const retryAfterMs = 24 * 3_600_000;
const diedAtStartMs = 5_000;

const args = process.argv.slice(2);

async function start() {
  if (!hasDisplay()) return await runHeadless();
  const built = await runNode([join(root, 'tools', 'build.mjs'), '--if-stale']);
  if (built.code !== 0) return built.code;
  const electron = findElectron() ?? (await fetchElectron());
  if (electron) {
    const { code, lifeMs } = await runProgram(electron, [...sandboxFlags(), root, ...args]);
    if (code === 0 || lifeMs > diedAtStartMs) return code;
    say('Electron did not start on this machine; opening the window in an installed browser instead.');
  }
  return await runInBrowser();
}

async function runHeadless() {
  say('There is no display, so no window opens: the same work is done without one (as by `npm run demo`).');
  const built = await runNode([join(root, 'tools', 'build.mjs'), '--if-stale']);
  if (built.code !== 0) return built.code;
  const rest = args.filter((arg) => arg !== '--demo');
  return (await runNode(['--disable-warning=ExperimentalWarning', join(root, 'tools', 'demo.mjs'), ...rest])).code;
}

// The Electron package fetches its binary on demand. Where that host is closed it fails, and is not asked again for a day.
async function fetchElectron() {
  if (existsSync(triedFile) && Date.now() - statSync(triedFile).mtimeMs < retryAfterMs) return undefined;
  say('Fetching the Electron binary …');
  const { code } = await runProgram('node', [join(modules, 'electron', 'install.js')], { stdio: 'ignore' });
  if (code === 0) return findElectron();
  writeFileSync(triedFile, '');
  say('The Electron binary cannot be had here; opening the window in an installed browser instead.');
  return undefined;
}

// Chromium's sandbox refuses to run as root; only a CI machine gives it up for that.
function sandboxFlags() {
  return process.env.CI && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

async function runInBrowser() {
  const browser = findBrowser();
  if (browser === undefined) {
    say('No Electron binary and no Chromium, Chrome or Edge was found. Install one, or name it in NIVARAN_BROWSER.');
    return 1;
  }
  return (await runNode([join(root, 'out', 'main', 'chromium.js'), ...args], { env: { NIVARAN_BROWSER: browser } })).code;
}

process.exitCode = await start();
