import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { disclosuresOf, recordStatistics, statisticsOf, statisticsTable } from '../../src-main/government/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const hash = 'a'.repeat(64);

function request(order: Record<string, unknown>, over: Record<string, unknown> = {}) {
  const said = {
    instrument: 'bnss-94-police',
    agency: 'Example Police',
    state: 'Kerala',
    purpose: 'investigation',
    inWriting: true,
    ...order,
  };
  return addCase(made.desk, contentCase({ kind: 'information-order', complainant: undefined, facts: {}, order: said, ...over })).ref;
}

function produced(ref: string, extent: 'fully' | 'partly') {
  act(ref, 'record-production', { name: 'rows.csv', sizeBytes: 1, sha256: hash });
  const production = disclosuresOf(made.desk.db, ref).productions[0]?.seq;
  act(ref, 'step-order', { step: 'produce', extent, productions: [production], ...(extent === 'partly' ? { withheld: 'Messages.' } : {}) });
}

describe('the statistics of requests', () => {
  it('count what was asked, given and acted on by each thing', () => {
    produced(request({}), 'fully');
    produced(request({ agency: 'Other Agency' }), 'partly');
    const refused = request({}, { items: [{ type: 'account', value: '@a' }] });
    act(refused, 'decide', { outcome: 'refused', ground: 'No power.', reasons: 'No power.' });
    const notice = request({ instrument: 'police-notice', state: undefined }, { kind: 'removal-order' });
    act(notice, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'removed' }] });
    addCase(made.desk, contentCase());
    const { rows, total } = statisticsOf(made.desk.db, { by: 'agency' });
    expect(total).toEqual({ requests: 4, full: 1, partly: 1, none: 1, open: 0, noData: 1, accounts: 1, asked: 4, acted: 1, takedowns: 1 });
    expect(rows.map(({ key, cells }) => [key, cells.requests])).toEqual([
      ['Example Police', 3],
      ['Other Agency', 1],
    ]);
    expect(statisticsOf(made.desk.db, { by: 'state' }).rows.map(({ key }) => key)).toEqual(['Kerala', '']);
    expect(statisticsOf(made.desk.db, { by: 'month', month: '2026-10' }).rows).toEqual([]);
  });

  it('of a few requests publish nothing, and by agency never', () => {
    request({});
    const copy = statisticsOf(made.desk.db, { by: 'instrument', isPublic: true });
    expect(Object.values(copy.total).every((value) => value === null)).toBe(true);
    const table = Buffer.from(statisticsTable(copy)).toString('utf8');
    expect(table).toContain('held back (under 5');
    expect(() => statisticsOf(made.desk.db, { by: 'agency', isPublic: true })).toThrow(Fault);
    recordStatistics(made.desk, copy, Buffer.from(table));
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('as a table hold no cell that a spreadsheet takes for a formula', () => {
    request({ agency: '=HYPERLINK("x")' });
    const table = Buffer.from(statisticsTable(statisticsOf(made.desk.db, { by: 'agency' }))).toString('utf8');
    expect(table).toMatch(/\r\n"?'=HYPERLINK/);
    expect(table.startsWith('\uFEFFby') || table.startsWith('\uFEFFagency')).toBe(true);
  });
});
