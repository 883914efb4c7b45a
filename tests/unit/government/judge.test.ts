import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src-main/government/contract.ts';
import { factsOfOrder } from '../../../src-main/government/rules.ts';
import { judgeIntimation } from '../../../src-main/law/rules.ts';
import { book, judge, rulebook, sort } from './support.ts';

/** A police notice to which nothing is wanting; its officer is invented. */
const good: Partial<Order> = {
  agency: 'Example State Police',
  officerRank: 'Deputy Inspector General',
  number: '12/2026',
  datedOn: '2026-11-20',
  provision: 'section 79(3)(b)',
  unlawfulAct: 'incitement to an offence',
  inWriting: true,
  reasoned: true,
  signed: true,
  authorised: true,
};
const wrong = (judged: ReturnType<typeof judge>, level: string) =>
  judged.findings.filter((one) => one.level === level).map(({ test }) => test);

describe('a notice to remove content', () => {
  it('to which nothing is wanting is good, and its three hours run from receipt', () => {
    const judged = judge('police-notice', { order: good });
    expect(judged).toMatchObject({ verdict: 'valid', findings: [], clock: { runs: true } });
    expect(judged.clock.rules).toContainEqual({ rule: 'IT-ORD-3H', due: '2026-11-21T09:00:00.000Z' });
  });

  it.each<[string, Partial<Order>, number, string]>([
    ['a rank below the law', { officerRank: 'Superintendent of Police' }, 1, 'rank'],
    ['no reasons', { reasoned: false }, 1, 'reasoned'],
    ['no writing', { inWriting: false }, 1, 'in-writing'],
    ['no address of the content', { lacks: ['items'] }, 0, 'location'],
    ['no provision', { provision: undefined, lacks: ['provision'] }, 1, 'provision'],
    ['no unlawful act', { unlawfulAct: undefined, lacks: ['unlawfulAct'] }, 1, 'unlawful-act'],
    ['no authorisation', { authorised: false }, 1, 'authorised'],
  ])('with %s is not good on its face, and no clock runs', (_name, over, itemCount, test) => {
    const judged = judge('police-notice', { order: { ...good, ...over }, itemCount });
    expect(judged.verdict).toBe('invalid');
    expect(wrong(judged, 'void')).toEqual([test]);
    expect(judged.clock.runs).toBe(false);
    expect(judged.clock.why.en).toContain(book.tests.find(({ id }) => id === test)?.missing.en);
  });

  it('that is unsigned is asked back while its clock runs', () => {
    const judged = judge('police-notice', { order: { ...good, signed: false } });
    expect(judged).toMatchObject({ verdict: 'query', clock: { runs: true } });
    expect(wrong(judged, 'query')).toEqual(['signed']);
  });

  it('of which nothing is known yet counts as good: the clock runs, and what is open is named', () => {
    const judged = judge('police-notice', { itemCount: 0 });
    expect(judged).toMatchObject({ verdict: 'open', clock: { runs: true } });
    expect(wrong(judged, 'unknown')).toContain('rank');
    expect(judged.clock.why.en).toMatch(/counts as good.*Rank or post/);
  });

  it('before 15-11-2025 is only asked back for what the law did not test yet', () => {
    const judged = judge('police-notice', {
      order: { ...good, datedOn: '2025-11-14', reasoned: false },
      receivedAt: '2025-11-14T10:30:00.000Z',
    });
    expect(judged).toMatchObject({ verdict: 'query', clock: { runs: true } });
    expect(judged.clock.rules).toContainEqual({ rule: 'IT-ORD-36H-a', due: '2025-11-15T22:30:00.000Z' });
  });

  it.each(['Joint Secretary', 'Director', 'Dy. Inspector General'])('of a %s is of sufficient rank', (officerRank) => {
    expect(judge('intimation-3-1-d', { order: { ...good, officerRank } }).verdict).toBe('valid');
  });

  it('agrees with the rulebook about every mix of what it says', () => {
    const yesNo = fc.option(fc.boolean(), { nil: undefined });
    const lacks = fc.subarray(['provision', 'unlawfulAct', 'items'] as const);
    const officerRank = fc.constantFrom(undefined, 'DIG', 'Inspector', 'Joint Secretary', 'Officer');
    fc.assert(
      fc.property(fc.record({ inWriting: yesNo, reasoned: yesNo, authorised: yesNo, officerRank, lacks }), (over) => {
        const order = { instrument: 'police-notice', ...over };
        const facts = factsOfOrder(sort('police-notice'), order, 0);
        const law = judgeIntimation(facts, '2026-11-21T06:00:00.000Z', rulebook);
        const judged = judge('police-notice', { order, itemCount: 0 });
        expect(judged.verdict === 'invalid').toBe(law.verdict === 'invalid');
        expect(judged.clock.runs).toBe(law.verdict !== 'invalid');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a court order', () => {
  it('binds whatever the rank, and three hours run', () => {
    const judged = judge('court-order', { order: { signed: true, addressedToUs: true, reasoned: false } });
    expect(judged).toMatchObject({ verdict: 'valid', clock: { runs: true } });
  });

  it('without an address of the content is asked back', () => {
    const judged = judge('court-order', { order: { signed: true, addressedToUs: true, lacks: ['items'] }, itemCount: 0 });
    expect(judged).toMatchObject({ verdict: 'query', clock: { runs: true } });
  });
});

describe('an order for information', () => {
  const order: Partial<Order> = {
    inWriting: true,
    purpose: 'investigation of FIR 1/2026',
    signed: true,
    provision: 's.94',
    categories: 'registration',
  };

  it('in writing and with its purpose runs 72 hours', () => {
    const judged = judge('bnss-94-police', { order: { ...order, inCharge: true } });
    expect(judged.verdict).toBe('valid');
    expect(judged.clock.rules).toContainEqual({ rule: 'IT-INFO-72H', due: '2026-11-24T06:00:00.000Z' });
  });

  it('without a purpose runs no clock, and says so', () => {
    const judged = judge('bnss-94-police', { order: { ...order, purpose: undefined, lacks: ['purpose'], inCharge: true } });
    expect(judged).toMatchObject({ verdict: 'invalid', clock: { runs: false } });
    expect(judged.clock.why.en).toMatch(/does not state its purpose/);
  });

  it.each<[string, Partial<Order>, string]>([
    ['of one who is not in charge of the station', { inCharge: false }, 'in-charge'],
    ['for content as it is being sent', { inCharge: true, realTime: true }, 'not-real-time'],
  ])('%s is asked back', (_name, over, test) => {
    const judged = judge('bnss-94-police', { order: { ...order, ...over } });
    expect(judged.verdict).toBe('query');
    expect(wrong(judged, 'query')).toEqual([test]);
  });

  it('by the time that it fixes itself runs to that time', () => {
    const judged = judge('rule-3-1-j', { order: { ...order, authorised: true, respondBy: '2026-11-22T06:00:00.000Z' } });
    expect(judged.clock.rules).toContainEqual({ rule: 'OWN-DATE', due: '2026-11-22T06:00:00.000Z' });
  });

  it('under a power that is not in force yet is not good', () => {
    const judged = judge('dpdp-36', { order: { ...order, authorised: true } });
    expect(judged.verdict).toBe('invalid');
    expect(wrong(judged, 'void')).toEqual(['in-force']);
    expect(judge('dpdp-36', { order: { ...order, authorised: true }, receivedAt: '2027-06-01T06:00:00.000Z' }).verdict).toBe('valid');
  });
});

describe('what is no process of Indian law', () => {
  it.each(book.instruments.filter(({ process }) => process === 'none').map(({ id }) => id))('%s says where it belongs', (id) => {
    const judged = judge(id);
    expect(judged.verdict).toBe('none');
    expect(judged.route?.en).toBeTruthy();
    expect(judged.clock.rules.filter(({ rule }) => rule.startsWith('IT-ORD') || rule.startsWith('IT-INFO'))).toEqual([]);
  });

  it('a call without an order starts no 72 hours', () => {
    expect(judge('informal-request').clock.runs).toBe(false);
  });

  it('a lawyer who asks for removal complains: the clocks of a complaint run', () => {
    const judged = judge('private-notice-removal');
    expect(judged.clock.rules.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['IT-ACK-24H', 'IT-RES-7D']));
  });
});

describe('every instrument', () => {
  it.each(book.instruments.map(({ id }) => id))('%s is judged with a verdict and a sentence about its clock', (id) => {
    const judged = judge(id);
    expect(judged.clock.why.en).not.toBe('');
    expect(judged.clock.why.hi).not.toBe('');
    expect(judged.clock.runs).toBe(judged.clock.rules.some(({ due }) => due !== null));
  });

  it.each(book.instruments.filter(({ process }) => process !== 'none').map(({ id }) => id))(
    '%s is asked back when its date lies in the future',
    (id) => {
      const judged = judge(id, { order: { datedOn: '2026-11-22' } });
      expect(wrong(judged, 'query')).toEqual(expect.arrayContaining(['not-future', 'not-before-date']));
    },
  );

  it('received before its date is asked back', () => {
    const judged = judge('court-order', {
      order: { datedOn: '2026-11-21' },
      receivedAt: '2026-11-20T06:00:00.000Z',
      now: '2026-11-21T06:00:00.000Z',
    });
    expect(wrong(judged, 'query')).toContain('not-before-date');
    expect(wrong(judged, 'query')).not.toContain('not-future');
  });

  it('that is here already names itself as the same', () => {
    const judged = judge('court-order', { same: { ref: 'COC-2026-000001-1', receivedAt: '2026-11-20T06:00:00.000Z' } });
    expect(wrong(judged, 'query')).toContain('not-twice');
  });
});
