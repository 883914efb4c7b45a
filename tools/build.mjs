#!/usr/bin/env node
// Builds main, preload, renderer and workers into out/. With --if-stale only when a source changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesUnder, modules, root, runNode, say } from './lib/house.mjs';

const stampFile = join(root, 'out', '.built');
const sources = ['src-main', 'src-renderer', 'db'];
const single = ['electron.vite.config.ts', 'package-lock.json'];

// Sizes and times, not contents: this is asked at every start and must not be felt.
function sourceStamp() {
  const hash = createHash('sha256');
  const files = [
    ...sources.flatMap((folder) => filesUnder(join(root, folder))),
    ...single.map((name) => join(root, name)).filter(existsSync),
  ];
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function isFresh(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

async function build(isOnlyIfStale) {
  const stamp = sourceStamp();
  if (isOnlyIfStale && isFresh(stamp)) return 0;
  rmSync(stampFile, { force: true });
  if (isOnlyIfStale) say('Building …');
  const args = [join(modules, 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'];
  const { code } = await runNode(args, { stdio: ['ignore', 2, 2], env: { NODE_ENV: 'production' } });
  if (code === 0) {
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp);
  }
  return code;
}

process.exitCode = await build(process.argv.includes('--if-stale'));
