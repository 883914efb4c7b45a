import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';
import { letterTextOf } from './support/letter-text.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const url = 'https://posts.example/1';
const minute = 60_000;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const now = () => nowOf(made.desk);
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const clock = (ref: string, rule: string) => view(ref).clocks.find((one) => one.rule === rule);

const textOf = (ref: string, template: string, language: 'en' | 'hi') => letterTextOf(made, { ref, template, language });

function sent(outcome = 'refused', action = 'kept', over: Record<string, unknown> = {}): string {
  const { ref } = addCase(made.desk, contentCase(over));
  act(ref, 'decide', { outcome, ground: 'rule 3(1)(b)', reasons: 'The post is satire.', items: [{ value: url, action }] });
  act(ref, 'dispatch', { letter: 'decision', sentAt: now(), mode: 'email' });
  made.clock.advance(minute);
  return ref;
}

const notice = () => ({ number: 'GAC/2026/0001 (synthetic)', receivedAt: now(), channel: 'portal', replyBy: '2026-11-28T18:00:00+05:30' });

function appealed(over: Record<string, unknown> = {}): { ref: string; reply: string } {
  const ref = sent();
  const reply = act(ref, 'record-appeal', { ...notice(), ...over }).linked ?? '';
  made.clock.advance(minute);
  return { ref, reply };
}

const order = () => ({
  result: 'set-aside',
  receivedAt: now(),
  channel: 'portal',
  complyBy: '2026-11-25T10:00:00+05:30',
  text: 'The post is to be removed.',
});

describe('an appeal to the Committee', () => {
  it('opens the case of the reply with the dates its notice fixes, tied to the decision on both sides', () => {
    const { ref, reply } = appealed();
    expect(view(reply)).toMatchObject({
      kind: 'appeal-reply',
      complainant: { name: 'Grievance Appellate Committee' },
      links: [{ ref, as: 'appeal-of', own: true }],
      appeals: [{ ref: reply, original: ref, number: 'GAC/2026/0001 (synthetic)', replySentAt: null }],
    });
    expect(clock(reply, 'OWN-DATE')?.due).toBe('2026-11-28T18:00:00+05:30');
    expect(clock(reply, 'GAC-RES-30D')).toMatchObject({ sense: 'info', due: '2026-12-21T23:59:59+05:30' });
    expect(view(ref).links).toMatchObject([{ ref: reply, as: 'appeal', isOpen: true }]);
    // The period for an appeal has done its work.
    expect(clock(ref, 'GAC-APPEAL-30D')?.status).toBe('met');
    sound();
  });

  it('without a date of its own has none: the law gives none, and the desk asks for it', () => {
    const { reply } = appealed({ replyBy: undefined });
    expect(clock(reply, 'OWN-DATE')).toMatchObject({ due: null, waitsFor: 'respondBy' });
    expect(view(reply).targets.map(({ rule }) => rule)).toContain('DESK-FIND-DATE');
  });

  it.each([
    ['en', ['Reply in appeal GAC/2026/0001 (synthetic)', 'The post is satire.', 'Our decision was right.']],
    ['hi', ['अपील GAC/2026/0001 (synthetic) में उत्तर', 'The post is satire.', 'समिति']],
  ] as const)('is answered by a letter to the Committee (%s), whose dispatch meets the date', async (language, parts) => {
    const { ref, reply } = appealed();
    act(reply, 'decide', { outcome: 'challenged', ground: 'The decision was right.', reasons: 'Our decision was right.' });
    expect(view(reply).work.steps.find(({ id }) => id === 'letter')?.template).toBe('appeal-reply');
    const text = await textOf(reply, 'appeal-reply', language);
    for (const part of [...parts, ref, reply]) expect(text).toContain(part);
    made.clock.advance(minute);
    act(reply, 'dispatch', { letter: 'appeal-reply', sentAt: now(), mode: 'portal' });
    expect(clock(reply, 'OWN-DATE')?.status).toBe('met');
    expect(view(ref).appeals[0]?.replySentAt).toBe(now());
    sound();
  });

  it('is followed to the end: the order, what was done, and the report of compliance', () => {
    const { ref, reply } = appealed();
    const made1 = act(reply, 'record-appeal-order', order());
    const orderRef = made1.linked ?? '';
    expect(view(orderRef)).toMatchObject({
      kind: 'appellate-order',
      text: 'The post is to be removed.',
      links: [{ ref: reply, as: 'order-in' }],
      allowed: expect.arrayContaining(['record-compliance']),
    });
    expect(clock(orderRef, 'OWN-DATE')).toMatchObject({ due: '2026-11-25T10:00:00+05:30', status: 'running' });
    made.clock.advance(minute);
    act(orderRef, 'decide', {
      outcome: 'complied',
      ground: 'order-valid',
      reasons: 'Removed.',
      items: [{ value: url, action: 'removed' }],
    });
    made.clock.advance(minute);
    act(orderRef, 'dispatch', { letter: 'decision', sentAt: now(), mode: 'portal' });
    expect(view(orderRef).next.act).toBe('record-compliance');
    act(orderRef, 'record-compliance', { at: now(), how: 'The post was removed.' });
    expect(view(orderRef).next.act).toBe('publish-compliance');
    act(orderRef, 'publish-compliance', { at: now(), where: 'https://platform.example/compliance' });
    expect(view(orderRef).next.act).toBe('close');
    expect(view(ref).appeals).toMatchObject([
      { result: 'set-aside', orderRef, orderText: 'The post is to be removed.', compliedHow: 'The post was removed.', reportAt: now() },
    ]);
    expect(clock(orderRef, 'OWN-DATE')?.status).toBe('met');
    sound();
  });

  it('that leaves the decision as it is asks for nothing more', () => {
    const { ref, reply } = appealed();
    const { complyBy: _none, ...affirmed } = { ...order(), result: 'affirmed', text: 'The decision stands.' };
    expect(act(reply, 'record-appeal-order', affirmed).linked).toBeUndefined();
    expect(view(ref).appeals).toMatchObject([{ result: 'affirmed', orderRef: null }]);
    expect(view(reply).allowed).not.toContain('record-appeal-order');
    sound();
  });

  it('is said before the case appealed against is closed', () => {
    const { ref, reply } = appealed();
    expect(faultOf(() => act(ref, 'close')).detail['linked']).toEqual([reply]);
    act(ref, 'close', { despite: 'The appeal is followed on its own.' });
    expect(view(ref).state).toBe('closed');
    expect(view(ref).allowed).toContain('record-appeal');
  });

  it('stands after a restart', () => {
    const { ref, reply } = appealed();
    act(reply, 'record-appeal-order', order());
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    expect(caseView(again.db, ref, nowOf(made.desk)).appeals).toMatchObject([{ result: 'set-aside' }]);
    again.db.close();
  });

  it.each([
    ['no number', { number: ' ' }, 'number'],
    ['a notice before the case', { receivedAt: '2026-11-20T10:00:00+05:30', lateReason: 'x' }, 'receivedAt'],
    ['a notice in the future', { receivedAt: '2026-12-20T10:00:00+05:30' }, 'receivedAt'],
    ['a reply before the notice', { replyBy: '2026-11-20T10:00:00+05:30' }, 'replyBy'],
    ['a field nobody knows', { committe: 'x' }, 'committe'],
  ])('is not recorded with %s', (_what, over, field) => {
    const ref = sent();
    const before = made.desk.journal.head();
    const fault = faultOf(() => act(ref, 'record-appeal', { ...notice(), ...over }));
    expect(fault.detail.issues?.map((issue) => issue.field)).toContain(field);
    expect(made.desk.journal.head()).toEqual(before);
  });

  it('is recorded once under its number, of a decision that was sent, and its acts belong to its own cases', () => {
    const { ref, reply } = appealed();
    expect(faultOf(() => act(ref, 'record-appeal', notice())).detail.issues?.[0]?.field).toBe('number');
    const open = addCase(made.desk, contentCase()).ref;
    expect(faultOf(() => act(open, 'record-appeal', notice())).code).toBe('refused');
    expect(faultOf(() => act(ref, 'record-appeal-order', order())).code).toBe('refused');
    expect(faultOf(() => act(reply, 'record-compliance', { at: now(), how: 'x' })).code).toBe('refused');
    const orderRef = act(reply, 'record-appeal-order', order()).linked ?? '';
    expect(faultOf(() => act(orderRef, 'publish-compliance', { at: now(), where: 'x' })).message).toMatch(/Record first/);
    expect(faultOf(() => act(reply, 'record-appeal-order', order())).message).toMatch(/already/);
  });
});

describe('the notice to the user whose content was removed', () => {
  const user = { name: 'U. Poster', email: 'u@mail.example' };
  const removed = () => sent('upheld', 'removed');

  it('is a duty once something went, and none before', () => {
    expect(view(sent()).uploader).toBeNull();
    expect(view(removed()).uploader).toMatchObject({ status: 'open', isLaw: false });
  });

  it.each(['en', 'hi'] as const)(
    'is sent by a letter of a case of its own (%s), which tells nothing of who complained',
    async (language) => {
      const ref = removed();
      const own = act(ref, 'uploader-notice', { choice: 'send', person: user, ground: 'The post misleads about its origin.' }).linked ?? '';
      expect(view(own)).toMatchObject({ kind: 'user-notice', complainant: user, state: 'decided', subject: url, next: { act: 'letter' } });
      expect(view(ref).uploader).toMatchObject({ status: 'preparing', notice: own });
      expect(view(own).targets.map(({ rule }) => rule)).toContain('DESK-TELL-UPLOADER');
      const text = await textOf(own, 'uploader-notice', language);
      for (const part of [own, 'U. Poster', url, 'The post misleads about its origin.']) expect(text).toContain(part);
      for (const part of [ref, 'A. Example', 'Abusive post about me']) expect(text).not.toContain(part);
      made.clock.advance(minute);
      act(own, 'dispatch', { letter: 'uploader-notice', sentAt: now(), mode: 'in-app' });
      expect(view(ref).uploader).toMatchObject({ status: 'sent', sentAt: now() });
      sound();
    },
  );

  it.each(['not-required', 'withheld'])('is %s with its ground, which may change until it is sent', (choice) => {
    const ref = removed();
    act(ref, 'close');
    act(ref, 'uploader-notice', { choice, ground: 'An order forbids it.' });
    expect(view(ref).uploader).toMatchObject({ status: choice, ground: 'An order forbids it.', by: made.desk.person.id });
    expect(act(ref, 'uploader-notice', { choice: 'send', person: user, ground: 'The order has lapsed.' }).linked).toEqual(
      expect.any(String),
    );
    expect(faultOf(() => act(ref, 'uploader-notice', { choice: 'withheld', ground: 'x' })).code).toBe('refused');
    sound();
  });

  it('is asked for by rule 4(8) where a significant platform removes of its own accord, and is a duty before that', () => {
    const { ref } = addCase(made.desk, contentCase({ kind: 'voluntary-removal', complainant: {}, facts: {} }));
    expect(view(ref).uploader).toMatchObject({ status: 'open', isLaw: false });
  });

  it.each([
    ['nobody named', { choice: 'send', ground: 'x' }, 'person'],
    ['somebody named who is told nothing', { choice: 'withheld', person: user, ground: 'x' }, 'person'],
    ['no ground', { choice: 'withheld', ground: ' ' }, 'ground'],
    ['a choice nobody knows', { choice: 'later', ground: 'x' }, 'choice'],
  ])('is not recorded with %s', (_what, input, field) => {
    expect(faultOf(() => act(removed(), 'uploader-notice', input)).detail.issues?.map((issue) => issue.field)).toContain(field);
  });

  it('is no duty where nothing was removed', () => {
    expect(faultOf(() => act(sent(), 'uploader-notice', { choice: 'withheld', ground: 'x' })).code).toBe('refused');
  });
});
