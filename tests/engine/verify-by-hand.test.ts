import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemKinds } from '../../src-main/journal/contract.ts';
import { headCode } from '../../src-main/journal/index.ts';
import { copyOf } from '../support/audit-copy.ts';
import { type Drill, grow, openDrill, seededRandom } from '../support/journal-db.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'verify.md'), 'utf8');
const blocks = [...page.matchAll(/```sh\n([\s\S]+?)```/g)].map((match) => match[1]!);

let drill: Drill;
beforeAll(() => {
  drill = openDrill(81);
  grow(drill, 40, seededRandom(2));
  drill.checkpoint();
  renameSync(copyOf(drill), join(drill.dir, 'copy.db'));
});
afterAll(() => drill.close());

const run = (block: string) => execFileSync('bash', ['-e', '-o', 'pipefail', '-c', block], { cwd: drill.dir, encoding: 'utf8' }).trim();
const hashOf = (seq: number) => drill.db.prepare('SELECT lower(hex(hash)) FROM journal WHERE seq = ?').pluck().get(seq) as string;

describe('the commands of docs/verify.md', () => {
  it('hash an entry to the hash that is stored', () => {
    const [computed, stored] = run(blocks[0]!).split('\n');
    expect(computed?.slice(0, 64)).toBe(hashOf(3));
    expect(stored).toBe(hashOf(3));
  });

  it('compute the commitment of a body', () => {
    const [computed, stored] = run(blocks[1]!).split('\n');
    expect(computed?.endsWith(stored!)).toBe(true);
    expect(stored).toMatch(/^[0-9a-f]{64}$/);
  });

  it('verify the signature of the newest checkpoint with openssl', () => {
    expect(run(blocks[2]!)).toContain('Verified Successfully');
  });

  it('give the code that a letter prints', () => {
    expect(run(blocks[3]!)).toBe(headCode(hashOf(3)));
  });
});

describe('docs/verify.md', () => {
  it('explains every kind of problem', () => {
    for (const kind of problemKinds) expect(page).toContain(`\`${kind}\``);
  });
});
