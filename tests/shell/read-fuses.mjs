#!/usr/bin/env node
// Reads the fuses back from every packaged program under a folder and fails unless all nine are as decided.
import { wrongFuses } from '../../electron-builder.config.mjs';
import { packagedPrograms } from './packaged-programs.mjs';

const programs = packagedPrograms(process.argv[2] ?? 'build-out', 'fuses');
if (programs.length === 0) {
  console.error('No packaged program was found.');
  process.exitCode = 1;
}
for (const program of programs) {
  const wrong = await wrongFuses(program);
  console.log(`${program}: ${wrong.length === 0 ? 'all nine fuses are as decided' : `wrong: ${wrong.join(', ')}`}`);
  if (wrong.length > 0) process.exitCode = 1;
}
