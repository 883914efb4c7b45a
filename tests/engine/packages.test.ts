import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approve } from '../../src-main/approvals/index.ts';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { checkRelease, loadAttachment } from '../../src-main/desk/attachments.ts';
import { nowOf, post, write } from '../../src-main/desk/desk.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { judgeFile } from '../../src-main/identity/index.ts';
import { sealLetter } from '../../src-main/letters/index.ts';
import type { Answer, Manifest, ReleasePackage } from '../../src-main/packages/contract.ts';
import { addPackageFile, buildPackage, packageView, readyToRelease, recordRelease } from '../../src-main/packages/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const password = 'a pass phrase of words';
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const open = (over: Record<string, unknown> = {}) =>
  addCase(made.desk, contentCase({ platform: 'nojoto', kind: 'access', facts: {}, items: [], ...over })).ref;

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

async function bring(ref: string, name: string, text: string | Buffer, as: 'evidence' | 'redacted' = 'evidence', mediaType = 'text/csv') {
  const view = await addPackageFile(made.desk, ref, as, { name, bytes: Buffer.from(text), mediaType });
  return (as === 'evidence' ? view.files : view.copies).find((one) => one.name === name)?.id ?? '';
}

/** A request for access with two files: one as it is, one with parts taken out, and a third that is held back. */
async function workedCase(over: Record<string, unknown> = {}) {
  const ref = open(over);
  const posts = await bring(ref, 'posts.csv', 'id,text\n1,=HYPERLINK("http://posts.example")\n');
  const chat = await bring(ref, 'chat.csv', 'from,text\nZ. Other,hello\n');
  const cut = await bring(ref, 'chat-cut.csv', 'from,text\n(another person),hello\n', 'redacted');
  const logs = await bring(ref, 'logs.csv', 'secret');
  act(ref, 'search-system', { system: 'accounts', query: 'a@mail.example', found: 3 });
  act(ref, 'mark-category', { category: 'account', held: 'held', note: 'for the desk alone' });
  act(ref, 'mark-category', { category: 'content', held: 'excluded', clause: '=1+1' });
  act(ref, 'redaction', { file: posts, decision: 'release' });
  act(ref, 'redaction', { file: chat, decision: 'redact', copy: cut, reason: 'it names another person' });
  act(ref, 'redaction', { file: logs, decision: 'withhold', reason: 'a secret of trade' });
  return { ref, posts, chat, cut, logs };
}

function grant(ref: string): void {
  act(ref, 'verify-identity', { method: 'document', document: 'passport', result: 'verified', reason: 'seen in person' });
  act(ref, 'decide', { outcome: 'complied', ground: 'policy-right', reasons: 'As asked.' });
}

function orderFor(ref: string, over: Partial<ReleasePackage> = {}): ReleasePackage {
  const [newest] = packageView(made.desk, ref).packages;
  return { ref, package: newest?.id ?? '', sentBy: 'email', passwordBy: 'phone', reason: 'the answer goes out', ...over };
}

/** Opens an archive with 7-Zip, which shares nothing with what wrote it. */
function unpack(bytes: Buffer, by = password): string {
  const file = join(made.dir, 'answer.zip');
  writeFileSync(file, bytes);
  execFileSync('7z', ['x', '-y', `-p${by}`, `-o${join(made.dir, 'unpacked')}`, file]);
  return join(made.dir, 'unpacked');
}

const bytesOf = (ref: string) => loadAttachment(made.desk, packageView(made.desk, ref).packages[0]?.attachment ?? '').bytes;

describe('a package', () => {
  it('opens in another program with its password alone, and every file is as its manifest says', async () => {
    const { ref } = await workedCase();
    await buildPackage(made.desk, { ref, password });
    const folder = unpack(bytesOf(ref));
    const listing = execFileSync('7z', ['l', '-slt', join(made.dir, 'answer.zip')], { encoding: 'utf8' });
    expect(listing.match(/Method = AES-256/g)?.length).toBe(9);
    expect(listing).not.toMatch(/posts\.csv|chat/);
    expect(spawnSync('7z', ['t', '-pwrong password', join(made.dir, 'answer.zip')]).status).not.toBe(0);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(manifest.files.length).toBe(paths.length - 1);
    for (const file of manifest.files) {
      const bytes = readFileSync(join(folder, file.path));
      expect([file.path, bytes.length, sha256(bytes)]).toEqual([file.path, file.sizeBytes, file.sha256]);
    }
    const listed = packageView(made.desk, ref).packages[0];
    expect(manifest).toEqual(listed?.manifest);
    expect(sha256(bytesOf(ref))).toBe(listed?.sha256);
    sound();
  });

  it('says what is held, left out and held back; another person’s words, notes and search terms are not in it', async () => {
    const { ref } = await workedCase();
    await buildPackage(made.desk, { ref, password });
    const folder = unpack(bytesOf(ref));
    const data = JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8')) as Answer;
    expect(data).toMatchObject({ format: 'nivaran-answer/1', ticket: ref, person: { name: 'A. Example', email: 'a@mail.example' } });
    expect(data.categories.map(({ id, answer, clause }) => [id, answer, clause])).toEqual([
      ['account', 'held', null],
      ['content', 'excluded', '=1+1'],
    ]);
    expect(data.systems).toMatchObject([{ id: 'accounts', recordsFound: 3 }]);
    expect(data.recipients.map(({ name }) => name)).toContain('PayTm');
    expect(data.files).toMatchObject([
      { path: 'files/01.csv', name: 'posts.csv', decision: 'release' },
      { path: 'files/02.csv', name: 'chat-cut.csv', decision: 'redact', reason: 'it names another person' },
      { path: null, name: 'logs.csv', decision: 'withhold', reason: 'a secret of trade', sha256: null },
    ]);
    const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const text = all.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join('\n');
    for (const word of ['Z. Other', 'secret\n', 'for the desk alone', '"query"']) expect(text).not.toContain(word);
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toMatch(/files\/02\.csv {2}chat-cut\.csv \(with parts taken out: it names/);
  });

  it('gives a spreadsheet no formula, and leaves the person’s own file as it is', async () => {
    const { ref } = await workedCase();
    await buildPackage(made.desk, { ref, password });
    const folder = unpack(bytesOf(ref));
    expect(readFileSync(join(folder, 'categories.csv'), 'utf8')).toMatch(/^\uFEFFid,label,answer,clause\r\n/);
    expect(readFileSync(join(folder, 'categories.csv'), 'utf8')).toContain(",'=1+1\r\n");
    expect(readFileSync(join(folder, 'files', '01.csv'), 'utf8')).toContain('1,=HYPERLINK');
  });

  it('speaks the language of the person, and has a password of its own where nobody gave one', async () => {
    const { ref } = await workedCase({ complainant: { name: 'A. Example', language: 'hi' } });
    const built = await buildPackage(made.desk, { ref });
    expect(built.password).toMatch(/^(?:[a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    const folder = unpack(bytesOf(ref), built.password);
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain(`आपके अनुरोध ${ref} का उत्तर`);
    const record = made.desk.db.prepare('SELECT body FROM journal_body').all() as { body: string | null }[];
    expect(record.filter(({ body }) => body?.includes(built.password))).toEqual([]);
  });
});

describe('the next step', () => {
  it('is the package before the letter, for portability always and for access where files were brought', async () => {
    const portability = open({ kind: 'portability' });
    const access = open();
    for (const ref of [portability, access]) {
      act(ref, 'search-system', { system: 'accounts', query: 'a@mail.example', found: 1 });
      act(ref, 'decide', { outcome: 'complied', ground: 'policy-right', reasons: 'As asked.' });
    }
    const next = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk)).next.act;
    expect([next(portability), next(access)]).toEqual(['package', 'letter']);
    await bring(access, 'posts.csv', 'x');
    expect(next(access)).toBe('package');
    await buildPackage(made.desk, { ref: portability, password });
    expect(next(portability)).toBe('letter');
  });
});

describe('a package is not built', () => {
  it('while a file has no decision, or was only named, or waits to be looked at', async () => {
    const ref = open();
    const refused = () => buildPackage(made.desk, { ref, password });
    await expect(refused()).rejects.toThrow(/Nothing is there yet/);
    const file = await bring(ref, 'posts.csv', 'x');
    await expect(refused()).rejects.toThrow(/Decide first what becomes of posts\.csv/);
    expect(packageView(made.desk, ref).obstacles).toEqual([{ what: 'undecided', file: 'posts.csv' }]);
    act(ref, 'redaction', { file, decision: 'release' });
    act(ref, 'redaction', { file: 'export of messages', decision: 'release' });
    await expect(refused()).rejects.toThrow(/export of messages was only named/);
    act(ref, 'redaction', { file: 'export of messages', decision: 'withhold', reason: 'it comes later' });
    const picture = await bring(ref, 'me.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'evidence', 'image/png');
    act(ref, 'redaction', { file: picture, decision: 'release' });
    await expect(refused()).rejects.toThrow(/me\.png waits/);
    judgeFile(made.desk, picture, false);
    await refused();
    expect(packageView(made.desk, ref).obstacles).toEqual([]);
    sound();
  });

  it('and one that was goes with the file in it that is found to show an Aadhaar number, with an entry', async () => {
    const ref = open();
    const picture = await bring(ref, 'me.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'evidence', 'image/png');
    act(ref, 'redaction', { file: picture, decision: 'release' });
    judgeFile(made.desk, picture, false);
    await buildPackage(made.desk, { ref, password });
    const kept = packageView(made.desk, ref).packages[0]?.attachment ?? '';
    const files = () =>
      readdirSync(join(made.desk.dir, 'attachments'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const before = files().length;
    judgeFile(made.desk, picture, true);
    expect(files().length).toBe(before - 2);
    expect(() => loadAttachment(made.desk, kept)).toThrow();
    expect(packageView(made.desk, ref).packages).toMatchObject([{ isGone: true, isStale: true }]);
    const view = caseView(made.desk.db, ref, nowOf(made.desk));
    expect(view.timeline.find(({ kind, body }) => kind === 'attachment.withheld' && body?.['why'] === 'package')?.body).toMatchObject({
      attachments: [kept],
    });
    sound();
  });

  it('for a request that asks for no data, or of a closed case', async () => {
    await expect(buildPackage(made.desk, { ref: open({ kind: 'erasure' }), password })).rejects.toThrow(/Only a request for access/);
    const ref = open();
    act(ref, 'void', { reason: 'a test' });
    await expect(buildPackage(made.desk, { ref, password })).rejects.toThrow(/closed/);
    await expect(bring(ref, 'late.csv', 'x')).rejects.toThrow(/closed/);
  });

  it('with a copy that is not one of this case', async () => {
    const { ref, chat } = await workedCase();
    const other = await workedCase();
    const redact = { file: chat, decision: 'redact', reason: 'others' };
    expect(faultOf(() => act(ref, 'redaction', redact)).message).toMatch(/copy: is missing/);
    expect(faultOf(() => act(ref, 'redaction', { ...redact, copy: other.cut })).message).toMatch(/copy: is not a copy/);
    expect(faultOf(() => act(ref, 'redaction', { ...redact, file: other.chat })).message).toMatch(/file: is not a file/);
  });
});

describe('a package is handed out', () => {
  it('once it is granted and checked; the letter names the file, its size and its hash', async () => {
    const { ref } = await workedCase();
    await buildPackage(made.desk, { ref, password });
    expect(faultOf(() => readyToRelease(made.desk, orderFor(ref))).message).toMatch(/Decide the request first/);
    grant(ref);
    const order = orderFor(ref);
    expect(faultOf(() => readyToRelease(made.desk, { ...order, passwordBy: 'email' })).message).toMatch(/another one/);
    recordRelease(made.desk, readyToRelease(made.desk, order), order);
    const [one] = packageView(made.desk, ref).packages;
    expect(one).toMatchObject({ sentBy: 'email', passwordBy: 'phone', releasedAt: nowOf(made.desk) });
    const entry = caseView(made.desk.db, ref, nowOf(made.desk)).timeline.at(-1);
    expect(entry).toMatchObject({ kind: 'package.released', body: { package: one?.id, sha256: one?.sha256, sole: true } });
    const { pdf } = await sealLetter(made.desk, { ref, template: 'access-answer', language: 'en' });
    const file = join(made.dir, 'answer.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
    expect(text).toContain(`${ref}-answer.zip`);
    expect(text).toContain(`SHA-256${one?.sha256}`);
    sound();
  });

  it('never by the way of other files, nor after a refusal, nor to somebody unverified', async () => {
    const { ref } = await workedCase();
    await buildPackage(made.desk, { ref, password });
    const attachment = packageView(made.desk, ref).packages[0]?.attachment ?? '';
    expect(faultOf(() => checkRelease(made.desk, attachment)).message).toMatch(/two people/);
    act(ref, 'decide', { outcome: 'complied', ground: 'policy-right', reasons: 'As asked.' });
    expect(faultOf(() => readyToRelease(made.desk, orderFor(ref))).message).toMatch(/has not been verified/);
    const refused = await workedCase();
    await buildPackage(made.desk, { ref: refused.ref, password });
    act(refused.ref, 'decide', { outcome: 'refused', ground: 'identity-not-shown', reasons: 'Nobody knows who asks.' });
    expect(faultOf(() => readyToRelease(made.desk, orderFor(refused.ref))).message).toMatch(/does not grant/);
  });

  it('only as it was hashed: a file changed since, another decision or a damaged archive is refused', async () => {
    const { ref, logs } = await workedCase();
    await buildPackage(made.desk, { ref, password });
    grant(ref);
    act(ref, 'redaction', { file: logs, decision: 'release' });
    expect(packageView(made.desk, ref).packages[0]?.isStale).toBe(true);
    expect(faultOf(() => readyToRelease(made.desk, orderFor(ref))).message).toMatch(/has changed since it was built/);
    const old = orderFor(ref);
    await buildPackage(made.desk, { ref, password });
    expect(faultOf(() => readyToRelease(made.desk, old)).message).toMatch(/has changed since it was built/);
    const [newest] = packageView(made.desk, ref).packages;
    const { file } = made.desk.db.prepare('SELECT file FROM attachment_key WHERE id = ?').get(newest?.attachment) as { file: string };
    const folder = join(made.dir, 'attachments');
    const place = readdirSync(folder, { recursive: true }).find((path) => String(path).endsWith(file));
    const path = join(folder, String(place));
    const bytes = readFileSync(path);
    bytes[bytes.length - 40]! ^= 1;
    writeFileSync(path, bytes);
    expect(faultOf(() => readyToRelease(made.desk, orderFor(ref))).code).toBe('corrupt');
  });

  it('by two people where two work: the second agrees to this very file', async () => {
    const { ref } = await workedCase();
    await buildPackage(made.desk, { ref, password });
    grant(ref);
    const other = 'user:second000001';
    const body = { name: 'S. Second', designation: null, roles: ['officer'], exchangeKey: 'x', signingKey: 'x' };
    write(made.desk, [], () => post(made.desk, { kind: 'person.added', subject: other, body }));
    const waiting = faultOf(() => readyToRelease(made.desk, orderFor(ref)));
    const { approval } = waiting.detail as { approval: number };
    approve(made.desk, approval, null, other);
    const order = orderFor(ref);
    const ready = readyToRelease(made.desk, order);
    expect(ready.second).toEqual({ approval });
    recordRelease(made.desk, ready, order);
    await buildPackage(made.desk, { ref, password });
    expect(faultOf(() => readyToRelease(made.desk, orderFor(ref))).message).toMatch(/Another person has to agree/);
    sound();
  });
});
