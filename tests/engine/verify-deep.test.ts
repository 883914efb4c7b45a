import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import type { Db } from '../../db/open.ts';
import { transaction } from '../../db/open.ts';
import { createFolds, epochFolds, verifyChain, verifyDeep } from '../../src-main/journal/index.ts';
import { type Drill, drillFolds, grow, migrationsDir, openDrill, seededRandom, tampered } from '../support/journal-db.ts';

const prepare = (scratch: Db) => void migrate(scratch, { dir: migrationsDir, now: '2026-01-01T00:00:00.000Z' });
const filled = ['desk', 'epoch', 'setting', 'letter', 'mail_seen'];

let drill: Drill;
beforeAll(() => {
  drill = openDrill(51);
  grow(drill, 90, seededRandom(9));
  drill.checkpoint();
});
afterAll(() => drill.close());

const deep = (folds = drill.folds) => verifyDeep(drill.db, folds, { scratchDir: drill.dir, prepare });
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

interface Cell {
  table: string;
  column: string;
  isKey: boolean;
  /** WHERE for the row, with its values. */
  where: string;
  values: unknown[];
  value: unknown;
}

function anyCell(db: Db, random: () => number): Cell {
  const table = pick(filled, random);
  const columns = db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as { name: string; pk: number }[];
  const key = columns.filter((column) => column.pk > 0).map((column) => column.name);
  const row = pick(db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[], random);
  const column = pick(columns, random);
  return {
    table,
    column: column.name,
    isKey: column.pk > 0,
    value: row[column.name],
    where: key.map((name) => `${name} IS ?`).join(' AND '),
    values: key.map((name) => row[name]),
  };
}

const otherValue = (column: string, value: unknown) =>
  typeof value === 'number' ? value + 1_000 : value === null ? (/seq|record|pages/.test(column) ? 7 : 'x') : `${value}x`;

describe('a rebuild of all tables', () => {
  it('gives what is there, purged letters included', () => {
    expect(drill.db.prepare("SELECT count(*) FROM letter WHERE superseded_by = 'purged'").pluck().get()).toBeGreaterThan(0);
    expect(deep()).toEqual({ ok: true, entries: drill.journal.head().seq, head: drill.journal.head().hash, problems: [] });
  });

  it('names a changed cell by table, key and column, every time', () => {
    const random = seededRandom(10);
    for (let i = 0; i < 125; i++) {
      const cell = anyCell(drill.db, random);
      const change = () =>
        drill.db
          .prepare(`UPDATE ${cell.table} SET ${cell.column} = ? WHERE ${cell.where}`)
          .run(otherValue(cell.column, cell.value), ...cell.values);
      const { ok, problems } = tampered(drill.db, change, deep);
      expect(ok).toBe(false);
      if (cell.isKey) expect(problems.map(({ kind }) => kind).sort()).toEqual(['fold-row-extra', 'fold-row-missing']);
      else {
        const key = cell.values.join('/');
        expect(problems).toEqual([{ kind: 'fold-differs', seq: null, table: cell.table, key, detail: `column ${cell.column} differs` }]);
      }
      expect(JSON.stringify(problems)).not.toContain('Synthetic');
    }
  });

  it('names a missing row and an extra one', () => {
    const look = (sql: string) => tampered(drill.db, () => drill.db.exec(sql), deep).problems;
    expect(look("DELETE FROM setting WHERE name = 'a'")).toMatchObject([{ kind: 'fold-row-missing', table: 'setting', key: 'a' }]);
    expect(look("INSERT INTO setting VALUES ('aa', '1', 1)")).toMatchObject([{ kind: 'fold-row-extra', table: 'setting', key: 'aa' }]);
    expect(look("INSERT INTO organisation VALUES ('organisation', 'w', 'n', 0, 'x')")).toMatchObject([
      { kind: 'fold-row-extra', table: 'organisation' },
    ]);
    expect(look("INSERT INTO case_item VALUES ('COC', 3, 'url', 'x', NULL, NULL, NULL)")).toMatchObject([
      { kind: 'fold-row-extra', key: 'COC/3' },
    ]);
  });

  it('tells the order of keys as SQLite does, whatever their letters', () => {
    const names = ['\u{1f600}', '\uffee', 'z', 'é', 'Z', 'ZZ', ''];
    const add = drill.db.prepare("INSERT INTO setting VALUES (?, '', 1)");
    const { problems } = tampered(drill.db, () => names.forEach((name) => void add.run(name)), deep);
    expect(problems.map(({ kind, key }) => [kind, key])).toEqual(
      ['', 'Z', 'ZZ', 'z', 'é', '\uffee', '\u{1f600}'].map((name) => ['fold-row-extra', name]),
    );
  });

  it('does not round whole numbers into looking right', () => {
    const { problems } = tampered(drill.db, () => drill.db.exec('UPDATE setting SET changed_seq = 9007199254740993'), deep);
    expect(problems.every(({ kind, detail }) => kind === 'fold-differs' && detail === 'column changed_seq differs')).toBe(true);
    const half = drill.db.prepare("SELECT changed_seq FROM setting WHERE name = 'a'").pluck().get() as number;
    expect(problems).toHaveLength(drill.db.prepare('SELECT count(*) FROM setting').pluck().get() as number);
    expect(half).toBeLessThan(1_000);
  });

  it('names a trigger that was dropped, and tables that this version does not have', () => {
    const look = (sql: string) => tampered(drill.db, () => drill.db.exec(sql), deep).problems;
    expect(look('DROP TRIGGER journal_is_append_only_update')).toMatchObject([
      { kind: 'schema-differs', key: 'trigger journal_is_append_only_update', detail: 'it is missing' },
    ]);
    expect(look('CREATE TABLE more (x)')).toMatchObject([{ kind: 'schema-differs', key: 'table more' }]);
    expect(look('DROP TABLE setting').map(({ kind }) => kind)).toEqual(['schema-differs']);
  });

  it('names entries that no fold knows, that a fold refuses, and whose body is no JSON', () => {
    const { 'setting.changed': _gone, ...fewer } = drillFolds;
    const unknown = deep(createFolds([fewer, epochFolds])).problems.filter(({ kind }) => kind === 'kind-unknown');
    expect(unknown).toHaveLength(drill.db.prepare("SELECT count(*) FROM journal WHERE kind = 'setting.changed'").pluck().get() as number);
    const refusing = createFolds([
      {
        ...drillFolds,
        'mail.seen': () => {
          throw new Error('holds A. Example');
        },
      },
      epochFolds,
    ]);
    const failed = deep(refusing).problems;
    expect(failed.some(({ kind }) => kind === 'fold-failed')).toBe(true);
    expect(JSON.stringify(failed)).not.toContain('A. Example');
    const broken = tampered(
      drill.db,
      () => drill.db.exec("DROP TRIGGER journal_body_only_blanks; UPDATE journal_body SET body = '{' WHERE seq = 1"),
      deep,
    ).problems;
    expect(broken.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['body-differs', 'body-unreadable']));
  });

  it('says what the walk over the record says as well', () => {
    const change = () => drill.db.exec("DROP TRIGGER journal_is_append_only_update; UPDATE journal SET actor = 'user:zz' WHERE seq = 3");
    const { walk, all } = tampered(drill.db, change, () => ({ walk: verifyChain(drill.db).problems, all: deep().problems }));
    expect(all.slice(0, walk.length)).toEqual(walk);
  });

  it('folds an entry without a body by its own purged fold', () => {
    const seen: number[] = [];
    const folds = createFolds([drillFolds, epochFolds], [{ 'letter.prepared': (_db, entry) => void seen.push(entry.seq) }]);
    deep(folds);
    expect(seen).toEqual(
      drill.db.prepare('SELECT seq FROM journal JOIN journal_body USING (seq) WHERE body IS NULL ORDER BY seq').pluck().all(),
    );
  });
});

describe('the scratch of a rebuild', () => {
  it('never shows plaintext on the disk and is gone afterwards', () => {
    const marker = 'SYNTHETICMARKER'.repeat(40);
    transaction(drill.db, () => {
      for (let n = 0; n < 400; n++) {
        const body = { v: 1, name: `m${n}`, value: marker };
        drill.folds.apply(drill.db, drill.journal.record({ actor: 'system', kind: 'setting.changed', subject: 'workspace:w', body }), body);
      }
    });
    const before = readdirSync(drill.dir).sort();
    const seen: string[] = [];
    const spying = createFolds([
      {
        ...drillFolds,
        'setting.changed': (db, entry, body) => {
          drillFolds['setting.changed']!(db, entry, body);
          if ((body as { name: string }).name !== 'm399') return;
          db.pragma('cache_size = 10');
          db.prepare('UPDATE setting SET value = value || 1').run();
          for (const name of readdirSync(drill.dir).filter((file) => file.startsWith('scratch-'))) {
            const bytes = readFileSync(join(drill.dir, name));
            seen.push(name);
            expect(bytes.includes('SYNTHETICMARKER')).toBe(false);
            expect(bytes.includes('SQLite format 3')).toBe(false);
          }
        },
      },
      epochFolds,
    ]);
    deep(spying);
    expect(seen).toHaveLength(1);
    expect(readdirSync(drill.dir).sort()).toEqual(before);
  });

  it('is gone when the rebuild fails', () => {
    const before = readdirSync(drill.dir).sort();
    const fail = () => {
      throw new Error('no schema');
    };
    expect(() => verifyDeep(drill.db, drill.folds, { scratchDir: drill.dir, prepare: fail })).toThrow('no schema');
    expect(readdirSync(drill.dir).sort()).toEqual(before);
  });
});
