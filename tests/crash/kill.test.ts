import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { readCaseFile } from '../../src-main/cases/index.ts';
import { systemClock } from '../../src-main/desk/ports.ts';
import { makeDesk, reopenDesk, testClock } from '../support/desk.ts';

const child = fileURLToPath(new URL('./writer-child.ts', import.meta.url));
const kills = process.env['NIVARAN_DRILLS'] === 'long' ? 200 : 12;

/** Lets the writer run past its start, kills it at a random moment, answers the last commit it told of. */
function killedAfter(dir: string, key: string, commits: number): Promise<{ seq: number; ref: string; told: number }> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', child, dir, key], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let errors = '';
    writer.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    writer.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.split('\n').length > commits + 2) writer.kill('SIGKILL');
    });
    writer.on('exit', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the writer ended by itself: ${errors}`));
      const lines = output.slice(0, output.lastIndexOf('\n')).split('\n').slice(1);
      const [seq = '0', ref = ''] = (lines.at(-1) ?? '').split(' ');
      resolve({ seq: Number(seq), ref, told: lines.length });
    });
  });
}

describe(`a writer killed ${kills} times`, () => {
  it('loses no entry it told of, breaks no chain and leaves every fold equal to its journal', async () => {
    const made = makeDesk({ clock: testClock(new Date(systemClock.now()).toISOString()) });
    const { dir, dataKey } = made;
    made.desk.db.close();
    let random = 7;
    for (let n = 0; n < kills; n += 1) {
      random = (random * 48_271) % 2_147_483_647;
      const { seq, ref, told } = await killedAfter(dir, dataKey.toString('hex'), 1 + (random % 40));
      const desk = reopenDesk(dir, dataKey, systemClock);
      expect(told).toBeGreaterThan(0);
      expect(desk.journal.head().seq).toBeGreaterThanOrEqual(seq);
      expect(readCaseFile(desk.db, ref)?.ref).toBe(ref);
      const isLast = n === kills - 1;
      expect(verifyDesk(desk, { deep: isLast || n % 10 === 0 })).toMatchObject({ ok: true, problems: [] });
      await desk.pool.close();
      desk.db.close();
    }
  });
});
