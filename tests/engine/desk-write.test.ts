import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { openDatabase } from '../../db/open.ts';
import { addCase } from '../../src-main/cases/index.ts';
import { nowOf, post, write } from '../../src-main/desk/desk.ts';
import { startReader } from '../../src-main/desk/reader.ts';
import { migrationsDir } from '../../src-main/desk/resources.ts';
import { bringIndexUp, ticketsWith } from '../../src-main/search/index.ts';
import { deriveKey } from '../../src-main/workspace/keys.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const checkpoints = () => made.desk.db.prepare('SELECT count(*) FROM checkpoint').pluck().get();
const subject = 'workspace:testworkspac';
const postMany = (count: number) =>
  write(made.desk, ['queue'], () => {
    for (let n = 0; n < count; n += 1) post(made.desk, { kind: 'backup.made', subject, body: {} });
    return 'stored';
  });

it('answers and announces an act whose checkpoint failed, warns, and signs at the next one', async () => {
  const { desk } = made;
  const announced: string[][] = [];
  desk.announce = (topics) => void announced.push(topics);
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
  desk.db.exec("CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.checkpoint BEGIN SELECT RAISE(ABORT, 'a private word'); END");
  expect(postMany(1_000)).toBe('stored');
  expect(announced).toEqual([['queue']]);
  expect(checkpoints()).toBe(0);
  expect((await warned).message).toContain('SQLITE_CONSTRAINT_TRIGGER');
  expect((await warned).message).not.toContain('a private word');
  desk.db.exec('DROP TRIGGER no_room');
  postMany(1);
  expect(checkpoints()).toBe(1);
});

it('reads again after the reading thread died, and never after it was closed', async () => {
  const file = join(made.dir, 'later.db');
  const key = deriveKey(made.dataKey, 'database');
  const reader = startReader({ file, key });
  const ask = () => reader.ask('journal', { before: undefined, limit: 1 });
  await expect(ask()).rejects.toThrow('no database file');
  expect(existsSync(file)).toBe(false);
  const db = openDatabase(file, key, { create: true });
  migrate(db, { dir: migrationsDir(), now: nowOf(made.desk) });
  expect(await ask()).toEqual([]);
  await reader.close();
  await expect(ask()).rejects.toMatchObject({ code: 'cancelled' });
  db.close();
});

it('brings the index up to the head of the record, so that nothing is looked through twice', () => {
  const { db } = made.desk;
  const { ref } = addCase(made.desk, contentCase({ subject: 'Marigold' }));
  postMany(3);
  bringIndexUp(db);
  const upto = () => db.prepare('SELECT upto FROM search_progress').pluck().get();
  expect(upto()).toBe(made.desk.journal.head().seq);
  expect(ticketsWith(db, 'marigold')).toEqual([ref]);
  const later = addCase(made.desk, contentCase({ subject: 'Marigold again' })).ref;
  bringIndexUp(db);
  expect(ticketsWith(db, 'marigold')).toEqual([later, ref]);
});
