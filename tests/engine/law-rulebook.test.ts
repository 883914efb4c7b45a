import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../../db/open.ts';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { adoptionsOf, currentRulebook, pendingAdoptions } from '../../src-main/desk/adopted.ts';
import { nowOf, post } from '../../src-main/desk/desk.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import {
  adoptionHistory,
  adoptRulebook,
  approveRulebook,
  declineRulebook,
  explainOfCase,
  listProposals,
  type Offer,
  openOffered,
  previewCases,
  previewOffer,
  readOffer,
  reevaluate,
  rulebookText,
  showRulebook,
  signRulebook,
} from '../../src-main/law/index.ts';
import { newPersonKeys, signingKeyObject } from '../../src-main/workspace/keys.ts';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const add = (over: Record<string, unknown> = {}) => addCase(made.desk, contentCase(over)).ref;
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const due = (ref: string, rule: string) => view(ref).clocks.find((one) => one.rule === rule)?.due;
const shorter: Offer = { edit: { how: 'correct', id: 'IT-RES-7D', changes: { n: 5 } } };
const adopt = (offer: Offer = shorter) => adoptRulebook(made.desk, offer, 'Counsel read the Gazette again.');
const version = () => currentRulebook(made.desk.db).version;

/** A second person at the desk, who works there from now on in place of the first. */
function takeOver(id: string, name: string): void {
  const keys = newPersonKeys(systemIds);
  transaction(made.desk.db, () =>
    post(made.desk, {
      kind: 'person.added',
      subject: id,
      body: { name, designation: null, roles: ['legal'], exchangeKey: keys.exchangePublic, signingKey: keys.signingPublic },
    }),
  );
  made.desk.person = { id, name, designation: null, roles: ['legal'], signingKey: signingKeyObject(keys.signingPrivate) };
}

/** A case decided, sent and closed. */
function closedCase(): string {
  const ref = add();
  const sentAt = nowOf(made.desk);
  actOnCase(made.desk, ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'No breach.' });
  actOnCase(made.desk, ref, 'dispatch', { letter: 'decision', sentAt, mode: 'email' });
  actOnCase(made.desk, ref, 'close', {});
  return ref;
}

describe('a preview', () => {
  it('tells what would change, and moves nothing', async () => {
    const ref = add();
    const head = made.desk.journal.head();
    const { problems, diff, version: offered, isCurrent } = previewOffer(made.desk, shorter);
    expect(problems).toEqual([]);
    expect(isCurrent).toBe(false);
    expect(offered).toBe(`${version()}-2`);
    expect(diff?.changed).toMatchObject([{ id: 'IT-RES-7D', from: '2026-02-20', fields: [{ field: 'n', was: 7, now: 5 }] }]);
    const { rulebook } = readOffer(made.desk, shorter);
    expect(await previewCases(made.desk, rulebook)).toEqual({
      checked: 1,
      moved: 1,
      listed: [{ ref, rule: 'IT-RES-7D', was: '2026-11-28T18:29:59.000Z', due: '2026-11-26T18:29:59.000Z' }],
    });
    expect(made.desk.journal.head()).toEqual(head);
  });

  it('counts all and lists two hundred', async () => {
    for (let n = 0; n < 230; n += 1) add();
    const told: number[] = [];
    const { rulebook } = readOffer(made.desk, shorter);
    const { checked, moved, listed } = await previewCases(made.desk, rulebook, { progress: (done) => told.push(done) });
    expect([checked, moved, listed.length]).toEqual([230, 230, 200]);
    expect(told.at(-1)).toBe(230);
    expect(told.length).toBeGreaterThan(2);
  });

  it('is cancelled between two slices', async () => {
    for (let n = 0; n < 120; n += 1) add();
    const stop = new AbortController();
    const { rulebook } = readOffer(made.desk, shorter);
    const work = previewCases(made.desk, rulebook, { signal: stop.signal, progress: () => stop.abort() });
    await expect(work).rejects.toMatchObject({ code: 'cancelled', message: expect.stringContaining('after 25 cases') });
  });

  it('of a broken rulebook names line and field', () => {
    const content = rulebookText(made.desk).content.replace('"unit": "d"', '"unit": "weeks"');
    const { problems, diff } = previewOffer(made.desk, { content });
    expect(problems[0]).toMatchObject({ line: expect.any(Number), field: expect.stringMatching(/^rules\.\d+\.unit$/) });
    expect(diff).toBeNull();
    expect(faultOf(() => adopt({ content })).code).toBe('bad-input');
  });
});

describe('an adoption', () => {
  it('is an entry with its reason, its forerunner and the officer’s signature', () => {
    const previous = currentRulebook(made.desk.db).hash;
    const { state, seq, hash } = adopt();
    expect(state).toBe('adopted');
    const entries = made.desk.db
      .prepare('SELECT j.seq, j.kind, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq WHERE j.seq >= ?')
      .all(seq) as {
      seq: number;
      kind: string;
      body: string;
    }[];
    expect(entries.map(({ kind }) => kind)).toEqual(['rulebook.adopted', 'signed']);
    expect(JSON.parse(entries[0]?.body ?? '')).toMatchObject({ reason: 'Counsel read the Gazette again.', previous, hash, sole: true });
    expect(JSON.parse(entries[1]?.body ?? '')).toMatchObject({ seq });
    expect(adoptionHistory(made.desk, 'rulebook')).toMatchObject([
      { hash, isCurrent: true, isSole: true, byName: 'O. Sample', reason: 'Counsel read the Gazette again.', appliedSeq: null },
      { hash: previous, isCurrent: false },
    ]);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('moves open cases, tells each why, and leaves closed ones as they are', async () => {
    const closed = closedCase();
    const frozen = view(closed);
    const open = add();
    const untouched = add({ kind: 'compliance-report', facts: {}, items: [] });
    const { hash } = adopt();
    expect(due(open, 'IT-RES-7D')).toBe('2026-11-28T23:59:59+05:30');
    expect(await reevaluate(made.desk)).toMatchObject({ checked: 2, moved: 1 });
    expect(due(open, 'IT-RES-7D')).toBe('2026-11-26T23:59:59+05:30');
    expect(view(open).timeline.at(-1)).toMatchObject({
      kind: 'clocks.recomputed',
      body: { rulebook: hash, moved: [{ rule: 'IT-RES-7D', was: '2026-11-28T18:29:59.000Z', due: '2026-11-26T18:29:59.000Z' }] },
    });
    expect(view(untouched).timeline).toHaveLength(1);
    expect(view(closed)).toEqual(frozen);
    expect(pendingAdoptions(made.desk.db)).toEqual([]);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('explains a closed case by the rulebook it was closed under', async () => {
    const closed = closedCase();
    adopt();
    await reevaluate(made.desk);
    expect(explainOfCase(made.desk, closed, 'IT-RES-7D').text).toContain('7 days: the day of the start');
    expect(explainOfCase(made.desk, add(), 'IT-RES-7D').text).toContain('5 days: the day of the start');
  });

  it('goes on after a crash in the middle, and writes nothing twice', async () => {
    const refs = Array.from({ length: 120 }, () => add());
    adopt();
    const stop = new AbortController();
    await expect(reevaluate(made.desk, { signal: stop.signal, progress: () => stop.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    const moved = () => refs.filter((ref) => due(ref, 'IT-RES-7D') === '2026-11-26T23:59:59+05:30').length;
    expect(moved()).toBe(25);
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    expect(pendingAdoptions(again.db)).toHaveLength(1);
    expect(await reevaluate(again)).toMatchObject({ checked: 120, moved: 95 });
    expect(pendingAdoptions(again.db)).toEqual([]);
    expect(await reevaluate(again)).toMatchObject({ moved: 0 });
    again.db.close();
    expect(moved()).toBe(120);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('lets an act come in between, and moves that case with it', async () => {
    const first = add();
    for (let n = 0; n < 80; n += 1) add();
    const last = add({ kind: 'account', facts: {}, items: [] });
    adopt();
    const acted: string[] = [];
    await reevaluate(made.desk, {
      progress: () => {
        if (acted.length > 0) return;
        acted.push(actOnCase(made.desk, last, 'start-review', {}).state);
        actOnCase(made.desk, first, 'note', { text: 'seen' });
      },
    });
    expect(acted).toEqual(['under-review']);
    expect(due(last, 'IT-RES-7D')).toBe('2026-11-26T23:59:59+05:30');
    expect(view(last).timeline.map(({ kind }) => kind)).toEqual(['case.received', 'case.review-started']);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('can be taken back by adopting the old text again', async () => {
    const before = rulebookText(made.desk);
    const ref = add();
    adopt();
    await reevaluate(made.desk);
    adopt({ content: before.content });
    await reevaluate(made.desk);
    expect(due(ref, 'IT-RES-7D')).toBe('2026-11-28T23:59:59+05:30');
    expect(adoptionsOf(made.desk.db, 'rulebook').map(({ hash }) => hash)).toEqual([before.hash, expect.any(String), before.hash]);
  });

  it('is refused without a reason, a key of one’s own, or a change', () => {
    expect(faultOf(() => adoptRulebook(made.desk, shorter, '  ')).detail.issues?.[0]?.field).toBe('reason');
    expect(faultOf(() => adopt({ content: rulebookText(made.desk).content })).message).toContain('in force already');
    made.desk.person = { ...made.desk.person, signingKey: null };
    expect(faultOf(() => adopt()).message).toContain('your own signature');
  });

  it('is refused for a version that had another text', () => {
    const { content } = rulebookText(made.desk);
    const other = content.replace('"asOf": "2026-11-21"', '"asOf": "2026-11-22"');
    expect(other).not.toBe(content);
    const fault = faultOf(() => adopt({ content: other }));
    expect(fault.detail.issues?.[0]).toMatchObject({
      field: 'version',
      message: expect.stringContaining('adopted before with other content'),
    });
    expect(previewOffer(made.desk, { content: other }).problems[0]?.field).toBe('version');
  });
});

describe('with two people at the desk', () => {
  beforeEach(() => takeOver('user:counsel00001', 'C. Counsel'));

  it('a rulebook waits for another person, who puts it in force', () => {
    const before = version();
    const { state, seq } = adopt();
    expect(state).toBe('proposed');
    expect(version()).toBe(before);
    expect(listProposals(made.desk)).toMatchObject([{ seq, outcome: null, proposedByName: 'C. Counsel', isMine: true }]);
    expect(faultOf(() => approveRulebook(made.desk, seq, 'fine')).message).toContain('another person has to approve it');
    takeOver('user:officer00002', 'B. Example');
    expect(approveRulebook(made.desk, seq, null)).toMatchObject({ state: 'adopted' });
    expect(version()).toBe(`${before}-2`);
    expect(listProposals(made.desk)).toMatchObject([{ outcome: 'approved', decidedByName: 'B. Example', isMine: false }]);
    expect(adoptionHistory(made.desk, 'rulebook')[0]).toMatchObject({ byName: 'B. Example', isSole: false });
    expect(faultOf(() => approveRulebook(made.desk, seq, null)).message).toContain('approved already');
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('a proposal can be declined with a reason', () => {
    const { seq } = adopt();
    expect(faultOf(() => declineRulebook(made.desk, seq, ' ')).code).toBe('bad-input');
    declineRulebook(made.desk, seq, 'Misread the notification.');
    expect(listProposals(made.desk)).toMatchObject([{ outcome: 'declined', decidedReason: 'Misread the notification.' }]);
    expect(faultOf(() => approveRulebook(made.desk, seq, null)).message).toContain('declined already');
    expect(faultOf(() => approveRulebook(made.desk, 99_999, null)).code).toBe('not-found');
  });

  it('a proposal falls when another rulebook came into force meanwhile', () => {
    const one = adopt();
    const two = adopt({ edit: { how: 'end', id: 'CR-36H', until: '2027-01-31' } });
    takeOver('user:officer00002', 'B. Example');
    approveRulebook(made.desk, two.seq, null);
    expect(faultOf(() => approveRulebook(made.desk, one.seq, null)).message).toContain('came into force since');
  });

  it('two changes proposed side by side get versions of their own', () => {
    expect([adopt().version, adopt({ edit: { how: 'end', id: 'CR-36H', until: '2027-01-31' } }).version]).toEqual([
      `${version()}-2`,
      `${version()}-3`,
    ]);
  });
});

describe('a signed file', () => {
  it('says who signed it, here and at another desk', () => {
    const text = signRulebook(made.desk, rulebookText(made.desk).content);
    const { content, signedBy } = openOffered(made.desk.db, text);
    expect(content).toBe(rulebookText(made.desk).content);
    expect(signedBy).toMatchObject({ name: 'O. Sample', organisation: 'Example Organisation', person: made.desk.person.id });
    const other = makeDesk();
    expect(openOffered(other.desk.db, text).signedBy).toMatchObject({ name: 'O. Sample', person: null });
    return other.remove();
  });

  it('is adopted with its signer in the record', () => {
    const { content } = readOffer(made.desk, shorter);
    adopt({ content: signRulebook(made.desk, content) });
    expect(adoptionHistory(made.desk, 'rulebook')[0]).toMatchObject({ isCurrent: true, signedBy: { name: 'O. Sample' } });
    expect(showRulebook(made.desk).rulebook.rules.find(({ id }) => id === 'IT-RES-7D')?.n).toBe(5);
  });

  it.each([
    [
      'its content',
      (text: string) => text.replace('"n\\": 7', '"n\\": 70').replace('\\"n\\": 7,', '\\"n\\": 70,'),
      /changed after it was signed/,
    ],
    ['the name', (text: string) => text.replace('"name": "O. Sample"', '"name": "X. Other"'), /does not belong/],
    ['the day', (text: string) => text.replace('"signedAt": "2026', '"signedAt": "2025'), /does not belong/],
    ['a field too many', (text: string) => text.replace('"what"', '"mood": "good",\n  "what"'), /./],
  ])('is refused when %s was changed', (_what, change, message) => {
    const text = signRulebook(made.desk, rulebookText(made.desk).content);
    expect(change(text)).not.toBe(text);
    const fault = faultOf(() => openOffered(made.desk.db, change(text)));
    expect(fault).toMatchObject({ code: 'bad-input', message: expect.stringMatching(message) });
    expect(previewOffer(made.desk, { content: change(text) }).problems[0]?.field).toBe('signature');
  });

  it('holds to a check that knows only the written format', () => {
    const file = JSON.parse(signRulebook(made.desk, rulebookText(made.desk).content)) as Record<string, string>;
    const fields = ['what', 'format', 'sha256', 'signedAt', 'name', 'designation', 'organisation', 'publicKey'];
    const bytes = Buffer.from(`${fields.map((field) => file[field]).join('\n')}\n`);
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(file['publicKey'] ?? '', 'base64')]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    expect(verify(null, bytes, key, Buffer.from(file['signature'] ?? '', 'base64'))).toBe(true);
  });
});

describe('a re-evaluation', () => {
  it('writes no more than one page of cases between two turns of everything else', async () => {
    for (let n = 0; n < 130; n += 1) add();
    adopt();
    const count = made.desk.db.prepare("SELECT count(*) FROM journal WHERE kind = 'clocks.recomputed'").pluck();
    const written = [0];
    await reevaluate(made.desk, { progress: () => written.push(count.get() as number) });
    const slices = written.slice(1).map((total, n) => total - (written[n] as number));
    expect(Math.max(...slices)).toBeLessThanOrEqual(25);
    expect(written.at(-1)).toBe(130);
  });
});
