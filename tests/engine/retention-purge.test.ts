import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { copyDesk, verifyCopy, verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, queueCounts, readTombstone } from '../../src-main/cases/index.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import { saveDraft } from '../../src-main/desk/drafts.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import { addIdentityFile, purgeIdentity } from '../../src-main/identity/index.ts';
import { importMail } from '../../src-main/intake/index.ts';
import { sealLetter } from '../../src-main/letters/index.ts';
import { addIdentifier, casePeople, findParties, mergeParties, partyView, undoMerge } from '../../src-main/people/index.ts';
import { purgeCase } from '../../src-main/retention/index.ts';
import { bringIndexUp, findCases } from '../../src-main/search/index.ts';
import {
  backupDesk,
  closeDesk,
  createDesk,
  databaseOf,
  isScrubWanted,
  openDesk,
  restoreDesk,
  scrubDesk,
} from '../../src-main/workspace/index.ts';
import { readPurges } from '../../src-main/workspace/purge-ledger.ts';
import { pythonSays } from '../support/audit-copy.ts';
import { testClock } from '../support/desk.ts';
import { passphrase, sampleWorkspace } from './support/session.ts';

const day = 86_400_000;
const root = mkdtempSync(join(tmpdir(), 'nivaran-retention-'));
const dir = join(root, 'workspace');
const early = join(root, 'early.nivaran-backup');
const clock = testClock('2025-11-21T06:30:00.000Z');
const ports = { clock, ids: systemIds };

let desk: Desk;
/** A case with a word of its own in every field, one that came by mail, and one that stays. */
let [seeded, mailed, other] = ['', '', ''];

const words: string[] = [];
function seed(field: string, n = 20): string {
  const made = Array.from({ length: n }, (_, k) => `${field}seed${words.length + k}x`);
  words.push(...made);
  return made.join(' ');
}

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(desk, ref, name, input);
const problems = () => verifyDesk(desk, { deep: true }).problems;
const open = async (place = dir) => openDesk(place, { passphrase }, { ports, confirmTime: 'The clock of a test.' });

function close(ref: string, said: (field: string) => string = (field) => field): void {
  act(ref, 'decide', { outcome: 'complied', ground: said('ground'), reasons: said('reasons') });
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email', proof: said('proof') });
  act(ref, 'close');
}

function request(over: Record<string, unknown>): string {
  const made = { platform: 'socnect', kind: 'access', receivedAt: '2025-11-21T11:30:00+05:30', channel: 'email', ...over };
  return addCase(desk, made).ref;
}

/** The database as it lies on the disk and in its log, decrypted: every page, with whatever its gaps hold. */
function decrypted(): string {
  const copy = mkdtempSync(join(root, 'plain-'));
  const { file, key } = databaseOf(desk);
  for (const end of ['', '-wal']) if (existsSync(`${file}${end}`)) cpSync(`${file}${end}`, join(copy, `${basename(file)}${end}`));
  const db = openDatabase(join(copy, basename(file)), key, { keyIsProven: true });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('journal_mode = DELETE');
  db.pragma("rekey = ''");
  db.close();
  const bytes = readFileSync(join(copy, basename(file)));
  rmSync(copy, { recursive: true });
  expect(bytes.subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
  return bytes.toString('latin1').toLowerCase();
}

/** Everything in the workspace folder that is not encrypted. */
function inTheOpen(): string {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return names.map((one) => readFileSync(join(one.parentPath, one.name)).toString('latin1').toLowerCase()).join('\n');
}

const leftIn = (text: string) => words.filter((word) => text.includes(word));

async function seedEverything(): Promise<void> {
  seeded = request({
    complainant: { name: seed('name', 2), email: `${seed('mail', 1)}@mail.example`, phone: '+91 90000 00001', address: seed('address') },
    subject: seed('subject', 10),
    text: seed('text', 500),
    items: [{ type: 'url', value: `https://posts.example/${seed('item', 1)}` }],
    oldReference: seed('old', 1),
    historical: true,
    onBehalfOf: { name: seed('behalf', 2), relation: seed('relation', 1) },
  });
  await addIdentityFile(desk, seeded, { name: `${seed('scan', 1)}.txt`, bytes: Buffer.from(seed('bytes', 50)), mediaType: 'text/plain' });
  act(seeded, 'record-authority', {
    type: 'agent',
    instrument: seed('paper', 5),
    datedOn: '2025-10-01',
    representative: { name: seed('agent', 2) },
  });
  act(seeded, 'verify-identity', { method: seed('method', 1), document: 'pan', result: 'insufficient', reason: seed('checked') });
  act(seeded, 'note', { text: seed('secret', 50), privileged: true });
  act(seeded, 'note', { text: seed('note', 50) });
  act(seeded, 'set-target', { due: '2025-12-21T11:30:00+05:30', reason: seed('target', 5) });
  act(seeded, 'search-system', { system: 'logs', query: seed('query', 5), found: 1, note: seed('searched', 5) });
  act(seeded, 'hold', { scope: 'case', instrument: seed('instrument', 5), reason: seed('holding') });
  act(seeded, 'release-hold', { reason: seed('releasing') });
  act(seeded, 'amend', { complainant: { address: seed('moved') }, reason: seed('amending', 5) });
  await sealLetter(desk, { ref: seeded, template: 'acknowledgement' });
  act(seeded, 'acknowledge', { sentAt: nowOf(desk), mode: 'email', proof: seed('posted', 2) });
  saveDraft(desk, `case:${seeded}:note`, { v: 1, values: { text: seed('draft', 50) } });
}

function mailOf(): Buffer {
  const lines = [
    `From: ${seed('from', 1)} <${seed('sender', 1)}@mail.example>`,
    'To: desk@nivaran.example',
    `Subject: ${seed('about', 5)}`,
  ];
  const head = [
    ...lines,
    `Message-ID: <${seed('messageid', 1)}@mail.example>`,
    'Date: Fri, 21 Nov 2025 10:00:00 +0530',
    'MIME-Version: 1.0',
  ];
  const part = (type: string, text: string) => ['--b', `Content-Type: ${type}`, '', text].join('\r\n');
  const file = `text/plain; name="${seed('filename', 1)}.txt"\r\nContent-Disposition: attachment; filename="notes.txt"`;
  const body = [part('text/plain', seed('body', 100)), part(file, seed('attached', 100)), '--b--', ''];
  return Buffer.from([...head, 'Content-Type: multipart/mixed; boundary=b', '', ...body].join('\r\n'));
}

beforeAll(async () => {
  ({ desk } = await createDesk(dir, sampleWorkspace({ platforms: ['socnect', 'cocial'] }), { ports }));
  await seedEverything();
  [mailed = ''] = (await importMail(desk, [{ source: 'mail.eml', bytes: mailOf() }], { platform: 'socnect' })).refs;
  act(mailed, 'triage', { kind: 'correction', reason: seed('triaged', 5) });
  other = request({ complainant: { name: 'K. Kept', email: 'kept@mail.example' }, subject: 'stays' });
  const person = (ref: string) => casePeople(desk.db, ref).parties[0]!.party.id;
  addIdentifier(desk, person(seeded), 'name', seed('alias', 2));
  mergeParties(desk, person(mailed), person(seeded), seed('merging', 3));
  const { merges } = partyView(desk.db, person(seeded));
  undoMerge(desk, merges[0]!.seq, seed('parting', 3));
  for (const ref of [seeded, mailed]) close(ref, (field) => seed(field, 5));
  act(seeded, 'note', { text: seed('late', 5) });
  bringIndexUp(desk.db);
  await backupDesk(desk, early);
}, 120_000);
afterAll(async () => {
  await closeDesk(desk);
  rmSync(root, { recursive: true, force: true });
});

describe('a case whose time is not over', () => {
  it('is not purged, nor while it is open', () => {
    expect(() => purgeCase(desk, seeded, 'The time is over.')).toThrow(/is kept until the end of/);
    expect(() => purgeCase(desk, other, 'The time is over.')).toThrow(/is open/);
  });
});

describe('a purged case', () => {
  it('leaves nothing behind but its tombstone', async () => {
    clock.advance(200 * day);
    desk.time.confirm();
    purgeIdentity(desk, seeded, seed('early', 3));
    clock.advance(200 * day);
    desk.time.confirm();
    expect(words.length).toBeGreaterThan(1_000);
    const before = leftIn(decrypted());
    expect(before.length).toBeGreaterThan(900);
    for (const ref of [seeded, mailed]) purgeCase(desk, ref, 'The time is over.');
    expect(isScrubWanted(desk.db)).toBe(true);
    await scrubDesk(desk);
    expect(isScrubWanted(desk.db)).toBe(false);
    expect(leftIn(decrypted())).toEqual([]);
    expect(leftIn(inTheOpen())).toEqual([]);
    expect(readdirSync(dir).filter((name) => /^desk-.*\.db$/.test(name))).toEqual([basename(databaseOf(desk).file)]);
  });

  it('tells when and on what ground it went, and whose word it was', () => {
    expect(readTombstone(desk.db, seeded)).toMatchObject({
      ref: seeded,
      kind: 'access',
      outcome: 'complied',
      basis: 'CHOICE-RIGHTS',
      keptUntil: '2026-11-21',
      reason: 'The time is over.',
      sole: true,
      purgedByName: 'O. Sample',
      letters: 1,
    });
    expect(() => caseView(desk.db, seeded, nowOf(desk))).toThrow(expect.objectContaining({ code: 'purged' }));
    expect(() => act(seeded, 'note', { text: 'more' })).toThrow(/was purged/);
  });

  it('is gone from lists, search and people', () => {
    expect(queueCounts(desk.db, nowOf(desk))).toMatchObject({ closed: 0 });
    expect(findCases(desk, words[0]!, 10).rows).toEqual([]);
    expect(findParties(desk.db, words[0]!, 10)).toEqual([]);
    expect(desk.db.prepare('SELECT count(*) FROM attachment_key').pluck().get()).toBe(0);
    expect(
      readdirSync(join(dir, 'attachments'), { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{32}$/.test(name)),
    ).toEqual([]);
  });

  it('leaves a record that verifies, deeply, as a copy, and by the script', () => {
    expect(problems()).toEqual([]);
    for (const bodies of ['none', 'all', `${seeded},${other}`]) {
      const out = join(root, `copy-${bodies.slice(0, 4)}.db`);
      copyDesk(desk, { out, bodies, reason: 'An audit.' });
      expect(verifyCopy(out).problems).toEqual([]);
      expect(pythonSays([{ file: out }])).toEqual([verifyCopy(out)]);
      expect(leftIn(readFileSync(out).toString('latin1').toLowerCase())).toEqual([]);
    }
  });

  it('is not in a backup made since', async () => {
    const late = join(root, 'late.nivaran-backup');
    await backupDesk(desk, late);
    await closeDesk(desk);
    const place = join(root, 'elsewhere');
    await restoreDesk(late, place, { passphrase });
    desk = await open(place);
    expect(leftIn(decrypted())).toEqual([]);
    await closeDesk(desk);
    desk = await open();
  });

  it('keeps its number: the next ticket is another', () => {
    const next = request({ complainant: { name: 'N. Next' }, subject: 'next', receivedAt: nowOf(desk) });
    expect([seeded, mailed, other]).not.toContain(next);
  });

  it('does not come back with an older backup', async () => {
    await closeDesk(desk);
    await restoreDesk(early, dir, { passphrase }, { switchOver: true });
    desk = await open();
    expect(readTombstone(desk.db, seeded)).toMatchObject({ reason: 'The time is over.', sole: true });
    expect(readTombstone(desk.db, mailed)).not.toBeNull();
    expect(leftIn(decrypted())).toEqual([]);
    expect(leftIn(inTheOpen())).toEqual([]);
    expect(problems()).toEqual([]);
    expect(readPurges(dir)).toHaveLength(3);
  });
});
