#!/usr/bin/env node
// Gate: the import rules of .dependency-cruiser.cjs, and proof that every source file was really looked at. Without
// that proof a parser that cannot read TypeScript sees no modules, breaks no rule and reports success.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { committable, houseEnv, modules, node24, root } from './lib/house.mjs';

const looked = ['src-main', 'src-renderer', 'db', 'tests', 'tools'].filter((folder) => existsSync(join(root, folder)));

function cruise() {
  const bin = join(modules, 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...looked];
  const result = spawnSync(node24(), args, { cwd: root, encoding: 'utf8', env: houseEnv(), maxBuffer: 1 << 28 });
  if (!result.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no result.\n${result.stdout}\n${result.stderr}`);
  return JSON.parse(result.stdout);
}

function unseen(seen) {
  const source = new RegExp(`^(${looked.join('|')})/.*\\.(ts|tsx)$`);
  return committable().filter((path) => source.test(path) && !path.endsWith('.d.ts') && !seen.has(path));
}

function describe({ rule, from, to, cycle }) {
  const way = cycle ? cycle.map((step) => step.name).join(' → ') : to;
  return `${rule.name}: ${from} → ${way}`;
}

const { modules: found, summary } = cruise();
const missed = unseen(new Set(found.map((module) => module.source)));
const faults = summary.violations.filter((violation) => violation.rule.severity === 'error');
const comments = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));

for (const fault of faults) console.log(describe(fault));
for (const name of new Set(faults.map((fault) => fault.rule.name))) console.log(`  ${name}: ${comments.get(name)}`);
for (const path of missed) console.log(`not seen by dependency-cruiser: ${path}`);
console.log(
  `${found.length} modules, ${summary.totalDependenciesCruised} imports, ${faults.length} faults, ${missed.length} files not seen`,
);
process.exitCode = faults.length > 0 || missed.length > 0 || found.length === 0 ? 1 : 0;
