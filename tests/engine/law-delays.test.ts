import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, undoAct } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { explainOfCase } from '../../src-main/law/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const hour = 3_600_000;
const add = (over: Record<string, unknown> = {}) => addCase(made.desk, contentCase({ ...over })).ref;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const deep = () => verifyDesk(made.desk, { deep: true }).problems;
const issues = (run: () => unknown) => faultOf(run).detail.issues?.map((issue) => issue.field);

describe('a clock that turned late', () => {
  const late = () => {
    const ref = add();
    made.clock.advance(25 * hour);
    return ref;
  };

  it('asks why, and keeps what was said with its date and who said it', () => {
    const ref = late();
    expect(view(ref).allowed).toContain('explain-delay');
    const before = view(ref).clocks;
    act(ref, 'explain-delay', { rules: ['IT-ACK-24H'], code: 'volume', text: 'Two thousand complaints in one night.' });
    const due = before.find(({ rule }) => rule === 'IT-ACK-24H')?.due ?? '';
    expect(view(ref).delays).toEqual([
      {
        rule: 'IT-ACK-24H',
        due: new Date(due).toISOString(),
        code: 'volume',
        text: 'Two thousand complaints in one night.',
        at: nowOf(made.desk),
        by: made.desk.person.id,
      },
    ]);
    expect(view(ref).clocks).toEqual(before);
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'case.delay-explained', body: { code: 'volume' } });
    expect(deep()).toEqual([]);
  });

  it('takes a later word in place of the first, and the record keeps both', () => {
    const ref = late();
    act(ref, 'explain-delay', { rules: ['IT-ACK-24H'], code: 'volume' });
    act(ref, 'explain-delay', { rules: ['IT-ACK-24H'], code: 'technical', text: 'The mailbox was down.' });
    expect(view(ref).delays).toMatchObject([{ code: 'technical' }]);
    expect(view(ref).timeline.filter(({ kind }) => kind === 'case.delay-explained')).toHaveLength(2);
  });

  it('keeps its reason when the case closes, and can still be told then', () => {
    const ref = late();
    act(ref, 'explain-delay', { rules: ['IT-ACK-24H'], code: 'volume' });
    act(ref, 'void', { reason: 'Entered twice.' });
    expect(view(ref).delays).toHaveLength(1);
    expect(view(ref).state).toBe('closed');
    expect(deep()).toEqual([]);
  });

  it('can be taken back for ten seconds', () => {
    const ref = late();
    const { undo } = act(ref, 'explain-delay', { rules: ['IT-ACK-24H'], code: 'volume' });
    undoAct(made.desk, ref, undo?.seq ?? 0);
    expect(view(ref).delays).toEqual([]);
    expect(deep()).toEqual([]);
  });

  it('is refused by name where the clock is not late, or nothing is said', () => {
    const ref = late();
    expect(issues(() => act(ref, 'explain-delay', { rules: ['IT-RES-7D'], code: 'volume' }))).toEqual(['rules.0']);
    expect(issues(() => act(ref, 'explain-delay', { rules: ['IT-ACK-24H'], code: 'other', text: ' ' }))).toEqual(['text']);
    expect(issues(() => act(ref, 'explain-delay', { rules: [], code: 'volume' }))).toEqual(['rules']);
    const fresh = add({ receivedAt: nowOf(made.desk) });
    expect(view(fresh).allowed).not.toContain('explain-delay');
    expect(faultOf(() => act(fresh, 'explain-delay', { rules: ['IT-ACK-24H'], code: 'volume' })).message).toContain('late');
  });

  it('is not asked about in imported history', () => {
    const ref = add({ historical: true, receivedAt: '2026-10-01T10:00:00+05:30', lateReason: 'old register' });
    expect(view(ref).allowed).not.toContain('explain-delay');
  });
});

describe('a target that is put off or taken away', () => {
  const target = (due = '2026-11-24T18:00:00+05:30') => {
    const ref = add();
    act(ref, 'set-target', { due, reason: 'Promised.' });
    return ref;
  };

  it('gets a later date and keeps the old one with the reason; no clock of law moves', () => {
    const ref = target();
    const before = view(ref).clocks;
    act(ref, 'extend-target', { due: '2026-11-26T18:00:00+05:30', reason: 'The operator asked for two days.' });
    expect(view(ref).target).toMatchObject({
      due: '2026-11-26T12:30:00.000Z',
      reason: 'Promised.',
      extensions: [{ at: nowOf(made.desk), was: '2026-11-24T12:30:00.000Z', reason: 'The operator asked for two days.' }],
    });
    expect(view(ref).clocks).toEqual(before);
    expect(explainOfCase(made.desk, ref, 'DESK-OWN').text).toContain('The operator asked for two days.');
    expect(deep()).toEqual([]);
  });

  it('may be counted anew in working days', () => {
    const ref = target();
    act(ref, 'extend-target', { workingDays: 5, reason: 'A holiday lies between.' });
    expect(view(ref).target).toMatchObject({ working: { days: 5, calendar: 'india-national' } });
  });

  it('is put off to no earlier date, for no unsaid reason, and not while it stands still', () => {
    const ref = target();
    expect(issues(() => act(ref, 'extend-target', { due: '2026-11-24T17:00:00+05:30', reason: 'x' }))).toEqual(['due']);
    expect(issues(() => act(ref, 'extend-target', { due: '2026-11-26T17:00:00+05:30', reason: ' ' }))).toEqual(['reason']);
    act(ref, 'pause-target', { code: 'legal-opinion' });
    expect(view(ref).allowed).not.toContain('extend-target');
    expect(faultOf(() => act(ref, 'extend-target', { due: '2026-11-26T17:00:00+05:30', reason: 'x' })).message).toContain('paused');
  });

  it('goes with its reason, and comes back by undo', () => {
    const ref = target();
    const { undo } = act(ref, 'remove-target', { reason: 'The legal date is enough.' });
    expect(view(ref).target).toBeNull();
    expect(view(ref).allowed).not.toContain('remove-target');
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'target.removed', body: { reason: 'The legal date is enough.' } });
    undoAct(made.desk, ref, undo?.seq ?? 0);
    expect(view(ref).target?.due).toBe('2026-11-24T12:30:00.000Z');
    expect(deep()).toEqual([]);
  });
});
