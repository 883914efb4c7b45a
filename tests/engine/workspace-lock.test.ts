import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeHeader } from '../../src-main/workspace/header.ts';
import { acquireLock, readHolder } from '../../src-main/workspace/lock.ts';
import { faultOf, startChild, temporaryFolder } from './support/drills.ts';
import { makeHeader } from './support/small-workspace.ts';

const folder = temporaryFolder();
const now = Date.parse('2026-03-05T06:00:00.000Z');
const acquire = () => acquireLock(folder.path, { what: 'the window', now });

describe('the lock of a workspace', () => {
  it('tells who has it, and is free after its release', () => {
    const lock = acquire();
    const holder = { pid: process.pid, startedAt: '2026-03-05T06:00:00.000Z', what: 'the window' };
    expect(lock.holder).toEqual(holder);
    expect(readHolder(folder.path)).toEqual(holder);
    lock.release();
    lock.release();
    expect(readHolder(folder.path)).toBe(null);
    acquire().release();
  });

  it('is refused to a second taker in the same process, again and again, and stays with the first', async () => {
    const lock = acquire();
    for (let n = 0; n < 3; n += 1) {
      expect(faultOf(acquire)).toMatchObject({ code: 'locked', detail: { holder: lock.holder } });
    }
    const child = startChild('hold-lock', [folder.path]);
    await child.said('lost');
    child.closeInput();
    await child.ended;
    lock.release();
  });

  it('is refused while another process has it, and names that process', async () => {
    const child = startChild('hold-lock', [folder.path]);
    await child.said('won');
    const fault = faultOf(acquire);
    expect(fault).toMatchObject({ code: 'locked', detail: { holder: { pid: child.pid, what: 'a test' } } });
    expect(fault.message).toContain(String(child.pid));
    child.closeInput();
    await child.ended;
  });

  it('is free at once after kill -9, ten times over', async () => {
    for (let n = 0; n < 10; n += 1) {
      const child = startChild('hold-lock', [folder.path]);
      await child.said('won');
      expect(faultOf(acquire).code).toBe('locked');
      child.kill();
      expect((await child.ended).signal).toBe('SIGKILL');
      expect(readHolder(folder.path)?.pid).toBe(child.pid);
      acquire().release();
    }
  });

  it('goes to exactly one of five that start together', async () => {
    for (let round = 0; round < 3; round += 1) {
      const children = Array.from({ length: 5 }, () => startChild('hold-lock', [folder.path]));
      await Promise.all(children.map((child) => Promise.any([child.said('won'), child.said('lost')])));
      for (const child of children) child.closeInput();
      const ends = await Promise.all(children.map((child) => child.ended));
      expect(ends.map(({ stdout }) => stdout.trim()).sort()).toEqual(['lost', 'lost', 'lost', 'lost', 'won']);
    }
  });

  it('does not depend on what the side file says', () => {
    writeFileSync(join(folder.path, 'lock.json'), '{"pid":1,"startedAt":"long ago","what":"a ghost"}');
    acquire().release();
    writeFileSync(join(folder.path, 'lock.json'), 'damaged');
    expect(readHolder(folder.path)).toBe(null);
    const lock = acquire();
    writeFileSync(join(folder.path, 'lock.json'), 'damaged');
    expect(faultOf(acquire)).toMatchObject({
      code: 'locked',
      message: expect.stringContaining('another program'),
      detail: { holder: null },
    });
    lock.release();
  });

  it('clears away what a crash left of a header being written', () => {
    const { header } = makeHeader();
    writeHeader(folder.path, header);
    writeFileSync(join(folder.path, 'header.json.0123456789ab.tmp'), 'half');
    writeFileSync(join(folder.path, 'notes.tmp'), 'not ours');
    acquire().release();
    expect(readdirSync(folder.path).sort()).toEqual(['header.json', 'lock.db', 'notes.tmp']);
    expect(existsSync(join(folder.path, 'header.json'))).toBe(true);
  });

  it('keeps its file empty: nothing is ever written to it', () => {
    acquire().release();
    expect(readFileSync(join(folder.path, 'lock.db'))).toHaveLength(0);
  });
});
