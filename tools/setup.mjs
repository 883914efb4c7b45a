#!/usr/bin/env node
// Runs before start, test, check, cli, demo and bench (npm's `pre` hooks) and brings the machine to where they work:
// packages as the lockfile says, Node 24, and the programs named by --need. Plain Node 20, no packages, quick when
// there is nothing to do. It speaks on stderr only, and gives up only where the next command could not run at all.
import { parseArgs } from 'node:util';
import { say } from './lib/house.mjs';
import { ensureNode } from './setup/node-binary.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { ensurePrograms } from './setup/programs.mjs';
import { readStamp, writeStamp } from './setup/stamp.mjs';

const { values } = parseArgs({ options: { need: { type: 'string', default: '' }, quiet: { type: 'boolean', default: false } } });
const report = values.quiet ? () => {} : say;

function setUp() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Error(`Nivaran needs Node 20 or later to set itself up; this is Node ${process.versions.node}.`);
  const stamp = readStamp();
  const packages = ensurePackages(stamp);
  const node = ensureNode(packages, report);
  if (node !== stamp) writeStamp(node);
  ensurePrograms(values.need.split(',').filter(Boolean), report);
}

try {
  setUp();
} catch (error) {
  say(`Setup stopped: ${error.message}`);
  process.exitCode = 1;
}
