import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { call, implement } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { contract } from '../../src-main/desk/contract.ts';
import { workspaceHandlers } from '../../src-main/desk/handlers/workspace.ts';
import { startReader } from '../../src-main/desk/reader.ts';
import { startScrub } from '../../src-main/desk/scrub-job.ts';
import { keepPreference } from '../../src-main/desk/store/local.ts';
import { bringIndexUpBySlices } from '../../src-main/search/index.ts';
import { backupDesk, databaseOf } from '../../src-main/workspace/index.ts';
import { contentCase } from '../support/desk.ts';
import { makeSession, passphrase, sampleWorkspace, type TestSession } from './support/session.ts';

const os = implement(contract).$context<{ window: string }>();
const context = { context: { window: 'window-1' } };
const turn = () => new Promise((resolve) => setImmediate(resolve));

let made: TestSession;
beforeEach(async () => {
  made = makeSession(async () => join(made.dataDir, 'one.nivaran-backup'));
  await made.session.create(sampleWorkspace(), 0);
});
afterEach(() => made.remove());

const add = (subject = 'A post') => addCase(made.session.desk(), contentCase({ subject, receivedAt: new Date().toISOString() })).ref;

async function ended(id: string) {
  while (made.session.jobs.get(id).state === 'running') await turn();
  return made.session.jobs.get(id);
}

describe('a backup of the desk in use', () => {
  it('lets writes be answered while what was written is checked, and holds none of them', async () => {
    const desk = made.session.desk();
    add();
    const before = desk.journal.head();
    let begin = () => {};
    let release = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const marks: unknown[] = [];
    const done = backupDesk(desk, join(made.dataDir, 'held.nivaran-backup'), {
      checkAside: async (_copied, mark) => {
        marks.push(mark);
        begin();
        await held;
      },
    });
    await begun;
    const refs = [add(), add(), add()];
    expect(new Set(refs).size).toBe(3);
    expect(readdirSync(made.dataDir)).not.toContain('held.nivaran-backup');
    release();
    expect((await done).entries).toBe(before.seq);
    expect(marks).toEqual([{ entries: before.seq, head: before.hash }]);
  });

  it('is checked by a thread of its own, and the job answers with the file', async () => {
    for (let n = 0; n < 30; n++) add();
    const entries = made.session.desk().journal.head().seq;
    const job = await call(workspaceHandlers(os, made.session).backup, undefined, context);
    let written = 0;
    while (made.session.jobs.get(job!.id).state === 'running') {
      add();
      written += 1;
      await turn();
    }
    expect(written).toBeGreaterThan(1);
    expect(await ended(job!.id)).toMatchObject({ state: 'done', answer: { entries } });
    expect(readdirSync(made.dataDir).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('is not made when that check is cancelled or finds another record', async () => {
    const desk = made.session.desk();
    const out = join(made.dataDir, 'none.nivaran-backup');
    const reader = startReader(databaseOf(desk));
    const { seq, hash } = desk.journal.head();
    await expect(reader.ask('backup', { entries: seq, head: hash })).resolves.toBeNull();
    await expect(reader.ask('backup', { entries: seq + 1, head: hash })).rejects.toMatchObject({ code: 'corrupt' });
    await reader.close();
    const stop = new AbortController();
    stop.abort();
    const stopped = backupDesk(desk, out, { signal: stop.signal, checkAside: async () => {} });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(made.dataDir)).not.toContain('none.nivaran-backup');
  });

  it('is told to be damaged by the thread that cannot open it', async () => {
    const file = join(made.dataDir, 'damaged.db');
    const handle = openSync(file, 'w');
    writeSync(handle, Buffer.alloc(8_192, 7));
    closeSync(handle);
    const reader = startReader({ file, key: Buffer.alloc(32, 1) });
    for (let n = 0; n < 2; n++) await expect(reader.ask('backup', { entries: 1, head: '' })).rejects.toMatchObject({ code: 'corrupt' });
    await reader.close();
  });
});

describe('a database that is written anew', () => {
  const want = () => keepPreference(made.session.desk().db, 'scrubWanted', true);
  const rows = () => made.session.reader().ask('queue', { query: { filter: {}, offset: 0, limit: 10 }, now: new Date().toISOString() });
  const files = () => readdirSync(made.session.dir).filter((name) => /^desk-.*\.db$/.test(name));

  it('takes the place of the old one while screens read, and the desk goes on', async () => {
    const desk = made.session.desk();
    add('Before');
    want();
    const before = databaseOf(desk).file;
    const job = startScrub(made.session);
    const totals = new Set<number>();
    while (made.session.jobs.get(job!.id).state === 'running') {
      totals.add((await rows()).total);
    }
    expect(await ended(job!.id)).toMatchObject({ state: 'done', answer: { isDone: true } });
    expect(totals.size).toBe(1);
    expect(databaseOf(desk).file).not.toBe(before);
    expect(files()).toEqual([basename(databaseOf(desk).file)]);
    const ref = add('After');
    expect((await rows()).rows.map((row) => row.ref)).toContain(ref);
    expect(startScrub(made.session)).toBeNull();
  });

  it('is left for the next opening where the desk is written to all the while', async () => {
    const desk = made.session.desk();
    want();
    const before = databaseOf(desk).file;
    const job = startScrub(made.session);
    while (made.session.jobs.get(job!.id).state === 'running') {
      add();
      await turn();
    }
    expect(await ended(job!.id)).toMatchObject({ state: 'failed', fault: { code: 'refused' } });
    expect(databaseOf(desk).file).toBe(before);
    expect(files()).toEqual([basename(before)]);
  });
});

describe('a search', () => {
  const find = async (text: string) => {
    const { session } = made;
    await bringIndexUpBySlices(session.desk().db);
    const found = await session.reader().ask('queue', { query: { filter: {}, offset: 0, limit: 10 }, text, now: new Date().toISOString() });
    return found.rows.map((row) => row.ref);
  };

  it('is answered by the reading thread, by words and by a whole ticket', async () => {
    const [first, second] = [add('Marigold garland'), add('Jasmine')];
    expect(await find('marigold')).toEqual([first]);
    expect(await find(second)).toEqual([second]);
    expect(await find('nothing like it')).toEqual([]);
    expect((await find('   ')).sort()).toEqual([first, second].sort());
  });

  it('lets writes be answered between the slices of its index, and finds what they wrote', async () => {
    for (let n = 0; n < 260; n++) add();
    const { db } = made.session.desk();
    const upto = () => db.prepare('SELECT upto FROM search_progress').pluck().get() as number;
    const done = bringIndexUpBySlices(db);
    const between = upto();
    expect(between).toBeLessThan(made.session.desk().journal.head().seq);
    const late = add('Marigold');
    await done;
    expect(upto()).toBe(made.session.desk().journal.head().seq);
    expect(await find('marigold')).toEqual([late]);
  });

  it('ends quietly when the desk locks meanwhile', async () => {
    for (let n = 0; n < 260; n++) add();
    const done = bringIndexUpBySlices(made.session.desk().db);
    await made.session.lock();
    await expect(done).resolves.toBeUndefined();
    await made.session.unlock({ passphrase });
    expect(await find('post')).toHaveLength(10);
  });
});
