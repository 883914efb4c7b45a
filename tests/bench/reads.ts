import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPlain } from '../../db/open.ts';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { queueWindow } from '../../src-main/cases/index.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import { type Figure, figure, median, timed } from './figures.ts';

const rounds = 11;
const pagesARound = 400;

/** The queue table alone, unencrypted, for the reference program. */
function plainCopy(desk: Desk, file: string): void {
  const plain = openPlain(file, { create: true });
  const { sql } = desk.db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'queue' AND type = 'table'").get() as { sql: string };
  plain.exec(sql);
  const rows = desk.db.prepare('SELECT * FROM queue ORDER BY next_due, ref').raw();
  const insert = plain.prepare('INSERT INTO queue VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)');
  plain.transaction(() => {
    for (const row of rows.iterate()) insert.run(...(row as unknown[]));
  })();
  plain.close();
}

/** Milliseconds the sqlite3 program needs for one page, by many pages in one process less an empty process. */
function referencePage(file: string, script: string, empty: string): number {
  const run = (input: string) =>
    timed(() => {
      const { status, stderr } = spawnSync('sqlite3', ['-readonly', file, `.read ${input}`], { stdio: ['ignore', 'ignore', 'pipe'] });
      if (status !== 0) throw new Error(`sqlite3 failed: ${stderr}`);
    });
  return (run(script) - run(empty)) / pagesARound;
}

/** The queue page of fifty rows against the sqlite3 program on a plain copy, the two in turn. */
export function benchQueue(desk: Desk, cases: number): Figure[] {
  const file = join(desk.dir, 'plain.db');
  const [script, empty] = [join(desk.dir, 'pages.sql'), join(desk.dir, 'empty.sql')];
  plainCopy(desk, file);
  const keys = desk.db.prepare('SELECT next_due AS due, ref FROM queue ORDER BY next_due, ref LIMIT 20000').all() as {
    due: string;
    ref: string;
  }[];
  const starts = Array.from({ length: pagesARound }, (_, n) => keys[(n * 97) % keys.length] as { due: string; ref: string });
  writeFileSync(
    script,
    starts
      .map(({ due, ref }) => `SELECT * FROM queue WHERE (next_due, ref) > ('${due}', '${ref}') ORDER BY next_due, ref LIMIT 50;`)
      .join('\n'),
  );
  writeFileSync(empty, 'SELECT 1;');
  const [ours, reference]: [number[], number[]] = [[], []];
  const now = nowOf(desk);
  for (let round = 0; round <= rounds; round += 1) {
    const mine =
      timed(() => {
        for (const after of starts) queueWindow(desk.db, { filter: {}, offset: 0, limit: 50, after }, now);
      }) / pagesARound;
    const theirs = referencePage(file, script, empty);
    // The first round warms both.
    if (round > 0) {
      ours.push(mine);
      reference.push(theirs);
    }
  }
  for (const path of [file, script, empty]) rmSync(path, { force: true });
  const ratios = ours.map((value, n) => value / (reference[n] as number));
  return [
    {
      ...figure('queue page', 'ms', median(ours), median(reference), '<= 1.3x of the sqlite3 program on a plain copy'),
      ratio: Number(median(ratios).toPrecision(3)),
      cases,
    },
  ];
}

/** Full verification with and without a rebuild, absolute goals. */
export function benchVerify(desk: Desk, cases: number): Figure[] {
  const { seq } = desk.journal.head();
  const chain = timed(() => verifyDesk(desk, { deep: false }));
  const deep = timed(() => verifyDesk(desk, { deep: true }));
  return [
    figure('verify', 's', chain / 1000, null, 'reported', { entries: seq, cases, perSecond: Math.round(seq / (chain / 1000)) }),
    figure('verify --deep', 's', deep / 1000, null, '<= 15 s at 1,00,000 cases, <= 150 s at 10,00,000', { entries: seq, cases }),
  ];
}
