import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import { previewLetter, sealLetter } from '../../src-main/letters/index.ts';
import { retentionList, retentionView } from '../../src-main/retention/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

const day = 86_400_000;
let made: TestDesk;
let desk: Desk;
beforeEach(() => {
  made = makeDesk();
  ({ desk } = made);
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(desk, ref, name, input);
const view = (ref: string) => caseView(desk.db, ref, nowOf(desk));
const looking = () => ({ me: desk.person.id, desk: desk.desk, now: nowOf(desk) });
const kept = (ref: string) => retentionView(desk.db, ref, looking());
const asked = () => retentionList(desk.db, { part: 'all', offset: 0, limit: 10 }, looking()).asked;
const own = { scope: 'case', instrument: 'Our own study of such cases', basis: 'own', reason: 'To learn from it.' };

function closed(over: Record<string, unknown> = {}): string {
  const { ref } = addCase(desk, contentCase({ receivedAt: nowOf(desk), items: [], ...over }));
  act(ref, 'decide', { outcome: 'refused', ground: 'no-breach', reasons: 'It is satire.' });
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
  act(ref, 'close');
  return ref;
}

async function askByLetter(ref: string): Promise<void> {
  act(ref, 'ask-consent', { until: '2028-01-31', reason: 'It shows how such cases begin.' });
  const { id } = await sealLetter(desk, { ref, template: 'consent-request', language: 'en' });
  act(ref, 'dispatch', { letter: id, sentAt: nowOf(desk), mode: 'email', proof: 'message 7' });
}

describe('keeping longer than law where the policy promises to ask', () => {
  it('is asked by letter, also once the case is closed, and waits for the answer', async () => {
    const ref = closed();
    expect(view(ref)).toMatchObject({ wanted: [], work: { consent: { state: 'none' } }, allowed: expect.arrayContaining(['ask-consent']) });
    act(ref, 'ask-consent', { until: '2028-01-31', reason: 'It shows how such cases begin.' });
    expect(view(ref)).toMatchObject({ wanted: ['consent-request'], next: { act: 'letter', template: 'consent-request' } });
    const { text } = await previewLetter(desk, { ref, template: 'consent-request', language: 'en' });
    expect(text).toMatch(/31-01-2028[\s\S]*It shows how such cases begin\.[\s\S]*do not agree, or do not answer/);
    const { id } = await sealLetter(desk, { ref, template: 'consent-request', language: 'hi' });
    expect(view(ref).next).toMatchObject({ act: 'dispatch', template: 'consent-request' });
    act(ref, 'dispatch', { letter: id, sentAt: nowOf(desk), mode: 'email', proof: 'message 7' });
    expect(view(ref)).toMatchObject({ wanted: [], next: { act: 'record-consent' }, work: { consent: { state: 'waits' } } });
    expect(asked()).toMatchObject([{ ref, until: '2028-01-31' }]);
    expect(kept(ref)).toMatchObject({ consent: { state: 'waits' }, kept: { until: '2027-05-20' } });
  });

  it('goes no further than she agreed, and the record says how she did', async () => {
    const ref = closed();
    expect(faultOf(() => act(ref, 'hold', own)).detail['issues']).toMatchObject([{ field: 'basis' }]);
    await askByLetter(ref);
    expect(faultOf(() => act(ref, 'hold', own)).detail['issues']).toMatchObject([{ field: 'basis' }]);
    act(ref, 'record-consent', { answer: 'given', at: nowOf(desk), how: 'her mail of today' });
    expect(faultOf(() => act(ref, 'hold', own)).detail['issues']).toMatchObject([{ field: 'until' }]);
    expect(faultOf(() => act(ref, 'hold', { ...own, until: '2028-02-01' })).detail['issues']).toMatchObject([{ field: 'until' }]);
    act(ref, 'hold', { ...own, until: '2028-01-31' });
    made.clock.advance(200 * day);
    desk.time.confirm();
    expect(kept(ref)).toMatchObject({
      canPurge: false,
      blocks: [{ code: 'hold' }],
      consent: { state: 'given', asks: [{ how: 'her mail of today' }] },
    });
    expect(asked()).toEqual([]);
    expect(verifyDesk(desk, { deep: true }).problems).toEqual([]);
  });

  it('ends when she takes her consent back: what the desk alone wanted to keep is released', async () => {
    const ref = closed();
    await askByLetter(ref);
    act(ref, 'record-consent', { answer: 'given', at: nowOf(desk), how: 'on the phone' });
    act(ref, 'hold', { ...own, until: '2028-01-31' });
    act(ref, 'hold', { scope: 'case', instrument: 'Order 8', reason: 'A court asks.' });
    act(ref, 'record-consent', { answer: 'withdrawn', at: nowOf(desk), how: 'on the phone' });
    expect(view(ref).work.holds.map(({ instrument }) => instrument)).toEqual(['Order 8']);
    expect(kept(ref).consent?.state).toBe('withdrawn');
  });

  it('needs the letter before a yes, one asking at a time, and a policy that promises it', async () => {
    const ref = closed();
    const answer = { answer: 'given', at: nowOf(desk), how: 'mail' };
    expect(faultOf(() => act(ref, 'record-consent', answer)).message).toMatch(/Nobody has been asked/);
    expect(faultOf(() => act(ref, 'ask-consent', { until: '2026-01-01', reason: 'x' })).detail['issues']).toMatchObject([
      { field: 'until' },
    ]);
    act(ref, 'ask-consent', { until: '2028-01-31', reason: 'x' });
    expect(faultOf(() => act(ref, 'record-consent', answer)).message).toMatch(/has not been sent/);
    expect(faultOf(() => act(ref, 'ask-consent', { until: '2028-01-31', reason: 'x' })).message).toMatch(/asked already/);
    act(ref, 'record-consent', { ...answer, answer: 'refused' });
    expect(view(ref)).toMatchObject({ wanted: [], work: { consent: { state: 'refused' } } });
    const elsewhere = closed({ platform: 'nojoto' });
    expect(view(elsewhere)).toMatchObject({ work: { consent: null } });
    expect(view(elsewhere).allowed).not.toContain('ask-consent');
    expect(faultOf(() => act(elsewhere, 'ask-consent', { until: '2028-01-31', reason: 'x' })).message).toMatch(/does not promise/);
    expect(act(elsewhere, 'hold', own).state).toBe('closed');
  });

  it.each([
    ['an order', 'information-order', '2028-11-21'],
    ['an own duty', 'user-notice', '2027-05-20'],
    ['a report to everybody', 'compliance-report', '2029-11-21'],
  ])('sets the date of the file of %s (%s)', (_what, kind, until) => {
    const { ref } = addCase(desk, contentCase({ kind, receivedAt: nowOf(desk), facts: {}, items: [] }));
    act(ref, 'decide', { outcome: 'complied', ground: 'Done.', reasons: 'Done.' });
    act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
    act(ref, 'close');
    expect(kept(ref).kept?.until).toBe(until);
  });
});
