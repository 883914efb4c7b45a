import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, queueCounts, queueWindow, similarDecisions } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { findCases } from '../../src-main/search/index.ts';
import { addColleague } from '../support/colleague.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const add = (over: Record<string, unknown> = {}) => addCase(made.desk, contentCase(over)).ref;
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const fieldOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error.detail.issues?.[0]?.field ?? error.code;
    throw error;
  }
  return undefined;
};

describe('who works on a case', () => {
  it('is told with who stands in; nobody loses a case without a reason', () => {
    const ref = add();
    const [me, other] = [made.desk.person.id, addColleague(made.desk, 'Second Sample', ['deputy']).id];
    act(ref, 'assign', { to: me, backup: other });
    expect(view(ref)).toMatchObject({ assignee: me, backup: other });
    expect(fieldOf(() => act(ref, 'assign', { to: other }))).toBe('reason');
    act(ref, 'assign', { to: other, reason: 'On leave from Monday.' });
    // Who stood in works on it now, and nobody stands in for her.
    expect(view(ref)).toMatchObject({ assignee: other, backup: null });
    sound();
  });

  it.each([
    ['somebody who does not work here', { to: 'user:nobody' }, 'to'],
    ['a stand-in who does not work here', { to: 'user:officer00001', backup: 'user:nobody' }, 'backup'],
    ['the same person twice', { to: 'user:officer00001', backup: 'user:officer00001' }, 'backup'],
    ['a stand-in for nobody', { to: null, backup: 'user:officer00001' }, 'backup'],
  ])('is not %s', (_what, input, field) => {
    expect(fieldOf(() => act(add(), 'assign', input))).toBe(field);
  });

  it('is nobody for the cases that the queue counts and lists as such', () => {
    const [one, two] = [add(), add()];
    act(one, 'assign', { to: made.desk.person.id });
    expect(queueCounts(made.desk.db, nowOf(made.desk)).unassigned).toBe(1);
    const { rows, total } = queueWindow(made.desk.db, { filter: { unassigned: true }, offset: 0, limit: 10 }, nowOf(made.desk));
    expect([rows.map(({ ref }) => ref), total]).toEqual([[two], 1]);
    act(two, 'void', { reason: 'A test.' });
    expect(queueCounts(made.desk.db, nowOf(made.desk)).unassigned).toBe(0);
  });
});

describe('earlier decisions of the same sort', () => {
  it('are the last five on the same kind and platform, newest first, and never the case’s own', () => {
    const refs = Array.from({ length: 7 }, () => add());
    for (const ref of refs) act(ref, 'decide', { outcome: 'refused', ground: 'No breach.', reasons: `Of ${ref}.` });
    const elsewhere = add({ platform: 'nojoto' });
    act(elsewhere, 'decide', { outcome: 'refused', ground: 'No breach.', reasons: 'Elsewhere.' });
    const found = similarDecisions(made.desk.db, refs[6] ?? '', 5);
    expect(found.map(({ ref }) => ref)).toEqual(refs.slice(1, 6).toReversed());
    expect(found[0]).toMatchObject({ outcome: 'refused', ground: 'No breach.', reasons: `Of ${refs[5]}.` });
    expect(similarDecisions(made.desk.db, add({ kind: 'account' }), 5)).toEqual([]);
  });
});

describe('what was said in another tongue or by mouth', () => {
  const translation = { from: 'Tamil', to: 'English', by: 'T. Translator', text: 'The picture shows my house.' };

  it('is kept as a translation beside the original, and found by its words', () => {
    const ref = add({ text: 'அசல் உரை' });
    act(ref, 'translate', translation);
    expect(view(ref).text).toBe('அசல் உரை');
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'case.translated', body: translation });
    expect(findCases(made.desk, 'picture house', 10).rows.map((row) => row.ref)).toEqual([ref]);
    sound();
  });

  it.each([
    ['another case’s file', { ...translation, file: 'attachment:none' }, 'file'],
    ['the language of the original', { ...translation, to: 'tamil' }, 'to'],
    ['no translator', { ...translation, by: '' }, 'by'],
    ['no words', { ...translation, text: ' ' }, 'text'],
  ])('is no translation with %s', (_what, input, field) => {
    expect(fieldOf(() => act(add(), 'translate', input))).toBe(field);
  });

  const oral = {
    saidAt: '2026-11-21T11:40:00+05:30',
    language: 'Marathi',
    takenBy: 'O. Sample',
    text: 'She says that the account is not hers.',
    readBackAt: '2026-11-21T11:50:00+05:30',
    isAgreed: true,
  };

  it('is kept as an oral complaint, read back and agreed', () => {
    const ref = add({ channel: 'phone', text: '' });
    act(ref, 'record-oral', oral);
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'case.oral-recorded', body: { isAgreed: true, text: oral.text } });
    sound();
  });

  it.each([
    ['agreed before it was read back', { readBackAt: undefined }, 'readBackAt'],
    ['read back before it was said', { readBackAt: '2026-11-21T11:35:00+05:30' }, 'readBackAt'],
    ['said in the future', { saidAt: '2026-12-21T11:35:00+05:30' }, 'saidAt'],
    ['no language', { language: ' ' }, 'language'],
  ])('is not kept as %s', (_what, over, field) => {
    expect(fieldOf(() => act(add(), 'record-oral', { ...oral, ...over }))).toBe(field);
  });
});
