import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../../src-main/desk/faults.ts';
import { createPool, type Pool, type PoolOptions } from '../../src-main/desk/pool.ts';
import type { LetterModel } from '../../src-main/letters/contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'nivaran-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker with the pool's own loop, whose `hash` does as its input says. */
const hostileWorker = pathToFileURL(join(folder, 'hostile-worker.mjs'));
const source = (path: string) => JSON.stringify(new URL(`../../src-main/${path}`, import.meta.url).href);
writeFileSync(
  hostileWorker,
  `import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Fault } from ${source('desk/faults.ts')};
import { serveTasks } from ${source('desk/pool-serve.ts')};
import { parentOfChild } from ${source('shell/contract/child.ts')};

const hoard = [];
const attempt = (act) => { try { act(); return 'allowed'; } catch (error) { return error.code; } };
const orders = {
  loop: () => { for (;;); },
  wait: () => new Promise(() => setInterval(() => {}, 1_000)),
  objects: () => { for (let n = 0; ; n += 1) hoard[n] = { n }; },
  arrays: () => { for (;;) hoard.push(new Array(1_000).fill(hoard.length)); },
  map: () => { const map = new Map(); for (let n = 0; ; n += 1) map.set(n, n); },
  exit: () => process.exit(0),
  fault: () => { throw new Fault('bad-input', 'The sample is odd.', { issues: [{ field: 'sample', message: 'is odd' }], extra: [1, 2] }); },
  bug: () => { throw new TypeError('what A. Example wrote'); },
  nothing: () => { throw undefined; },
  process: () => String(process.pid),
  environment: () => process.env.NIVARAN_POOL_TEST ?? 'unset',
  write: () => attempt(() => writeFileSync(${JSON.stringify(join(folder, 'written.txt'))}, 'x')),
  program: () => attempt(() => spawnSync('true')),
};
const obey = async (input) => orders[Buffer.from(input).toString()]();
serveTasks(parentOfChild(process), { hash: obey, mail: obey, letter: obey });
`,
);

const pools: Pool[] = [];
function makePool(options: PoolOptions = {}): Pool {
  const pool = createPool(options);
  pools.push(pool);
  return pool;
}
const hostilePool = (size = 1) => makePool({ size, workerUrl: hostileWorker });
const order = (word: string) => Buffer.from(word);
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('the pool', () => {
  it('computes a hash', async () => {
    expect(await makePool().run('hash', order('abc'))).toBe(createHash('sha256').update('abc').digest('hex'));
  });

  it('sends only the bytes of a view, not what lies beside them in memory', async () => {
    const shared = Buffer.from('secret abc secret');
    expect(await makePool().run('hash', shared.subarray(7, 10))).toBe(createHash('sha256').update('abc').digest('hex'));
  });

  it('reads a message, attachments included', async () => {
    const eml =
      'From: a@person.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n--b\r\nContent-Type: image/gif; name=a.gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlh\r\n--b--\r\n';
    const mail = await makePool().run('mail', order(eml));
    expect(mail).toMatchObject({ from: { email: 'a@person.example' }, text: 'Text' });
    expect(Buffer.from(mail.attachments[0]?.bytes ?? []).toString()).toBe('GIF89a');
  });

  it('draws a letter', async () => {
    const { pdf, pages } = await makePool().run('letter', sampleLetter);
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(pages).toBe(1);
  });

  it('gives the faults of a real task', async () => {
    expect(await caught(makePool().run('mail', order('%PDF-1.4\n')))).toMatchObject({ name: 'Fault', code: 'bad-input' });
  });

  it('runs tasks side by side, in no more processes than its size', async () => {
    const pool = hostilePool(2);
    const processes = await Promise.all(Array.from({ length: 12 }, () => pool.run('hash', order('process'))));
    expect(new Set(processes).size).toBe(2);
    expect(processes).not.toContain(String(process.pid));
  });

  it('keeps using one worker while one is enough', async () => {
    const pool = hostilePool(2);
    const processes = [await pool.run('hash', order('process')), await pool.run('hash', order('process'))];
    expect(new Set(processes).size).toBe(1);
  });
});

describe('a task that goes wrong', () => {
  it.each(['loop', 'wait'])('is killed when it takes too long, and the pool goes on: %s', async (word) => {
    const pool = hostilePool();
    const waiting = pool.run('hash', order('process'));
    const first = await waiting;
    const fault = await caught(pool.run('mail', order(word), { timeLimitMs: 300 }));
    expect(fault).toMatchObject({ code: 'refused', detail: { task: 'mail', reason: 'time' } });
    expect((fault as Fault).message).toBe('The message could not be read: it needs more time than one message may take (1 second).');
    expect(await pool.run('hash', order('process'))).not.toBe(first);
  });

  it.each(['objects', 'arrays', 'map'])('is killed when it takes too much memory, and the pool goes on: %s', async (word) => {
    const pool = hostilePool();
    const fault = await caught(pool.run('mail', order(word)));
    expect(fault).toMatchObject({ code: 'refused', detail: { task: 'mail', reason: 'memory' } });
    expect((fault as Fault).message).toBe('The message could not be read: it needs more memory than one message may take (256 MB).');
    expect(await pool.run('hash', order('process'))).toMatch(/^\d+$/);
  });

  it('is refused when its process ends', async () => {
    const pool = hostilePool();
    expect(await caught(pool.run('letter', order('exit') as never))).toMatchObject({
      code: 'refused',
      detail: { task: 'letter', reason: 'died' },
    });
    expect(await pool.run('hash', order('process'))).toMatch(/^\d+$/);
  });

  it('is refused when the script of the workers cannot run', async () => {
    const pool = makePool({ workerUrl: pathToFileURL(join(folder, 'absent.mjs')) });
    expect(await caught(pool.run('hash', order('x')))).toMatchObject({ code: 'refused', detail: { task: 'hash', reason: 'died' } });
  });

  it('leaves the tasks behind it in the queue alone', async () => {
    const pool = hostilePool();
    const answers = await Promise.all([
      caught(pool.run('hash', order('exit'))),
      pool.run('hash', order('process')),
      pool.run('hash', order('process')),
    ]);
    expect(answers[0]).toMatchObject({ code: 'refused' });
    expect(answers[1]).toBe(answers[2]);
  });

  it('keeps the code and the detail of its fault', async () => {
    const fault = await caught(hostilePool().run('hash', order('fault')));
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({
      code: 'bad-input',
      message: 'The sample is odd.',
      detail: { issues: [{ field: 'sample', message: 'is odd' }], extra: [1, 2] },
    });
  });

  it('is no fault when it is a bug, and its text stays in the cause', async () => {
    const error = (await caught(hostilePool().run('hash', order('bug')))) as Error;
    expect(error).not.toBeInstanceOf(Fault);
    expect(error.message).toBe('A worker failed at the task "hash" (TypeError).');
    expect(error.cause).toMatchObject({ name: 'TypeError', message: 'what A. Example wrote' });
    expect(await caught(hostilePool().run('hash', order('nothing')))).toBeInstanceOf(Error);
  });
});

describe('a worker', () => {
  it('writes no files, starts no programs and knows nothing of the environment', async () => {
    process.env.NIVARAN_POOL_TEST = 'sample';
    const pool = hostilePool();
    expect(await pool.run('hash', order('write'))).toBe('ERR_ACCESS_DENIED');
    expect(await pool.run('hash', order('program'))).toBe('ERR_ACCESS_DENIED');
    expect(await pool.run('hash', order('environment'))).toBe('unset');
    delete process.env.NIVARAN_POOL_TEST;
  });
});

describe('stopping', () => {
  const cancelled = { name: 'Fault', code: 'cancelled' };

  it('takes a running task with its worker, and the pool goes on', async () => {
    const pool = hostilePool();
    const first = await pool.run('hash', order('process'));
    const stop = new AbortController();
    const running = caught(pool.run('hash', order('loop'), { signal: stop.signal }));
    const behind = pool.run('hash', order('process'));
    stop.abort();
    expect(await running).toMatchObject(cancelled);
    expect(await behind).not.toBe(first);
  });

  it('takes a task whose worker is only starting, and one that waits', async () => {
    const pool = hostilePool();
    const stop = new AbortController();
    const starting = caught(pool.run('hash', order('loop'), { signal: stop.signal }));
    const waiting = caught(pool.run('hash', order('loop'), { signal: stop.signal }));
    const behind = pool.run('hash', order('process'));
    stop.abort();
    expect([await starting, await waiting]).toMatchObject([cancelled, cancelled]);
    expect(await behind).toMatch(/^\d+$/);
  });

  it('refuses a task whose signal was given before', async () => {
    expect(await caught(hostilePool().run('hash', order('process'), { signal: AbortSignal.abort() }))).toMatchObject(cancelled);
  });

  it('forgets the signal of a task that is done', async () => {
    const pool = hostilePool();
    const stop = new AbortController();
    const first = await pool.run('hash', order('process'), { signal: stop.signal });
    stop.abort();
    expect(await pool.run('hash', order('process'))).toBe(first);
  });

  it('closes with running and waiting tasks, and takes no more', async () => {
    const pool = hostilePool();
    const tasks = [caught(pool.run('hash', order('loop'))), caught(pool.run('hash', order('loop')))];
    await pool.close();
    expect(await Promise.all(tasks)).toMatchObject([cancelled, cancelled]);
    expect(await caught(pool.run('hash', order('process')))).toMatchObject(cancelled);
  });

  it('ends the processes of its workers', async () => {
    const pool = hostilePool();
    const id = Number(await pool.run('hash', order('process')));
    await pool.close();
    expect(() => process.kill(id, 0)).toThrow(/ESRCH/);
  });

  it('closes when it never started a worker', async () => {
    await expect(makePool().close()).resolves.toBeUndefined();
  });
});

const sampleLetter: LetterModel = {
  v: 1,
  template: { id: 'acknowledgement', version: 1 },
  language: 'en',
  title: 'Synthetic sample letter',
  createdAt: '2026-11-21T06:00:00.000Z',
  ticket: 'COC-2026-000123-5',
  letterhead: { name: 'Example Organisation', lines: ['Example Nagar'] },
  references: [],
  date: '21-11-2026',
  addressee: ['A. Example'],
  subject: 'Sample',
  salutation: 'Dear A. Example,',
  body: [{ kind: 'paragraph', text: 'Your complaint has been received.' }],
  closing: 'Yours faithfully,',
  signature: { name: 'B. Example', designation: 'Grievance Officer', lines: [] },
  record: { draft: true },
  synthetic: true,
};
