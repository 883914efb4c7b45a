import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statisticsColumns, statisticsParts } from '../../../src-main/government/contract/words.ts';
import type { RequestFacts, StatisticsTable } from '../../../src-main/government/contract.ts';
import { countRequests, publicFacts, suppressSmall } from '../../../src-main/government/rules.ts';

const request = (over: Partial<RequestFacts> = {}): RequestFacts => ({
  ...{ kind: 'information-order', platform: 'cocial', receivedAt: '2026-11-21T06:00:00.000Z', instrument: 'bnss-94-police' },
  ...{ agency: 'Example Police', state: 'Kerala', isSecret: false, asksData: true, given: null, accounts: 1, asked: 2, acted: 0 },
  ...{ hasTakedown: false, ...over },
});

const anyRequest = fc.record({
  kind: fc.constantFrom('information-order', 'removal-order', 'court-summons'),
  platform: fc.constantFrom('cocial', 'alokin'),
  receivedAt: fc.constantFrom('2026-10-31T18:29:00.000Z', '2026-10-31T18:30:00.000Z', '2026-11-21T06:00:00.000Z'),
  instrument: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', null),
  agency: fc.constant('Example'),
  state: fc.constantFrom('Kerala', 'Delhi', 'somewhere', null),
  isSecret: fc.boolean(),
  asksData: fc.boolean(),
  given: fc.constantFrom('full' as const, 'partly' as const, 'none' as const, null),
  accounts: fc.integer({ min: 0, max: 3 }),
  asked: fc.integer({ min: 0, max: 9 }),
  acted: fc.integer({ min: 0, max: 9 }),
  hasTakedown: fc.boolean(),
});
const anyTable = fc
  .tuple(fc.array(anyRequest, { maxLength: 120 }), fc.constantFrom('instrument' as const, 'state' as const, 'kind' as const))
  .map(([facts, by]) => countRequests(facts, by));
const smallest = fc.integer({ min: 3, max: 9 });

describe('requests', () => {
  it('are counted by the month of receipt in IST, and what became of their data', () => {
    const facts = [
      request({ receivedAt: '2026-10-31T18:29:59.000Z', given: 'full' }),
      request({ receivedAt: '2026-10-31T18:30:00.000Z', given: 'partly', acted: 2, hasTakedown: true }),
      request({ asksData: false }),
    ];
    const { rows, total } = countRequests(facts, 'month');
    expect(rows.map(({ key, cells }) => [key, cells.requests])).toEqual([
      ['2026-10', 1],
      ['2026-11', 2],
    ]);
    expect(total).toEqual({ requests: 3, full: 1, partly: 1, none: 0, open: 0, noData: 1, accounts: 3, asked: 6, acted: 2, takedowns: 1 });
    expect(countRequests(facts, 'platform', '2026-11').total.requests).toBe(2);
  });

  it('are the sum of their parts in every row and in the total', () => {
    fc.assert(
      fc.property(anyTable, ({ rows, total }) => {
        for (const cells of [...rows.map((row) => row.cells), total])
          expect(statisticsParts.reduce((n, part) => n + cells[part], 0)).toBe(cells.requests);
        for (const column of statisticsColumns) expect(rows.reduce((n, { cells }) => n + cells[column], 0)).toBe(total[column]);
      }),
    );
  });
});

/** Whether this could be the table behind what was published: the totals shown, each row the sum of its parts, none below nothing. */
const isPossible = ({ rows }: StatisticsTable, shown: StatisticsTable<number | null>['total']) =>
  rows.every(
    ({ cells }) => statisticsColumns.every((c) => cells[c] >= 0) && statisticsParts.reduce((n, p) => n + cells[p], 0) === cells.requests,
  ) &&
  rows.every(({ cells }) => cells.requests >= 1) &&
  statisticsColumns.every((c) => shown[c] === null || rows.reduce((n, { cells }) => n + cells[c], 0) === shown[c]);

const swapped = (table: StatisticsTable, a: number, b: number): StatisticsTable => {
  const cellsAt = (n: number) => table.rows[n === a ? b : n === b ? a : n]?.cells as StatisticsTable['total'];
  return { ...table, rows: table.rows.map(({ key }, n) => ({ key, cells: cellsAt(n) })) };
};

/** The table with one unit of a part, or of another column, moved from one row to another. */
function moved(table: StatisticsTable, column: (typeof statisticsColumns)[number], from: number, to: number): StatisticsTable {
  const part = column === 'requests' ? statisticsParts.find((one) => (table.rows[from]?.cells[one] ?? 0) > 0) : column;
  const isPart = (statisticsParts as readonly string[]).includes(part ?? '');
  const shift = (n: number): Record<string, number> => ({ ...(part ? { [part]: n } : {}), ...(isPart ? { requests: n } : {}) });
  const by = (index: number) => (index === from ? shift(-1) : index === to ? shift(1) : {});
  const rows = table.rows.map(({ key, cells }, n) => {
    const change = by(n);
    return { key, cells: Object.fromEntries(statisticsColumns.map((c) => [c, cells[c] + (change[c] ?? 0)])) as typeof cells };
  });
  return { ...table, rows };
}

describe('the copy for the public', () => {
  it('shows no number from one to the smallest less one', () => {
    fc.assert(
      fc.property(anyTable, smallest, (table, least) => {
        const copy = suppressSmall(table, least);
        for (const cells of [...copy.rows.map((row) => row.cells), copy.total])
          for (const value of Object.values(cells)) expect(value === null || value === 0 || value >= least).toBe(true);
      }),
    );
  });

  it('gives no held number away: each could be another one with all that is shown the same', () => {
    fc.assert(
      fc.property(anyTable, smallest, (table, least) => {
        const copy = suppressSmall(table, least);
        if (Object.values(copy.total).every((value) => value === null)) return;
        const held = copy.rows.flatMap(({ cells }, n) => (Object.values(cells).includes(null) ? [n] : []));
        for (const index of held)
          for (const column of statisticsColumns) {
            if (copy.rows[index]?.cells[column] !== null) continue;
            const others = held.filter((other) => other !== index);
            const worlds = others.flatMap((other) => [
              ...[swapped(table, index, other), moved(table, column, index, other), moved(table, column, other, index)],
            ]);
            const another = worlds.find(
              (world) => isPossible(world, copy.total) && world.rows[index]?.cells[column] !== table.rows[index]?.cells[column],
            );
            expect(another).toBeDefined();
          }
      }),
      { numRuns: 300 },
    );
  });

  it('holds back a small total with the sum that it is part of', () => {
    fc.assert(
      fc.property(anyTable, smallest, (table, least) => {
        const { total } = suppressSmall(table, least);
        const heldParts = statisticsParts.filter((part) => total[part] === null);
        if (heldParts.length > 0) expect(total.requests).toBeNull();
      }),
    );
  });

  it('counts no secret order and no typed word', () => {
    const facts = publicFacts([
      request({ isSecret: true }),
      request({ state: ' kerala ' }),
      request({ state: 'the neighbour of B. Example' }),
    ]);
    expect(facts.map(({ state, agency }) => [state, agency])).toEqual([
      ['Kerala', null],
      [null, null],
    ]);
  });

  it('of many requests shows what is not small as it is', () => {
    const many = (n: number, instrument: string) => Array.from({ length: n }, () => request({ instrument, given: 'full', acted: 1 }));
    const copy = suppressSmall(countRequests([...many(40, 'a'), ...many(30, 'b'), ...many(2, 'c'), ...many(4, 'd')], 'instrument'), 5);
    expect(copy.rows.map(({ key, cells }) => [key, cells.requests])).toEqual([
      ['a', 40],
      ['b', 30],
      ['d', null],
      ['c', null],
    ]);
    expect(copy.total.requests).toBe(76);
  });
});
