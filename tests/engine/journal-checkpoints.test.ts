import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../../db/open.ts';
import { headCode, isCheckpointDue, parseCheckpoint, post, purge, verifyChain, writeCheckpoint } from '../../src-main/journal/index.ts';
import { type Drill, grow, openDrill, seededRandom } from '../support/journal-db.ts';

let drill: Drill;
beforeEach(() => {
  drill = openDrill(31);
});
afterEach(() => drill.close());

describe('a checkpoint', () => {
  it('states origin, size, root and head of the record', () => {
    grow(drill, 30, seededRandom(1));
    const checkpoint = parseCheckpoint(drill.checkpoint());
    const { seq, hash } = drill.journal.head();
    expect(checkpoint).toMatchObject({ origin: `nivaran/${drill.workspace}/${drill.desk}`, size: seq, head: hash });
    expect(Buffer.from(checkpoint.root, 'base64').toString('hex')).toBe(drill.journal.root());
    expect(headCode(hash)).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('is verified by openssl, which refuses it with one byte changed', () => {
    const note = drill.checkpoint();
    const { text, signatures } = parseCheckpoint(note);
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(drill.signer().key, 'base64')]);
    const file = (name: string, content: string | Buffer) => {
      writeFileSync(join(drill.dir, name), content);
      return join(drill.dir, name);
    };
    const key = file('key.pem', `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`);
    const signature = file('note.sig', Buffer.from(signatures[0]!.blob, 'base64').subarray(4));
    const command = 'openssl pkeyutl -verify -pubin -inkey "$1" -rawin -in "$2" -sigfile "$3"';
    const check = (content: string) =>
      execFileSync('bash', ['-c', command, 'bash', key, file('note.txt', content), signature], { encoding: 'utf8', stdio: 'pipe' });
    expect(check(text)).toContain('Verified Successfully');
    expect(() => check(text.replace('chain', 'Chain'))).toThrow();
  });

  it('asked for twice at one size is the same note', () => {
    expect(drill.checkpoint()).toBe(drill.checkpoint());
    expect(drill.db.prepare('SELECT count(*) FROM checkpoint').pluck().get()).toBe(1);
  });

  it('inside a transaction covers what that transaction wrote', () => {
    const signer = drill.signer();
    const { size } = transaction(drill.db, () => {
      const entry = post(drill.db, drill.journal, drill.folds, {
        actor: 'user:a1',
        kind: 'letter.prepared',
        subject: 'letter:l1',
        body: { v: 1, ref: 'COC', template: 'decision' },
      });
      const checkpoint = writeCheckpoint(drill.db, drill.journal, signer);
      expect(checkpoint.size).toBe(entry.seq);
      return checkpoint;
    });
    expect(drill.journal.head().seq).toBe(size);
    expect(verifyChain(drill.db).ok).toBe(true);
  });

  it("is refused to yesterday's signer once today's epoch is open", () => {
    const yesterday = drill.signer();
    drill.clock.add(86_400_000);
    drill.signer();
    expect(() => writeCheckpoint(drill.db, drill.journal, yesterday)).toThrow('epoch in force');
  });

  it('is due after a thousand entries', () => {
    const add = (count: number) =>
      transaction(drill.db, () => {
        for (let i = 0; i < count; i++)
          post(drill.db, drill.journal, drill.folds, { actor: 'system', kind: 'case.noted', subject: 'case:x', body: { v: 1 } });
      });
    drill.checkpoint();
    add(999);
    expect(isCheckpointDue(drill.db, drill.journal)).toBe(false);
    add(1);
    expect(isCheckpointDue(drill.db, drill.journal)).toBe(true);
    drill.checkpoint();
    expect(isCheckpointDue(drill.db, drill.journal)).toBe(false);
  });

  it('that is none is refused as input', () => {
    expect(() => parseCheckpoint('hello')).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});

describe('a purge', () => {
  const letter = (n: number) =>
    drill.post({ actor: 'user:a1', kind: 'letter.prepared', subject: `letter:l${n}`, body: { v: 1, ref: 'COC', template: 'decision' } });
  const order = (seqs: number[]) => ({
    actor: 'user:a1',
    kind: 'letter.purged',
    subject: 'letter:l1',
    body: { v: 1, seqs, ref: 'COC', template: 'decision', preparedSeq: seqs[0] ?? 0, preparedAt: '2026-11-21T04:00:00.000Z' },
  });
  const run = (seqs: number[]) => transaction(drill.db, () => purge(drill.db, drill.journal, drill.folds, order(seqs)));

  it('takes body and salt, and every later hash, root and checkpoint stays good', () => {
    const seq = letter(1);
    const before = drill.checkpoint();
    run([seq]);
    drill.checkpoint();
    expect(drill.db.prepare('SELECT salt, body FROM journal_body WHERE seq = ?').get(seq)).toEqual({ salt: null, body: null });
    expect(verifyChain(drill.db, { against: before })).toMatchObject({ ok: true, problems: [] });
  });

  it('leaves no body that it did not name', () => {
    const [first, second] = [letter(1), letter(2)];
    run([first]);
    expect(drill.db.prepare('SELECT body FROM journal_body WHERE seq = ?').pluck().get(second)).not.toBeNull();
  });

  it('never takes epoch keys or other purges', () => {
    const opened = drill.db.prepare("SELECT seq FROM journal WHERE kind = 'epoch.opened'").pluck().get() as number;
    expect(() => run([opened])).toThrow(expect.objectContaining({ code: 'refused' }));
    const done = run([letter(1)]).seq;
    expect(() => run([done])).toThrow(expect.objectContaining({ code: 'refused' }));
    expect(verifyChain(drill.db).ok).toBe(true);
  });

  it('names entries that exist, under a kind that says so', () => {
    expect(() => run([])).toThrow('names the entries');
    expect(() => run([999])).toThrow('in the record');
    expect(() => transaction(drill.db, () => purge(drill.db, drill.journal, drill.folds, { ...order([1]), kind: 'case.noted' }))).toThrow(
      '.purged',
    );
  });

  it('that nothing names is found, and so is a body that a purge named and left', () => {
    const [first, second] = [letter(1), letter(2)];
    drill.db.exec(`UPDATE journal_body SET salt = NULL, body = NULL WHERE seq = ${first}`);
    drill.post(order([second]));
    expect(verifyChain(drill.db).problems.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['body-blanked', first],
      ['body-kept', second],
    ]);
  });
});
