import { describe, expect, it } from 'vitest';
import type { ClockView, WhatIfAnswer } from '../../../../src-main/law/contract.ts';
import { movedDuties } from '../../../../src-renderer/law/moved.ts';
import { asItIs, askOf, compared, familiesOf, readDay, turningDays } from '../../../../src-renderer/law/what-if.ts';
import { rulebook } from './support.ts';

const view = { ref: 'COC-2026-000001-1', kind: 'content', receivedAt: '2026-02-25T04:30:15.000Z', facts: { removalSought: true } };

describe('what is supposed', () => {
  it('is asked only where it differs from the case', () => {
    expect(askOf(view, asItIs(view))).toEqual({ ref: view.ref });
    expect(askOf(view, { ...asItIs(view), receivedAt: '19-02-2026 10:00' })).toEqual({
      ref: view.ref,
      receivedAt: '2026-02-19T10:00:00+05:30',
    });
  });

  it('keeps the seconds of a receipt', () => {
    expect(asItIs(view).receivedAt).toBe('25-02-2026 10:00:15');
    expect(askOf(view, { ...asItIs(view), receivedAt: '25-02-2026 10:00:16' }).receivedAt).toBe('2026-02-25T10:00:16+05:30');
  });

  it('asks a fact that was taken away as unknown', () => {
    expect(askOf(view, { ...asItIs(view), facts: {} }).facts).toEqual({ removalSought: null });
    expect(askOf(view, { ...asItIs(view), facts: { removalSought: true, intimate: false } }).facts).toEqual({ intimate: false });
  });

  it('asks for another law only where one is named', () => {
    expect(askOf(view, { ...asItIs(view), law: 'day', day: '19-02-2026' }).lawOf).toBe('2026-02-19');
    expect(askOf(view, { ...asItIs(view), law: 'day', day: '31-02-2026' })).toEqual({ ref: view.ref });
    expect(askOf(view, { ...asItIs(view), law: 'rulebook', rulebook: '' })).toEqual({ ref: view.ref });
    expect(askOf(view, { ...asItIs(view), law: 'receipt', day: '19-02-2026' })).toEqual({ ref: view.ref });
  });

  it('leaves out a receipt that cannot be read', () => {
    expect(askOf(view, { ...asItIs(view), receivedAt: 'yesterday' })).toEqual({ ref: view.ref });
  });
});

describe('a day as typed', () => {
  it('is read as a date, and nothing else is', () => {
    expect(readDay('1/3/2026')).toBe('2026-03-01');
    for (const text of ['', '29-02-2026', '01-03-2026 10:00', '2026-03-01', '01-03-0026', '31-12-1969']) expect(readDay(text)).toBeNull();
  });
});

describe('older and newer rules', () => {
  it('turn on the last day of the old version and the first of the new one, the latest turn first', () => {
    expect(turningDays(rulebook, ['IT-RES-7D'])).toEqual([{ older: '19-02-2026', newer: '20-02-2026' }]);
    const turns = turningDays(rulebook, ['IT-ORD-3H']);
    expect(turns.length).toBeGreaterThan(1);
    expect(turns[0]).toEqual({ older: '19-02-2026', newer: '20-02-2026' });
    expect(turningDays(rulebook, ['IT-ACK-24H'])).toEqual([]);
  });
});

const clock = (rule: string, due: string | null, over: Partial<ClockView> = {}): ClockView => ({
  rule,
  cite: '',
  sense: 'max',
  status: 'running',
  waitsFor: null,
  start: null,
  due,
  inForce: { from: null, until: null },
  confidence: 'C1',
  disputed: false,
  alternatives: [],
  ...over,
});
const list = (clocks: ClockView[]) => ({ clocks, notes: [], rulebook: { hash: '', version: '' } });

describe('both sides of a what-if', () => {
  const answer: WhatIfAnswer = {
    asItIs: list([
      clock('IT-ACK-24H', '2026-02-26T10:00:00+05:30'),
      clock('IT-RES-7D', '2026-03-04T23:59:59+05:30'),
      clock('IT-FAST-36H', '2026-02-26T22:00:00+05:30'),
    ]),
    asIf: list([
      clock('IT-ACK-24H', '2026-02-26T10:00:00+05:30'),
      clock('IT-RES-15D', '2026-03-12T23:59:59+05:30'),
      clock('IT-NCII-24H', '2026-02-26T10:00:00+05:30'),
    ]),
    changes: ['IT-RES-7D', 'IT-RES-15D', 'IT-FAST-36H', 'IT-NCII-24H'].map((rule) => ({ rule, asItIs: null, asIf: null })),
  };

  it('stand duty by duty, so that the older version is beside the newer one', () => {
    const rows = compared(answer, familiesOf(rulebook));
    const row = rows.find(({ family }) => family === 'IT-RES');
    expect([row?.asItIs?.rule, row?.asIf?.rule, row?.change, row?.span?.days]).toEqual(['IT-RES-7D', 'IT-RES-15D', 'later', 8]);
  });

  it('say what would not run, what would run, and what stays, the last below the others', () => {
    const rows = compared(answer, familiesOf(rulebook));
    expect(rows.map(({ family, change }) => [family, change])).toEqual([
      ['IT-FAST', 'gone'],
      ['IT-RES', 'later'],
      ['IT-NCII', 'starts'],
      ['IT-ACK', 'same'],
    ]);
  });

  it('name a clock that stands otherwise without another date', () => {
    const waits = { asItIs: list([clock('IT-PRES-180D', null)]), asIf: list([clock('IT-PRES-180D', null, { disputed: true })]) };
    const changes = [{ rule: 'IT-PRES-180D', asItIs: null, asIf: null }];
    expect(compared({ ...waits, changes }, (rule) => rule)[0]?.change).toBe('other');
  });
});

describe('cases that move', () => {
  const moved = (ref: string, rule: string, was: string | null, due: string | null) => ({ ref, rule, was, due });

  it('show the version that goes and the one that comes as one row', () => {
    const listed = [moved('A', 'IT-RES-7D', 'x', null), moved('A', 'IT-RES-5D', null, 'y'), moved('B', 'IT-ACK-24H', 'x', 'z')];
    const familyOf = (rule: string) => (rule.startsWith('IT-RES') ? 'IT-RES' : rule);
    expect(movedDuties(listed, familyOf)).toEqual([
      { ref: 'A', wasRule: 'IT-RES-7D', nowRule: 'IT-RES-5D', was: 'x', now: 'y' },
      { ref: 'B', wasRule: 'IT-ACK-24H', nowRule: 'IT-ACK-24H', was: 'x', now: 'z' },
    ]);
  });

  it('keep what does not fit together apart, and lose nothing', () => {
    const listed = [moved('A', 'X-1', 'x', null), moved('A', 'X-2', 'x', null), moved('A', 'X-3', null, null)];
    expect(movedDuties(listed, () => 'X')).toHaveLength(3);
  });
});
