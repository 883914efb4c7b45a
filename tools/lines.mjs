#!/usr/bin/env node
// Gate: no file over 400 lines, no function over 60, no markup function (a function in .tsx that holds JSX) over 120.
// What a test file passes to `describe` is a chapter, not a function, and is measured test by test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { committable, root } from './lib/house.mjs';

const limits = { file: 400, function: 60, markup: 120 };
const chapters = new Set(['describe', 'suite']);

const files = committable().filter(
  (path) => /^(src-main|src-renderer|db|tests|tools)\/.*\.(ts|tsx|mjs|cjs)$/.test(path) && !path.endsWith('.d.ts'),
);
const faults = [];
const lengths = [];

for (const path of files) measureFile(path, readFileSync(join(root, path), 'utf8'));
lengths.sort((a, b) => a - b);
for (const fault of faults) console.log(fault);
console.log(
  `${files.length} files, ${lengths.length} functions: median ${percentile(50)} lines, 95th percentile ${percentile(95)}, longest ${lengths.at(-1) ?? 0}`,
);
if (files.length === 0) console.log('No source files were found: the gate itself is broken.');
process.exitCode = faults.length > 0 || files.length === 0 ? 1 : 0;

function percentile(share) {
  return lengths[Math.floor((lengths.length * share) / 100)] ?? 0;
}

function measureFile(path, text) {
  const lineCount = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lineCount > limits.file) faults.push(`${path}: ${lineCount} lines (limit ${limits.file})`);
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : undefined;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const visit = (node) => {
    if (isMeasured(node)) measureFunction(path, source, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function isMeasured(node) {
  return ts.isFunctionLike(node) && node.body !== undefined && !isChapter(node);
}

function isChapter(node) {
  const call = node.parent;
  if (!ts.isCallExpression(call)) return false;
  const name = call.expression.getText().split(/[.(]/)[0];
  return chapters.has(name);
}

function measureFunction(path, source, node) {
  const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
  const length = last - first + 1;
  lengths.push(length);
  const limit = path.endsWith('.tsx') && holdsMarkup(node) ? limits.markup : limits.function;
  if (length > limit) faults.push(`${path}:${first + 1}: ${nameOf(node)} has ${length} lines (limit ${limit})`);
}

function holdsMarkup(node) {
  if (ts.isJsxElement(node) || ts.isJsxFragment(node) || ts.isJsxSelfClosingElement(node)) return true;
  return ts.forEachChild(node, holdsMarkup) ?? false;
}

function nameOf(node) {
  const name = node.name ?? node.parent?.name;
  return name ? name.getText() : 'a function';
}
