import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlain, transaction } from '../../db/open.ts';
import { type AuditCopy, type CopyRequest, writeAuditCopy } from '../../src-main/audit/copy.ts';
import { journalPage } from '../../src-main/audit/store.ts';
import { verifyCopy } from '../../src-main/audit/verify-copy.ts';
import { readViews } from '../../src-main/audit/views.ts';
import { type FoldMap, noFold, purge } from '../../src-main/journal/index.ts';
import { changedCopy, copyOf, viewsDir } from '../support/audit-copy.ts';
import { type Drill, openDrill } from '../support/journal-db.ts';

const secret = 'A. Example of Synthetic Street';
const organisation = 'Synthetic Social Pvt Ltd';
const ref = 'COC-2026-000123-5';
const other = 'COC-2026-000124-3';
const moreFolds: FoldMap = { 'workspace.created': noFold, sealed: noFold, 'case.received': noFold, 'case.purged': noFold };

let drill: Drill;
let counts: { letter: number; noted: number; privileged: number; sealed: number; purged: number };

/** A case as the folds would leave it, with something personal in every column that may hold it. */
function fillTables(): void {
  const clocks = JSON.stringify({
    now: [
      {
        rule: 'IT-ACK-24H',
        sense: 'max',
        state: 'stopped',
        start: '2026-11-21T04:00:00.000Z',
        due: '2026-11-22T04:00:00.000Z',
        stoppedAt: '2026-11-21T05:00:00.000Z',
        internal: false,
        disputed: false,
      },
    ],
    past: [[{ rule: 'IT-RES-15D', start: 'a', due: 'b', stoppedAt: 'c', result: 'met', lateBySeconds: null, rulebook: 'r1' }]],
  });
  drill.db
    .prepare(`INSERT INTO case_file VALUES (?, 3, 'cocial', 'content', 'closed', 'not-needed', 'upheld', @s, @s, @s, 'email', '2026-11-21T04:00:00.000Z',
      'person', 0, '2026-11-21T04:01:00.000Z', @s, 0, @s, @s, @s, @s, '{"acknowledgementSent":"2026-11-21T05:00:00.000Z"}', @clocks, 'r1', @s, NULL, @s, NULL, NULL, 9)`)
    .run(ref, { s: secret, clocks });
  drill.db.exec(`INSERT INTO case_item VALUES ('${ref}', 1, 'url', '${secret}', 'removed', NULL, '${secret}');
    INSERT INTO letter (id, ref, template, language, prepared_seq, prepared_at, proof) VALUES ('letter:l1', '${ref}', 'decision', 'en', 3, 'x', '${secret}')
      ON CONFLICT (id) DO UPDATE SET ref = excluded.ref, proof = excluded.proof;
    INSERT INTO attachment (id, ref, purpose, name, media_type, size_bytes, sha256, added_at, added_seq)
      VALUES ('attachment:x1', '${ref}', 'evidence', '${secret}', 'image/png', 12, 'ff', 'x', 4);
    INSERT INTO identity_attempt VALUES (4, '${ref}', 'x', 'user:a1', '${secret}', 'other', '${secret}', 'complainant', '${secret}', 1,
      '${secret}', 'verified', '${secret}', '["second-document"]', '1', NULL, NULL);
    INSERT INTO identity_purge VALUES (5, '${ref}', 'x', 'user:a1', 1, 0, '${secret}');
    INSERT INTO authority VALUES ('authority:4', '${ref}', 'agent', '${secret}', '${secret}', '2026-01-01', NULL, NULL, 0, 'party:1', 'party:2',
      NULL, 'x', NULL, '${secret}');
    INSERT INTO case_work VALUES (6, '${ref}', 'search', '${secret}', 'found', 'x', 'user:a1', '"${secret}"');
    INSERT INTO legal_hold VALUES ('hold:7', '${ref}', 'party:1', 'case', 'law', '["${secret}"]', '${secret}', NULL, '${secret}', 'x', 'user:a1',
      NULL, NULL);
    INSERT INTO case_tombstone VALUES ('${other}', 8, 'cocial', 'content', 'upheld', 'x', 'x', 'x', '{"reason":"${secret}"}');
    INSERT INTO appeal VALUES ('${other}', '${ref}', NULL, '${secret}', 'x', NULL, 'directed', NULL, '${secret}', NULL, NULL, '${secret}', NULL, '${secret}');
    INSERT INTO uploader_notice VALUES ('${ref}', 'withheld', '${secret}', NULL, 'x', 'user:a1');
    INSERT INTO keep_consent VALUES (11, '${ref}', '2027-01-01', '${secret}', 'x', 'user:a1', 'given', 'x', '${secret}');
    INSERT INTO person_erasure VALUES (12, '${ref}', 'x', 'user:a1', 0, '["${secret}"]', '[]');
    INSERT INTO appointment VALUES ('appointment:8', 'grievance-officer', NULL, '${secret}', '${secret}', '${secret}', '${secret}', '${secret}', '2026-01-01', NULL);
    INSERT INTO desk_person VALUES ('user:a1', '${secret}', '${secret}', '["officer"]', 'k', 's', NULL, NULL, 'x', NULL);
    INSERT INTO key_slot VALUES ('slot:1', 'passphrase', '${secret}', 'user:a1', 'x', NULL);
    INSERT INTO adopted VALUES ('rulebook', 'india', 'h', '1', '${secret}', 'x', 3, NULL);
    INSERT INTO organisation VALUES ('organisation', '${drill.workspace}', '${organisation}', 1, 'x')`);
}

beforeAll(() => {
  drill = openDrill(71, [moreFolds]);
  const add = (kind: string, subject: string, body: Record<string, unknown> = {}) =>
    drill.post({ actor: 'user:a1', kind, subject, body: { v: 1, text: secret, ...body } });
  drill.post({
    actor: 'system',
    kind: 'workspace.created',
    subject: `workspace:${drill.workspace}`,
    body: { v: 1, organisation, synthetic: true },
  });
  add('case.received', `case:${ref}`);
  const noted = add('case.noted', `case:${ref}`);
  const privileged = add('case.noted', `case:${ref}`, { privileged: true });
  const letter = add('letter.prepared', 'letter:l1', { ref, template: 'decision' });
  const sealed = add('sealed', `case:${other}`, { ciphertext: 'AAAA' });
  const purged = add('case.noted', `case:${other}`);
  transaction(drill.db, () =>
    purge(drill.db, drill.journal, drill.folds, {
      actor: 'user:a1',
      kind: 'case.purged',
      subject: `case:${other}`,
      body: { v: 1, seqs: [purged] },
    }),
  );
  counts = { letter, noted, privileged, sealed, purged };
  drill.clock.add(86_400_000);
  drill.checkpoint();
  fillTables();
});
afterAll(() => drill.close());

const open = (file: string) => openPlain(file, { readonly: true });
const withheldIn = (file: string) => new Map(open(file).prepare('SELECT seq, why FROM withheld').raw().all() as [number, string][]);

describe('an audit copy without bodies', () => {
  it('verifies, says what it is, and holds no personal data at all', () => {
    const file = copyOf(drill, { bodies: 'none', reason: undefined });
    expect(verifyCopy(file)).toEqual({ ok: true, entries: drill.journal.head().seq, head: drill.journal.head().hash, problems: [] });
    expect(readFileSync(file).includes('Synthetic Street')).toBe(false);
    expect(Object.fromEntries(open(file).prepare('SELECT name, value FROM about').raw().all() as [string, string][])).toEqual({
      format: '1',
      workspace: drill.workspace,
      desk: drill.desk,
      organisation,
      synthetic: 'yes',
      created_at: '2026-11-30T00:00:00.000Z',
      bodies: 'none',
      reason: '',
      entries: String(drill.journal.head().seq),
      head: drill.journal.head().hash,
    });
  });

  it('names every body left out, and keeps those that announce keys or say whose record it is', () => {
    const file = copyOf(drill, { bodies: 'none' });
    const bodies = open(file).prepare('SELECT seq, kind, body FROM journal JOIN journal_body USING (seq)').all() as {
      seq: number;
      kind: string;
      body: string | null;
    }[];
    const withheld = withheldIn(file);
    expect(bodies.filter(({ body }) => body !== null).map(({ kind }) => kind)).toEqual([
      'epoch.opened',
      'workspace.created',
      'epoch.opened',
    ]);
    expect([...withheld.keys()]).toEqual(bodies.filter(({ body }) => body === null).map(({ seq }) => seq));
    expect(withheld.get(counts.purged)).toBe('purged');
    expect(withheld.get(counts.noted)).toBe('not asked for');
  });

  it('holds no hash that would confirm a guess of a letter or a file', () => {
    drill.db.exec("UPDATE letter SET sha256 = 'ee'");
    const hashes = (bodies: CopyRequest['bodies']) => {
      const copy = open(copyOf(drill, { bodies }));
      return ['letters', 'files'].map((table) => copy.prepare(`SELECT sha256 FROM ${table}`).pluck().get());
    };
    expect(hashes('none')).toEqual([null, null]);
    expect(hashes([other])).toEqual([null, null]);
    expect(hashes([ref])).toEqual(['ee', 'ff']);
    expect(hashes('all')).toEqual(['ee', 'ff']);
  });

  it('lists the public keys for tools that read signed notes', () => {
    const keys = open(copyOf(drill)).prepare('SELECT number, public_key, verifier_key FROM keys').all() as Record<string, string>[];
    expect(keys).toHaveLength(2);
    expect(keys[1]?.['public_key']).toBe(drill.signer().key);
    expect(keys[1]?.['verifier_key']).toMatch(new RegExp(`^nivaran/${drill.workspace}/${drill.desk}\\+[0-9a-f]{8}\\+A`));
  });

  it('needs no file beside it', () => {
    const file = copyOf(drill);
    expect(readdirSync(drill.dir).filter((name) => name.includes(basename(file)))).toEqual([basename(file)]);
  });
});

describe('an audit copy with bodies', () => {
  it('of all cases leaves out walled and privileged ones unless they are asked for', () => {
    const withheld = withheldIn(copyOf(drill, { bodies: 'all' }));
    expect(Object.fromEntries(withheld)).toEqual({
      [counts.privileged]: 'privileged',
      [counts.sealed]: 'walled',
      [counts.purged]: 'purged',
    });
    const everything = copyOf(drill, { bodies: 'all', withWalls: true, withPrivileged: true });
    expect(Object.fromEntries(withheldIn(everything))).toEqual({ [counts.purged]: 'purged' });
    expect(verifyCopy(everything).ok).toBe(true);
  });

  it('of one case holds its entries and those of its letters, and no others', () => {
    const file = copyOf(drill, { bodies: [ref] });
    const withheld = withheldIn(file);
    expect(withheld.has(counts.noted)).toBe(false);
    expect(withheld.has(counts.letter)).toBe(false);
    expect(withheld.get(counts.sealed)).toBe('not asked for');
    expect(verifyCopy(file).ok).toBe(true);
  });

  it('is refused without a reason', () => {
    for (const reason of [undefined, '', '  ']) {
      expect(() => copyOf(drill, { bodies: 'all', reason })).toThrow(expect.objectContaining({ code: 'bad-input' }));
    }
  });
});

describe('the file of an audit copy', () => {
  it('is the one whose SHA-256 was told before it got its name', () => {
    const out = join(drill.dir, 'told.db');
    const told: AuditCopy[] = [];
    const onWritten = (copy: AuditCopy) => {
      expect(existsSync(out)).toBe(false);
      expect(drill.db.inTransaction).toBe(false);
      told.push(copy);
    };
    const copy = writeAuditCopy(drill.db, { out, bodies: 'none', viewsDir, now: 'x', onWritten });
    expect(told).toEqual([copy]);
    expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(copy.sha256);
  });

  it('never takes the place of another', () => {
    const out = join(drill.dir, 'taken.db');
    writeFileSync(out, 'mine');
    expect(() => copyOf(drill, { out })).toThrow(expect.objectContaining({ code: 'already-exists' }));
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('leaves nothing behind when recording the export fails, or its folder is missing', () => {
    const before = readdirSync(drill.dir);
    const onWritten = () => {
      throw new Error('not recorded');
    };
    expect(() => copyOf(drill, { onWritten })).toThrow('not recorded');
    expect(() => copyOf(drill, { out: join(drill.dir, 'no', 'such', 'folder.db') })).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
    expect(readdirSync(drill.dir)).toEqual(before);
  });

  it('that is no audit copy is told from one', () => {
    const plain = changedCopy(copyOf(drill), (copy) => copy.exec("UPDATE about SET value = '2' WHERE name = 'format'"));
    expect(() => verifyCopy(plain)).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(() => verifyCopy(join(drill.dir, 'missing.db'))).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('the views for auditors', () => {
  it('are read from their files and stand in the copy as tables', () => {
    const names = readViews(viewsDir)
      .map((view) => view.name)
      .sort();
    expect(names).toEqual([
      'adoptions',
      'appeals',
      'authorities',
      'cases',
      'clocks',
      'closed_clocks',
      'consents_asked',
      'files',
      'identity_checks',
      'identity_purges',
      'items',
      'legal_holds',
      'letters',
      'officers',
      'people',
      'person_erasures',
      'purged_cases',
      'slots',
      'uploader_notices',
      'work_done',
    ]);
    const copy = open(copyOf(drill));
    for (const name of names) expect(copy.prepare(`SELECT count(*) FROM ${name}`).pluck().get()).toBeGreaterThan(0);
  });

  it('work as views of the workspace too', () => {
    for (const name of readdirSync(viewsDir))
      drill.db.exec(readFileSync(join(viewsDir, name), 'utf8').replace('CREATE VIEW', 'CREATE TEMP VIEW'));
    for (const { name } of readViews(viewsDir)) expect(drill.db.prepare(`SELECT * FROM temp.${name}`).all().length).toBeGreaterThan(0);
  });

  it('tell a case by its ticket, dates, outcome and clocks', () => {
    const copy = open(copyOf(drill));
    expect(copy.prepare('SELECT ticket, outcome, acknowledgement_sent_at, assigned_to, entered_late_with_reason FROM cases').all()).toEqual(
      [
        {
          ticket: ref,
          outcome: 'upheld',
          acknowledgement_sent_at: '2026-11-21T05:00:00.000Z',
          assigned_to: null,
          entered_late_with_reason: 1,
        },
      ],
    );
    expect(copy.prepare('SELECT ticket, rule, state, due_at FROM clocks').all()).toEqual([
      { ticket: ref, rule: 'IT-ACK-24H', state: 'stopped', due_at: '2026-11-22T04:00:00.000Z' },
    ]);
    expect(copy.prepare('SELECT typeof(first_entry), first_entry FROM cases').raw().get()).toEqual(['integer', 3]);
    expect(copy.prepare('SELECT ticket, closing, rule, result FROM closed_clocks').all()).toEqual([
      { ticket: ref, closing: 1, rule: 'IT-RES-15D', result: 'met' },
    ]);
  });
});

describe('the record on screen', () => {
  it('comes in pages, newest first, with the names of persons', () => {
    const page = journalPage(drill.db, undefined, 3);
    expect(page.map((line) => line.seq)).toEqual([drill.journal.head().seq, drill.journal.head().seq - 1, drill.journal.head().seq - 2]);
    expect(journalPage(drill.db, page[2]!.seq, 2).map((line) => line.seq)).toEqual([page[2]!.seq - 1, page[2]!.seq - 2]);
    expect(journalPage(drill.db, 5, 1)[0]).toMatchObject({ actor: 'user:a1', actorName: secret, kind: 'case.received' });
    expect(journalPage(drill.db, 2, 5)[0]).toMatchObject({ actor: 'system', actorName: 'system' });
  });
});
