import { describe, expect, it } from 'vitest';
import type { Instrument, Order, OrderEntry } from '../../../src-main/government/contract.ts';
import { breadthKnown, breadthOf } from '../../../src-main/government/rules.ts';

const instrument = { id: 'bnss-94-police', fields: ['categories', 'items', 'purpose'] } as unknown as Instrument;
const narrow: Order = {
  instrument: 'bnss-94-police',
  categories: 'registration data, login addresses',
  periodFrom: '2026-01-01',
  purpose: 'to identify who posted it',
};
const codes = (order: Partial<Order>, items = 1) => breadthOf(instrument, { ...narrow, ...order }, items).map(({ code }) => code);

describe('an order for data', () => {
  it('that names its data, period and account asks for no more than it may', () => {
    expect(codes({})).toEqual([]);
  });

  it.each(['all data', 'All available user information', 'everything on the account', 'entire account', 'any and all records', 'सभी डेटा'])(
    'for "%s" asks for everything',
    (categories) => expect(codes({ categories })).toContain('everything'),
  );

  it.each(['registration data of all day-time logins', 'call details'])('for "%s" does not', (categories) =>
    expect(codes({ categories })).not.toContain('everything'),
  );

  it('names no period or no account, once it is known what it asks for', () => {
    expect(codes({ periodFrom: undefined }, 0)).toEqual(['no-period', 'no-account']);
    expect(codes({ categories: undefined, periodFrom: undefined }, 0)).toEqual([]);
    expect(codes({ categories: undefined, periodFrom: undefined, lacks: ['periodFrom', 'periodTo', 'items'] }, 0)).toEqual([
      'no-period',
      'no-account',
    ]);
  });

  it('asks for more than its purpose needs: content to find a person, or too many sorts', () => {
    expect(codes({ categories: 'registration data and messages' })).toEqual(['beyond-purpose']);
    expect(codes({ categories: 'messages', purpose: 'content of the threat' })).toEqual([]);
    expect(codes({ categories: 'a, b, c, d, e, f' })).toEqual(['beyond-purpose']);
  });

  it('to remove content asks for no data', () => {
    const removal = { ...instrument, fields: ['items'] } as Instrument;
    expect(breadthOf(removal, { ...narrow, categories: 'everything' }, 0)).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  const findings = breadthOf(instrument, { ...narrow, categories: 'all data' }, 1);
  const entry = (acknowledged: string[]): OrderEntry => ({
    ...{ seq: 1, ref: 'x', kind: 'order.breadth-acknowledged', at: '2026-11-21T00:00:00.000Z', by: 'user:a', byName: 'A. Example' },
    body: { codes: acknowledged, reason: 'Narrow in fact.' },
  });

  it('covers what it named, and nothing that was found since', () => {
    expect(breadthKnown(findings, [entry(['everything'])]).acknowledged).toMatchObject({ reason: 'Narrow in fact.', byName: 'A. Example' });
    expect(breadthKnown(findings, [entry(['no-period'])]).acknowledged).toBeNull();
    expect(breadthKnown(findings, []).acknowledged).toBeNull();
  });
});
