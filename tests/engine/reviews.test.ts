import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, wantsProof } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { addColleague, sitDown } from '../support/colleague.ts';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';
import { letterTextOf } from './support/letter-text.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const url = 'https://posts.example/1';
const hour = 3_600_000;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const rulesOf = (ref: string) =>
  view(ref)
    .clocks.map(({ rule }) => rule)
    .sort();

function sent(outcome: string, action: string, over: Record<string, unknown> = {}): string {
  const { ref } = addCase(made.desk, contentCase(over));
  act(ref, 'decide', { outcome, ground: 'rule 3(1)(b)', reasons: 'As seen.', items: [{ value: url, action }] });
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email' });
  return ref;
}

function asked(ref: string, over: Record<string, unknown> = {}): string {
  made.clock.advance(hour);
  const input = { by: 'complainant', receivedAt: nowOf(made.desk), channel: 'email', text: 'Please look again.', ...over };
  return act(ref, 'request-review', input).linked ?? '';
}

const user = { name: 'U. Poster', email: 'u@mail.example' };
const decision = { outcome: 'overturned', ground: 'own-decision-wrong', reasons: 'The post is about her after all.' };

const textOf = (ref: string, language: 'en' | 'hi') => letterTextOf(made, { ref, template: 'review-decision', language });

describe('a review that somebody asks for', () => {
  it('is a case of its own, tied on both sides, with its own receipt and the clocks of law that go with it', () => {
    const ref = sent('refused', 'kept');
    const review = asked(ref);
    expect(view(review)).toMatchObject({
      kind: 'content',
      state: 'received',
      complainant: { name: 'A. Example' },
      links: [{ ref, as: 'review-of', isOpen: true }],
      review: { of: ref, outcome: 'refused', deciders: [{ name: 'O. Sample' }] },
    });
    expect(view(ref).links).toMatchObject([{ ref: review, as: 'reviewed-by', isOpen: true }]);
    expect(rulesOf(review)).toEqual(expect.arrayContaining(['IT-ACK-24H', 'IT-RES-7D', 'IT-FAST-36H']));
    sound();
  });

  it('of the user whose content it is about asks for reinstatement, and tells her nothing of who complained', async () => {
    const ref = sent('upheld', 'removed');
    const review = asked(ref, { by: 'affected-user', person: user });
    expect(view(review)).toMatchObject({ kind: 'reinstatement', complainant: user, links: [{ ref, as: 'dispute-of' }] });
    sitDown(made.desk, addColleague(made.desk, 'Second Sample', ['deputy']));
    act(review, 'decide', { ...decision, items: [{ value: url, action: 'restored' }] });
    const text = await textOf(review, 'en');
    for (const part of [review, 'U. Poster', 'The earlier decision is set aside', 'Restored']) expect(text).toContain(part);
    for (const part of [ref, 'A. Example', 'a@mail.example']) expect(text).not.toContain(part);
  });

  it('is decided by another officer than the one whose decision it looks at', () => {
    const review = asked(sent('refused', 'kept'));
    const colleague = addColleague(made.desk, 'Second Sample', ['deputy']);
    const fault = faultOf(() => act(review, 'decide', decision));
    expect(fault.code).toBe('refused');
    expect(fault.message).toContain('Second Sample');
    sitDown(made.desk, colleague);
    act(review, 'decide', decision);
    expect(view(review).decision).toMatchObject({ outcome: 'overturned', by: colleague.id });
    sound();
  });

  it('goes back as far as decisions were reviewed: no earlier decider decides', () => {
    const first = made.desk.person;
    const review = asked(sent('refused', 'kept'));
    const second = addColleague(made.desk, 'Second Sample', ['deputy']);
    sitDown(made.desk, second);
    act(review, 'decide', { ...decision, outcome: 'refused', ground: 'It stands.' });
    act(review, 'dispatch', { letter: 'review-decision', sentAt: nowOf(made.desk), mode: 'email' });
    const again = asked(review);
    const third = addColleague(made.desk, 'Third Sample', ['compliance-chief']);
    for (const person of [first, second]) {
      sitDown(made.desk, person);
      expect(faultOf(() => act(again, 'decide', decision)).message).toContain('Third Sample');
    }
    sitDown(made.desk, third);
    expect(act(again, 'decide', decision).state).toBe('decided');
  });

  it('is decided alone where nobody else may decide, with the passphrase again, and the entry says so', () => {
    addColleague(made.desk, 'Counsel Sample', ['legal']);
    const review = asked(sent('refused', 'kept'));
    expect(wantsProof(made.desk, { ref: review, act: 'decide', with: decision })).toBe(true);
    expect(wantsProof(made.desk, { ref: review, act: 'note', with: {} })).toBe(false);
    act(review, 'decide', decision);
    expect(view(review).timeline.find(({ kind }) => kind === 'case.decided')?.body).toMatchObject({ sole: true });
  });

  it.each([
    ['an outcome that says nothing of the decision', { ...decision, outcome: 'upheld', ground: 'It is so.' }, 'outcome'],
    ['no reasons', { ...decision, reasons: '' }, 'reasons'],
  ])('is not decided with %s', (_what, input, field) => {
    const review = asked(sent('refused', 'kept'));
    expect(faultOf(() => act(review, 'decide', input)).detail.issues?.map((issue) => issue.field)).toContain(field);
  });

  it.each([
    ['nobody named', { by: 'affected-user' }, 'person'],
    ['no receipt', { receivedAt: undefined }, 'receivedAt'],
    ['a receipt before the case', { receivedAt: '2026-11-20T10:00:00+05:30', lateReason: 'x' }, 'receivedAt'],
    ['an old receipt and no reason', { receivedAt: '2026-11-21T12:00:00+05:30' }, 'lateReason'],
    ['no way it came', { channel: undefined }, 'channel'],
    ['nothing brought against the decision', { text: ' ' }, 'text'],
    ['a receipt of the desk itself', { by: 'desk' }, 'receivedAt'],
    ['somebody else for the complainant', { person: user }, 'person'],
  ])('is not opened with %s', (_what, over, field) => {
    const ref = sent('refused', 'kept');
    made.clock.advance(2 * hour);
    const before = made.desk.journal.head();
    const fault = faultOf(() => asked(ref, over));
    expect(fault.detail.issues?.map((issue) => issue.field)).toContain(field);
    expect(made.desk.journal.head()).toEqual(before);
  });

  it('is not opened of what was never told', () => {
    const { ref } = addCase(made.desk, contentCase());
    expect(faultOf(() => asked(ref)).message).toMatch(/that was sent/);
  });
});

describe('a review that is decided', () => {
  function reviewed(outcome: string, over: Record<string, unknown> = {}, by = 'complainant') {
    const ref = sent(by === 'affected-user' ? 'upheld' : 'refused', by === 'affected-user' ? 'removed' : 'kept');
    act(ref, 'close');
    const review = asked(ref, by === 'affected-user' ? { by, person: user } : {});
    sitDown(made.desk, addColleague(made.desk, 'Second Sample', ['deputy']));
    const ground = outcome === 'refused' ? 'It stands.' : 'own-decision-wrong';
    act(review, 'decide', { ...decision, outcome, ground, ...over });
    return { ref, review };
  }

  it('leaves a decision that stands, and its closed case, as they are', () => {
    const { ref, review } = reviewed('refused');
    expect(view(ref)).toMatchObject({ state: 'closed', outcome: 'refused', decision: { reviews: [{ ref: review, outcome: 'refused' }] } });
    expect(view(ref).items).toMatchObject([{ action: 'kept' }]);
    sound();
  });

  it.each(['overturned', 'varied'])(
    'opens the case again with its items when it is %s, and closing it tells what it came to',
    (outcome) => {
      const { ref, review } = reviewed(outcome);
      expect(view(ref)).toMatchObject({ state: 'reopened', outcome, items: [{ action: null }], next: { act: 'act-on-items' } });
      act(ref, 'act-on-items', { items: [{ value: url, action: 'removed' }] });
      expect(faultOf(() => act(ref, 'close')).detail['linked']).toEqual([review]);
      act(review, 'act-on-items', { items: [{ value: url, action: 'removed' }] });
      act(review, 'dispatch', { letter: 'review-decision', sentAt: nowOf(made.desk), mode: 'email' });
      act(review, 'close', { despite: 'The first case closes with it.' });
      act(ref, 'close');
      expect(view(ref)).toMatchObject({ state: 'closed', outcome });
      sound();
    },
  );

  it('says of each item what became of it, so that only the others are open again', () => {
    const { ref } = reviewed('overturned', { items: [{ value: url, action: 'removed' }] });
    expect(view(ref)).toMatchObject({ items: [{ action: 'removed' }], next: { act: 'close' } });
  });

  it('for the user whose content it was asks for a new decision, so that who complained is told', () => {
    const { ref } = reviewed('overturned', { items: [{ value: url, action: 'restored' }] }, 'affected-user');
    expect(view(ref)).toMatchObject({ state: 'reopened', outcome: null, decision: null });
    expect(faultOf(() => act(ref, 'close', { despite: 'x' })).message).toMatch(/Only a decided/);
    sound();
  });

  it('changes nothing where the case has been decided anew meanwhile', () => {
    const ref = sent('refused', 'kept');
    const review = asked(ref);
    act(ref, 'reopen', { by: 'desk', reason: 'A slip.' });
    act(ref, 'decide', { outcome: 'upheld', ground: 'rule 3(1)(b)', reasons: 'Seen again.' });
    sitDown(made.desk, addColleague(made.desk, 'Second Sample', ['deputy']));
    act(review, 'decide', decision);
    expect(view(ref)).toMatchObject({ state: 'decided', outcome: 'upheld' });
    sound();
  });

  it('is not taken back: another case has been told', () => {
    const review = asked(sent('refused', 'kept'));
    sitDown(made.desk, addColleague(made.desk, 'Second Sample', ['deputy']));
    expect(act(review, 'decide', decision).undo).toBeUndefined();
  });

  it.each([
    ['en', ['The earlier decision is set aside', 'you asked us to look again at our decision of 21-11-2026', 'did not take that decision']],
    ['hi', ['पहले का निर्णय निरस्त किया जाता है', 'निर्णय नहीं लिया था']],
  ] as const)('is told by a letter of its own (%s)', async (language, parts) => {
    const { ref, review } = reviewed('overturned');
    const text = await textOf(review, language);
    for (const part of [...parts, ref, review, decision.reasons]) expect(text).toContain(part);
  });

  it('stands after a restart', () => {
    const { ref, review } = reviewed('overturned');
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    expect(caseView(again.db, ref, nowOf(made.desk))).toMatchObject({ state: 'reopened', decision: { reviews: [{ ref: review }] } });
    again.db.close();
  });
});

describe('a second look that the desk takes by itself', () => {
  it('starts no limit of law, and still sorts by a date of the desk', () => {
    const ref = sent('refused', 'kept');
    const review = act(ref, 'request-review', { by: 'desk', text: 'A check of samples.' }).linked ?? '';
    expect(view(review).clocks.filter(({ sense }) => sense === 'max')).toEqual([]);
    expect(view(review).targets.length).toBeGreaterThan(0);
    expect(view(review).links).toMatchObject([{ ref, as: 'own-review-of' }]);
    act(review, 'amend', { facts: { category: 'obscene-or-invasive' }, reason: 'Seen again.' });
    expect(view(review).clocks.filter(({ sense }) => sense === 'max')).toEqual([]);
    sound();
  });

  it('cannot be had by a link that somebody makes or takes away', () => {
    const ref = sent('refused', 'kept');
    const other = addCase(made.desk, contentCase()).ref;
    expect(faultOf(() => act(other, 'link', { to: ref, as: 'own-review-of' })).code).toBe('bad-input');
    const review = asked(ref);
    expect(faultOf(() => act(review, 'unlink', { to: ref, reason: 'x' })).code).toBe('refused');
    expect(faultOf(() => act(ref, 'unlink', { to: review, reason: 'x' })).code).toBe('refused');
  });

  it('of an erasure that was refused takes two people to grant it', () => {
    const ref = addCase(made.desk, contentCase({ platform: 'nojoto', kind: 'erasure', facts: {}, items: [] })).ref;
    act(ref, 'decide', { outcome: 'refused', ground: 'Kept by law.', reasons: 'It is needed.' });
    act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email' });
    const review = act(ref, 'request-review', { by: 'desk', text: 'A check of samples.' }).linked ?? '';
    act(review, 'verify-identity', { method: 'document', document: 'passport', result: 'verified', reason: 'seen in person' });
    sitDown(made.desk, addColleague(made.desk, 'Second Sample', ['deputy']));
    const fault = faultOf(() => act(review, 'decide', { ...decision, ground: 'own-decision-wrong' }));
    expect(fault.detail['approval']).toEqual(expect.any(Number));
  });
});

describe('links', () => {
  it.each([
    ['duplicate-of', 'duplicate'],
    ['appeal-of', 'appeal'],
    ['related', 'related'],
    ['same-accused', 'same-accused'],
  ])('of the sort %s are told by both cases, and are taken apart on both', (as, inverse) => {
    const [one, other] = [addCase(made.desk, contentCase()).ref, addCase(made.desk, contentCase()).ref];
    act(one, 'link', { to: other.toLowerCase(), as });
    expect(view(one).links).toMatchObject([{ ref: other, as, kind: 'content', state: 'received', isOpen: true }]);
    expect(view(other).links).toMatchObject([{ ref: one, as: inverse }]);
    expect(faultOf(() => act(one, 'link', { to: other, as })).code).toBe('refused');
    act(other, 'unlink', { to: one, reason: 'Another matter.' });
    expect([view(one).links, view(other).links]).toEqual([[], []]);
    sound();
  });

  it('say so before one side is closed, unless nothing hangs on the other', () => {
    const ref = sent('refused', 'kept');
    const other = addCase(made.desk, contentCase()).ref;
    act(other, 'link', { to: ref, as: 'duplicate-of' });
    const fault = faultOf(() => act(ref, 'close'));
    expect(fault.message).toContain(other);
    act(ref, 'close', { despite: 'The duplicate is answered on its own.' });
    expect(view(ref).timeline.at(-1)?.body).toMatchObject({ despite: 'The duplicate is answered on its own.' });
    const loose = sent('refused', 'kept');
    act(loose, 'link', { to: other, as: 'related' });
    expect(act(loose, 'close').state).toBe('closed');
  });

  it('of a review need a decision on the other side', () => {
    const [one, other] = [addCase(made.desk, contentCase()).ref, addCase(made.desk, contentCase()).ref];
    expect(faultOf(() => act(one, 'link', { to: other, as: 'review-of' })).detail.issues?.[0]?.field).toBe('to');
  });
});
