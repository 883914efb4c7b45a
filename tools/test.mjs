#!/usr/bin/env node
// Runs the gates: all of them (`npm test`), the fast ones (`check`), or those named, each as written in gates.mjs or by
// its first word (`types`). Goes through all even when one fails. The last line is always `N passed, N failed`.
//   node tools/test.mjs [check | GATE…] [--long]      --long: drills and fuzzing at full length
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gates } from './gates.mjs';
import { houseEnv, isWindows, node24, root } from './lib/house.mjs';

const gateLimitMs = 45 * 60_000;
const shownOutputLines = 80;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { long: { type: 'boolean', default: false } } });

let running;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    if (running) end(running);
    process.exit(130);
  });
}

function chosenGates() {
  if (positionals.length === 0) return gates;
  return positionals.flatMap((word) => {
    const found = gates.filter((gate) => (word === 'check' ? gate.isFast : gate.name === word || gate.name.split(' ')[0] === word));
    if (found.length > 0) return found;
    console.log(`There is no gate "${word}" with anything to run. Gates: check, ${gates.map((gate) => gate.name).join(', ')}.`);
    return [{ name: word, args: ['--eval', 'process.exit(1)'] }];
  });
}

/** Runs one gate to its end, or kills it with all its children at the limit. */
function run(gate) {
  if (gate.report) rmSync(gate.report, { force: true });
  const startedAt = performance.now();
  const env = houseEnv({ NO_COLOR: '1', NIVARAN_DRILLS: values.long ? 'long' : 'short' });
  return new Promise((resolve) => {
    const child = spawn(node24(), gate.args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: !isWindows });
    let output = '';
    const take = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const limit = setTimeout(() => {
      output += `\nStopped: the gate was still running after ${gateLimitMs / 60_000} minutes.\n`;
      end(child);
    }, gateLimitMs);
    running = child;
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ gate, output, isGreen: code === 0, seconds: (performance.now() - startedAt) / 1000 });
    });
  });
}

// A gate is its own process group, so that browsers and workers it left behind end with it.
function end(child) {
  try {
    process.kill(isWindows ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** What a finished gate counts: tests by number, any other gate as one. */
function count(result) {
  if (!result.gate.suite) return { passed: result.isGreen ? 1 : 0, failed: result.isGreen ? 0 : 1, skipped: 0, faults: [] };
  const report = readReport(result.gate.report);
  const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(hasFailed));
  const failed = report.numFailedTests + broken.length;
  // A suite that ran nothing, or ended badly without naming a test, is a failure too.
  const isSilentFailure = failed === 0 && (!result.isGreen || report.numPassedTests === 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: failed + (isSilentFailure ? 1 : 0), skipped, faults: faultsOf(report, broken) };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}

function hasFailed(test) {
  return test.status === 'failed';
}

function faultsOf(report, broken) {
  const near = (file) => file.name.slice(root.length + 1);
  const failed = (file) => file.assertionResults.filter(hasFailed).map((test) => `${near(file)}: ${test.fullName}\n${reason(test)}`);
  const unrun = broken.map(
    (file) => `${near(file)}: the file could not be run\n${indent(file.message || 'Its process ended without a word.', 12)}`,
  );
  return [...report.testResults.flatMap(failed), ...unrun];
}

/** The messages of a failed test and where in this repository it failed; the runner's own frames are left out. */
function reason(test) {
  const lines = test.failureMessages.flatMap((message) => message.split('\n'));
  return indent(lines.filter((line) => !/^\s+at .*(node_modules|node:internal|<anonymous>)/.test(line)).join('\n'), 20);
}

function indent(text, maxLines) {
  const lines = text.split('\n').slice(0, maxLines);
  return lines.map((line) => `      ${line}`).join('\n');
}

function show({ gate, output, seconds }, counted) {
  const mark = counted.failed > 0 ? 'FAIL' : 'ok  ';
  const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : '';
  const tests = gate.suite ? `  ${counted.passed} passed, ${counted.failed} failed${skipped}` : '';
  console.log(`${mark} ${gate.name.padEnd(16)}${seconds.toFixed(1).padStart(7)} s${tests}`);
  if (counted.failed === 0) return;
  for (const fault of counted.faults) console.log(`    - ${fault}`);
  if (counted.faults.length === 0) console.log(indent(output.trimEnd().split('\n').slice(-shownOutputLines).join('\n'), shownOutputLines));
}

const total = { passed: 0, failed: 0, testsRun: 0 };
for (const gate of chosenGates()) {
  const result = await run(gate);
  const counted = count(result);
  show(result, counted);
  total.passed += counted.passed;
  total.failed += counted.failed;
  if (gate.suite) total.testsRun += counted.passed + counted.failed;
}
const isMissingTests = positionals.length === 0 && total.testsRun === 0;
process.exitCode = total.failed > 0 || total.passed === 0 || isMissingTests ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
