import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase, readCaseFile, readTombstone } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import { importMail } from '../../src-main/intake/index.ts';
import { closeDesk, createDesk, databaseOf, isScrubWanted, openDesk } from '../../src-main/workspace/index.ts';
import { readPurges } from '../../src-main/workspace/purge-ledger.ts';
import { contentCase, testClock } from '../support/desk.ts';
import { mailWith } from '../support/picture-mail.ts';

const child = fileURLToPath(new URL('./purge-child.ts', import.meta.url));
const passphrase = 'seven invented words for one desk';
const day = 86_400_000;
const root = mkdtempSync(join(tmpdir(), 'nivaran-purge-drill-'));
const whole = join(root, 'whole');
const clock = testClock('2025-11-21T06:30:00.000Z');
const ports = { clock, ids: systemIds };
/** Where the child is killed: as soon as it told this step, so that the next one is under way. */
const steps = ['open', 'first', 'second', 'written', 'moved'];
const rounds = process.env['NIVARAN_DRILLS'] === 'long' ? 20 : 1;

let refs: string[] = [];
let now = '';

beforeAll(async () => {
  const input = { organisation: 'Example Organisation', officer: 'O. Sample', platforms: ['socnect' as const], passphrase };
  const { desk } = await createDesk(whole, input, { ports });
  const [mailed = ''] = (
    await importMail(desk, [{ source: 'mail.eml', bytes: mailWith('drill', {}, 'drillword') }], { platform: 'socnect' })
  ).refs;
  actOnCase(desk, mailed, 'triage', { kind: 'account' });
  const typed = addCase(desk, contentCase({ platform: 'socnect', receivedAt: nowOf(desk), text: 'drillword '.repeat(2_000) })).ref;
  refs = [mailed, typed];
  for (const ref of refs) actOnCase(desk, ref, 'void', { reason: 'Entered in error.' });
  clock.advance(400 * day);
  desk.time.confirm();
  now = nowOf(desk);
  actOnCase(desk, addCase(desk, contentCase({ platform: 'socnect', receivedAt: now })).ref, 'note', { text: 'stays' });
  await closeDesk(desk);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function killedAt(dir: string, step: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ['--disable-warning=ExperimentalWarning', child, dir, now, passphrase, ...refs];
    const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [told, errors] = ['', ''];
    worker.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    worker.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.split('\n').includes(step)) worker.kill('SIGKILL');
    });
    worker.on('exit', (_code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`the child ended by itself: ${told} ${errors}`)),
    );
  });
}

describe('a purge that is killed', () => {
  const named = (step: string) => ({ first: refs[0], second: refs[1] })[step] ?? step;

  it.each(steps)('after the step "%s" leaves each case whole or gone, and the next opening finishes', async (step) => {
    for (let round = 0; round < rounds; round += 1) {
      const dir = join(root, `${step}-${round}`);
      cpSync(whole, dir, { recursive: true });
      await killedAt(dir, named(step) ?? '');
      const desk = await openDesk(dir, { passphrase }, { ports, confirmTime: 'The clock of a test.' });
      const gone = refs.filter((ref) => readTombstone(desk.db, ref) !== null);
      expect(refs.filter((ref) => readCaseFile(desk.db, ref) !== null)).toEqual(refs.filter((ref) => !gone.includes(ref)));
      expect(readPurges(dir).map(({ tombstone }) => tombstone?.ref)).toEqual(gone);
      expect(isScrubWanted(desk.db)).toBe(false);
      const databases = readdirSync(dir).filter((name) => /^desk-.*\.db$/.test(name));
      expect(databases).toEqual([basename(databaseOf(desk).file)]);
      expect(verifyDesk(desk, { deep: true }).problems).toEqual([]);
      const keys = desk.db.prepare('SELECT count(*) FROM attachment_key').pluck().get();
      const files = readdirSync(join(dir, 'attachments'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        /[0-9a-f]{32}$/.test(name),
      );
      expect(files.length).toBe(keys);
      await closeDesk(desk);
    }
  });
});
