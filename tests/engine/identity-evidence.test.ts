import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { checkRelease, loadAttachment } from '../../src-main/desk/attachments.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { saveDraft } from '../../src-main/desk/drafts.ts';
import type { Fault } from '../../src-main/desk/faults.ts';
import { addIdentityFile, identityView, judgeFile, purgeIdentity } from '../../src-main/identity/index.ts';
import { importMail } from '../../src-main/intake/index.ts';
import { addIdentifier, casePeople, partyView } from '../../src-main/people/index.ts';
import { greyPng } from '../../tools/make-demo-mail.mjs';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { mailWith } from '../support/picture-mail.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const day = 86_400_000;
// Synthetic: a check digit that is right, on a number that is no person's.
const [spaced, whole] = ['2341 2341 2346', '234123412346'];
const [card, photo] = [Buffer.from(greyPng(8)), Buffer.from(greyPng(9))];
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => identityView(made.desk, ref);
const attachmentsOf = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk)).attachments;
const liveOf = (ref: string) => attachmentsOf(ref).filter(({ quarantine }) => quarantine !== 'withheld');
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const access = () => addCase(made.desk, contentCase({ kind: 'access', facts: {}, items: [] })).ref;
const named = (ref: string, name: string) => liveOf(ref).find((one) => one.name === name)?.id ?? '';

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    return error as Fault;
  }
  throw new Error('nothing was refused');
}

async function imported(id: string, pictures: Record<string, Buffer>): Promise<string> {
  const source = { source: `${id}.eml`, bytes: mailWith(id, pictures) };
  const [ref = ''] = (await importMail(made.desk, [source], { platform: 'cocial' })).refs;
  act(ref, 'triage', { kind: 'erasure' });
  return ref;
}

const addMessage = (ref: string, bytes: Buffer, name = 'seedword.eml') =>
  addIdentityFile(made.desk, ref, { name, bytes, mediaType: 'message/rfc822' });
const check = (ref: string, evidence: string) =>
  act(ref, 'verify-identity', { method: 'document', document: 'passport', result: 'verified', evidence, reason: 'Seen.' });

function close(ref: string): void {
  const at = nowOf(made.desk);
  act(ref, 'decide', { outcome: 'complied', ground: 'the request', reasons: 'Done as asked.' });
  act(ref, 'dispatch', { letter: 'decision', sentAt: at, mode: 'email' });
  act(ref, 'close');
}

function later(days: number): void {
  made.clock.advance(days * day);
  made.desk.time.confirm();
}

/** Every cell of every table, as text. */
function everything(): string {
  const tables = made.desk.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  return tables.map((name) => JSON.stringify(made.desk.db.prepare(`SELECT * FROM "${name}"`).all())).join('\n');
}

describe('a whole Aadhaar number among identifiers', () => {
  const partyOf = () => casePeople(made.desk.db, access()).parties[0]?.party.id ?? '';

  it.each([
    ['masked-id', whole],
    ['masked-id', spaced],
    ['masked-id', '2341-2341-2346'],
    ['device', whole],
    ['device', spaced],
    ['handle', `@${whole}`],
  ] as const)('typed as %s %s is masked before it is stored', (kind, typed) => {
    const party = partyOf();
    addIdentifier(made.desk, party, kind, typed);
    saveDraft(made.desk, 'identifier', { note: typed });
    expect(everything().replace(/[\s-]/g, '').includes(whole)).toBe(false);
    expect(
      partyView(made.desk.db, party)
        .identifiers.find(({ isAdded }) => isAdded)
        ?.value.replaceAll('-', ''),
    ).toMatch(/^x{8}2346$/i);
    sound();
  });

  it('grouped as no mask knows it is masked in what is compared and in what is shown', () => {
    const party = partyOf();
    addIdentifier(made.desk, party, 'device', '23 41 23 41 23 46');
    expect(everything().replace(/[\s-]/g, '').includes(whole)).toBe(false);
    expect(partyView(made.desk.db, party).identifiers.find(({ isAdded }) => isAdded)).toMatchObject({ shown: 'XXXXXXXX2346' });
    sound();
  });

  it.each(['23 41 23 41 23 46', '23412341 2346'])('is refused as a masked number where no mask finds it: %s', (typed) => {
    const party = partyOf();
    const before = made.desk.journal.head();
    const fault = faultOf(() => addIdentifier(made.desk, party, 'masked-id', typed));
    expect([fault.code, fault.detail.issues?.[0]?.field]).toEqual(['bad-input', 'value']);
    expect(fault.message.replace(/\D/g, '')).toBe('');
    expect(made.desk.journal.head()).toEqual(before);
  });
});

describe('a message as identity evidence', () => {
  it('waits where it holds a picture, however deep', async () => {
    const ref = access();
    const plain = mailWith('plain', {});
    expect((await addMessage(ref, plain, 'plain.eml')).files).toMatchObject([{ name: 'plain.eml', quarantine: 'clear' }]);
    await addMessage(ref, mailWith('one', { 'card.png': card }), 'one.eml');
    await addMessage(ref, mailWith('two', { 'inner.eml': mailWith('one', { 'card.png': card }) }), 'two.eml');
    const waiting = view(ref).files.filter(({ quarantine }) => quarantine === 'waiting');
    expect(waiting.map(({ name }) => name).sort()).toEqual(['one.eml', 'two.eml']);
    sound();
  });

  it('is kept without the number it holds, and read back', async () => {
    const ref = access();
    await addMessage(ref, mailWith('three', {}, `My Aadhaar is ${spaced}.`));
    // In an encoded name, which no mask reaches where it stands: only reading the message again shows it.
    const hidden = mailWith('four', {}, 'See the file.')
      .toString()
      .replace(
        '--cut-four--',
        [
          '--cut-four',
          'Content-Type: text/plain',
          "Content-Disposition: attachment; filename*=utf-8''Aadhaar%202341%202341%202346.txt",
          '',
          'Nothing.',
          '--cut-four--',
        ].join('\r\n'),
      );
    await addMessage(ref, Buffer.from(hidden));
    const texts = view(ref).files.map(({ id }) => loadAttachment(made.desk, id).bytes.toString());
    for (const text of texts) expect(text.replace(/%20|\s/g, '')).not.toContain(whole);
    expect(texts.map((text) => /X-Nivaran-Rewritten/.test(text)).sort()).toEqual([false, true]);
    sound();
  });

  it('is refused where it is none', async () => {
    const ref = access();
    await expect(addMessage(ref, Buffer.from('{"no": "message"}'))).rejects.toMatchObject({ code: 'bad-input' });
    expect(view(ref).files).toEqual([]);
  });
});

describe('evidence that came by mail', () => {
  it('is not handed out once a check names it, nor is the message around it, nor the same file again', async () => {
    const ref = await imported('mail', { 'card.png': card, 'photo.png': photo, 'card again.png': card });
    for (const name of ['card.png', 'photo.png', 'card again.png']) judgeFile(made.desk, named(ref, name), false);
    for (const { id } of attachmentsOf(ref)) checkRelease(made.desk, id);
    check(ref, named(ref, 'card.png'));
    for (const name of ['card.png', 'card again.png', 'mail.eml'])
      expect(faultOf(() => checkRelease(made.desk, named(ref, name))).message, name).toMatch(/not saved to a file/);
    expect(
      view(ref)
        .files.filter(({ isBlurred }) => isBlurred)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['card again.png', 'card.png']);
    checkRelease(made.desk, named(ref, 'photo.png'));
    sound();
  });

  it('stays so when its message is written anew without another file', async () => {
    const ref = await imported('mail', { 'card.png': card, 'photo.png': photo });
    judgeFile(made.desk, named(ref, 'card.png'), false);
    check(ref, named(ref, 'card.png'));
    judgeFile(made.desk, named(ref, 'photo.png'), true);
    expect(
      liveOf(ref)
        .map(({ name, quarantine }) => [name, quarantine])
        .sort(),
    ).toEqual([
      ['card.png', 'clear'],
      ['mail.eml', 'clear'],
    ]);
    expect(faultOf(() => checkRelease(made.desk, named(ref, 'mail.eml'))).message).toMatch(/not saved to a file/);
  });
});

describe('a purge of identity evidence', () => {
  it('blanks nothing but evidence where a file was written anew meanwhile', async () => {
    const ref = await imported('mail', { 'card.png': card, 'photo.png': photo });
    await addMessage(ref, mailWith('scan', { 'card.png': card, 'photo.png': photo }));
    judgeFile(made.desk, named(ref, 'card.png'), true);
    sound();
    expect(view(ref).files.filter(({ purpose, quarantine }) => purpose === 'identity' && quarantine !== 'withheld')).toHaveLength(1);
    for (const name of ['photo.png', 'seedword.eml']) judgeFile(made.desk, named(ref, name), false);
    close(ref);
    later(200);
    purgeIdentity(made.desk, ref, 'The time is over.');
    expect(attachmentsOf(ref).filter(({ purpose }) => purpose === 'identity')).toEqual([]);
    expect(everything().includes('seedword')).toBe(false);
    const withheld = made.desk.db.prepare(
      "SELECT count(*) FROM journal JOIN journal_body USING (seq) WHERE kind = 'attachment.withheld' AND body IS NULL",
    );
    expect(withheld.pluck().get()).toBe(0);
    sound();
  });

  it('writes no identity file anew that would outlive it', async () => {
    const ref = await imported('mail', { 'card.png': card, 'photo.png': photo });
    await addMessage(ref, mailWith('scan', { 'card.png': card, 'photo.png': photo }));
    for (const name of ['card.png', 'photo.png', 'seedword.eml']) judgeFile(made.desk, named(ref, name), false);
    check(ref, named(ref, 'card.png'));
    close(ref);
    later(200);
    purgeIdentity(made.desk, ref, 'The time is over.');
    expect(
      liveOf(ref)
        .map(({ purpose, name }) => [purpose, name])
        .sort(),
    ).toEqual([
      ['mail-original', 'mail.eml'],
      ['mail-part', 'photo.png'],
    ]);
    const left = loadAttachment(made.desk, named(ref, 'mail.eml')).bytes.toString().replace(/\s/g, '');
    expect(left).toContain(photo.toString('base64').slice(0, 60));
    expect(left).not.toContain(card.toString('base64').slice(0, 80));
    expect(everything().includes('seedword')).toBe(false);
    sound();
  });

  it('takes what a named message was written anew as', async () => {
    const ref = await imported('mail', { 'inner.eml': mailWith('inner', { 'card.png': card, 'photo.png': photo }), 'photo.png': photo });
    check(ref, named(ref, 'inner.eml'));
    judgeFile(made.desk, named(ref, 'photo.png'), true);
    expect(faultOf(() => checkRelease(made.desk, named(ref, 'inner.eml'))).code).toBe('refused');
    judgeFile(made.desk, named(ref, 'inner.eml'), false);
    expect(faultOf(() => checkRelease(made.desk, named(ref, 'inner.eml'))).message).toMatch(/not saved to a file/);
    close(ref);
    later(200);
    purgeIdentity(made.desk, ref, 'The time is over.');
    expect(liveOf(ref).map(({ purpose }) => purpose)).toEqual(['mail-original']);
    sound();
  });

  it('is refused while a legal hold reaches the case, by whatever case it was placed on', async () => {
    const ref = access();
    await addIdentityFile(made.desk, ref, { name: 'card.png', bytes: card, mediaType: 'image/png' });
    close(ref);
    const other = access();
    act(other, 'hold', { scope: 'person', basis: 'law', instrument: 'Order 7 of 2026', reason: 'A court asked.' });
    later(200);
    const before = made.desk.journal.head();
    expect(view(ref).purge).toMatchObject({ dueOn: '2027-05-20', canPurge: false, why: expect.stringContaining('Order 7 of 2026') });
    expect(faultOf(() => purgeIdentity(made.desk, ref, 'over')).message).toMatch(new RegExp(`Order 7 of 2026.*${other}`));
    expect(made.desk.journal.head()).toEqual(before);
    act(other, 'release-hold', { reason: 'The court is done.' });
    expect(view(ref).purge.canPurge).toBe(true);
    expect(purgeIdentity(made.desk, ref, 'over').purges).toHaveLength(1);
    sound();
  });
});
