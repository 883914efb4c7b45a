import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, transaction } from '../../db/open.ts';
import { verifyCopy } from '../../src-main/audit/verify-copy.ts';
import { type FoldMap, noFold, parseCheckpoint, purge, verifyAgainst, verifyChain } from '../../src-main/journal/index.ts';
import { changedCopy, copyOf, pythonSays, runScript } from '../support/audit-copy.ts';
import { type Drill, openDrill } from '../support/journal-db.ts';
import { rehashFrom } from '../support/tamper.ts';

const more: FoldMap = { 'workspace.created': noFold, 'person.added': noFold, signed: noFold, sealed: noFold, 'case.purged': noFold };
const organisation = 'Synthetic Social Pvt Ltd';
const ref = 'COC-2026-000123-5';
const author = 'user:a1';

let drill: Drill;
let officer: KeyObject;
let seqs: { noted: number; signed: number; sealed: number; purged: number };
let early: string;
let late: string;

const post = (kind: string, subject: string, body: Record<string, unknown> = {}) =>
  drill.post({ actor: author, kind, subject, body: { v: 1, ...body } });
const hashOf = (seq: number) => drill.db.prepare('SELECT hash FROM journal WHERE seq = ?').pluck().get(seq) as Buffer;

beforeAll(() => {
  drill = openDrill(171, [more]);
  drill.db.prepare("INSERT INTO organisation VALUES ('organisation', ?, ?, 1, 'x')").run(drill.workspace, organisation);
  post('workspace.created', `workspace:${drill.workspace}`, { workspace: drill.workspace, organisation, synthetic: true });
  const pair = generateKeyPairSync('ed25519');
  officer = createPrivateKey(pair.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const signingKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64');
  post('person.added', author, { name: 'A. Example', signingKey });
  const noted = post('case.noted', `case:${ref}`, { text: 'synthetic' });
  const signed = post('signed', `case:${ref}`, { seq: noted, sig: sign(null, hashOf(noted), officer).toString('base64') });
  early = drill.checkpoint();
  const sealed = post('sealed', `case:${ref}`, { ciphertext: 'AAAA' });
  const purged = post('case.noted', 'case:COC-2026-000124-3', { text: 'gone' });
  transaction(drill.db, () =>
    purge(drill.db, drill.journal, drill.folds, {
      actor: author,
      kind: 'case.purged',
      subject: 'case:COC-2026-000124-3',
      body: { v: 1, seqs: [purged] },
    }),
  );
  seqs = { noted, signed, sealed, purged };
  drill.clock.add(86_400_000);
  late = drill.checkpoint();
});
afterAll(() => drill.close());

/** The kinds that both verifiers find, after asking that they say the same word for word. */
function found(file: string, against?: string): string[] {
  const ours = verifyCopy(file, { against });
  expect(pythonSays([{ file, against }])).toEqual([ours]);
  return ours.problems.map((problem) => problem.kind);
}

const foundAfter = (tamper: (copy: Db) => void, bodies: 'all' | 'none' | string[] = 'all') =>
  found(changedCopy(copyOf(drill, { bodies }), tamper));
const sql = (text: string) => (copy: Db) => void copy.exec(text);

describe('the copies of this drill', () => {
  it.each([['all'], ['none'], [[ref]]] as const)('verify with bodies %j', (bodies) => {
    expect(found(copyOf(drill, { bodies }))).toEqual([]);
  });
});

describe('a checkpoint beyond the end of the record', () => {
  const cut = () => {
    const { size } = parseCheckpoint(early);
    return changedCopy(
      copyOf(drill),
      sql(`DELETE FROM journal WHERE seq > ${size}; DELETE FROM journal_body WHERE seq > ${size}; DELETE FROM withheld WHERE seq > ${size};
        DELETE FROM checkpoint WHERE size > ${size}; DELETE FROM keys WHERE opened_entry > ${size};
        UPDATE about SET value = ${size} WHERE name = 'entries';
        UPDATE about SET value = (SELECT lower(hex(hash)) FROM journal WHERE seq = ${size}) WHERE name = 'head'`),
    );
  };

  it('is confirmed by a key that the record still holds', () => {
    const beyond = early.replaceAll(` ${parseCheckpoint(early).size} `, ' 99 ').replace(/^\d+$/m, '99');
    expect(found(cut(), beyond)).toEqual(['history-went-back', 'against-signature']);
    const sameDay = openDrill(172);
    for (const n of [1, 2, 3]) sameDay.post({ actor: author, kind: 'case.noted', subject: `case:n${n}`, body: { v: 1 } });
    const note = sameDay.checkpoint();
    const file = changedCopy(
      copyOf(sameDay),
      sql('DELETE FROM journal WHERE seq > 4; DELETE FROM journal_body WHERE seq > 4; DELETE FROM checkpoint'),
    );
    expect(found(file, note)).toEqual(['history-went-back', 'about-differs', 'about-differs']);
    sameDay.close();
  });

  it('is not believed when its key lies in the part that is gone, or nowhere', () => {
    const { problems } = verifyCopy(cut(), { against: late });
    expect(problems.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['history-went-back', `the record ends at entry ${parseCheckpoint(early).size}, before the checkpoint`],
      ['against-signature', 'the record ends before this checkpoint, and no key in it can confirm the checkpoint'],
    ]);
    expect(found(cut(), late)).toHaveLength(2);
  });

  it('of another workspace is told as such and as nothing else', () => {
    const other = openDrill(173);
    for (let n = 0; n < 30; n++) other.post({ actor: author, kind: 'case.noted', subject: `case:n${n}`, body: { v: 1 } });
    const note = other.checkpoint();
    expect(found(copyOf(drill), note)).toEqual(['against-origin']);
    expect(verifyAgainst(drill.db, note).problems.map(({ kind }) => kind)).toEqual(['against-origin']);
    other.close();
  });
});

describe('a body left out', () => {
  const blank = (seq: number, why: string) =>
    sql(`UPDATE journal_body SET salt = NULL, body = NULL WHERE seq = ${seq}; INSERT OR REPLACE INTO withheld VALUES (${seq}, '${why}')`);

  it.each(['not asked for', 'walled', 'privileged ', 'lost', '', 'purged'])('is not excused by %j in a copy of all bodies', (why) => {
    expect(foundAfter(blank(seqs.signed, why))).toEqual(['withheld-differs']);
  });

  it('of the case that was asked for is not excused as not asked for', () => {
    expect(foundAfter(blank(seqs.noted, 'not asked for'), [ref])).toEqual(['withheld-differs']);
  });

  it('is believed to be purged only before a purge that may name it', () => {
    const last = drill.journal.head().seq;
    expect(foundAfter(sql(`UPDATE withheld SET why = 'purged' WHERE seq = ${seqs.noted}`), 'none')).toEqual([]);
    expect(foundAfter(sql(`UPDATE withheld SET why = 'purged' WHERE seq = ${last - 1}`), 'none')).toEqual(['withheld-differs']);
  });

  it('must be one that is not there', () => {
    expect(foundAfter(sql("INSERT INTO withheld VALUES (1, 'not asked for'), (77, 'walled')"))).toEqual([
      'withheld-differs',
      'withheld-differs',
    ]);
  });

  it('is never the one that says whose record it is', () => {
    expect(foundAfter(blank(3, 'not asked for'), 'none')).toEqual(['withheld-differs']);
  });
});

describe('rows that hide from a walk by numbers', () => {
  const remade = (table: string, columns: string, extra = '') =>
    sql(`CREATE TABLE aside AS SELECT * FROM ${table}; DROP TABLE ${table}; CREATE TABLE ${table} (${columns});
      INSERT INTO ${table} SELECT * FROM aside; DROP TABLE aside; ${extra}`);

  it.each([
    ['without a primary key', 'seq INTEGER, desk, at, actor, kind, subject, commitment, prev, hash'],
    ['with a key that may be NULL', 'seq INTEGER PRIMARY KEY DESC, desk, at, actor, kind, subject, commitment, prev, hash'],
    ['with a key that may be a text', 'seq INT PRIMARY KEY, desk, at, actor, kind, subject, commitment, prev, hash'],
  ])('are found by the table made %s', (_name, columns) => {
    const hidden = 'INSERT INTO journal SELECT NULL, desk, at, actor, kind, subject, commitment, prev, hash FROM journal WHERE seq = 3';
    expect(foundAfter(remade('journal', columns, hidden))).toEqual(['schema-differs']);
  });

  it('are found by columns that are not documented', () => {
    expect(foundAfter(sql('ALTER TABLE withheld ADD COLUMN note TEXT'))).toEqual(['schema-differs']);
    expect(foundAfter(remade('journal_body', 'seq INTEGER, salt, body'))).toEqual(['schema-differs']);
  });

  it('are found among checkpoints by their sizes', () => {
    expect(foundAfter(sql("INSERT INTO checkpoint VALUES (0, 'x'), (-5, 'y')"))).toEqual(['checkpoint-malformed']);
  });
});

describe('what a copy says of itself', () => {
  it.each(['workspace', 'desk', 'organisation', 'synthetic'])('is held against the record: %s', (name) => {
    for (const text of [`UPDATE about SET value = 'no' WHERE name = '${name}'`, `DELETE FROM about WHERE name = '${name}'`]) {
      expect(foundAfter(sql(text), 'none')).toEqual(['about-differs']);
    }
  });
});

describe('an entry', () => {
  it('is missing from an empty record', () => {
    expect(
      foundAfter(sql('DELETE FROM journal; DELETE FROM journal_body; DELETE FROM checkpoint; DELETE FROM withheld; DELETE FROM keys')),
    ).toContain('entry-missing');
  });

  it.each(['2026-02-30T00:00:00.000Z', '2026-11-21T24:00:00.000Z', '2026-13-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z'])(
    'is malformed when it is of %s',
    (at) => {
      const kinds = foundAfter((copy) => {
        copy.prepare('UPDATE journal SET at = ? WHERE seq = ?').run(at, seqs.purged);
        copy.exec(`DELETE FROM checkpoint WHERE size > ${seqs.purged}`);
        rehashFrom(copy, seqs.purged);
      });
      expect(kinds).toContain('entry-malformed');
      expect(kinds).not.toContain('hash-differs');
    },
  );
});

describe('a signature of a person', () => {
  const forged = (change: (body: { seq: number; sig: string }) => object) => (copy: Db) => {
    const body = JSON.parse(copy.prepare('SELECT body FROM journal_body WHERE seq = ?').pluck().get(seqs.signed) as string);
    copy.prepare('UPDATE journal_body SET body = ? WHERE seq = ?').run(JSON.stringify(change(body)), seqs.signed);
    copy.exec(`DELETE FROM checkpoint WHERE size >= ${seqs.signed}`);
    rehashFrom(copy, seqs.signed);
  };

  it('is checked in the workspace too', () => {
    expect(verifyChain(drill.db).problems).toEqual([]);
  });

  it.each([
    ['is of another entry', (body: object) => ({ ...body, seq: 1 })],
    ['is of an entry after it', (body: object) => ({ ...body, seq: seqs.sealed })],
    ['is by another key', (body: object) => ({ ...body, sig: Buffer.alloc(64, 3).toString('base64') })],
    ['holds none', (body: object) => ({ ...body, sig: 'x' })],
  ])('does not fit when it %s', (_name, change) => {
    expect(foundAfter(forged(change))).toContain('signature-differs');
  });
});

describe('the summary of the script', () => {
  const summary = (file: string, ...args: string[]) => runScript([file, ...args]).stderr;

  it('tells an inspector what was looked at, and that a sample is one', () => {
    const told = summary(copyOf(drill, { bodies: 'none' }));
    const first = drill.db.prepare('SELECT public_key FROM epoch WHERE number = 1').pluck().get() as string;
    for (const line of [
      `Organisation: ${organisation}\n`,
      'SYNTHETIC: ',
      `Entries: ${drill.journal.head().seq}, from 2026-11-21T04:00:00.000Z to 2026-11-22T`,
      `Desks: ${drill.desk}\n`,
      `recovery sheet: ${first}\n`,
      'Checkpoints checked: 2; bodies checked: 3;',
      'not asked for: 6, purged: 1\n',
      'Checkpoint kept outside: none was given\n',
      'consistent, no more',
    ]) {
      expect(told).toContain(line);
    }
    expect(told).not.toContain('is desk.opened');
    expect(summary(copyOf(drill))).toContain('signatures of persons checked: 1, without a key to check with: 0');
  });

  it('says whether the checkpoint from outside was confirmed', () => {
    const path = join(drill.dir, 'outside.txt');
    writeFileSync(path, early);
    expect(summary(copyOf(drill), '--against', path)).toContain('Checkpoint kept outside: confirmed\n');
    writeFileSync(path, early.replace(/chain (\d+) ./, 'chain $1 x'));
    expect(summary(copyOf(drill), '--against', path)).toContain('Checkpoint kept outside: NOT CONFIRMED\n');
  });

  it('names every later desk.opened, and lets no cell move the cursor', () => {
    const file = changedCopy(copyOf(drill), (copy) => {
      copy.exec(`UPDATE journal SET kind = 'desk.opened' WHERE seq = ${seqs.noted};
        UPDATE about SET value = char(27) || '[2Jx' WHERE name = 'organisation'`);
    });
    expect(summary(file)).toContain(`Entry ${seqs.noted} (2026-11-21T04:00:00.000Z) is desk.opened: ask the desk`);
    expect(summary(file)).toContain('Organisation: ?[2Jx');
    expect(summary(file)).toContain('The record does not hold');
  });
});

describe('a checkpoint file', () => {
  it('is read however an editor or a shell saved it', () => {
    const file = copyOf(drill);
    const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const ways = [
      Buffer.from(`\ufeff${late}`),
      Buffer.from(`\r\n\r\n${late.replaceAll('\n', '\r\n')}\r\n\r\n`),
      utf16(late),
      utf16(`${late.replaceAll('\n', '\r\n')}\r\n`),
      utf16(`${late}\n`).swap16(),
      Buffer.from(late.trimEnd()),
    ];
    for (const bytes of ways) {
      expect(found(file, bytes.toString('utf8'))).toEqual([]);
      writeFileSync(join(drill.dir, 'way.txt'), bytes);
      expect(runScript([file, '--against', join(drill.dir, 'way.txt')]).status).toBe(0);
    }
  });
});
