// The gates in the order in which `npm test` runs them. `isFast` gates make up `npm run check`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, modules, root } from './lib/house.mjs';
import { suites } from './lib/suites.mjs';

const layers = ['pure', 'main', 'electron', 'renderer', 'tests'];

const inModules = (path) => join(modules, ...path.split('/'));
const tool = (name, ...args) => [join(root, 'tools', name), ...args];

const fast = [
  {
    name: 'biome',
    args: [inModules('@biomejs/biome/bin/biome'), 'check', '--reporter=concise', '--max-diagnostics=none', '--diagnostic-level=error'],
  },
  ...layers.map((layer) => ({ name: `types ${layer}`, args: [inModules('typescript/bin/tsc'), '-p', `tsconfig.${layer}.json`] })),
  { name: 'lines', args: tool('lines.mjs') },
  { name: 'words', args: tool('words.mjs') },
  { name: 'imports', args: tool('imports.mjs') },
  { name: 'knip', args: [inModules('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
  { name: 'lockfile', args: tool('complete-lock.mjs', '--check') },
];

const build = { name: 'build', args: tool('build.mjs', '--if-stale') };

/** Everything that must hold, in order. `suite` gates run tests and are counted by test; others count as one. */
export const gates = [
  ...fast.map((gate) => ({ ...gate, isFast: true })),
  ...suites.flatMap((suite) => (suite.name === 'shell' ? [build, suiteGate(suite)] : [suiteGate(suite)])),
].filter((gate) => gate.suite === undefined || gate.suite.isRequired || hasTests(gate.suite.name));

function suiteGate(suite) {
  const report = join(root, 'test-results', `${suite.name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [inModules('vitest/vitest.mjs'), 'run', '--project', suite.name, ...reporters];
  return { name: suite.name, args, suite, report, isFast: suite.name === 'unit' };
}

function hasTests(name) {
  const folder = join(root, 'tests', name);
  return existsSync(folder) && filesUnder(folder).some((file) => /\.test\.tsx?$/.test(file));
}
