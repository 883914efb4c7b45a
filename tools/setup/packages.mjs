// Packages as the lockfile says. Install scripts do not run, but for those that package.json allows by name.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand, isWindows, modules, root, say, systemPath } from '../lib/house.mjs';

const lockfile = join(root, 'package-lock.json');
const installedLockfile = join(modules, '.package-lock.json');

/** Installs when the lockfile changed since `stamp`; gives the stamp that is true afterwards. */
export function ensurePackages(stamp) {
  const lock = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (stamp.lock === lock && existsSync(installedLockfile)) return stamp;
  if (isInstalled()) return { ...stamp, lock };
  say('Installing packages as package-lock.json says (npm ci) …');
  npm(['ci', '--include=dev', '--ignore-scripts']);
  runAllowedScripts();
  return { lock };
}

/** Runs the install scripts of the packages that `allowScripts` in package.json sets to true. */
export function runAllowedScripts() {
  const { allowScripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name] === true);
  if (allowed.length > 0) npm(['rebuild', ...allowed, '--ignore-scripts=false']);
}

// `npm install` and `npm ci` by hand leave their own record of what lies in node_modules: where it agrees with the
// lockfile, nothing needs to be fetched again.
function isInstalled() {
  if (!existsSync(installedLockfile)) return false;
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(installedLockfile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional || isSame(entry, present[path]));
}

function isSame(wanted, present) {
  return present !== undefined && present.version === wanted.version && present.integrity === wanted.integrity;
}

function npm(args) {
  // stdout belongs to the command that follows, so npm's goes to stderr.
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const path = systemPath();
  const all = [...args, '--loglevel=error', '--no-audit', '--no-fund'];
  const result =
    findCommand('npm', path) && findCommand('node', path)
      ? spawnSync('npm', all, { ...options, shell: isWindows, env: { ...process.env, PATH: path } })
      : spawnSync(process.execPath, [process.env.npm_execpath ?? 'npm', ...all], options);
  if (result.status !== 0) throw new Error(`\`npm ${args[0]}\` did not succeed. Run \`npm ci\` to see why, then try again.`);
}
