#!/usr/bin/env node
// Gate: what must not stand in committed text. Paths of one machine, hosts of package registries, promises for later,
// switched-off tests and checks; and in rules and services, time and chance that did not come through a port.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committable, root } from './lib/house.mjs';

const self = 'tools/words.mjs';
const text =
  /\.(ts|tsx|mjs|cjs|js|json|sql|css|html|md|py|sh|yml|yaml|csv|txt)$|(^|\/)(\.ci\/run|\.npmrc|\.gitignore|\.gitattributes|\.editorconfig)$/;
const code = /\.(ts|tsx|mjs|cjs)$/;
const tests = /^tests\/.*\.(ts|tsx)$/;
const pure = /^src-main\/[^/]+\/(contract|rules)(\.ts$|\/)/;
const services = /^src-main\/[^/]+\/(service|index|rules|contract)(\.ts$|\/)/;
const useCases = /^src-main\/[^/]+\/(service|store)(\.ts$|\/)/;

const bans = [
  {
    in: text,
    what: 'a path of one machine',
    find: /(?<![\w.~-])\/(?:work|tmp|root|home\/(?!a\/)\w+|Users\/(?!a\/)\w+)\/\w|[A-Z]:\\+Users\\+(?!A\\)\w/,
  },
  {
    in: text,
    what: 'a package registry host',
    find: /registry\.(?:npmjs\.org|yarnpkg\.com|npmmirror\.com)|"resolved": "https?:|\b(?:pypi|npm)\.[\w.-]*(?:internal|corp|local)\b/i,
  },
  { in: code, what: 'a promise for later', find: /\b(?:TODO|FIXME|HACK)\b|\b[Nn]ot (?:yet )?implemented\b/ },
  { in: code, what: 'a silenced type check', find: /@ts-(?:ignore|nocheck)\b/ },
  {
    in: tests,
    what: 'a skipped or focused test',
    find: /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|fails)\b|\bx(?:it|describe)\(/,
  },
  { in: tests, what: 'a sleep', find: /\bwaitForTimeout\(|\bsetTimeout\b.*node:timers\/promises/ },
  { in: services, what: 'SQL outside a store', find: /\bstatement\(|\.prepare\(|['"`]\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\s/ },
  { in: pure, what: 'time or chance in rules', find: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bTemporal\.Now\b|\bperformance\./ },
  {
    in: useCases,
    what: 'time or chance that did not come through a port',
    find: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bTemporal\.Now\b|\brandomBytes\(/,
  },
];

const files = committable().filter((path) => path !== self && text.test(path));
const faults = files.flatMap(faultsIn);
for (const fault of faults) console.log(fault);
console.log(`${files.length} files read, ${faults.length} faults`);
if (files.length === 0) console.log('No files were found: the gate itself is broken.');
process.exitCode = faults.length > 0 || files.length === 0 ? 1 : 0;

function faultsIn(path) {
  const applying = bans.filter((ban) => ban.in.test(path));
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const broken = applying.filter((ban) => ban.find.test(line));
    return broken.map((ban) => `${path}:${index + 1}: ${ban.what}: ${line.trim().slice(0, 160)}`);
  });
}
