import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { sealLetter } from '../../src-main/letters/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';
import { letterTextOf } from './support/letter-text.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const add = (kind: string, over: Record<string, unknown> = {}) =>
  addCase(made.desk, contentCase({ platform: 'nojoto', kind, facts: {}, items: [], ...over })).ref;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const reasons = 'As the reasons say.';

const textOf = (ref: string, template: string, language: 'en' | 'hi') => letterTextOf(made, { ref, template, language });

/** Does what the desk offers until it is something else than `name`. */
function workThrough(ref: string, name: ActName, inputFor: (missing: string) => unknown): void {
  for (let n = 0; n < 60 && view(ref).next.act === name; n += 1) {
    const { steps, next } = view(ref).work;
    act(ref, name, inputFor(steps.find(({ id }) => id === next.step)?.missing[0] ?? ''));
  }
}

describe('a request to erase', () => {
  it('goes from receipt to close by what the desk offers, and its letter names systems, copies and recipients', async () => {
    const ref = add('erasure');
    const at = nowOf(made.desk);
    act(ref, 'acknowledge', { sentAt: at, mode: 'email' });
    act(ref, 'start-review');
    expect(view(ref).next.act).toBe('verify-identity');
    act(ref, 'verify-identity', { method: 'document', document: 'passport', result: 'verified', reason: 'seen in person' });
    workThrough(ref, 'search-system', (system) => ({ system, query: 'a@mail.example', found: 2 }));
    expect(view(ref).next.act).toBe('decide');
    act(ref, 'decide', { outcome: 'complied', ground: 'policy-right', reasons });
    expect(view(ref).decision).toMatchObject({ groundCode: 'policy-right', clause: '§7', open: [] });
    expect(view(ref).decision?.remedy?.map(({ id }) => id)).toEqual(['gac-appeal', 'courts']);
    const early = sealLetter(made.desk, { ref, template: 'erasure-confirmation', language: 'en' });
    await expect(early).rejects.toThrow(/still needs .*what each system confirmed/);
    const expires = { backupExpires: '2027-01-31' };
    workThrough(ref, 'confirm-system', (system) => ({ system, at, by: 'O. Operator', reference: `T-${system}`, ...expires }));
    workThrough(ref, 'tell-recipient', (recipient) => ({ recipient, at, how: 'by mail' }));
    expect(view(ref).next).toMatchObject({ act: 'letter', template: 'erasure-confirmation' });
    const text = await textOf(ref, 'erasure-confirmation', 'en');
    expect(text).toMatch(/Backups: done on .* reference T-backups; copies run out by 31-01-2027/);
    expect(text).toMatch(/PayTm: told on/);
    expect(view(ref).next.act).toBe('dispatch');
    expect(faultOf(() => act(ref, 'close')).message).toMatch(/decision has not been sent/);
    act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email' });
    expect(view(ref).letters.at(-1)).toMatchObject({ template: 'erasure-confirmation', mode: 'email' });
    expect(act(ref, 'close').state).toBe('closed');
    sound();
  });

  it('under a hold on the person, or on a connected account, is refused with the reason until the hold is released', () => {
    const held = add('access');
    const same = add('erasure');
    const connected = add('delete-account', { complainant: { name: 'Z. Other', email: 'z@mail.example' } });
    const grant = { outcome: 'complied', ground: 'policy-right', reasons };
    act(held, 'hold', {
      scope: 'connected',
      accounts: ['Z@mail.example'],
      instrument: 'Order 12/2026',
      reason: 'an inquiry',
      until: '2027-01-31',
    });
    for (const ref of [same, connected]) {
      expect(view(ref).work.holds).toMatchObject([{ ref: held, instrument: 'Order 12/2026', placedByName: 'O. Sample' }]);
      expect(faultOf(() => act(ref, 'decide', grant)).message).toMatch(new RegExp(`Order 12/2026.*${held}.*§6`));
    }
    expect(act(connected, 'decide', { outcome: 'refused', ground: 'legal-hold', reasons }).state).toBe('decided');
    expect(faultOf(() => act(same, 'release-hold', { reason: 'x' })).message).toMatch(new RegExp(`stands on ${held}`));
    act(held, 'release-hold', { reason: 'the inquiry ended' });
    expect(view(same).work.holds).toEqual([]);
    expect(act(same, 'decide', grant).state).toBe('decided');
    sound();
  });
});

describe('an answer to a request for access', () => {
  it('lists categories with clauses, recipients and where it was searched; a refusal its ground and clause', async () => {
    const ref = add('access');
    act(ref, 'search-system', { system: 'accounts', query: 'a@mail.example', found: 1 });
    act(ref, 'mark-category', { category: 'account', held: 'held' });
    act(ref, 'mark-category', { category: 'content', held: 'excluded', clause: '§7' });
    act(ref, 'decide', { outcome: 'partly-complied', ground: 'policy-exception', reasons });
    expect(view(ref).decision?.open).toContain('search');
    const refusal = await textOf(ref, 'refusal', 'en');
    expect(refusal).toMatch(/An exception of the policy applies.*§7.*What the clause says: .*privacy of other users/);
    expect(refusal).toMatch(/Content and its metadata: left out \(clause §7\)/);
    expect(refusal).toMatch(/Grievance Appellate Committee/);
    const answer = await textOf(ref, 'access-answer', 'hi');
    expect(answer).toMatch(/PayTm: payments/);
    expect(answer).toMatch(/खाता डेटाबेस: 1 अभिलेख मिले/);
    sound();
  });
});

it('asks by letter for what the checklist of identity lacks', async () => {
  const text = await textOf(add('access'), 'identity-request', 'en');
  expect(text).toMatch(/a copy of one document/);
  expect(text).toMatch(/no more than the last four digits of an Aadhaar number/);
});

it('is not closed while a sealed letter waits', async () => {
  const ref = add('account', { platform: 'instaconnect' });
  await sealLetter(made.desk, { ref, template: 'missing-details' });
  act(ref, 'decide', { outcome: 'refused', ground: 'no-breach', reasons });
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email' });
  expect(faultOf(() => act(ref, 'close')).message).toMatch(/missing-details\) has not been sent/);
  act(ref, 'dispatch', { letter: 'missing-details', noAddress: { reason: 'overtaken by the decision' } });
  expect(act(ref, 'close').state).toBe('closed');
});
