import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkpointAll, checkpointIfLarge, freezeCheckpoints, largeLogFrames } from '../../db/checkpoint.ts';
import { type Db, openDatabase, openPlain, statement, transaction } from '../../db/open.ts';
import { deriveKey } from '../../src-main/workspace/keys.ts';
import { codeOf, temporaryFolder } from './support/drills.ts';
import { addNote, countNotes, makeWorkspace } from './support/small-workspace.ts';

const folder = temporaryFolder();

function withDatabase(use: (db: Db) => void): void {
  const { db } = makeWorkspace(folder.path);
  try {
    use(db);
  } finally {
    db.close();
  }
}

describe('a transaction', () => {
  it('stores all of it and gives the result', () => {
    withDatabase((db) => {
      expect(transaction(db, () => addNote(db, 'one') + addNote(db, 'two'))).toBe(3);
      expect(countNotes(db)).toBe(2);
    });
  });

  it('stores nothing when it throws, and throws the same error', () => {
    withDatabase((db) => {
      const error = new Error('a rule says no');
      const act = () =>
        transaction(db, () => {
          addNote(db, 'one');
          throw error;
        });
      expect(act).toThrow(error);
      expect(countNotes(db)).toBe(0);
      expect(db.inTransaction).toBe(false);
    });
  });

  it('inside another undoes its own part only', () => {
    withDatabase((db) => {
      transaction(db, () => {
        addNote(db, 'kept');
        const inner = () =>
          transaction(db, () => {
            addNote(db, 'undone');
            throw new Error('inner');
          });
        expect(inner).toThrow('inner');
        transaction(db, () => addNote(db, 'kept too'));
      });
      expect(db.prepare('SELECT text FROM note ORDER BY n').pluck().all()).toEqual(['kept', 'kept too']);
    });
  });

  it('refuses to wait for a promise and stores nothing', () => {
    withDatabase((db) => {
      expect(() => transaction(db, async () => addNote(db, 'late'))).toThrow(TypeError);
      expect(countNotes(db)).toBe(0);
    });
  });

  it('says that the database is in use when another connection writes', () => {
    const file = join(folder.path, 'shared.db');
    const first = openPlain(file, { create: true, busyTimeoutMs: 0 });
    const second = openPlain(file, { busyTimeoutMs: 0 });
    first.exec('CREATE TABLE t (x); BEGIN IMMEDIATE');
    expect(codeOf(() => transaction(second, () => second.exec('INSERT INTO t VALUES (1)')))).toBe('locked');
    first.close();
    second.close();
  });

  it('keeps one prepared statement for one text', () => {
    withDatabase((db) => {
      expect(statement(db, 'SELECT 1')).toBe(statement(db, 'SELECT 1'));
      expect(statement(db, 'SELECT 1')).not.toBe(statement(db, 'SELECT 2'));
    });
  });
});

describe('the write-ahead log', () => {
  const logBytes = (db: Db) => statSync(`${db.name}-wal`).size;

  it('is left alone while it is small', () => {
    withDatabase((db) => {
      checkpointAll(db);
      const size = statSync(db.name).size;
      for (let n = 0; n < 50; n += 1) addNote(db, 'x'.repeat(3000));
      const result = checkpointIfLarge(db);
      expect(result.frames).toBeGreaterThan(50);
      expect(result).toMatchObject({ moved: 0, isBlocked: false });
      expect(statSync(db.name).size).toBe(size);
    });
  });

  it('is copied back when it has grown, and written from its beginning again', () => {
    withDatabase((db) => {
      transaction(db, () => {
        for (let n = 0; n < largeLogFrames / 8; n += 1) addNote(db, 'x'.repeat(3500));
      });
      const result = checkpointIfLarge(db);
      expect(result.frames).toBeGreaterThan(largeLogFrames / 8);
      expect(result).toMatchObject({ moved: result.frames, isBlocked: false });
      const size = logBytes(db);
      expect(size).toBeGreaterThan(0);
      addNote(db, 'at the beginning');
      expect(logBytes(db)).toBe(size);
      expect(checkpointIfLarge(db).frames).toBeLessThan(10);
    });
  });

  it('never grows past its limits in long work that asks after every command', () => {
    withDatabase((db) => {
      for (let n = 0; n < 3000; n += 1) {
        addNote(db, 'x'.repeat(3500));
        checkpointIfLarge(db, 400);
      }
      expect(logBytes(db)).toBeLessThan(410 * 4120);
    });
  });

  it('is emptied above the limit', () => {
    withDatabase((db) => {
      const text = 'x'.repeat(3500);
      transaction(db, () => {
        for (let n = 0; n < largeLogFrames + 100; n += 1) addNote(db, text);
      });
      expect(checkpointIfLarge(db)).toMatchObject({ isBlocked: false });
      expect(logBytes(db)).toBe(0);
    });
  });

  it('stays when a long read needs it, and goes once the read has ended', () => {
    const { db, dataKey, header } = makeWorkspace(folder.path);
    db.close();
    const writer = open(header.database, dataKey);
    const reader = open(header.database, dataKey, true);
    addNote(writer, 'first');
    reader.exec('BEGIN');
    expect(countNotes(reader)).toBe(1);
    for (let n = 0; n < 30; n += 1) addNote(writer, 'more');
    expect(checkpointIfLarge(writer, 10)).toMatchObject({ isBlocked: true });
    expect(codeOf(() => checkpointAll(writer))).toBe('locked');
    expect(countNotes(reader)).toBe(1);
    reader.exec('COMMIT');
    expect(checkpointIfLarge(writer, 10)).toMatchObject({ isBlocked: false });
    expect(logBytes(writer)).toBe(0);
    reader.close();
    writer.close();
  });

  it('is left alone while a backup has the file frozen', () => {
    withDatabase((db) => {
      checkpointAll(db);
      const size = statSync(db.name).size;
      const [thaw, thawToo] = [freezeCheckpoints(db), freezeCheckpoints(db)];
      for (let n = 0; n < 200; n += 1) addNote(db, 'x'.repeat(500));
      expect(checkpointIfLarge(db, 10).frames).toBe(0);
      thaw();
      thaw();
      expect(checkpointIfLarge(db, 10).frames).toBe(0);
      expect(statSync(db.name).size).toBe(size);
      thawToo();
      expect(checkpointIfLarge(db, 10).frames).toBeGreaterThan(10);
      expect(statSync(db.name).size).toBeGreaterThan(size);
    });
  });

  function open(name: string, dataKey: Buffer, readonly = false): Db {
    return openDatabase(join(folder.path, name), deriveKey(dataKey, 'database'), { readonly });
  }
});
