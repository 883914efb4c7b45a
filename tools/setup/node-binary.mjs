// Node 24 arrives by the install script of the npm package `node`, outside the lockfile. So its bytes are checked
// against a list that is committed, before anything runs on it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isWindows, modules, root, say } from '../lib/house.mjs';
import { runAllowedScripts } from './packages.mjs';

const binary = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');

/** Checks the Node binary unless `stamp` says that this very file was checked; gives the stamp that is true afterwards. */
export function ensureNode(stamp, report) {
  if (!existsSync(binary)) {
    report('Fetching Node 24 …');
    runAllowedScripts();
  }
  if (!existsSync(binary)) throw new Error('Node 24 is missing from node_modules/node. Run `npm rebuild node` to see why.');
  const node = fingerprint();
  if (stamp.node === node) return stamp;
  checkBytes();
  return { ...stamp, node };
}

function fingerprint() {
  const { size, mtimeMs, ino } = statSync(binary);
  return `${size}:${Math.round(mtimeMs)}:${ino}`;
}

function checkBytes() {
  const list = JSON.parse(readFileSync(join(root, 'tools', 'node-binaries.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8'));
  if (version !== list.version) {
    throw new Error(
      `tools/node-binaries.json lists Node ${list.version}, but node_modules holds ${version}. Update the list with the version.`,
    );
  }
  const platform = `${process.platform}-${process.arch}`;
  const expected = list.sha256[platform];
  if (expected === undefined) return warnUnlisted(platform);
  const actual = createHash('sha256').update(readFileSync(binary)).digest('hex');
  if (actual !== expected) {
    throw new Error(
      `the Node binary in node_modules/node has SHA-256 ${actual}, but ${expected} is expected for ${platform}. It is not run.`,
    );
  }
}

function warnUnlisted(platform) {
  say(`Warning: tools/node-binaries.json has no SHA-256 for ${platform}, so the bytes of Node 24 are taken as they came.`);
  const answer = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  if (!answer.stdout?.startsWith('v24.'))
    throw new Error(`node_modules/node is not Node 24 (it answers "${answer.stdout?.trim() ?? ''}").`);
}
