#!/usr/bin/env node
// Reads the fuses back from every packaged program under a folder and fails unless all nine are as decided.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wrongFuses } from '../../electron-builder.config.mjs';

const names = ['Nivaran.app', 'Nivaran.exe', 'nivaran'];

/** Programs in the unpacked applications electron-builder leaves beside its packages. */
function programsUnder(folder) {
  const unpacked = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return unpacked.flatMap((entry) => names.map((name) => join(folder, entry.name, name)).filter((path) => existsSync(path)));
}

const programs = programsUnder(process.argv[2] ?? 'build-out');
if (programs.length === 0) {
  console.error('No packaged program was found.');
  process.exitCode = 1;
}
for (const program of programs) {
  const wrong = await wrongFuses(program);
  console.log(`${program}: ${wrong.length === 0 ? 'all nine fuses are as decided' : `wrong: ${wrong.join(', ')}`}`);
  if (wrong.length > 0) process.exitCode = 1;
}
