import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemKinds } from '../../src-main/journal/contract.ts';
import { headCode, noFold } from '../../src-main/journal/index.ts';
import { changedCopy, copyOf } from '../support/audit-copy.ts';
import { type Drill, grow, openDrill, seededRandom } from '../support/journal-db.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'verify.md'), 'utf8');
const blocks = [...page.matchAll(/```sh\n([\s\S]+?)```/g)].map((match) => match[1]!);

let drill: Drill;
beforeAll(() => {
  drill = openDrill(81, [{ 'person.added': noFold, signed: noFold, 'letter.sealed': noFold }]);
  grow(drill, 40, seededRandom(2));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const signingKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64');
  post('person.added', { signingKey });
  writeFileSync(join(drill.dir, 'letter.pdf'), 'a synthetic letter');
  const seq = post('letter.sealed', { record: 3, sha256: createHash('sha256').update('a synthetic letter').digest('hex') });
  post('signed', { seq, sig: sign(null, Buffer.from(hashOf(seq), 'hex'), privateKey).toString('base64') });
  drill.checkpoint();
  mkdirSync(join(drill.dir, 'default'));
  mkdirSync(join(drill.dir, 'witnessed'));
  renameSync(copyOf(drill, { bodies: 'none' }), join(drill.dir, 'default', 'copy.db'));
  const witnessed = changedCopy(copyOf(drill), (copy) =>
    copy.exec(
      "UPDATE checkpoint SET note = replace(note, char(10) || char(10), char(10) || char(10) || '— witness.example AAAA' || char(10))",
    ),
  );
  renameSync(witnessed, join(drill.dir, 'witnessed', 'copy.db'));
  renameSync(copyOf(drill), join(drill.dir, 'copy.db'));
});
afterAll(() => drill.close());

const post = (kind: string, body: object) => drill.post({ actor: 'user:a1', kind, subject: 'user:a1', body: { v: 1, ...body } });
const run = (block: string, folder = '.') =>
  execFileSync('bash', ['-e', '-o', 'pipefail', '-c', block], { cwd: join(drill.dir, folder), encoding: 'utf8' }).trim();
const hashOf = (seq: number) => drill.db.prepare('SELECT lower(hex(hash)) FROM journal WHERE seq = ?').pluck().get(seq) as string;

describe('the commands of docs/verify.md', () => {
  it('hash an entry to the hash that is stored', () => {
    const [computed, stored] = run(blocks[0]!).split('\n');
    expect(computed?.slice(0, 64)).toBe(hashOf(3));
    expect(stored).toBe(hashOf(3));
  });

  it('compute the commitment of a body, in a copy without bodies too', () => {
    for (const folder of ['.', 'default']) {
      const [computed, stored] = run(blocks[1]!, folder).split('\n');
      expect(computed?.endsWith(stored!)).toBe(true);
      expect(stored).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('verify the signature of a person with openssl', () => {
    expect(run(blocks[2]!)).toContain('Verified Successfully');
  });

  it('verify the signature of the newest checkpoint with openssl, under that of a witness too', () => {
    for (const folder of ['.', 'default', 'witnessed']) expect(run(blocks[3]!, folder)).toContain('Verified Successfully');
  });

  it('give the code that a letter prints', () => {
    expect(run(blocks[4]!)).toBe(headCode(hashOf(3)));
  });

  it('show the hash of a letter as its entry has it', () => {
    const [file, entry] = run(blocks[5]!).split('\n');
    expect(file?.slice(0, 64)).toBe(entry);
  });
});

describe('docs/verify.md', () => {
  it('explains every kind of problem', () => {
    for (const kind of problemKinds) expect(page).toContain(`\`${kind}\``);
  });
});
