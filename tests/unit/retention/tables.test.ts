import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { purgeWays, tableSorts } from '../../../db/schema.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'db', 'migrations');

/** The columns of every table that the migrations make. */
function tables(): Map<string, string[]> {
  const sql = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const found = new Map<string, string[]>();
  for (const [, name = '', inside = ''] of sql.matchAll(/CREATE TABLE (\w+) \(\n([\s\S]*?)\n\)/g))
    found.set(
      name,
      [...inside.matchAll(/^ {2}"?(\w+)"? /gm)].map(([, column = '']) => column),
    );
  for (const [, name = '', inside = ''] of sql.matchAll(/CREATE VIRTUAL TABLE (\w+) USING fts5 \(([\s\S]*?)\)/g))
    found.set(
      name,
      inside.split(',').map((column) => column.trim()),
    );
  return found;
}

const all = [...tables()];
const by = (way: string) => all.filter(([name]) => purgeWays[name] === way);

describe('the purge of a case', () => {
  it('knows every table: db/schema.ts says how it reaches one without a column "ref"', () => {
    expect(all.map(([name]) => name).sort()).toEqual(Object.keys(tableSorts).sort());
    expect(all.filter(([name, columns]) => purgeWays[name] === undefined && !columns.includes('ref'))).toEqual([]);
  });

  it('takes the rows of every table that names a case, but of those which hold what remains, or a restricted ticket', () => {
    const passedOver = by('none').filter(([, columns]) => columns.some((one) => /(^|_)ref$/.test(one)));
    expect(passedOver.map(([name]) => name)).toEqual(['case_tombstone', 'wall', 'wall_tombstone']);
  });

  it('finds a column of the name by which it takes rows', () => {
    expect(by('subject').filter(([, columns]) => !columns.includes('subject'))).toEqual([]);
    expect(by('people').filter(([, columns]) => !columns.includes('party'))).toEqual([]);
    const viaOthers = all.flatMap(([name, columns]) => {
      const via = purgeWays[name]?.startsWith('via ') ? purgeWays[name].slice(4) : null;
      return via === null ? [] : [[columns.includes(via), tables().get(via)?.includes('ref')]];
    });
    expect(viaOthers.flat().every((is) => is === true)).toBe(true);
  });
});
