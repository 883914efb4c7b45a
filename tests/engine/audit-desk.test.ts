import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDesk, saveCheckpoint, verifyCopy, verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { pythonSays } from '../support/audit-copy.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { dropTriggers, tampered } from '../support/journal-db.ts';

let test: TestDesk;
let ref: string;
beforeAll(() => {
  test = makeDesk();
  ref = addCase(test.desk, contentCase()).ref;
  addCase(test.desk, contentCase({ subject: 'Another synthetic complaint' }));
  test.clock.advance(3_600_000);
  actOnCase(test.desk, ref, 'start-review', {});
  actOnCase(test.desk, ref, 'note', { text: 'Advice of counsel, synthetic.', privileged: true });
});
afterAll(() => test.remove());

const path = (name: string) => join(test.dir, name);
const lastEntry = () =>
  test.desk.db.prepare('SELECT seq, actor, kind, body FROM journal JOIN journal_body USING (seq) ORDER BY seq DESC').get() as {
    seq: number;
    actor: string;
    kind: string;
    body: string;
  };

describe('a desk with cases', () => {
  it('verifies, and every table can be computed again from its record', () => {
    const { seq, hash } = test.desk.journal.head();
    for (const deep of [false, true]) expect(verifyDesk(test.desk, { deep })).toEqual({ ok: true, entries: seq, head: hash, problems: [] });
  });

  it('names the cell that somebody changed behind the record, every time', () => {
    const cells = [
      ['case_file', 'state', "'closed'"],
      ['case_file', 'received_at', "'2026-11-20T00:00:00.000Z'"],
      ['case_file', 'clocks', "'{}'"],
      ['queue', 'assignee', "'user:nobody'"],
      ['case_item', 'action', "'removed'"],
      ['ticket_series', 'last', '99'],
      ['adopted', 'content', "'{}'"],
      ['organisation', 'name', "'x'"],
    ] as const;
    for (const [table, column, value] of cells) {
      const change = () => test.desk.db.exec(`UPDATE ${table} SET ${column} = ${value}`);
      const { problems } = tampered(test.desk.db, change, () => verifyDesk(test.desk, { deep: true }));
      expect(problems.length).toBeGreaterThan(0);
      expect(
        problems.every(
          (problem) => problem.kind === 'fold-differs' && problem.table === table && problem.detail === `column ${column} differs`,
        ),
      ).toBe(true);
    }
  });
});

describe('a checkpoint saved to a file', () => {
  it('is recorded, and shows a record that was cut', () => {
    const saved = saveCheckpoint(test.desk, path('checkpoint.txt'));
    const note = readFileSync(saved.file, 'utf8');
    expect(saved.sha256).toBe(createHash('sha256').update(note).digest('hex'));
    expect(lastEntry()).toMatchObject({ seq: saved.entries + 1, actor: 'user:officer00001', kind: 'checkpoint.exported' });
    expect(JSON.parse(lastEntry().body)).toEqual({ v: 1, size: saved.entries, sha256: saved.sha256 });
    expect(verifyDesk(test.desk, { deep: false, against: note }).ok).toBe(true);
    const cut = () => {
      dropTriggers(test.desk.db);
      const { entries } = saved;
      test.desk.db.exec(
        `DELETE FROM journal WHERE seq >= ${entries}; DELETE FROM journal_body WHERE seq >= ${entries}; DELETE FROM checkpoint`,
      );
    };
    const { problems } = tampered(test.desk.db, cut, () => verifyDesk(test.desk, { deep: false, against: note }));
    expect(problems.map((problem) => problem.kind)).toEqual(['history-went-back']);
  });
});

describe('an audit copy of a desk', () => {
  it('is recorded with its SHA-256, ends with a checkpoint and verifies with both verifiers', () => {
    const copy = copyDesk(test.desk, { out: path('copy.db'), bodies: 'none' });
    expect(createHash('sha256').update(readFileSync(copy.file)).digest('hex')).toBe(copy.sha256);
    expect(lastEntry()).toMatchObject({ seq: copy.entries + 1, kind: 'audit.copied' });
    expect(JSON.parse(lastEntry().body)).toMatchObject({ sha256: copy.sha256, entries: copy.entries, head: copy.head, bodies: 'none' });
    expect(test.desk.db.prepare('SELECT max(size) FROM checkpoint').pluck().get()).toBe(copy.entries);
    expect(verifyCopy(copy.file)).toMatchObject({ ok: true, entries: copy.entries, head: copy.head });
    expect(pythonSays([{ file: copy.file }])).toEqual([verifyCopy(copy.file)]);
    expect(readFileSync(copy.file).includes('A. Example')).toBe(false);
  });

  it('of one case hands over that case alone, for a reason that is recorded', () => {
    const copy = copyDesk(test.desk, { out: path('one.db'), bodies: ref, reason: 'synthetic inspection' });
    expect(verifyCopy(copy.file).ok).toBe(true);
    const bytes = readFileSync(copy.file);
    expect(bytes.includes('Abusive post about me')).toBe(true);
    expect(bytes.includes('Another synthetic complaint')).toBe(false);
    expect(bytes.includes('Advice of counsel')).toBe(false);
    expect(JSON.parse(lastEntry().body)).toMatchObject({ bodies: [ref], reason: 'synthetic inspection', withWalls: false });
  });

  it('is refused for tickets that are none, cases that are not there, and without a reason', () => {
    const head = () => test.desk.journal.head().seq;
    const before = head();
    const ask = (bodies: string, reason?: string) => () => copyDesk(test.desk, { out: path('never.db'), bodies, reason });
    expect(ask('some', 'why')).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(ask('COC-2026-999999-9', 'why')).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(ask('all')).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(existsSync(path('never.db'))).toBe(false);
    expect(head()).toBe(before);
  });

  it('is not recorded when its place is taken', () => {
    mkdirSync(path('taken.db'));
    const before = test.desk.journal.head().seq;
    expect(() => copyDesk(test.desk, { out: path('taken.db'), bodies: 'none' })).toThrow(
      expect.objectContaining({ code: 'already-exists' }),
    );
    expect(test.desk.journal.head().seq).toBe(before);
  });
});
