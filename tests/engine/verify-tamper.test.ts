import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transaction } from '../../db/open.ts';
import {
  createJournal,
  ensureEpoch,
  parseCheckpoint,
  verifyAgainst,
  verifyChain,
  verifyTail,
  writeCheckpoint,
} from '../../src-main/journal/index.ts';
import { type Drill, dropTriggers, grow, memoryVault, openDrill, seededRandom, tampered } from '../support/journal-db.ts';
import { invisible, rehashFrom, visible } from '../support/tamper.ts';

const times = 125;

describe('the record by itself', () => {
  let drill: Drill;
  beforeAll(() => {
    drill = openDrill(41);
    grow(drill, 70, seededRandom(7));
    drill.checkpoint();
    dropTriggers(drill.db);
  });
  afterAll(() => drill.close());

  it('holds before it is tampered with, and again after each drill', () => {
    expect(verifyChain(drill.db)).toEqual({ ok: true, entries: drill.journal.head().seq, head: drill.journal.head().hash, problems: [] });
  });

  it.each(visible)('shows $name, every time', ({ finds, tamper }) => {
    const random = seededRandom(finds.join().length + 17);
    for (let i = 0; i < times; i++) {
      const result = tampered(
        drill.db,
        () => tamper(drill.db, random),
        () => verifyChain(drill.db),
      );
      expect(result.ok).toBe(false);
      expect(result.problems.map((problem) => problem.kind).some((kind) => finds.includes(kind))).toBe(true);
    }
    expect(verifyChain(drill.db).ok).toBe(true);
  });

  it('names the entry, the table and the key of a changed row, and nothing of its content', () => {
    const result = tampered(
      drill.db,
      () => drill.db.exec('UPDATE journal_body SET body = \'{"v":1,"name":"A. Example"}\' WHERE seq = 1'),
      () => verifyChain(drill.db),
    );
    expect(result.problems).toEqual([
      { kind: 'body-differs', seq: 1, table: 'journal_body', key: '1', detail: 'the body or its salt does not match the commitment' },
    ]);
  });

  it('shows history rewritten across a day, because the next day’s key was announced over what came before', () => {
    const opened = drill.db.prepare("SELECT min(seq) FROM journal WHERE kind = 'epoch.opened' AND seq > 5").pluck().get() as number;
    const result = tampered(
      drill.db,
      () => {
        drill.db.exec("UPDATE journal SET at = '2026-11-20T00:00:00.000Z' WHERE seq = 4; DELETE FROM checkpoint WHERE size >= 4");
        rehashFrom(drill.db, 4);
      },
      () => verifyChain(drill.db),
    );
    expect(result.problems[0]).toMatchObject({ kind: 'epoch-signature', seq: opened });
  });

  it('lists a thousand problems and counts the rest', () => {
    const result = tampered(
      drill.db,
      () => {
        const insert = drill.db.prepare("INSERT INTO checkpoint VALUES (?, '')");
        for (let size = 1; size <= 1_500; size++) insert.run(9_000 + size);
      },
      () => verifyChain(drill.db),
    );
    expect(result.problems).toHaveLength(1_001);
    expect(result.problems[1_000]).toMatchObject({ kind: 'more-problems', detail: '500 more problems are not listed' });
  });
});

describe('a checkpoint kept outside', () => {
  let drill: Drill;
  let outside: string;
  beforeAll(() => {
    drill = openDrill(43);
    for (let n = 0; n < 60; n++) {
      drill.clock.add(60_000);
      drill.post({ actor: 'user:a1', kind: 'case.noted', subject: `case:n${n}`, body: { v: 1, n } });
      if (n % 9 === 0) drill.checkpoint();
      if (n === 45) outside = drill.checkpoint();
    }
    dropTriggers(drill.db);
  });
  afterAll(() => drill.close());

  it('is confirmed by the record that it came from', () => {
    expect(verifyAgainst(drill.db, outside)).toMatchObject({ ok: true, problems: [] });
    expect(verifyAgainst(drill.db, outside.replaceAll('\n', '\r\n'))).toMatchObject({ ok: true });
  });

  it.each(invisible)('shows $name, every time, where the record alone shows nothing', ({ finds, tamper }) => {
    const random = seededRandom(finds.length * 31);
    const { size } = parseCheckpoint(outside);
    for (let i = 0; i < times; i++) {
      const { alone, against } = tampered(
        drill.db,
        () => tamper(drill.db, size, random),
        () => ({ alone: verifyChain(drill.db), against: verifyAgainst(drill.db, outside) }),
      );
      expect(alone.problems).toEqual([]);
      expect(against.problems.map((problem) => problem.kind)).toContain(finds);
    }
  });

  it('shows a record that was written anew from its first entry under keys of the forger', () => {
    const { alone, against } = tampered(
      drill.db,
      () => {
        drill.db.exec('DELETE FROM journal; DELETE FROM journal_body; DELETE FROM checkpoint; DELETE FROM epoch; DELETE FROM desk');
        const journal = createJournal(drill.db, drill);
        journal.record({ actor: 'system', kind: 'desk.opened', subject: `desk:${drill.desk}`, body: { v: 1 } });
        drill.db.exec('RELEASE drill');
        const forger = { ...drill, journal, vault: memoryVault() };
        const signer = ensureEpoch(forger);
        drill.db.exec('SAVEPOINT drill');
        while (journal.head().seq < 80) journal.record({ actor: 'system', kind: 'case.noted', subject: 'case:x', body: { v: 1 } });
        writeCheckpoint(drill.db, journal, signer);
      },
      () => ({ alone: verifyChain(drill.db), against: verifyAgainst(drill.db, outside) }),
    );
    expect(alone.problems).toEqual([]);
    expect(against.problems.map((problem) => problem.kind)).toEqual(['root-mismatch', 'head-mismatch', 'against-signature']);
  });
});

describe('a checkpoint from elsewhere', () => {
  let drill: Drill;
  let other: Drill;
  beforeAll(() => {
    [drill, other] = [openDrill(45), openDrill(46)];
    for (const one of [drill, other]) grow(one, 20, seededRandom(1));
  });
  afterAll(() => {
    drill.close();
    other.close();
  });
  const against = (text: string) => verifyAgainst(drill.db, text).problems.map((problem) => problem.kind);

  it('of another workspace is told from this one', () => {
    expect(against(other.checkpoint())).toContain('against-origin');
  });

  it('that is no checkpoint is told as such', () => {
    expect(verifyAgainst(drill.db, 'hello').problems).toEqual([
      { kind: 'against-malformed', seq: null, table: null, key: null, detail: 'the text is not a checkpoint of a Nivaran record' },
    ]);
  });

  it('with a changed signature is not believed', () => {
    const note = drill.checkpoint();
    const blob = Buffer.from(parseCheckpoint(note).signatures[0]!.blob, 'base64');
    blob[40] = blob[40]! ^ 1;
    expect(against(note.replace(/(— \S+ ).*/, `$1${blob.toString('base64')}`))).toEqual(['against-signature']);
  });
});

describe('the newest part of the record', () => {
  let drill: Drill;
  beforeAll(() => {
    drill = openDrill(47);
    transaction(drill.db, () => {
      for (let n = 0; n < 1_400; n++)
        drill.journal.record({ actor: 'system', kind: 'case.noted', subject: `case:n${n}`, body: { v: 1, n } });
    });
    grow(drill, 40, seededRandom(3));
    drill.checkpoint();
    dropTriggers(drill.db);
  });
  afterAll(() => drill.close());

  it('is the last thousand entries, checked against the tree kept of the earlier ones', () => {
    expect(verifyTail(drill.db)).toEqual({ ok: true, entries: 1_000, head: drill.journal.head().hash, problems: [] });
    expect(verifyChain(drill.db, { from: 300 })).toMatchObject({ ok: true, entries: drill.journal.head().seq - 299 });
  });

  it('shows what was changed there', () => {
    const random = seededRandom(5);
    const last = drill.journal.head().seq;
    for (let i = 0; i < times; i++) {
      const seq = last - Math.floor(random() * 1_000);
      const result = tampered(
        drill.db,
        () => drill.db.exec(`UPDATE journal SET subject = 'case:other' WHERE seq = ${seq}`),
        () => verifyTail(drill.db),
      );
      expect(result.problems).toMatchObject([{ kind: 'hash-differs', seq }]);
    }
  });

  it('leaves what lies before to a full check', () => {
    const look = () => ({ tail: verifyTail(drill.db), whole: verifyChain(drill.db) });
    const { tail, whole } = tampered(drill.db, () => drill.db.exec("UPDATE journal SET subject = 'case:other' WHERE seq = 20"), look);
    expect(tail.ok).toBe(true);
    expect(whole.problems).toMatchObject([{ kind: 'hash-differs', seq: 20 }]);
  });

  it('includes the newest checkpoint even where it lies before', () => {
    const newest = drill.db.prepare('SELECT max(size) FROM checkpoint').pluck().get() as number;
    transaction(drill.db, () => {
      for (let n = 0; n < 1_200; n++)
        drill.journal.record({ actor: 'system', kind: 'case.noted', subject: `case:m${n}`, body: { v: 1, n } });
    });
    expect(verifyTail(drill.db).ok).toBe(true);
    const look = () => verifyTail(drill.db).problems;
    const change = (sql: string) => tampered(drill.db, () => drill.db.exec(sql), look);
    expect(change(`UPDATE checkpoint SET note = replace(note, 'chain', 'Chain') WHERE size = ${newest}`)).toMatchObject([
      { kind: 'checkpoint-malformed', seq: newest },
    ]);
    expect(change(`UPDATE journal SET hash = zeroblob(32) WHERE seq = ${newest}`).map((problem) => problem.kind)).toContain(
      'checkpoint-head',
    );
  });
});

describe('a long check', () => {
  it('tells how far it is and stops when told to', () => {
    const drill = openDrill(48);
    transaction(drill.db, () => {
      for (let n = 0; n < 1_300; n++) drill.journal.record({ actor: 'system', kind: 'case.noted', subject: 'case:x', body: { v: 1 } });
    });
    const told: number[] = [];
    verifyChain(drill.db, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([0, 500, 1_000, drill.journal.head().seq]);
    const signal = { aborted: false };
    const stop = () => {
      signal.aborted = true;
    };
    expect(() => verifyChain(drill.db, { signal, onProgress: stop })).toThrow(expect.objectContaining({ code: 'cancelled' }));
    expect(drill.db.inTransaction).toBe(false);
    drill.close();
  });
});
