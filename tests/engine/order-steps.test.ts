import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { disclosuresOf } from '../../src-main/government/index.ts';
import { previewLetter, sealLetter } from '../../src-main/letters/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { messageOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const hash = 'a'.repeat(64);

function order(over: Record<string, unknown> = {}) {
  const said = {
    ...{ instrument: 'bnss-94-police', agency: 'Example Police Station', officerName: 'S. Officer', officerRank: 'Inspector' },
    ...{ number: 'FIR 9/2026', provision: 'BNSS s.94', purpose: 'investigation', inWriting: true, inCharge: true, signed: true },
    ...over,
  };
  const ref = addCase(made.desk, contentCase({ kind: 'information-order', complainant: undefined, facts: {}, order: said })).ref;
  act(ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email' });
  act(ref, 'start-review');
  return ref;
}

function disclosure(ref: string) {
  act(ref, 'record-production', { name: 'rows.csv', sizeBytes: 2_048, sha256: hash });
  const production = disclosuresOf(made.desk.db, ref).productions[0]?.seq;
  const what = { category: 'registration data', volume: '1 account', mode: 'portal', accounts: ['@a'] };
  return { production, sha256: hash, ...what, recipient: 'Example Police Station', legalBasis: 'BNSS s.94', reason: 'As asked.' };
}

describe('an order that asks for too much', () => {
  const everything = { categories: 'all data of the account' };

  it('is told so with the reasons, and nothing is disclosed on it before that is acknowledged', () => {
    const ref = order(everything);
    expect(view(ref).order?.breadth.findings.map(({ code }) => code)).toEqual(['everything', 'no-period']);
    expect(view(ref).next).toMatchObject({ act: 'step-order', title: 'Ask for a narrower order' });
    const input = disclosure(ref);
    expect(messageOf(() => act(ref, 'disclose', input))).toMatch(/asks for too much: it asks for everything.*no period.*step-order/);
    expect(messageOf(() => act(ref, 'acknowledge-breadth', { reason: ' ' }))).toMatch(/reason.*empty/);
    act(ref, 'acknowledge-breadth', { reason: 'The court said so in the hearing.' });
    expect(view(ref).order?.breadth.acknowledged).toMatchObject({ reason: 'The court said so in the hearing.' });
    act(ref, 'disclose', input);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('opens to disclosure once the narrower order is recorded', () => {
    const ref = order(everything);
    const input = disclosure(ref);
    const said = view(ref).order?.order;
    act(ref, 'record-order', { ...said, categories: 'registration data', periodFrom: '2026-01-01', periodTo: '2026-11-20' });
    act(ref, 'disclose', input);
    expect(messageOf(() => act(ref, 'acknowledge-breadth', { reason: 'x' }))).toMatch(/Nothing shows/);
  });
});

describe('a step on an order', () => {
  const steps: [string, Record<string, unknown>, string, RegExp][] = [
    ['asked back', { step: 'ask-back', points: ['Which period?', 'Which account?'] }, 'order-query', /1\. Which period\?/],
    [
      'narrowed',
      { step: 'narrow', scope: 'Registration data of one account.', reasons: 'No more serves it.' },
      'order-narrowing',
      /one account/,
    ],
    ['refused', { step: 'refuse', grounds: 'No section gives this power.' }, 'order-refusal', /No section gives this power/],
    [
      'challenged',
      {
        step: 'challenge',
        court: 'Example High Court',
        number: 'W.P. 1/2026',
        filedOn: '2026-11-21',
        stay: 'granted',
        stayUntil: '2026-12-31',
      },
      'order-challenge',
      /Example High Court[\s\S]*21-11-2026[\s\S]*31-12-2026/,
    ],
    ['withdrawn', { step: 'withdrawn', by: 'S. Officer', on: '2026-11-21' }, 'order-withdrawal', /withdrawn on 21-11-2026/],
  ];

  it.each(steps)('that is %s stands in the case, and its letter is the next step', async (_name, input, template, text) => {
    const ref = order();
    const clocks = () => view(ref).clocks.map(({ rule, due, status }) => ({ rule, due, status }));
    const before = clocks();
    act(ref, 'step-order', input);
    expect(view(ref).handling.steps).toMatchObject([{ step: input['step'], said: input }]);
    expect(clocks()).toEqual(before);
    expect(view(ref).next).toMatchObject({ act: 'letter', template });
    for (const language of ['en', 'hi'] as const) {
      const letter = await previewLetter(made.desk, { ref, template, language });
      expect(letter.missing).toEqual([]);
      expect(letter.text).toContain('S. Officer');
      if (language === 'en') expect(letter.text).toMatch(text);
    }
    const sealed = await sealLetter(made.desk, { ref, template });
    expect(view(ref).next).toMatchObject({ act: 'dispatch', template });
    act(ref, 'dispatch', { letter: sealed.id, sentAt: nowOf(made.desk), mode: 'email' });
    expect(view(ref).next.act).toBe('decide');
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('that produces names each file with its hash, and what is left out with its reasons', async () => {
    const ref = order();
    const { production } = disclosure(ref);
    expect(messageOf(() => act(ref, 'step-order', { step: 'produce', extent: 'partly', productions: [production] }))).toMatch(
      /withheld.*left out/,
    );
    expect(messageOf(() => act(ref, 'step-order', { step: 'produce', extent: 'fully', productions: [1] }))).toMatch(
      /productions\.0.*not a file/,
    );
    act(ref, 'step-order', { step: 'produce', extent: 'partly', productions: [production], withheld: 'Messages: no power for them.' });
    const { text } = await previewLetter(made.desk, { ref, template: 'production-cover' });
    expect(text).toContain(`rows.csv: 2,048 bytes, SHA-256 ${hash}`);
    expect(text).toContain('Messages: no power for them.');
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a challenge filed in the future', { step: 'challenge', court: 'c', filedOn: '2026-12-01', stay: 'none' }, /filedOn.*future/],
    [
      'a stay that was not granted',
      { step: 'challenge', court: 'c', filedOn: '2026-11-20', stay: 'asked', stayUntil: '2026-12-01' },
      /stayUntil/,
    ],
    ['a question without a point', { step: 'ask-back', points: [] }, /asks nothing/],
    ['no grounds', { step: 'refuse', grounds: '' }, /grounds.*empty/],
  ])('with %s is refused', (_name, input, message) => {
    expect(messageOf(() => act(order(), 'step-order', input))).toMatch(message);
  });

  it('waits until it is recorded what the order says', () => {
    const ref = addCase(made.desk, contentCase({ kind: 'information-order', facts: {} })).ref;
    expect(messageOf(() => act(ref, 'step-order', { step: 'refuse', grounds: 'x' }))).toMatch(/Record first/);
  });

  it('is asked for where the order lacks something', () => {
    const ref = order({ signed: false });
    expect(view(ref).next).toMatchObject({ act: 'step-order', title: 'Ask back what is missing' });
  });
});
