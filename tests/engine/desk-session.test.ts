import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, implement } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { addCase } from '../../src-main/cases/index.ts';
import { contract } from '../../src-main/desk/contract.ts';
import { auditHandlers } from '../../src-main/desk/handlers/audit.ts';
import { workspaceHandlers } from '../../src-main/desk/handlers/workspace.ts';
import { createPool } from '../../src-main/desk/pool.ts';
import { deskStatus } from '../../src-main/desk/status.ts';
import { backupDesk, createDesk, recoverySheet, restoreDesk } from '../../src-main/workspace/index.ts';
import { acquireLock } from '../../src-main/workspace/lock.ts';
import { contentCase } from '../support/desk.ts';
import { makeSession, passphrase, sampleWorkspace, type TestSession } from './support/session.ts';

const os = implement(contract).$context<{ window: string }>();
const context = { context: { window: 'window-1' } };
const turn = () => new Promise((resolve) => setImmediate(resolve));

let made: TestSession;
let atDialog: () => Promise<string | null>;
let recoveryCode: string;
beforeEach(async () => {
  atDialog = async () => null;
  made = makeSession(() => atDialog());
  recoveryCode = await made.session.create(sampleWorkspace(), 0);
});
afterEach(() => made.remove());

const add = () => addCase(made.session.desk(), contentCase({ receivedAt: new Date().toISOString() })).ref;
const numberOf = (ref: string) => Number(ref.split('-')[2]);
const lastEntry = () =>
  made.session.desk().db.prepare('SELECT actor, kind, body FROM journal JOIN journal_body USING (seq) ORDER BY seq DESC').get() as {
    actor: string;
    kind: string;
    body: string;
  };

describe('the desk of a window', () => {
  it('is closed and can be opened again even when its last checkpoint fails', async () => {
    const { session } = made;
    add();
    const told = session.changes.listen();
    const next = told.next();
    session.desk().db.exec("CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.checkpoint BEGIN SELECT RAISE(ABORT, 'no room'); END");
    await expect(session.lock()).rejects.toThrow('no room');
    expect((await next).value?.topics).toContain('status');
    await told.return(undefined);
    expect(session.isOpen()).toBe(false);
    await session.unlock({ passphrase });
    expect(session.isOpen()).toBe(true);
  });

  it('keeps only faults of the workspace itself on screen, until the next try', async () => {
    const { session } = made;
    await session.lock();
    const lock = acquireLock(session.dir, { what: 'a command', now: 0 });
    await expect(session.unlock({ passphrase })).rejects.toMatchObject({ code: 'locked' });
    expect(session.fault()).toBeNull();
    lock.release();
    const file = join(session.dir, 'header.json');
    const header = readFileSync(file);
    writeFileSync(file, '{');
    await expect(session.unlock({ passphrase })).rejects.toMatchObject({ code: 'corrupt' });
    expect(session.fault()).toMatchObject({ code: 'corrupt' });
    writeFileSync(file, header);
    await expect(session.unlock({ passphrase: 'not the passphrase of this desk' })).rejects.toMatchObject({ code: 'wrong-key' });
    expect(session.fault()).toBeNull();
  });

  it('locks at the end of a job when the screen was locked during it, and forgets what jobs answered', async () => {
    const { session } = made;
    const work = Promise.withResolvers<void>();
    const job = session.jobs.start('test', 'A job', () => work.promise);
    made.host.frames.offer('<p>a mail</p>');
    made.lockScreen();
    expect(session.isOpen()).toBe(true);
    work.resolve();
    await turn();
    expect(session.isOpen()).toBe(false);
    await session.unlock({ passphrase });
    await session.lock();
    expect(() => session.jobs.get(job.id)).toThrow('no such job');
  });

  it('forgets the mails in the frames when it locks', async () => {
    const token = made.host.frames.offer('<p>a mail</p>');
    await made.session.lock();
    expect(made.host.frames.find(token)).toBeNull();
  });

  it('logs an unforeseen error of a job under the id that the job tells, without its text', async () => {
    const { session } = made;
    const job = session.jobs.start('test', 'A job', async () => {
      throw new TypeError('a private word');
    });
    await turn();
    const { fault } = session.jobs.get(job.id);
    const incident = /incident (\w{8})/.exec(fault?.message ?? '')?.[1] as string;
    expect(fault?.code).toBe('unexpected');
    expect(made.log()).toContain(incident);
    expect(made.log()).not.toContain('a private word');
  });

  it('refuses by name what is confirmed in a dialog after the desk has locked', async () => {
    atDialog = async () => {
      await made.session.lock();
      return join(made.dataDir, 'checkpoint.txt');
    };
    await expect(call(auditHandlers(os, made.session).checkpoint, undefined, context)).rejects.toMatchObject({ code: 'locked' });
    expect(readdirSync(made.dataDir)).not.toContain('checkpoint.txt');
  });

  it('sweeps the scratch databases of a verification that was cut short', async () => {
    const { session } = made;
    await session.lock();
    for (const tail of ['', '-wal', '-shm']) writeFileSync(join(session.dir, `scratch-0123456789abcdef.db${tail}`), 'noise');
    writeFileSync(join(session.dir, 'scratch-notes.db'), 'kept');
    await session.unlock({ passphrase });
    expect(readdirSync(session.dir).filter((name) => name.startsWith('scratch-'))).toEqual(['scratch-notes.db']);
  });
});

describe('a place that holds something else', () => {
  const status = () => deskStatus(made.session);
  const create = () => made.session.create(sampleWorkspace(), 0);

  it('is a fault of its own while its header is gone, and nothing new is made there', async () => {
    const { session } = made;
    await session.lock();
    expect(status()).toMatchObject({ state: 'locked', fault: null });
    const header = readFileSync(join(session.dir, 'header.json'));
    rmSync(join(session.dir, 'header.json'));
    const before = readdirSync(session.dir).sort();
    expect(status()).toMatchObject({
      state: 'fault',
      fault: { code: 'not-a-workspace', message: expect.stringContaining('header.json is gone') },
    });
    await expect(create()).rejects.toMatchObject({ code: 'not-a-workspace' });
    expect(readdirSync(session.dir).sort()).toEqual(before);
    writeFileSync(join(session.dir, 'header.json'), header);
    expect(status()).toMatchObject({ state: 'locked', fault: null });
    await session.unlock({ passphrase });
  });

  it('is told before a workspace is made, and a backup may still be restored beside it', async () => {
    const { session } = made;
    const file = join(made.dataDir, 'one.nivaran-backup');
    await backupDesk(session.desk(), file);
    await session.lock();
    rmSync(session.dir, { recursive: true });
    expect(status()).toMatchObject({ state: 'none', fault: null });
    mkdirSync(session.dir);
    writeFileSync(join(session.dir, 'photo.jpg'), '');
    expect(status()).toMatchObject({ state: 'fault', fault: { code: 'not-a-workspace', message: expect.stringContaining('photo.jpg') } });
    await expect(create()).rejects.toMatchObject({ code: 'not-a-workspace' });
    const { token } = made.host.files.holdPath({ path: file, name: 'one.nivaran-backup', sizeBytes: 1 });
    await call(workspaceHandlers(os, session).restore, { token, passphrase }, context);
    expect(status()).toMatchObject({ state: 'open', fault: null });
    expect(readdirSync(join(made.dataDir, 'workspace-before-restore-1'))).toContain('photo.jpg');
  });
});

describe('a workspace that cannot be made', () => {
  it('leaves nothing open and nothing behind', async () => {
    const dir = join(made.dataDir, 'other');
    const pool = createPool();
    const making = createDesk(dir, sampleWorkspace({ platforms: ['nowhere' as 'cocial'] }), { startPool: () => pool });
    await expect(making).rejects.toThrow();
    expect(readdirSync(dir)).toEqual([]);
    await expect(pool.run('mail', new Uint8Array())).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is closed when it cannot be filled with samples', async () => {
    const other = makeSession();
    await expect(other.session.create(sampleWorkspace(), 5)).rejects.toMatchObject({ code: 'refused' });
    expect(other.session.isOpen()).toBe(false);
    await other.session.unlock({ passphrase });
    await other.remove();
  });
});

describe('a recovery code', () => {
  it("opens the desk under nobody's name and signs nothing", async () => {
    const { session } = made;
    await session.lock();
    await session.unlock({ recoveryCode });
    expect(session.desk().person).toMatchObject({ id: 'system', name: 'recovery code', signingKey: null });
    add();
    expect(lastEntry()).toMatchObject({ actor: 'system', kind: 'case.received' });
    expect(verifyDesk(session.desk(), { deep: true }).problems).toEqual([]);
  });

  it('is printed only when it can be one, and the record says that it was', async () => {
    const desk = made.session.desk();
    const { seq } = desk.journal.head();
    await expect(recoverySheet(desk, 'ABCD-EFGH')).rejects.toMatchObject({ code: 'bad-input' });
    expect(desk.journal.head().seq).toBe(seq);
    const pdf = await recoverySheet(desk, recoveryCode.toLowerCase());
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(lastEntry()).toMatchObject({ kind: 'recovery.exported', body: '{"v":1}' });
  });
});

describe('a restore in place', () => {
  const backup = () => join(made.dataDir, 'one.nivaran-backup');
  const restore = () => {
    const { token } = made.host.files.holdPath({ path: backup(), name: 'one.nivaran-backup', sizeBytes: 1 });
    return call(workspaceHandlers(os, made.session).restore, { token, passphrase }, context);
  };

  it('is refused while the desk is locked and in good health: a lock is no way around its administrators', async () => {
    await made.session.lock();
    await expect(restore()).rejects.toMatchObject({ code: 'refused', message: expect.stringMatching(/Open this desk first/) });
    await made.session.unlock({ passphrase });
  });

  it('keeps the old workspace beside the new, and never gives a ticket out twice', async () => {
    const { session } = made;
    const first = add();
    await backupDesk(session.desk(), backup());
    const lost = add();
    await restore();
    const again = add();
    expect(numberOf(again)).toBe(numberOf(first) + 1_001);
    expect(again).not.toBe(lost);
    expect(readdirSync(made.dataDir).sort()).toEqual(['logs', 'one.nivaran-backup', 'workspace', 'workspace-before-restore-1']);
    expect(readdirSync(join(made.dataDir, 'workspace-before-restore-1'))).not.toContain('lock.json');
    expect(verifyDesk(session.desk(), { deep: true }).problems).toEqual([]);
  });

  it('skips numbers also where the backup held no case yet', async () => {
    await backupDesk(made.session.desk(), backup());
    add();
    await restore();
    expect(numberOf(add())).toBe(1_001);
  });

  it('waits for running jobs', async () => {
    const { session } = made;
    await backupDesk(session.desk(), backup());
    const work = Promise.withResolvers<void>();
    session.jobs.start('test', 'A job', () => work.promise);
    await expect(restore()).rejects.toMatchObject({ code: 'refused' });
    expect(session.isOpen()).toBe(true);
    work.resolve();
    await turn();
  });

  it('is refused while somebody else has the workspace open, and leaves no trace', async () => {
    const { session } = made;
    await backupDesk(session.desk(), backup());
    await expect(restoreDesk(backup(), session.dir, { passphrase }, { switchOver: true })).rejects.toMatchObject({ code: 'locked' });
    expect(readdirSync(made.dataDir).sort()).toEqual(['logs', 'one.nivaran-backup', 'workspace']);
    add();
  });

  it('that does not succeed leaves the workspace as it was', async () => {
    const { session } = made;
    add();
    await backupDesk(session.desk(), backup());
    await session.lock();
    const wrong = restoreDesk(backup(), session.dir, { passphrase: 'not the passphrase of this desk' }, { switchOver: true });
    await expect(wrong).rejects.toMatchObject({ code: 'wrong-key' });
    expect(readdirSync(made.dataDir).sort()).toEqual(['logs', 'one.nivaran-backup', 'workspace']);
    await session.unlock({ passphrase });
  });
});
