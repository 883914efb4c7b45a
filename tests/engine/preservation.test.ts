import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, readCaseFile } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { entriesOfPreservations } from '../../src-main/government/index.ts';
import { preservationList } from '../../src-main/government/rules.ts';
import { alarmSteps, alarmsFor } from '../../src-main/law/index.ts';
import { sealLetter } from '../../src-main/letters/index.ts';
import { retentionView } from '../../src-main/retention/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { messageOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const order = {
  instrument: 'preservation-request',
  agency: 'Example Police',
  officerName: 'S. Officer',
  number: 'P/7/2026',
  datedOn: '2026-11-20',
};

function request() {
  return addCase(made.desk, contentCase({ kind: 'preservation-request', complainant: undefined, facts: {}, order, items: [] })).ref;
}

function preserved(over: Record<string, unknown> = {}) {
  const ref = request();
  act(ref, 'preserve', { paper: 'P/7/2026', accounts: ['@Some.Handle'], categories: ['registration data'], reason: 'As asked.', ...over });
  return { ref, seq: view(ref).handling.preservations[0]?.seq ?? 0 };
}

describe('what is preserved for an authority', () => {
  it('is kept for the period of the rulebook, by a hold, and its end stands beside the clocks', () => {
    const { ref } = preserved();
    const [kept] = view(ref).handling.preservations;
    expect(kept).toMatchObject({ rule: 'IT-PRES-180D', until: '2027-05-20T18:29:59.000Z', confirmed: [], releasedAt: null });
    expect(view(ref).work.holds).toMatchObject([{ id: kept?.hold, scope: 'connected', accounts: ['@Some.Handle'], until: kept?.until }]);
    expect(view(ref).targets).toContainEqual(expect.objectContaining({ rule: 'DESK-KEEP', status: 'running' }));
    sound();
  });

  it('until the end of the day that the paper names', () => {
    const { ref } = preserved({ until: '2027-01-31' });
    expect(view(ref).handling.preservations).toMatchObject([{ rule: null, until: '2027-01-31T18:29:59.999Z' }]);
  });

  it('is reminded of 30, 7 and 1 days before its end, and on it', () => {
    const { ref } = preserved({ until: '2027-01-31' });
    const clocks = readCaseFile(made.desk.db, ref)?.clocks.now.filter(({ rule }) => rule === 'DESK-KEEP') ?? [];
    expect(alarmsFor(clocks, alarmSteps, nowOf(made.desk)).map(({ step, at }) => [step, at.slice(0, 10)])).toEqual([
      ['30d', '2027-01-01'],
      ['7d', '2027-01-24'],
      ['1d', '2027-01-30'],
      ['due', '2027-01-31'],
    ]);
  });

  it('keeps the account’s data in every case from being erased or purged', () => {
    preserved();
    const other = addCase(made.desk, contentCase({ kind: 'erasure', facts: {}, items: [{ type: 'account', value: 'some.handle' }] })).ref;
    expect(messageOf(() => act(other, 'decide', { outcome: 'upheld', ground: 'Asked.', reasons: 'Asked.' }))).toMatch(/legal hold stands/);
    const looking = { me: made.desk.person.id, desk: 'testdesk0001', now: nowOf(made.desk) };
    expect(retentionView(made.desk.db, other, looking).blocks).toContainEqual(expect.objectContaining({ code: 'hold' }));
  });

  it('is renewed on a further paper from the end that stood, under one hold', () => {
    const { ref, seq } = preserved({ until: '2027-01-31' });
    expect(messageOf(() => act(ref, 'renew-preservation', { preservation: seq, paper: 'P/9', until: '2027-01-30', reason: 'x' }))).toMatch(
      /until.*does not lie after/,
    );
    act(ref, 'renew-preservation', { preservation: seq, paper: 'P/9', reason: 'The trial goes on.' });
    const [kept] = view(ref).handling.preservations;
    expect(kept).toMatchObject({ until: '2027-07-30T18:29:59.000Z', renewed: [{ paper: 'P/9', reason: 'The trial goes on.' }] });
    expect(view(ref).work.holds).toMatchObject([{ id: kept?.hold, until: kept?.until }]);
    sound();
  });

  it('keeps its case open until it is released with a reason', () => {
    const { ref, seq } = preserved();
    expect(messageOf(() => act(ref, 'release-hold', { reason: 'x' }))).toMatch(/release the preservation itself/);
    expect(messageOf(() => act(ref, 'void', { reason: 'x' }))).toMatch(/still preserved/);
    act(ref, 'decide', { outcome: 'complied', ground: 'Preserved.', reasons: 'As asked.' });
    act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email' });
    expect(messageOf(() => act(ref, 'close'))).toMatch(/still preserved/);
    act(ref, 'release-preservation', { preservation: seq, reason: 'The authority wrote that it is over.' });
    expect(view(ref).work.holds).toEqual([]);
    expect(view(ref).targets.some(({ rule }) => rule === 'DESK-KEEP')).toBe(false);
    act(ref, 'close');
    expect(preservationList(entriesOfPreservations(made.desk.db))).toMatchObject([
      { ref, releasedReason: expect.stringContaining('over') },
    ]);
    sound();
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['nothing', { accounts: [], categories: [] }, /at least one account, item or data category/],
    ['until a day that has passed', { until: '2026-11-01' }, /until.*past/],
    ['since a time in the future', { from: '2026-12-01T00:00:00+05:30' }, /from.*future/],
    ['without a reason', { reason: ' ' }, /reason.*empty/],
  ])('of %s is refused', (_name, over, message) => {
    expect(messageOf(() => preserved(over))).toMatch(message);
  });
});

describe('the next step of a request to preserve', () => {
  it('is to preserve, to record who froze it, to tell the authority, and last to release it', async () => {
    const ref = request();
    act(ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email' });
    act(ref, 'start-review');
    expect(view(ref).next).toMatchObject({ act: 'preserve' });
    act(ref, 'preserve', { paper: 'P/7/2026', accounts: ['@a'], reason: 'As asked.' });
    const seq = view(ref).handling.preservations[0]?.seq;
    expect(view(ref).next).toMatchObject({ act: 'confirm-preservation' });
    const at = nowOf(made.desk);
    act(ref, 'confirm-preservation', { preservation: seq, system: 'account-database', by: 'Operations', reference: 'OPS-1', at });
    expect(view(ref).next).toMatchObject({ act: 'letter', template: 'preservation-notice' });
    const letter = await sealLetter(made.desk, { ref, template: 'preservation-notice', language: 'hi' });
    expect(letter.pages).toBe(1);
    act(ref, 'dispatch', { letter: letter.id, sentAt: at, mode: 'email' });
    expect(view(ref).next.act).toBe('decide');
    act(ref, 'decide', { outcome: 'complied', ground: 'Preserved.', reasons: 'As asked.' });
    act(ref, 'dispatch', { letter: 'decision', sentAt: at, mode: 'email' });
    expect(view(ref).next).toMatchObject({ act: 'release-preservation', title: expect.stringContaining('20-05-2027') });
  });
});
