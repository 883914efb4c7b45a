import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { type Db, openPlain } from '../../db/open.ts';
import { tableSorts } from '../../db/schema.ts';

const script = fileURLToPath(new URL('../../db/migrations/0001-desk.sql', import.meta.url));
const now = '2026-03-05T06:00:00.000Z';

interface SchemaRow {
  type: string;
  name: string;
  sql: string | null;
}

/** Every table, index and trigger; the shadow tables that FTS5 makes for itself are its own business. */
function schemaOf(db: Db): SchemaRow[] {
  const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all() as SchemaRow[];
  return rows.filter(({ name }) => name !== 'migration' && !name.startsWith('sqlite_') && !/^search_text_/.test(name));
}

let db: Db;
let migrations = '';
beforeEach(() => {
  // This migration alone, whatever comes after it one day.
  migrations = mkdtempSync(join(tmpdir(), 'nivaran-test-'));
  copyFileSync(script, join(migrations, '0001-desk.sql'));
  db = openPlain(':memory:');
});
afterEach(() => {
  db.close();
  rmSync(migrations, { recursive: true, force: true });
});

describe('from nothing to 0001', () => {
  it('makes exactly the schema of its script, and the table of migrations', () => {
    const plain = openPlain(':memory:');
    plain.exec(readFileSync(script, 'utf8'));
    expect(migrate(db, { dir: migrations, now }).applied).toEqual([1]);
    expect(schemaOf(db)).toEqual(schemaOf(plain));
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'migration'").pluck().get()).toBe(1);
    plain.close();
  });

  it('makes the tables that the schema names, and no others', () => {
    migrate(db, { dir: migrations, now });
    const tables = schemaOf(db).filter(({ type }) => type === 'table');
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(tableSorts).sort());
  });

  it('notes its number, name, hash and instant', () => {
    migrate(db, { dir: migrations, now });
    const row = db.prepare('SELECT * FROM migration WHERE number = 1').get();
    expect(row).toEqual({ number: 1, name: 'desk', hash: expect.stringMatching(/^[0-9a-f]{64}$/), applied_at: now });
    expect(db.pragma('user_version', { simple: true })).toBe(1);
  });

  it('makes every table strict but the full-text index', () => {
    migrate(db, { dir: migrations, now });
    const loose = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0").pluck();
    expect(loose.all().filter((name) => !String(name).startsWith('sqlite_'))).toEqual([]);
  });

  it.each(['UPDATE journal SET actor = 1', 'DELETE FROM journal', 'DELETE FROM journal_body', 'DELETE FROM checkpoint'])(
    'aborts %s',
    (sql) => {
      migrate(db, { dir: migrations, now });
      const hash = Buffer.alloc(32);
      db.prepare("INSERT INTO journal VALUES (1, 'desk', ?, 'user:a', 'k', 's', ?, ?, ?)").run(now, hash, hash, hash);
      db.prepare("INSERT INTO journal_body VALUES (1, ?, '{}')").run(hash);
      db.prepare("INSERT INTO checkpoint VALUES (1, 'note')").run();
      expect(() => db.exec(sql)).toThrow(/append-only|only be purged/);
    },
  );
});
