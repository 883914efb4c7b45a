import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { addDemoCases } from '../../src-main/demo/index.ts';
import { systemClock } from '../../src-main/desk/ports.ts';
import { makeDesk, testClock } from '../support/desk.ts';
import { type Figure, figure } from './figures.ts';
import { benchGovernment } from './government.ts';
import { benchClocks, benchReevaluation } from './law.ts';
import { benchOpening, benchRetention } from './opening.ts';
import { benchQueue, benchVerify } from './reads.ts';
import { benchWindow } from './window.ts';
import { benchWrites } from './writes.ts';

/** npm run bench [-- --size N]: one JSON line a figure, the reference measured in the same run. */
const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' }, window: { type: 'boolean', default: false } } });
const size = Number(values.size);
const bytesACase = 12_000;

function checkDisk(): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize > size * bytesACase) return;
  process.stderr.write(`${size} cases need about ${Math.round((size * bytesACase) / 1e9)} GB of free disk.\n`);
  process.exit(1);
}

const print = (figures: Figure[]) => {
  for (const one of figures) process.stdout.write(`${JSON.stringify(one)}\n`);
};

checkDisk();
const made = makeDesk({ synthetic: true, clock: testClock(new Date(systemClock.now()).toISOString()) });
try {
  const started = performance.now();
  await addDemoCases(made.desk, size);
  const seconds = (performance.now() - started) / 1000;
  print([figure('synthetic workspace', 's', seconds, null, 'reported', { cases: size, perSecond: Math.round(size / seconds) })]);
  print(benchQueue(made.desk, size));
  print(benchVerify(made.desk, size));
  print(benchRetention(made.desk, size));
  print(benchOpening(made.desk, size));
  print(benchWrites(made.desk));
  print(benchGovernment(made.desk));
  print(benchClocks());
  print(await benchReevaluation(made.desk));
  if (values.window) print(await benchWindow(size));
} finally {
  await made.remove();
}
