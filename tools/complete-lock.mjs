#!/usr/bin/env node
// Names in package-lock.json the optional packages of other platforms that npm left out. npm leaves out what the
// registry at hand does not carry, and `npm ci` then refuses the lockfile everywhere. What is added holds the exact
// version and the platform, so that npm skips it on every other one; it has no integrity, because its bytes were not at hand.
//   node tools/complete-lock.mjs            after each `npm install` that changed the lockfile
//   node tools/complete-lock.mjs --check    the gate: fails when something is left out
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/house.mjs';

const file = join(root, 'package-lock.json');
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'aix', 'netbsd', 'openbsd', 'sunos'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const lock = JSON.parse(readFileSync(file, 'utf8'));
const leftOut = Object.entries(lock.packages).flatMap(([path, entry]) => missingOf(path, entry));

if (process.argv.includes('--check')) check();
else complete();

function missingOf(path, entry) {
  const wanted = Object.entries(entry.optionalDependencies ?? {});
  return wanted.filter(([name]) => !resolves(path, name)).map(([name, version]) => ({ parent: path, name, version, isDev: entry.dev }));
}

/** Whether the lockfile holds `name` in a place where a package at `path` would find it. */
function resolves(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (lock.packages[join(folder, 'node_modules', name).replaceAll('\\', '/')]) return true;
    if (folder === '') return false;
  }
}

function check() {
  for (const { parent, name } of leftOut) console.log(`package-lock.json leaves out ${name} (optional for ${parent}).`);
  if (leftOut.length > 0) console.log('`npm ci` will refuse this lockfile. Run: node tools/complete-lock.mjs');
  else console.log(`${Object.keys(lock.packages).length} packages, nothing left out`);
  process.exitCode = leftOut.length > 0 ? 1 : 0;
}

function complete() {
  for (const missing of leftOut) add(missing);
  const names = Object.keys(lock.packages).sort((a, b) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(names.map((name) => [name, lock.packages[name]]));
  if (leftOut.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${leftOut.length} optional packages of other platforms added to package-lock.json`);
}

function add({ parent, name, version, isDev }) {
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${parent} wants ${name} as "${version}", which is no exact version.`);
  const platform = platformOf(name);
  if (!platform.os && !platform.cpu) throw new Error(`${name} (optional for ${parent}) does not say for which platform it is.`);
  lock.packages[`node_modules/${name}`] = { version, ...(isDev ? { dev: true } : {}), optional: true, ...platform };
}

/** The platform that the name of a prebuilt package tells, in the fields that npm compares. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = os !== 'linux' ? undefined : words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) };
}
