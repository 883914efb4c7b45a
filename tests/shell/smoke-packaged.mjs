#!/usr/bin/env node
// Starts every packaged program under a folder and waits until its engine says in its log that it is ready. With its
// fuses set a package cannot be driven from outside, so this is what proves that it runs from inside its archive.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagedPrograms } from './packaged-programs.mjs';

const readyWithinMs = 90_000;

async function start(program) {
  const dataDir = mkdtempSync(join(tmpdir(), 'nivaran-smoke-'));
  const child = spawn(program, ['--headless', '--data-dir', dataDir], { stdio: 'inherit' });
  const gone = new Promise((resolve) => child.once('exit', (code) => resolve(`ended with code ${code}`)));
  const outcome = await Promise.race([ready(dataDir), gone]);
  child.kill();
  await gone;
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  return outcome;
}

function ready(dataDir) {
  const log = join(dataDir, 'logs', 'engine.log');
  return new Promise((resolve) => {
    const end = Date.now() + readyWithinMs;
    const look = setInterval(() => {
      const isReady = existsSync(log) && readFileSync(log, 'utf8').includes('"engine ready"');
      if (!isReady && Date.now() < end) return;
      clearInterval(look);
      resolve(isReady ? 'ready' : 'was not ready in time');
    }, 250);
  });
}

const programs = packagedPrograms(process.argv[2] ?? 'build-out', 'start');
if (programs.length === 0) {
  console.error('No packaged program was found.');
  process.exitCode = 1;
}
for (const program of programs) {
  const outcome = await start(program);
  console.log(`${program}: ${outcome}`);
  if (outcome !== 'ready') process.exitCode = 1;
}
