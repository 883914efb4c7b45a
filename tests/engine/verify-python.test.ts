import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/open.ts';
import { verifyCopy } from '../../src-main/audit/verify-copy.ts';
import { createJournal, ensureEpoch, parseCheckpoint, type VerifyResult, verifyChain } from '../../src-main/journal/index.ts';
import { changedCopy, copyOf, pythonSays, runScript } from '../support/audit-copy.ts';
import { type Drill, grow, openDrill, seededRandom } from '../support/journal-db.ts';
import { invisible, visible } from '../support/tamper.ts';

const drills: Drill[] = [];
const begin = (seed: number): Drill => {
  const drill = openDrill(seed);
  drills.push(drill);
  return drill;
};
afterAll(() => {
  for (const drill of drills) drill.close();
});

interface Job {
  file: string;
  against?: string | undefined;
}

/** Both verifiers, word for word. */
function agree(jobs: Job[]): VerifyResult[] {
  const ours = jobs.map(({ file, against }) => verifyCopy(file, { against }));
  expect(pythonSays(jobs)).toEqual(ours);
  return ours;
}

describe('the Python verifier', () => {
  it('agrees with the application on a hundred random records', () => {
    const jobs = Array.from({ length: 100 }, (_, seed) => {
      const drill = begin(1_000 + seed);
      const random = seededRandom(seed);
      grow(drill, 1 + Math.floor(random() * 60), random);
      const against = drill.checkpoint();
      grow(drill, Math.floor(random() * 10), random);
      return { file: copyOf(drill, { bodies: seed % 3 === 0 ? 'none' : 'all' }), against };
    });
    const results = agree(jobs);
    expect(results.every((result) => result.ok && result.problems.length === 0)).toBe(true);
    expect(results.map((result) => result.head)).toEqual(drills.map((drill) => drill.journal.head().hash));
  });
});

/** Changes that no forger would make, but that a verifier must not stumble over. */
const odd: [string, (copy: Db) => void][] = [
  ['text that is not UTF-8', (copy) => copy.exec("UPDATE journal_body SET body = CAST(x'7b22ff227d' AS TEXT) WHERE seq = 2")],
  ['fields that are not UTF-8', (copy) => copy.exec("UPDATE journal SET actor = CAST(x'757365723aff' AS TEXT) WHERE seq = 2")],
  [
    'fields that are NULL',
    (copy) => copy.exec('UPDATE journal SET desk = NULL WHERE seq = 2; UPDATE journal SET subject = NULL WHERE seq = 4'),
  ],
  [
    'fields of another type',
    (copy) => copy.exec("UPDATE journal SET kind = CAST(kind AS BLOB) WHERE seq = 2; UPDATE journal SET actor = x'00' WHERE seq = 3"),
  ],
  ['a newline inside a field', (copy) => copy.exec("UPDATE journal SET kind = kind || char(10) || 'x' WHERE seq = 3")],
  [
    'hashes of another length',
    (copy) => copy.exec("UPDATE journal SET hash = x'00' WHERE seq = 3; UPDATE journal SET commitment = x'' WHERE seq = 5"),
  ],
  [
    'hashes that are NULL',
    (copy) => copy.exec('UPDATE journal SET hash = NULL WHERE seq = 3; UPDATE journal SET prev = NULL WHERE seq = 6'),
  ],
  ['a salt of another length', (copy) => copy.exec("UPDATE journal_body SET salt = x'0011' WHERE seq = 3")],
  ['numbers out of range', (copy) => copy.exec('UPDATE journal SET seq = 9223372036854775807 WHERE seq = 20')],
  ['several gaps', (copy) => copy.exec('DELETE FROM journal WHERE seq IN (1, 5, 6, 7, 30)')],
  ['no entries at all', (copy) => copy.exec('DELETE FROM journal')],
  ['an empty record', (copy) => copy.exec('DELETE FROM journal; DELETE FROM journal_body; DELETE FROM checkpoint; DELETE FROM keys')],
  ['checkpoints that are not text', (copy) => copy.exec("UPDATE checkpoint SET note = x'00ff'")],
  ['checkpoints that are NULL', (copy) => copy.exec('UPDATE checkpoint SET note = NULL')],
  [
    'a checkpoint with a foreign signature line more',
    (copy) => copy.exec(`UPDATE checkpoint SET note = note || '— witness.example AAAA' || char(10)`),
  ],
  ['a checkpoint with its signature twice', (copy) => copy.exec("UPDATE checkpoint SET note = note || substr(note, instr(note, '— '))")],
  ['a public key of its own in the list of keys', (copy) => copy.exec("UPDATE keys SET public_key = 'x' WHERE number = 1")],
  ['a key too many and one too few', (copy) => copy.exec('DELETE FROM keys WHERE number = 1; INSERT INTO keys (number) VALUES (77)')],
  ['another head in what the copy says of itself', (copy) => copy.exec("UPDATE about SET value = 'x' WHERE name IN ('head', 'entries')")],
  ['nothing said of itself', (copy) => copy.exec("DELETE FROM about WHERE name <> 'format'")],
  ['a body withheld that is there', (copy) => copy.exec("INSERT INTO withheld VALUES (2, 'not asked for')")],
  [
    'an epoch without its body',
    (copy) => copy.exec("UPDATE journal_body SET salt = NULL, body = NULL WHERE seq = 2; INSERT INTO withheld VALUES (2, 'walled')"),
  ],
  [
    'two thousand problems',
    (copy) =>
      copy.exec(
        "WITH RECURSIVE n(i) AS (SELECT 9001 UNION ALL SELECT i + 1 FROM n WHERE i < 11000) INSERT INTO checkpoint SELECT i, '' FROM n",
      ),
  ],
];

describe('on a copy that was changed, both verifiers say the same:', () => {
  let drill: Drill;
  let file: string;
  let outside: string;
  beforeAll(() => {
    drill = begin(61);
    grow(drill, 50, seededRandom(11));
    outside = drill.checkpoint();
    grow(drill, 12, seededRandom(12));
    drill.checkpoint();
    file = copyOf(drill);
    prepareAll();
  });

  /** All changed copies, and what Python says of them: asked once, because starting Python costs more than its answers. */
  const prepared = new Map<string, Job[]>();
  const said = new Map<string, VerifyResult>();
  const prepareAll = () => {
    const random = seededRandom(13);
    const { size } = parseCheckpoint(outside);
    const five = (tamper: (copy: Db) => void, against?: string): Job[] =>
      Array.from({ length: 5 }, () => ({ file: changedCopy(file, tamper), against }));
    for (const { name, tamper } of visible)
      prepared.set(
        name,
        five((copy) => tamper(copy, random)),
      );
    for (const { name, tamper } of invisible)
      prepared.set(
        name,
        five((copy) => tamper(copy, size, random), outside),
      );
    for (const [name, tamper] of odd) prepared.set(name, [{ file: changedCopy(file, tamper), against: outside }]);
    const jobs = [...prepared.values()].flat();
    for (const [index, answer] of pythonSays(jobs).entries()) said.set(jobs[index]!.file, answer);
  };
  const agreedOn = (name: string): VerifyResult[] => {
    const jobs = prepared.get(name)!;
    const ours = jobs.map((job) => verifyCopy(job.file, { against: job.against }));
    expect(jobs.map((job) => said.get(job.file))).toEqual(ours);
    return ours;
  };

  it.each(visible)('$name', ({ name, finds }) => {
    for (const { ok, problems } of agreedOn(name)) {
      expect(ok).toBe(false);
      expect(problems.some(({ kind }) => finds.includes(kind))).toBe(true);
    }
  });

  it.each(invisible)('$name', ({ name, finds }) => {
    for (const { problems } of agreedOn(name)) expect(problems.map(({ kind }) => kind)).toContain(finds);
  });

  it.each(odd.map(([name]) => name))('%s', (name) => {
    expect(agreedOn(name)).toHaveLength(1);
  });

  it('a restored desk, with and without its announcement', () => {
    const restored = begin(62);
    grow(restored, 10, seededRandom(1));
    const announce = (desk: string, kind: string) => {
      const journal = createJournal(restored.db, { desk, clock: restored.clock, ids: restored.ids });
      const opened = { ...restored, desk, journal, vault: { read: () => null, write: () => {}, erase: () => {} } };
      restored.db.exec('BEGIN');
      journal.record({ actor: 'system', kind, subject: `desk:${desk}`, body: { v: 1 } });
      restored.db.exec('COMMIT');
      ensureEpoch(opened);
    };
    announce('second', 'desk.opened');
    const good = copyOf(restored);
    announce('third', 'case.noted');
    const results = agree([{ file: good }, { file: copyOf(restored) }]);
    expect(results.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([[], ['desk-differs']]);
  });

  it('a lost epoch key', () => {
    const lost = begin(63);
    lost.vault.erase('epoch-1');
    lost.checkpoint();
    expect(agree([{ file: copyOf(lost) }])[0]?.problems.map(({ kind }) => kind)).toEqual(['epoch-unsigned']);
    expect(verifyChain(lost.db).problems).toEqual(verifyCopy(copyOf(lost)).problems);
  });

  it.each(['', 'hello', 'nivaran/a/b\n1\n'])('a checkpoint that is none: %j', (against) => {
    expect(agree([{ file, against }])[0]?.problems[0]?.kind).toBe('against-malformed');
  });

  it('a checkpoint of another record', () => {
    const other = begin(64);
    expect(agree([{ file, against: other.checkpoint() }])[0]?.problems.map(({ kind }) => kind)).toContain('against-origin');
  });

  it('signatures with a bit flipped anywhere', () => {
    const { signatures } = parseCheckpoint(outside);
    const good = Buffer.from(signatures[0]!.blob, 'base64');
    const changes = Array.from({ length: 64 }, (_, at) => ({ at: at + 4, bit: 1 << (at % 8) }));
    const jobs = changes.map(({ at, bit }) => {
      const blob = Buffer.from(good);
      blob[at] = blob[at]! ^ bit;
      return { file, against: outside.replace(signatures[0]!.blob, blob.toString('base64')) };
    });
    for (const { problems } of agree(jobs)) expect(problems.map(({ kind }) => kind)).toEqual(['against-signature']);
  });

  describe('as a command', () => {
    it('prints one JSON document and ends with 0 when the record holds', () => {
      const { status, stdout } = runScript([file]);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual(verifyCopy(file));
    });

    it('ends with 1 when the record does not hold', () => {
      const checkpoint = join(drill.dir, 'checkpoint.txt');
      writeFileSync(checkpoint, outside);
      expect(runScript([file, '--against', checkpoint]).status).toBe(0);
      const cut = changedCopy(file, (copy) =>
        copy.exec('DELETE FROM journal WHERE seq > 9; DELETE FROM journal_body WHERE seq > 9; DELETE FROM checkpoint WHERE size > 9'),
      );
      const { status, stdout } = runScript([cut, '--against', checkpoint]);
      expect(status).toBe(1);
      expect(JSON.parse(stdout).problems.map(({ kind }: { kind: string }) => kind)).toContain('history-went-back');
    });

    it('ends with 1 and an error for what is no audit copy', () => {
      const garbage = join(drill.dir, 'garbage.db');
      writeFileSync(garbage, 'no database at all, only some text that is long enough to be read');
      for (const args of [[garbage], [join(drill.dir, 'missing.db')], [file, '--against', join(drill.dir, 'missing.txt')]]) {
        const { status, stdout } = runScript(args);
        expect(status).toBe(1);
        expect(JSON.parse(stdout).error.code).toBe('bad-input');
      }
      expect(() => verifyCopy(garbage)).toThrow();
    });

    it('ends with 2 and its usage when called wrongly', () => {
      for (const args of [[], ['--help'], [file, file], [file, '--against']]) {
        expect(runScript(args)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
      }
    });
  });
});
