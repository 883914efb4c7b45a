import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quickCheck } from '../../db/checkpoint.ts';
import { type Db, isOlder, oldestSafeSqlite, openDatabase, openPlain, pragmasOf } from '../../db/open.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { withBareDatabase } from '../support/bare-database.ts';
import { codeOf, faultOf, filesBelow, flipBit, seededNumbers, temporaryFolder } from './support/drills.ts';

const folder = temporaryFolder();
const key = Buffer.alloc(32, 7);
const otherKey = Buffer.alloc(32, 8);
const words = ['Marigoldenrod', 'Quetzalkraft', 'निवारणशब्द', 'Zymurgist-4471'];

const fileName = () => join(folder.path, 'desk-test.db');

/** A database in the state every workspace has, with the words above in some hundred rows. */
function makeDatabase(): Db {
  const db = openDatabase(fileName(), key, { create: true });
  db.exec('CREATE TABLE migration (number INTEGER PRIMARY KEY); CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO note (text) VALUES (?)');
  for (let n = 0; n < 400; n += 1) insert.run(`${words[n % words.length]} ${n} ${'filler '.repeat(30)}`);
  return db;
}

function closedDatabase(): Buffer {
  makeDatabase().close();
  return readFileSync(fileName());
}

/** What somebody sees who opens the file and reads all of it. */
function readAll(): string {
  const db = openDatabase(fileName(), key, { keyIsProven: true });
  try {
    quickCheck(db);
    return String((db.prepare('SELECT sum(length(text)) AS n FROM note').get() as { n: number }).n);
  } finally {
    db.close();
  }
}

describe('settings of a connection', () => {
  it.each(pragmasOf(false))('has $name as $expect when it writes', ({ name, expect: value }) => {
    const db = makeDatabase();
    expect(db.pragma(name, { simple: true })).toBe(value);
    db.close();
  });

  it.each(pragmasOf(true))('has $name as $expect when it only reads', ({ name, expect: value }) => {
    makeDatabase().close();
    const db = openDatabase(fileName(), key, { readonly: true });
    expect(db.pragma(name, { simple: true })).toBe(value);
    db.close();
  });

  it.each([
    ['synchronous', 1],
    ['secure_delete', 0],
    ['trusted_schema', 1],
    ['cell_size_check', 0],
    ['temp_store', 0],
    ['wal_autocheckpoint', 1000],
    ['journal_size_limit', -1],
    ['query_only', 0],
  ])('would have %s as %i if it were left alone', (name, value) => {
    const file = join(folder.path, 'bare.db');
    withBareDatabase(file, (db) => {
      db.pragma('journal_mode = WAL');
      db.exec('CREATE TABLE t (x)');
    });
    const answer = withBareDatabase(file, (db) => {
      db.prepare('SELECT count(*) FROM t').get();
      return db.pragma(name, { simple: true });
    });
    expect(answer).toBe(value);
  });

  it('would be in journal mode delete if it were left alone', () => {
    expect(withBareDatabase(join(folder.path, 'bare.db'), (db) => db.pragma('journal_mode', { simple: true }))).toBe('delete');
  });

  it('uses the SQLCipher format of version 4', () => {
    const db = makeDatabase();
    expect(db.pragma('cipher', { simple: true })).toBe('sqlcipher');
    expect(db.pragma('legacy', { simple: true })).toBe('4');
    db.close();
  });

  it('runs on a SQLite whose write-ahead log is sound', () => {
    const db = openPlain(':memory:');
    expect(isOlder(db.prepare('SELECT sqlite_version()').pluck().get() as string, oldestSafeSqlite)).toBe(false);
    db.close();
  });

  it.each([
    ['3.51.2', true],
    ['3.51.3', false],
    ['3.51.10', false],
    ['3.9.9', true],
    ['4.0', false],
    ['3.51', true],
  ])('says of version %s that it is too old: %s', (version, isTooOld) => {
    expect(isOlder(version, '3.51.3')).toBe(isTooOld);
  });

  it('lets a connection that only reads change nothing', () => {
    makeDatabase().close();
    const db = openDatabase(fileName(), key, { readonly: true });
    expect(() => db.exec('DELETE FROM note')).toThrow();
    expect(() => db.pragma('user_version = 9')).toThrow();
    db.close();
  });
});

describe('opening', () => {
  it('reads back with the same key what was written', () => {
    makeDatabase().close();
    const db = openDatabase(fileName(), key);
    expect(db.prepare('SELECT text FROM note WHERE n = 1').pluck().get()).toContain('Marigoldenrod');
    db.close();
  });

  it('tells a wrong key', () => {
    const before = closedDatabase();
    expect(codeOf(() => openDatabase(fileName(), otherKey))).toBe('wrong-key');
    expect(readFileSync(fileName())).toEqual(before);
  });

  it('calls the same thing damage when the key is proven', () => {
    closedDatabase();
    expect(codeOf(() => openDatabase(fileName(), otherKey, { keyIsProven: true }))).toBe('corrupt');
  });

  it('refuses a missing file and makes none', () => {
    expect(codeOf(() => openDatabase(fileName(), key))).toBe('not-found');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('refuses an empty file and leaves it empty', () => {
    writeFileSync(fileName(), '');
    expect(codeOf(() => openDatabase(fileName(), key))).toBe('corrupt');
    expect(statSync(fileName()).size).toBe(0);
  });

  it('refuses a folder', () => {
    mkdirSync(fileName());
    expect(codeOf(() => openDatabase(fileName(), key))).toBe('not-found');
  });

  it('refuses a file that is no database', () => {
    writeFileSync(fileName(), 'synthetic text '.repeat(1000));
    expect(codeOf(() => openDatabase(fileName(), key, { keyIsProven: true }))).toBe('corrupt');
  });

  it('refuses an unencrypted database', () => {
    const plain = openPlain(fileName(), { create: true });
    plain.exec('CREATE TABLE migration (number INTEGER PRIMARY KEY)');
    plain.close();
    expect(codeOf(() => openDatabase(fileName(), key, { keyIsProven: true }))).toBe('corrupt');
  });

  it('refuses an encrypted database that is not a workspace', () => {
    const db = openDatabase(fileName(), key, { create: true });
    db.exec('CREATE TABLE something_else (x)');
    db.close();
    expect(codeOf(() => openDatabase(fileName(), key))).toBe('corrupt');
  });

  it.each([0.02, 0.3, 0.7, 0.999])('refuses a file cut to %f of its length', (part) => {
    const whole = closedDatabase().length;
    truncateSync(fileName(), Math.floor(whole * part));
    expect(codeOf(readAll)).toBe('corrupt');
  });

  it('takes only keys of 32 bytes', () => {
    closedDatabase();
    expect(() => openDatabase(fileName(), Buffer.alloc(31))).toThrow(TypeError);
  });

  it('finds every one of 100 flipped bits', () => {
    const whole = closedDatabase();
    const next = seededNumbers('database flips');
    const sound = readAll();
    const unseen: number[] = [];
    for (let n = 0; n < 100; n += 1) {
      const bit = next(whole.length * 8);
      writeFileSync(fileName(), flipBit(whole, bit));
      try {
        readAll();
        unseen.push(bit);
      } catch (error) {
        expect(error).toBeInstanceOf(Fault);
        expect((error as Fault).code).toBe('corrupt');
      }
    }
    expect(unseen).toEqual([]);
    writeFileSync(fileName(), whole);
    expect(readAll()).toBe(sound);
  });
});

describe('making', () => {
  it('never overwrites a file', () => {
    const before = closedDatabase();
    expect(codeOf(() => openDatabase(fileName(), key, { create: true }))).toBe('already-exists');
    expect(readFileSync(fileName())).toEqual(before);
  });

  it('lets nobody but the owner read the file', () => {
    makeDatabase().close();
    expect(statSync(fileName()).mode & 0o077).toBe(0);
  });

  it('says when the folder is not there', () => {
    expect(codeOf(() => openDatabase(join(folder.path, 'none', 'desk-x.db'), key, { create: true }))).toBe('not-found');
  });

  it('never tells the key in a fault', () => {
    closedDatabase();
    const fault = faultOf(() => openDatabase(fileName(), otherKey));
    expect(`${fault.message} ${JSON.stringify(fault.detail)} ${String(fault.cause)}`).not.toContain(otherKey.toString('hex'));
  });
});

describe('encryption', () => {
  const found = () =>
    [...filesBelow(folder.path)].flatMap(([name, bytes]) => words.filter((word) => bytes.includes(word)).map((word) => `${name}: ${word}`));

  it('leaves no word in the database or its log', () => {
    const db = makeDatabase();
    expect(readdirSync(folder.path)).toContain('desk-test.db-wal');
    expect(found()).toEqual([]);
    db.close();
    expect(found()).toEqual([]);
  });

  it('would be seen to fail: the same rows unencrypted are found', () => {
    const db = openPlain(fileName(), { create: true });
    db.exec('CREATE TABLE note (text TEXT)');
    for (const word of words) db.prepare('INSERT INTO note VALUES (?)').run(word);
    db.close();
    expect(found()).toHaveLength(words.length);
  });
});

describe('unencrypted databases', () => {
  it('are made only where nothing is', () => {
    openPlain(fileName(), { create: true }).close();
    expect(codeOf(() => openPlain(fileName(), { create: true }))).toBe('already-exists');
    expect(codeOf(() => openPlain(join(folder.path, 'none.db')))).toBe('not-found');
    expect(existsSync(join(folder.path, 'none.db'))).toBe(false);
  });

  it('are refused when they are no database', () => {
    writeFileSync(fileName(), 'synthetic text '.repeat(1000));
    expect(codeOf(() => openPlain(fileName()))).toBe('corrupt');
  });

  it('can be opened for reading only', () => {
    const db = openPlain(fileName(), { create: true });
    db.exec('CREATE TABLE note (text TEXT)');
    db.close();
    const reader = openPlain(fileName(), { readonly: true });
    expect(() => reader.exec('DELETE FROM note')).toThrow();
    reader.close();
  });
});
