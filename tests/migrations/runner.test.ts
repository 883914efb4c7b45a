import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quickCheck } from '../../db/checkpoint.ts';
import { migrate, pendingMigrations } from '../../db/migrate.ts';
import { type Db, openDatabase, openPlain } from '../../db/open.ts';
import { Fault } from '../../src-main/desk/faults.ts';

const now = '2026-03-05T06:00:00.000Z';
const key = Buffer.alloc(32, 3);
const die = fileURLToPath(new URL('./support/test-migrate-and-die.ts', import.meta.url));

const one = 'CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;';
const two = "ALTER TABLE note ADD COLUMN colour TEXT; INSERT INTO note VALUES (1, 'one', 'red');";
const three = 'CREATE INDEX note_by_colour ON note (colour);';

let folder = '';
let dir = '';
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nivaran-test-'));
  dir = join(folder, 'migrations');
  mkdirSync(dir);
  db = openPlain(':memory:');
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, sql: string): void {
  writeFileSync(join(dir, name), sql);
}

function putAll(): void {
  put('0001-note.sql', one);
  put('0002-colour.sql', two);
  put('0003-index.sql', three);
}

const run = (beforeMigrating?: () => void) => migrate(db, { dir, now, beforeMigrating });

function faultOf(act: () => unknown): Fault {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('No fault was thrown.');
}

const state = () => ({
  version: db.pragma('user_version', { simple: true }),
  schema: db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all(),
});

describe('the order of migrations', () => {
  it('applies all to a new database and nothing the second time', () => {
    putAll();
    expect(run()).toEqual({ applied: [1, 2, 3] });
    const after = state();
    expect(after.version).toBe(3);
    expect(run()).toEqual({ applied: [] });
    expect(state()).toEqual(after);
  });

  it('applies what a newer release adds', () => {
    put('0001-note.sql', one);
    run();
    putAll();
    expect(pendingMigrations(db, dir)).toEqual({ pending: [2, 3], isNew: false });
    expect(run()).toEqual({ applied: [2, 3] });
  });

  it('asks for a backup before changing a database that has content, and not otherwise', () => {
    const asked: number[] = [];
    const ask = () => asked.push(db.pragma('user_version', { simple: true }) as number);
    put('0001-note.sql', one);
    expect(pendingMigrations(db, dir)).toEqual({ pending: [1], isNew: true });
    run(ask);
    run(ask);
    expect(asked).toEqual([]);
    putAll();
    run(ask);
    expect(asked).toEqual([1]);
  });

  it('changes nothing when the backup fails', () => {
    put('0001-note.sql', one);
    run();
    putAll();
    const before = state();
    const fail = () => {
      throw new Fault('disk-full', 'No room for the backup.');
    };
    expect(faultOf(() => run(fail)).code).toBe('disk-full');
    expect(state()).toEqual(before);
  });

  it('takes no notice of how lines end', () => {
    put('0001-note.sql', 'CREATE TABLE a (x);\nCREATE TABLE b (x);\n');
    run();
    put('0001-note.sql', 'CREATE TABLE a (x);\r\nCREATE TABLE b (x);\r\n');
    expect(run()).toEqual({ applied: [] });
  });
});

describe('a history that does not fit', () => {
  beforeEach(() => {
    putAll();
    run();
  });

  it('is refused when an applied migration was edited', () => {
    put('0002-colour.sql', `${two} -- harmless`);
    expect(faultOf(run)).toMatchObject({ code: 'refused', message: expect.stringContaining('0002-colour was changed') });
  });

  it('is refused when an applied migration was renamed', () => {
    renameSync(join(dir, '0002-colour.sql'), join(dir, '0002-color.sql'));
    expect(faultOf(run)).toMatchObject({ code: 'refused', message: expect.stringContaining('0002-colour is missing') });
  });

  it('is refused when a migration is missing in the middle', () => {
    rmSync(join(dir, '0002-colour.sql'));
    expect(faultOf(run)).toMatchObject({ code: 'refused', message: expect.stringContaining('Migration 2 is missing') });
  });

  it('is from the future when the newest is not known here', () => {
    rmSync(join(dir, '0003-index.sql'));
    expect(faultOf(run)).toMatchObject({ code: 'from-future', message: expect.stringContaining('version 3') });
  });

  it('is from the future by its version number alone', () => {
    db.pragma('user_version = 9');
    expect(faultOf(run).code).toBe('from-future');
  });

  it('is damaged when a number is missing among the applied', () => {
    db.exec('DELETE FROM migration WHERE number = 2');
    expect(faultOf(run)).toMatchObject({ code: 'corrupt', message: expect.stringContaining('Migration 2 was never applied') });
  });

  it('is damaged when version and list disagree', () => {
    db.pragma('user_version = 2');
    expect(faultOf(run).code).toBe('corrupt');
  });

  it('is refused when two files have the same number', () => {
    put('0003-other.sql', 'CREATE TABLE other (x);');
    expect(faultOf(run).code).toBe('refused');
  });

  it.each(['4-short.sql', '0004_Under.sql', '0004-.sql', 'notes.sql'])('is refused when a file is named %s', (name) => {
    put(name, 'CREATE TABLE x (x);');
    expect(faultOf(run)).toMatchObject({ code: 'refused', message: expect.stringContaining(name) });
  });
});

describe('one migration', () => {
  it('leaves the version before when it fails half-way', () => {
    putAll();
    put('0003-index.sql', 'CREATE TABLE half (x); INSERT INTO nowhere VALUES (1);');
    expect(run).toThrow('nowhere');
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    expect(db.inTransaction).toBe(false);
    put('0003-index.sql', three);
    expect(run()).toEqual({ applied: [3] });
  });

  it('leaves no trace in an empty database when the first one fails', () => {
    put('0001-note.sql', 'CREATE TABLE half (x); nonsense;');
    expect(run).toThrow('nonsense');
    expect(state()).toEqual({ version: 0, schema: [] });
  });

  it('may rebuild a table that others refer to', () => {
    put(
      '0001-note.sql',
      'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);',
    );
    run();
    put(
      '0002-a.sql',
      'CREATE TABLE new_a (id INTEGER PRIMARY KEY, x); INSERT INTO new_a SELECT id, 1 FROM a; DROP TABLE a; ALTER TABLE new_a RENAME TO a;',
    );
    expect(run()).toEqual({ applied: [2] });
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => db.exec('INSERT INTO b VALUES (7)')).toThrow('FOREIGN KEY');
  });

  it('is refused when it leaves a broken reference', () => {
    put('0001-note.sql', 'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a);');
    run();
    put('0002-b.sql', 'INSERT INTO b VALUES (7);');
    expect(faultOf(run)).toMatchObject({ code: 'refused', message: expect.stringContaining('1 broken references, first in b') });
    expect(db.prepare('SELECT count(*) FROM b').pluck().get()).toBe(0);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('is refused when it ends the transaction by itself', () => {
    put('0001-note.sql', `${one} COMMIT;`);
    expect(faultOf(run)).toMatchObject({ code: 'refused', message: expect.stringContaining('ends the transaction') });
  });
});

describe('kill -9 inside a migration', () => {
  const file = () => join(folder, 'desk-test.db');
  const old = () => join(folder, 'old.db');

  function makeOld(): void {
    put('0001-note.sql', one);
    const made = openDatabase(file(), key, { create: true });
    migrate(made, { dir, now });
    for (let n = 0; n < 500; n += 1) made.prepare('INSERT INTO note (text) VALUES (?)').run(`row ${n} ${'x'.repeat(200)}`);
    made.close();
    copyFileSync(file(), old());
  }

  function restoreOld(): void {
    for (const tail of ['-wal', '-shm']) rmSync(file() + tail, { force: true });
    copyFileSync(old(), file());
  }

  const migrateAndDie = () =>
    new Promise<NodeJS.Signals | null>((resolve) => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', die, file(), key.toString('hex'), dir]);
      child.on('close', (_code, signal) => resolve(signal));
    });

  const statements = [
    'ALTER TABLE note ADD COLUMN colour TEXT',
    "UPDATE note SET colour = 'red'",
    'CREATE INDEX note_by_colour ON note (colour)',
    'DELETE FROM note WHERE n % 2 = 0',
    'CREATE TABLE extra (x)',
  ];

  it('leaves the old version wherever it strikes, and the next start completes', async () => {
    makeOld();
    for (let place = 0; place <= statements.length; place += 1) {
      restoreOld();
      const parts = [...statements.slice(0, place), 'SELECT die()', ...statements.slice(place)];
      put('0002-change.sql', `${parts.join(';\n')};`);
      expect(await migrateAndDie()).toBe('SIGKILL');
      const opened = openDatabase(file(), key);
      expect(opened.pragma('user_version', { simple: true })).toBe(1);
      expect(opened.prepare('SELECT count(*) FROM note').pluck().get()).toBe(500);
      expect(opened.prepare("SELECT count(*) FROM sqlite_schema WHERE name IN ('extra', 'note_by_colour')").pluck().get()).toBe(0);
      quickCheck(opened);
      put('0002-change.sql', `${statements.join(';\n')};`);
      expect(migrate(opened, { dir, now })).toEqual({ applied: [2] });
      expect(opened.prepare("SELECT count(*) FROM note WHERE colour = 'red'").pluck().get()).toBe(250);
      opened.close();
    }
  });

  it('between two migrations leaves the first one done', async () => {
    makeOld();
    put('0002-change.sql', `${statements.join(';\n')};`);
    put('0003-more.sql', 'CREATE TABLE more (x); SELECT die();');
    expect(await migrateAndDie()).toBe('SIGKILL');
    const opened = openDatabase(file(), key);
    expect(opened.pragma('user_version', { simple: true })).toBe(2);
    expect(opened.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'more'").pluck().get()).toBe(0);
    opened.close();
    expect(readFileSync(file()).includes('note_by_colour')).toBe(false);
  });
});
