import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/open.ts';
import type { JobState } from '../../src-main/desk/contract.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import { createRouter } from '../../src-main/desk/router.ts';
import { openEngineLog } from '../../src-main/desk/wire/log.ts';
import { bringIndexUp, ticketsWith } from '../../src-main/search/index.ts';
import { closeDesk, openDesk, readPassphraseFile } from '../../src-main/workspace/index.ts';
import { getFile } from '../../src-main/workspace/store-files.ts';
import { greyPng } from '../../tools/make-demo-mail.mjs';
import { contentCase } from '../support/desk.ts';
import { type TestHost, testHost } from '../support/engine-host.ts';

const whole = '234123412346';
const spaced = '2341 2341 2346';
const hindi = '२३४१२३४१२३४६';
const passphrase = 'seven unlikely words in a row';

let made: TestHost;
let engine: Awaited<ReturnType<typeof createRouter>>;
// biome-ignore lint/suspicious/noExplicitAny: the engine hands over its router without its types
let desk: any;

beforeAll(async () => {
  made = testHost();
  made.host.log = openEngineLog(made.dir);
  engine = await createRouter(made.host);
  desk = createRouterClient(engine.router as never, { context: { window: 'window-1' } as never });
  await desk.workspace.create({ organisation: 'Example Organisation', platforms: ['cocial'], officer: 'O. Sample', passphrase });
});
afterAll(async () => {
  await engine.stop?.();
  made.remove();
});

const at = (ms = 0) => new Date(made.clock.now() + ms).toISOString();
const add = async (over: Record<string, unknown> = {}) => (await desk.cases.add(contentCase({ receivedAt: at(), ...over }))).ref as string;
const act = (ref: string, name: string, input: unknown) => desk.cases.act({ ref, act: name, with: input });

async function finished(job: JobState): Promise<JobState> {
  const changes = await desk.desk.changes(undefined);
  for (let state: JobState = job; ; state = await desk.jobs.get({ id: job.id })) {
    if (state.state !== 'running') return state;
    await changes.next();
  }
}

/** A message that holds the number in every place a text can stand in. */
function hostileMail(): Buffer {
  return Buffer.from(
    [
      'Received: from mx.example by desk.example; Sat, 21 Nov 2026 11:10:00 +0530',
      `From: "A. Example ${whole}" <a@mail.example>`,
      `Subject: =?utf-8?B?${Buffer.from(`आधार ${hindi}`).toString('base64')}?=`,
      `Message-ID: <aadhaar-${whole}@mail.example>`,
      `X-Note: Aadhaar ${whole}`,
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      '--cut',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(`Mine is ${spaced}, also 2341\u200b2341\u200d2346.`).toString('base64'),
      '--cut',
      `Content-Type: text/csv; name="aadhaar ${whole}.csv"`,
      `Content-Disposition: attachment; filename="aadhaar ${whole}.csv"`,
      '',
      `name,aadhaar\nA. Example,${whole}`,
      '--cut--',
      '',
    ].join('\r\n'),
  );
}

/** Whether the number can be read out of a text, however it is written. */
function holds(text: string): boolean {
  const plain = text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff-]/g, '');
  return plain.includes(whole) || plain.includes(hindi);
}

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile());
}

function tablesHolding(db: Db): string[] {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  return tables.filter((table) => {
    const rows = db.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][];
    return rows.flat().some((cell) => holds(Buffer.isBuffer(cell) ? cell.toString('utf8') : String(cell)));
  });
}

/** Puts the number through every way a text comes in; answers the case that came by mail. */
async function typeEverywhere(): Promise<string> {
  const mail = join(made.dir, `aadhaar ${whole}.eml`);
  writeFileSync(mail, hostileMail());
  made.willPick([mail]);
  const [picked] = await desk.intake.chooseFiles({ for: 'mail' });
  const imported = await finished(await desk.intake.importFiles({ tokens: [picked.token], platform: 'cocial' }));
  expect(imported.answer).toMatchObject({ created: 1, failed: [] });
  const [mailed] = (imported.answer as { refs: string[] }).refs;
  const ref = await typeIntoCase();
  await desk.cases.saveDraft({ id: 'new-case', body: { text: `draft ${spaced}`, deep: [{ note: whole }] } });
  const partyOf = async (one: string) => (await desk.people.ofCase({ ref: one })).parties[0].party.id;
  const [party, other] = [await partyOf(mailed as string), await partyOf(ref)];
  await desk.people.addIdentifier({ party, kind: 'masked-id', value: `Aadhaar ${whole}` });
  await desk.people.tellApart({ party, other, reason: whole });
  made.willPick([mail]);
  const scan = await desk.identity.chooseFile();
  await desk.identity.addFile({ ref: mailed, token: scan.token });
  await desk.audit.copy({ bodies: 'all', reason: `asked for ${spaced}` });
  await expect(desk.identity.open({ ref: whole })).rejects.toThrow();
  await expect(act(ref, 'verify-identity', { method: 'x', value: whole, result: 'perhaps' })).rejects.toThrow();
  return mailed as string;
}

async function typeIntoCase(): Promise<string> {
  const ref = await add({
    subject: `About ${spaced}`,
    text: `मेरा आधार ${hindi} है, and ${whole}.`,
    complainant: { name: `A. Example ${whole}`, email: 'a@mail.example', address: `House 1, Aadhaar ${spaced}` },
    onBehalfOf: { name: `B. Example ${spaced}`, relation: 'sister' },
    items: [{ type: 'account', value: `aadhaar ${whole}` }],
    facts: { legalBasis: `as on Aadhaar ${whole}` },
  });
  await act(ref, 'note', { text: `She said ${spaced}.` });
  await act(ref, 'amend', { facts: { aboutComplainant: true }, reason: `Aadhaar ${whole} was read out.` });
  await act(ref, 'amend', { complainant: { phone: spaced }, reason: 'She gave it as her phone.' });
  await act(ref, 'triage', { kind: 'erasure', facts: {}, reason: `number ${whole}` });
  const principal = { name: `C. ${whole}` };
  await act(ref, 'record-authority', { type: 'agent', instrument: `Letter with ${spaced}`, datedOn: '2026-01-01', principal });
  await act(ref, 'verify-identity', {
    method: 'document',
    document: 'aadhaar',
    value: spaced,
    result: 'verified',
    reason: `Saw ${whole}.`,
  });
  await act(ref, 'assign', { to: null, reason: `for ${spaced}` });
  await act(ref, 'acknowledge', { sentAt: at(), mode: 'email', proof: `Aadhaar ${whole}` });
  await act(ref, 'decide', { outcome: 'refused', ground: 'Rule 3(2)', reasons: `The number ${spaced} is yours.` });
  await act(ref, 'void', { reason: whole });
  return ref;
}

/** Opens the locked workspace beside the engine. */
function openBeside() {
  const secret = join(made.dir, 'passphrase');
  writeFileSync(secret, passphrase);
  const ports = { clock: made.clock, ids: systemIds };
  return openDesk(join(made.dir, 'workspace'), { passphrase: readPassphraseFile(secret) }, { holder: 'test', ports });
}

interface KeptFile {
  file: string;
  key: Buffer;
  sha256: string;
}

/** The content of every file that the workspace keeps, and what is written in base64 in it. */
function keptTexts(db: Db): string[] {
  const sql = 'SELECT k.file, k.key, a.sha256 FROM attachment_key k JOIN attachment a USING (id)';
  return (db.prepare(sql).all() as KeptFile[]).flatMap(({ file, key, sha256 }) => {
    const text = getFile(join(made.dir, 'workspace'), file, key, sha256).toString('utf8');
    return [text, ...(text.match(/[A-Za-z0-9+/=]{40,}/g) ?? []).map((part) => Buffer.from(part, 'base64').toString())];
  });
}

describe('an Aadhaar number typed or sent', () => {
  it('reaches no file of the workspace, no table, no index and no log, by whichever way it came', async () => {
    const mailed = await typeEverywhere();
    await desk.workspace.lock();
    const copies = readdirSync(made.dir).filter((name) => name.endsWith('.db'));
    expect(copies).toHaveLength(1);
    const folders = [join(made.dir, 'workspace'), join(made.dir, 'logs')];
    const read = [...folders.flatMap(filesUnder), ...copies.map((name) => join(made.dir, name))];
    expect(read.some((path) => path.endsWith('engine.log'))).toBe(true);
    for (const path of read) {
      const bytes = readFileSync(path);
      expect(holds(bytes.toString('utf8')) || holds(bytes.toString('utf16le')), path).toBe(false);
    }
    const open = await openBeside();
    bringIndexUp(open.db);
    expect(tablesHolding(open.db)).toEqual([]);
    for (const text of [whole, spaced, hindi, 'draft 2341']) expect(ticketsWith(open.db, text), text).toEqual([]);
    const kept = keptTexts(open.db);
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.filter(holds)).toEqual([]);
    const masked = open.db.prepare('SELECT count(*) FROM journal_body WHERE body LIKE \'%"aadhaarMasked":%\'').pluck().get();
    expect(masked).toBeGreaterThan(8);
    await closeDesk(open);
    await desk.workspace.unlock({ passphrase });
    expect((await desk.cases.open({ ref: mailed })).subject).toBe('आधार XXXXXXXX२३४६');
  });
});

describe('the operations on who asks', () => {
  it('show the checklist, take an attempt, keep a scan, reveal and judge it', async () => {
    const ref = await add({ kind: 'access', facts: {}, items: [] });
    expect(await desk.identity.open({ ref })).toMatchObject({
      checklist: { level: 'two-documents', missing: ['first-document', 'second-document'] },
    });
    expect(await desk.identity.check({ type: 'pan', value: 'ACUPA7085R' })).toMatchObject({ ok: true, masked: 'XXXXXX085R' });
    const picture = join(made.dir, 'card.png');
    writeFileSync(picture, greyPng(8));
    made.willPick([picture]);
    const { token, name } = await desk.identity.chooseFile();
    expect(name).toBe('card.png');
    const { files } = await desk.identity.addFile({ ref, token });
    expect(files).toMatchObject([{ name: 'card.png', mediaType: 'image/png', quarantine: 'waiting', isBlurred: true }]);
    expect((await desk.identity.waiting({})).map((file: { id: string }) => file.id)).toEqual([files[0].id]);
    await expect(desk.cases.attachment({ id: files[0].id })).rejects.toMatchObject({ code: 'refused' });
    await expect(desk.identity.reveal({ id: files[0].id, reason: ' ' })).rejects.toThrow();
    expect((await desk.identity.reveal({ id: files[0].id, reason: 'To compare the face.' })).mediaType).toBe('image/png');
    expect((await desk.identity.judge({ id: files[0].id, showsAadhaar: false })).files[0].quarantine).toBe('clear');
    await expect(desk.cases.attachment({ id: files[0].id })).rejects.toMatchObject({ code: 'refused' });
    await act(ref, 'verify-identity', {
      method: 'document',
      document: 'passport',
      evidence: files[0].id,
      result: 'verified',
      reason: 'Known here.',
    });
    expect(await desk.identity.open({ ref })).toMatchObject({
      state: 'verified',
      attempts: [{ lacking: ['second-document'], byName: 'O. Sample' }],
    });
    expect(await desk.identity.duePurges({})).toEqual([]);
    await expect(desk.identity.purge({ ref, reason: 'early' })).rejects.toMatchObject({ code: 'refused' });
  });

  it('tell the people of a case, merge and part them, and find them', async () => {
    const [one, two] = [
      await add({ complainant: { name: 'F. Irst', email: 'first@mail.example' } }),
      await add({ complainant: { name: 'S. Econd', email: 'second@mail.example' } }),
    ];
    const partyOf = async (ref: string) => (await desk.people.ofCase({ ref })).parties[0].party.id;
    const [first, second] = [await partyOf(one), await partyOf(two)];
    const merged = await desk.people.merge({ party: second, into: first, reason: 'One account.' });
    expect(merged).toMatchObject({ id: first, records: [second] });
    expect((await desk.people.find({ text: 'second@mail.example' })).map((line: { id: string }) => line.id)).toEqual([first]);
    await expect(desk.people.merge({ party: first, into: second, reason: 'x' })).rejects.toMatchObject({ code: 'refused' });
    await expect(desk.people.merge({ party: 'user:officer00001', into: second, reason: 'x' })).rejects.toThrow();
    expect(await desk.people.undoMerge({ seq: merged.merges[0].seq, reason: 'Two after all.' })).toMatchObject({ id: second });
    const moved = await desk.people.setCaseParty({ ref: two, party: first, reason: 'Hers.' });
    expect(moved.parties[0].party.id).toBe(first);
    await desk.people.addIdentifier({ party: first, kind: 'handle', value: '@first' });
    const left = await desk.people.removeIdentifier({ party: first, kind: 'handle', value: 'first', reason: 'Not hers.' });
    expect(left.identifiers.some((each: { kind: string }) => each.kind === 'handle')).toBe(false);
    expect((await desk.people.open({ party: first })).cases).toHaveLength(2);
  });
});
