import { createHash, createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase, transaction } from '../../db/open.ts';
import { createFolds, createJournal, noFold, post, rebuildNodes, verifyChain } from '../../src-main/journal/index.ts';
import { type Drill, grow, openDrill, rawKey, seededRandom } from '../support/journal-db.ts';

let drill: Drill;
beforeEach(() => {
  drill = openDrill(11);
});
afterEach(() => drill.close());

const note = (text: string) => ({ actor: 'user:a1', kind: 'case.noted', subject: 'case:COC-2026-000001-0', body: { v: 1, text } });

interface Row {
  seq: number;
  desk: string;
  at: string;
  actor: string;
  kind: string;
  subject: string;
  commitment: Buffer;
  prev: Buffer;
  hash: Buffer;
  salt: Buffer;
  body: string;
}
const rowsOf = (db: Db) => db.prepare('SELECT * FROM journal JOIN journal_body USING (seq) ORDER BY seq').all() as Row[];

describe('recording', () => {
  it('writes entry bytes, hash, commitment and body exactly as the format says', () => {
    grow(drill, 40, seededRandom(1));
    let prev: Buffer = Buffer.alloc(32);
    for (const [index, row] of rowsOf(drill.db).entries()) {
      const lines = [
        'JRN1',
        drill.desk,
        row.seq,
        row.at,
        row.actor,
        row.kind,
        row.subject,
        row.commitment.toString('hex'),
        prev.toString('hex'),
      ];
      expect(row.seq).toBe(index + 1);
      expect(row.prev.equals(prev)).toBe(true);
      expect(
        createHash('sha256')
          .update(`${lines.join('\n')}\n`)
          .digest()
          .equals(row.hash),
      ).toBe(true);
      if (row.body !== null) expect(createHmac('sha256', row.salt).update(row.body).digest().equals(row.commitment)).toBe(true);
      prev = row.hash;
    }
    expect(drill.journal.head().hash).toBe(prev.toString('hex'));
  });

  it('stores the body as canonical JSON and gives the fold that same body', () => {
    const seen: unknown[] = [];
    const folds = createFolds([{ 'case.noted': (_db, _entry, body) => void seen.push(body) }]);
    const body = { v: 1, z: [1, { b: undefined, a: 1e21 }], a: 'é', नाम: null };
    const entry = transaction(drill.db, () => post(drill.db, drill.journal, folds, { ...note(''), body }));
    expect(entry.body).toBe('{"a":"é","v":1,"z":[1,{"a":1e+21}],"नाम":null}');
    expect(JSON.stringify(seen[0])).toBe(entry.body);
  });

  it('never uses a salt twice', () => {
    for (let i = 0; i < 300; i++) drill.post(note('same'));
    const salts = new Set(rowsOf(drill.db).map((row) => row.salt.toString('hex')));
    expect(salts.size).toBe(rowsOf(drill.db).length);
    expect(new Set(rowsOf(drill.db).map((row) => row.commitment.toString('hex'))).size).toBe(salts.size);
  });

  it('takes the clock for the instant unless one is given', () => {
    drill.clock.set('2026-11-22T01:02:03.004Z');
    drill.post(note('a'));
    drill.post({ ...note('b'), at: '2026-11-21T23:59:59.999Z' });
    expect(
      rowsOf(drill.db)
        .slice(-2)
        .map((row) => row.at),
    ).toEqual(['2026-11-22T01:02:03.004Z', '2026-11-21T23:59:59.999Z']);
  });

  it.each([
    ['a newline in a field', { subject: 'case:a\nb' }],
    ['a name for an actor', { actor: 'A. Example' }],
    ['a body without a version', { body: { text: 'x' } }],
    ['a number that JSON does not have', { body: { v: 1, n: Number.NaN } }],
    ['half of a surrogate pair', { body: { v: 1, text: '\ud800' } }],
  ])('refuses %s and keeps the record as it was', (_what, change) => {
    const before = drill.journal.head();
    expect(() => drill.post({ ...note('x'), ...change })).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(drill.journal.head()).toEqual(before);
    drill.post(note('next'));
    expect(verifyChain(drill.db).ok).toBe(true);
  });

  it('refuses to write outside a transaction', () => {
    expect(() => drill.journal.record(note('x'))).toThrow('transaction');
  });

  it('refuses a desk id that is none', () => {
    expect(() => createJournal(drill.db, { desk: 'Desk 1', clock: drill.clock, ids: drill.ids })).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
  });

  it('cannot be updated or deleted by the application itself', () => {
    const db = drill.db;
    for (const sql of [
      "UPDATE journal SET actor = 'user:b' WHERE seq = 1",
      'DELETE FROM journal WHERE seq = 1',
      "UPDATE journal_body SET body = '{}' WHERE seq = 1",
      'DELETE FROM journal_body WHERE seq = 1',
    ]) {
      expect(() => db.exec(sql)).toThrow(/append-only|purged/);
    }
  });
});

describe('a rolled-back transaction', () => {
  const fail = () => {
    throw new Error('undone');
  };

  it('leaves head, tree and chain as if it had never begun', () => {
    grow(drill, 300, seededRandom(2));
    const [head, root] = [drill.journal.head(), drill.journal.root()];
    const doomed = () =>
      transaction(drill.db, () => {
        for (let i = 0; i < 300; i++) post(drill.db, drill.journal, drill.folds, note(`doomed ${i}`));
        fail();
      });
    expect(doomed).toThrow('undone');
    expect(drill.journal.head()).toEqual(head);
    expect(drill.journal.root()).toBe(root);
    drill.post(note('after'));
    drill.checkpoint();
    expect(verifyChain(drill.db)).toMatchObject({ ok: true, problems: [] });
  });

  it('is forgotten when it is a savepoint of a larger one', () => {
    transaction(drill.db, () => {
      post(drill.db, drill.journal, drill.folds, note('kept'));
      const inner = () =>
        transaction(drill.db, () => {
          post(drill.db, drill.journal, drill.folds, note('doomed'));
          fail();
        });
      expect(inner).toThrow('undone');
      post(drill.db, drill.journal, drill.folds, note('kept too'));
    });
    drill.checkpoint();
    expect(verifyChain(drill.db).ok).toBe(true);
  });

  it('is forgotten when a fold refuses the entry', () => {
    const folds = createFolds([{ 'case.noted': fail }]);
    const before = drill.journal.head();
    expect(() => transaction(drill.db, () => post(drill.db, drill.journal, folds, note('x')))).toThrow('undone');
    drill.journal.rollback();
    expect(drill.journal.head()).toEqual(before);
  });

  it('is forgotten at random places and the record holds', () => {
    const random = seededRandom(3);
    for (let i = 0; i < 200; i++) {
      const doomed = random() < 0.5;
      const act = () =>
        transaction(drill.db, () => {
          for (let n = Math.floor(random() * 4); n >= 0; n--) post(drill.db, drill.journal, drill.folds, note(`${i}/${n}`));
          if (doomed) fail();
        });
      if (doomed) expect(act).toThrow('undone');
      else act();
    }
    drill.checkpoint();
    expect(verifyChain(drill.db).ok).toBe(true);
  });
});

describe('opening the record again', () => {
  it('gives the same head and root at any size, across kept nodes', () => {
    const sizes = new Set([1, 2, 255, 256, 257, 511, 512, 600]);
    const folds = createFolds([{ 'case.noted': noFold }]);
    transaction(drill.db, () => {
      while (drill.journal.head().seq < 600) {
        post(drill.db, drill.journal, folds, note('x'));
        if (!sizes.has(drill.journal.head().seq)) continue;
        const again = createJournal(drill.db, { desk: drill.desk, clock: drill.clock, ids: drill.ids });
        expect(again.head()).toEqual(drill.journal.head());
        expect(again.root()).toBe(drill.journal.root());
      }
    });
  });

  it('works from another connection of the same file', () => {
    grow(drill, 60, seededRandom(4));
    const other = openDatabase(drill.file, rawKey);
    const journal = createJournal(other, { desk: drill.desk, clock: drill.clock, ids: drill.ids });
    expect(journal.head()).toEqual(drill.journal.head());
    expect(journal.root()).toBe(drill.journal.root());
    expect(verifyChain(other).ok).toBe(true);
    other.close();
  });

  it('finds the kept nodes again after they were rebuilt', () => {
    transaction(drill.db, () => {
      for (let i = 0; i < 530; i++) post(drill.db, drill.journal, drill.folds, note('x'));
    });
    const nodes = () => drill.db.prepare('SELECT level, position, hex(hash) AS hash FROM merkle_node ORDER BY 1, 2').all();
    const before = nodes();
    expect(before).toHaveLength(2);
    drill.db.exec('UPDATE merkle_node SET hash = zeroblob(32); INSERT INTO merkle_node VALUES (8, 9, zeroblob(32))');
    expect(verifyChain(drill.db).problems.map(({ kind, key }) => [kind, key])).toEqual([
      ['merkle-differs', '8/0'],
      ['merkle-differs', '8/1'],
      ['merkle-differs', '8/9'],
    ]);
    transaction(drill.db, () => rebuildNodes(drill.db));
    expect(nodes()).toEqual(before);
    expect(verifyChain(drill.db).ok).toBe(true);
  });
});

describe('folds', () => {
  it('of two rooms for one kind are refused when the desk starts', () => {
    expect(() => createFolds([{ a: noFold }, { b: noFold, a: noFold }])).toThrow('a.');
  });

  it('must exist for every kind that is posted', () => {
    expect(() => drill.post({ ...note('x'), kind: 'case.unheard-of' })).toThrow('case.unheard-of');
    expect(verifyChain(drill.db).ok).toBe(true);
  });
});
