import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, queueWindow } from '../../src-main/cases/index.ts';
import { checkRelease, loadAttachment } from '../../src-main/desk/attachments.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import type { Fault } from '../../src-main/desk/faults.ts';
import { addIdentityFile, duePurges, identityView, judgeFile, purgeIdentity, revealFile } from '../../src-main/identity/index.ts';
import { importMail } from '../../src-main/intake/index.ts';
import { confirmTime } from '../../src-main/workspace/index.ts';
import { greyPng } from '../../tools/make-demo-mail.mjs';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const day = 86_400_000;
const access = (over: Record<string, unknown> = {}) =>
  addCase(made.desk, contentCase({ kind: 'access', facts: {}, items: [], ...over })).ref;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const check = (ref: string, input: Record<string, unknown>) =>
  act(ref, 'verify-identity', { method: 'document', result: 'verified', ...input });
const view = (ref: string) => identityView(made.desk, ref);
const fileOf = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const picture = Buffer.from(greyPng(8));

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    return error as Fault;
  }
  throw new Error('nothing was refused');
}

function close(ref: string): void {
  const at = nowOf(made.desk);
  act(ref, 'decide', { outcome: 'complied', ground: 'the request', reasons: 'Done as asked.' });
  act(ref, 'dispatch', { letter: 'decision', sentAt: at, mode: 'email' });
  act(ref, 'close');
}

/** Days later, the time confirmed as a person would after such a jump. */
function later(days: number): void {
  made.clock.advance(days * day);
  made.desk.time.confirm();
}

describe('an identity check', () => {
  it('goes through its checklist to verified, and the queue shows it', () => {
    const ref = access();
    expect(view(ref)).toMatchObject({
      state: 'pending',
      checklist: { level: 'two-documents', missing: ['first-document', 'second-document'] },
    });
    check(ref, { document: 'passport', value: 'Z1234567', result: 'insufficient', reason: 'A second one is asked for.' });
    expect(view(ref)).toMatchObject({ state: 'insufficient', checklist: { missing: ['second-document'] } });
    check(ref, { document: 'pan', value: 'ACUPA7085R' });
    const { state, checklist, attempts } = view(ref);
    expect([state, checklist.isComplete]).toEqual(['verified', true]);
    expect(attempts.map(({ document, masked, byName, lacking }) => [document, masked, byName, lacking])).toEqual([
      ['passport', 'XXXX4567', 'O. Sample', []],
      ['pan', 'XXXXXX085R', 'O. Sample', []],
    ]);
    expect(queueWindow(made.desk.db, { filter: { identity: 'verified' }, offset: 0, limit: 5 }, nowOf(made.desk)).total).toBe(1);
    expect(fileOf(ref).timeline.filter(({ kind }) => kind === 'identity.attempted')).toHaveLength(2);
    sound();
  });

  it('short of its checklist needs a reason, and says in the record what lacks', () => {
    const ref = access();
    const before = made.desk.journal.head();
    expect(faultOf(() => check(ref, { document: 'pan' })).detail.issues?.[0]?.field).toBe('reason');
    expect(made.desk.journal.head()).toEqual(before);
    check(ref, { document: 'pan', reason: 'Known from the last request.' });
    expect(view(ref)).toMatchObject({ state: 'verified', attempts: [{ lacking: ['second-document'] }] });
  });

  it('compares the registered contact with the one the request came from', () => {
    const ref = access({ kind: 'correction', complainant: { name: 'A. Example', email: 'a@mail.example', phone: '+91 98765 43210' } });
    const wrong = { method: 'contact-match', document: 'mobile', value: '98765 43211' };
    expect(faultOf(() => check(ref, wrong)).message).toMatch(/not the one the request came from/);
    check(ref, { ...wrong, result: 'mismatch', reason: 'Another number is registered.' });
    expect(view(ref)).toMatchObject({ state: 'mismatch', checklist: { level: 'two-documents', risk: 'high' } });
    check(ref, { ...wrong, value: '09876543210', result: 'insufficient', reason: 'One of two.' });
    expect(view(ref).attempts.at(-1)).toMatchObject({ isRight: true, masked: 'XXXXXXX3210' });
    sound();
  });

  it.each([
    ['a result nobody knows', { result: 'perhaps' }, 'result'],
    ['no way of checking', { method: '' }, 'method'],
    ['a day that is none', { document: 'pan', expiresOn: '2026-02-30' }, 'expiresOn'],
    ['a field nobody knows', { number: '1' }, 'number'],
    ['an expired document', { document: 'passport', expiresOn: '2020-01-01', reason: 'x' }, 'expiresOn'],
  ])('with %s is refused and changes nothing', (_what, over, field) => {
    const ref = access();
    const before = made.desk.journal.head();
    const fault = faultOf(() => check(ref, over));
    expect(fault.code).toBe('bad-input');
    expect(fault.detail.issues?.map((issue) => issue.field)).toContain(field);
    expect(made.desk.journal.head()).toEqual(before);
  });

  it('of suspected fraud stops a decision for the request, and another check opens the way again', () => {
    const ref = access();
    check(ref, { document: 'pan', result: 'suspected-fraud', reason: 'The card is altered.' });
    const grant = { outcome: 'complied', ground: 'the request', reasons: 'x' };
    expect(faultOf(() => act(ref, 'decide', grant)).message).toMatch(/suspected fraud/);
    expect(view(ref).barred).toMatchObject({ outcomes: ['upheld', 'partly-upheld', 'complied', 'partly-complied'] });
    check(ref, { document: 'passport', reason: 'Seen in person with a second paper.' });
    expect(view(ref).barred).toBeNull();
    expect(act(ref, 'decide', grant).state).toBe('decided');
  });

  it('that did not match lets the desk refuse, not grant', () => {
    const ref = access();
    check(ref, { document: 'pan', result: 'mismatch', reason: 'Another name stands on it.' });
    const decision = { ground: 'the request', reasons: 'x' };
    expect(faultOf(() => act(ref, 'decide', { ...decision, outcome: 'partly-complied' })).message).toMatch(/did not match/);
    expect(act(ref, 'decide', { ...decision, outcome: 'refused' }).state).toBe('decided');
  });

  it('may be said not to be needed, with why', () => {
    const ref = access();
    expect(faultOf(() => check(ref, { method: 'none', result: 'not-needed' })).detail.issues?.[0]?.field).toBe('reason');
    check(ref, { method: 'none', result: 'not-needed', reason: 'Asked from inside the account.' });
    expect(fileOf(ref).identity).toBe('not-needed');
  });

  it('survives a restart', () => {
    const ref = access();
    check(ref, { document: 'pan', value: 'ACUPA7085R', reason: 'x' });
    const before = view(ref);
    made.desk.db.close();
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    expect(identityView(again, ref)).toEqual(before);
    expect(verifyDesk(again, { deep: true }).problems).toEqual([]);
    again.db.close();
  });
});

const pictureMail = (id: string, extra: string[] = []) => ({
  source: `${id}.eml`,
  bytes: Buffer.from(
    [
      'Received: from mx.example by desk.example; Sat, 21 Nov 2026 11:10:00 +0530',
      'From: "A. Example" <a@mail.example>',
      'Subject: My papers',
      `Message-ID: <${id}@mail.example>`,
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      '--cut',
      'Content-Type: text/plain',
      '',
      'See the picture.',
      ...extra,
      '--cut',
      'Content-Type: image/png; name="card.png"',
      'Content-Disposition: attachment; filename="card.png"',
      'Content-Transfer-Encoding: base64',
      '',
      picture.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--cut--',
      '',
    ].join('\r\n'),
  ),
});
const imported = async (id: string) => (await importMail(made.desk, [pictureMail(id)], { platform: 'cocial' })).refs[0] as string;
const attachmentsOf = (ref: string) => fileOf(ref).attachments;
const partOf = (ref: string) => attachmentsOf(ref).find(({ purpose }) => purpose === 'mail-part')?.id as string;

/** Everything that lies in the workspace's folder of attachments, by name. */
function storedFiles(): string[] {
  const root = join(made.dir, 'attachments');
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(root, name)).isFile());
}

describe('a picture', () => {
  it('waits with its message until a person has said that it shows no Aadhaar number', async () => {
    const ref = await imported('one');
    expect(attachmentsOf(ref).map(({ quarantine }) => quarantine)).toEqual(['waiting', 'waiting']);
    for (const { id } of attachmentsOf(ref)) expect(faultOf(() => checkRelease(made.desk, id)).message).toMatch(/waits/);
    judgeFile(made.desk, partOf(ref), false);
    expect(attachmentsOf(ref).map(({ quarantine }) => quarantine)).toEqual(['clear', 'clear']);
    for (const { id } of attachmentsOf(ref)) checkRelease(made.desk, id);
    expect(faultOf(() => judgeFile(made.desk, partOf(ref), false)).code).toBe('refused');
    judgeFile(made.desk, partOf(ref), true);
    expect(attachmentsOf(ref).map(({ quarantine }) => quarantine)).toEqual(['withheld', 'withheld', 'clear']);
    sound();
  });

  it('that shows one is gone for good, from its message too', async () => {
    const ref = await imported('two');
    const filesBefore = storedFiles();
    judgeFile(made.desk, partOf(ref), true);
    const [original, part, kept] = attachmentsOf(ref);
    expect([original?.quarantine, part?.quarantine, kept?.quarantine]).toEqual(['withheld', 'withheld', 'clear']);
    expect(faultOf(() => revealFile(made.desk, part?.id ?? '', 'look')).code).toBe('refused');
    expect(faultOf(() => loadAttachment(made.desk, original?.id ?? '')).code).toBe('not-found');
    const left = loadAttachment(made.desk, kept?.id ?? '').bytes.toString();
    expect(left).toContain('See the picture.');
    expect(left.replace(/\s/g, '')).not.toContain(picture.toString('base64').slice(0, 60));
    expect(storedFiles().filter((name) => filesBefore.includes(name))).toEqual([]);
    expect(await importMail(made.desk, [pictureMail('two')], { platform: 'cocial' })).toMatchObject({ skipped: 1 });
    sound();
  });

  it('is shown for a reason that the record keeps', async () => {
    const ref = await imported('three');
    expect(view(ref).files).toMatchObject([{ name: 'card.png', isBlurred: true, quarantine: 'waiting' }]);
    const shown = revealFile(made.desk, partOf(ref), 'To see whose it is.');
    expect(Buffer.from(shown.base64, 'base64')).toEqual(picture);
    expect(fileOf(ref).timeline.at(-1)).toMatchObject({
      kind: 'identity.revealed',
      body: { attachment: partOf(ref), reason: 'To see whose it is.' },
    });
    made.desk.person.roles = ['auditor'];
    expect(faultOf(() => revealFile(made.desk, partOf(ref), 'curious')).code).toBe('not-allowed');
  });

  it('added by the officer waits too, and is never handed out', async () => {
    const ref = access();
    const { files } = await addIdentityFile(made.desk, ref, { name: 'scan 2341 2341 2346.png', bytes: picture, mediaType: 'image/png' });
    expect(files).toMatchObject([{ name: 'scan XXXX XXXX 2346.png', purpose: 'identity', quarantine: 'waiting', isBlurred: true }]);
    const id = files[0]?.id ?? '';
    judgeFile(made.desk, id, false);
    expect(faultOf(() => checkRelease(made.desk, id)).message).toMatch(/not saved to a file/);
    check(ref, { document: 'passport', evidence: id, reason: 'x' });
    expect(view(ref).files[0]).toMatchObject({ attempts: [view(ref).attempts[0]?.seq] });
    const empty = addIdentityFile(made.desk, ref, { name: 'x', bytes: new Uint8Array(0), mediaType: 'image/png' });
    await expect(empty).rejects.toMatchObject({ code: 'bad-input' });
    sound();
  });
});

describe('evidence of identity', () => {
  async function closedCase(): Promise<string> {
    const ref = access();
    const { files } = await addIdentityFile(made.desk, ref, { name: 'scan.png', bytes: picture, mediaType: 'image/png' });
    check(ref, { document: 'pan', value: 'ACUPA7085R', evidence: files[0]?.id, reason: 'Seedword in a reason.' });
    close(ref);
    return ref;
  }

  it('stays while the case is open and until its time is over', () => {
    const ref = access();
    check(ref, { document: 'pan', reason: 'x' });
    expect(view(ref).purge).toMatchObject({ dueOn: null, canPurge: false });
    expect(faultOf(() => purgeIdentity(made.desk, ref, 'over')).message).toMatch(/is open/);
    close(ref);
    expect(view(ref).purge).toMatchObject({ dueOn: '2027-05-20', canPurge: false });
    expect(faultOf(() => purgeIdentity(made.desk, ref, 'over')).message).toMatch(/kept until 20-05-2027/);
    expect(duePurges(made.desk.db, nowOf(made.desk), 10)).toEqual([]);
  });

  it('goes then, and the record still verifies', async () => {
    const ref = await closedCase();
    later(180);
    expect(duePurges(made.desk.db, nowOf(made.desk), 10)).toMatchObject([{ ref, attempts: 1, files: 1, dueOn: '2027-05-20' }]);
    const files = storedFiles();
    purgeIdentity(made.desk, ref, 'The time is over.');
    expect(view(ref)).toMatchObject({
      state: 'verified',
      attempts: [],
      files: [],
      purges: [{ attempts: 1, files: 1, reason: 'The time is over.' }],
    });
    expect(storedFiles()).toHaveLength(files.length - 1);
    expect(duePurges(made.desk.db, nowOf(made.desk), 10)).toEqual([]);
    const bodies = made.desk.db
      .prepare("SELECT group_concat(body) FROM journal_body WHERE body LIKE '%Seedword%' OR body LIKE '%085R%'")
      .pluck()
      .get();
    expect(bodies).toBeNull();
    sound();
    expect(act(ref, 'reopen', { by: 'desk', reason: 'x' }).state).toBe('reopened');
    check(ref, { document: 'passport', reason: 'again' });
    expect(view(ref).attempts).toHaveLength(1);
    sound();
  });

  it('that came by mail leaves its message, too', async () => {
    const ref = await imported('four');
    act(ref, 'triage', { kind: 'erasure' });
    judgeFile(made.desk, partOf(ref), false);
    check(ref, { document: 'passport', evidence: partOf(ref) });
    close(ref);
    later(200);
    purgeIdentity(made.desk, ref, 'The time is over.');
    const kept = attachmentsOf(ref).filter(({ quarantine }) => quarantine !== 'withheld');
    expect(kept.map(({ purpose }) => purpose)).toEqual(['mail-original']);
    expect(loadAttachment(made.desk, kept[0]?.id ?? '').bytes.toString()).toContain('See the picture.');
    sound();
  });

  it('stays for seven days after the time of the computer was put right', async () => {
    const ref = await closedCase();
    made.clock.set(new Date(made.clock.now() + 180 * day).toISOString());
    confirmTime(made.desk, 'The battery was empty.');
    expect(faultOf(() => purgeIdentity(made.desk, ref, 'over')).message).toMatch(/less than seven days/);
    later(7);
    expect(purgeIdentity(made.desk, ref, 'over').purges).toHaveLength(1);
  });
});

describe('the log and the folder', () => {
  it('hold no number of a check', () => {
    const ref = access();
    check(ref, { document: 'aadhaar', value: '2341 2341 2346', reason: 'Shown: 234123412346' });
    const database = readFileSync(join(made.dir, 'desk-test.db'));
    expect(database.includes('234123412346')).toBe(false);
    const bodies = made.desk.db.prepare('SELECT group_concat(body) FROM journal_body').pluck().get() as string;
    expect(bodies).not.toContain('234123412346');
    expect(bodies).toContain('XXXX XXXX 2346');
  });
});
