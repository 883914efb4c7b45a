import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, judgeDraft, sheetCaseOf } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { buildSheet, recordSheet } from '../../src-main/government/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { messageOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const notice = { instrument: 'police-notice', agency: 'Example State Police', number: 'CYB/1/2026', officerRank: 'DIG', reasoned: true };
const file = (order: Record<string, unknown> = {}, over: Record<string, unknown> = {}) =>
  addCase(
    made.desk,
    contentCase({ kind: 'removal-order', complainant: undefined, facts: undefined, order: { ...notice, ...order }, ...over }),
  ).ref;

const found = (ref: string) => view(ref).order?.judgement.findings.map(({ level, text }) => `${level}: ${text.en}`) ?? [];

describe('a date of an order that cannot be', () => {
  const early = { receivedAt: '2026-11-20T11:30:00+05:30', lateReason: 'It came by post.' };

  it('in the future is refused with both dates, when it is filed and when it is recorded', () => {
    expect(messageOf(() => file({ datedOn: '2026-12-01' }))).toMatch(
      /order\.datedOn.*future.*01-12-2026.*today is 21-11-2026.*dateAsPrinted/,
    );
    const ref = file();
    expect(messageOf(() => act(ref, 'record-order', { ...notice, datedOn: '2026-12-01' }))).toMatch(/datedOn.*future.*01-12-2026/);
  });

  it('after its receipt is refused with both dates', () => {
    expect(messageOf(() => file({ datedOn: '2026-11-21' }, early))).toMatch(/after receipt.*dated 21-11-2026.*received on 20-11-2026/);
  });

  it('that is so printed on the order is taken, and asked back', () => {
    const ref = file({ datedOn: '2026-12-01', dateAsPrinted: true });
    expect(view(ref).order?.judgement.verdict).toBe('query');
    expect(found(ref)).toContain('query: its date lies in the future');
  });
});

describe('an order that is not good is said so in words', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a rank below the law’s', { officerRank: 'Inspector' }, 'void: the officer is below the rank that the law asks for'],
    ['no signature', { signed: false }, 'query: it is neither signed nor a certified copy'],
    ['no reasons', { reasoned: false }, 'void: it gives no reasons'],
    ['no address of the content', { lacks: ['items'] }, 'void: it names no specific URL, identifier or other electronic location'],
  ])('%s', (_name, over, text) => {
    expect(found(file(over, { items: [] }))).toContain(text);
  });

  it('the same order twice names the first', () => {
    const first = file();
    const draft = { platform: 'cocial' as const, receivedAt: nowOf(made.desk), order: notice, itemCount: 1 };
    expect(judgeDraft(made.desk.db, draft, nowOf(made.desk)).same).toMatchObject({ ref: first });
    const second = file({ number: 'cyb 1 2026' });
    expect(found(second)).toContain('query: the same order is here already');
  });
});

describe('an action sheet that has to come back', () => {
  it('stands beside the clocks until the last item is acted on', async () => {
    const ref = file();
    const input = { format: 'csv' as const, to: 'Operations', dueBack: '2026-11-21T08:30:00.000Z' };
    recordSheet(made.desk, ref, input, await buildSheet(made.desk, sheetCaseOf(made.desk, ref), input));
    const reminder = () => view(ref).targets.find(({ rule }) => rule === 'DESK-SHEET');
    expect(reminder()).toMatchObject({ status: 'running', due: '2026-11-21T14:00:00+05:30' });
    made.clock.advance(60_000);
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'removed' }] });
    expect(reminder()).toMatchObject({ status: 'met' });
  });

  it('that is late is missed', async () => {
    const ref = file();
    const input = { format: 'csv' as const, to: 'Operations', dueBack: '2026-11-21T08:30:00.000Z' };
    recordSheet(made.desk, ref, input, await buildSheet(made.desk, sheetCaseOf(made.desk, ref), input));
    made.clock.set('2026-11-21T09:00:00.000Z');
    expect(view(ref).targets.find(({ rule }) => rule === 'DESK-SHEET')).toMatchObject({ status: 'missed', stoppedAt: null });
  });
});
