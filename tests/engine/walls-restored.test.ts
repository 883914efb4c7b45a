import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import { purgeCase, wallCase } from '../../src-main/retention/index.ts';
import { backupDesk, closeDesk, createDesk, openDesk, restoreDesk } from '../../src-main/workspace/index.ts';
import { contentCase, testClock } from '../support/desk.ts';
import { everyByte, everyCell, fileDirection, seededWords } from '../support/walled.ts';
import { passphrase, sampleWorkspace } from './support/session.ts';

const root = mkdtempSync(join(tmpdir(), 'nivaran-walls-'));
const dir = join(root, 'workspace');
const backup = join(root, 'before.nivaran-backup');
const clock = testClock();
const ports = { clock, ids: systemIds };
const [word] = seededWords as [string];
let desk: Desk;
let kept = '';
let clear = '';
let gone = '';
let recoveryCode = '';
const view = (ref: string) => caseView(desk.walls.deskOf(ref).db, ref, nowOf(desk));
const open = () => openDesk(dir, { passphrase }, { ports, confirmTime: 'The clock of a test.' });

beforeAll(async () => {
  ({ desk, recoveryCode } = await createDesk(dir, sampleWorkspace(), { ports }));
  kept = fileDirection(desk);
  gone = fileDirection(desk);
  actOnCase(desk.walls.deskOf(gone), gone, 'void', { reason: 'A drill' });
  clear = addCase(desk, contentCase({ subject: `About ${word}` })).ref;
  await backupDesk(desk, backup);
  wallCase(desk, clear, 'It turned out to be secret.');
  clock.set('2040-01-01T06:30:00.000Z');
  desk.time.confirm();
  purgeCase(desk, gone, 'The time is over.');
  await closeDesk(desk);
  await restoreDesk(backup, dir, { passphrase }, { switchOver: true });
  desk = await open();
}, 60_000);
afterAll(async () => {
  await closeDesk(desk);
  rmSync(root, { recursive: true, force: true });
});

describe('a restored backup', () => {
  it('brings restricted cases back sealed, and they open to their holders', () => {
    expect(view(kept)).toMatchObject({ ref: kept, isRestricted: true });
  });

  it('brings no case back in clear that went behind a wall since', () => {
    for (const text of [everyCell(desk.db), everyByte(desk.db)]) expect(text.includes(word)).toBe(false);
    expect(view(clear)).toMatchObject({ subject: `About ${word}`, isRestricted: true });
  });

  it('brings no destroyed wall back', () => {
    expect(desk.walls.has(gone)).toBe(false);
    expect(() => view(gone)).toThrow(/was destroyed/);
    expect(verifyDesk(desk, { deep: true }).problems).toEqual([]);
  });

  it('opens by the recovery code without what is behind walls', async () => {
    await closeDesk(desk);
    desk = await openDesk(dir, { recoveryCode }, { ports, confirmTime: 'The clock of a test.' });
    expect(() => view(kept)).toThrow(/is restricted/);
    await closeDesk(desk);
    desk = await open();
  });
});
