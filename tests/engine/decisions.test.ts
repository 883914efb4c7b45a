import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, undoAct } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';
import { letterTextOf } from './support/letter-text.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const reasons = 'The post misleads about its origin, as seen on 20-11-2026.';

const textOf = (ref: string, template: string, language: 'en' | 'hi') => letterTextOf(made, { ref, template, language });

function decided(over: Record<string, unknown> = {}): string {
  const { ref } = addCase(made.desk, contentCase());
  act(ref, 'decide', {
    outcome: 'upheld',
    ground: 'rule 3(1)(b)',
    clause: '§4',
    reasons,
    items: [{ value: 'https://posts.example/1', action: 'removed' }],
    ...over,
  });
  return ref;
}

function sent(): string {
  const ref = decided();
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email' });
  return ref;
}

const correction = {
  corrections: [{ part: 'reasons', stood: 'seen on 20-11-2026', reads: 'seen on 19-11-2026' }],
  reason: 'The date was mistyped.',
};

describe('a decision that was sent', () => {
  it('is corrected beside itself: not a word of it is altered, and no clock moves', () => {
    const ref = sent();
    const before = view(ref);
    act(ref, 'correct-decision', correction);
    const after = view(ref);
    expect(after.decision).toEqual({
      ...before.decision,
      corrections: [
        expect.objectContaining({ lines: correction.corrections, reason: correction.reason, sentAt: null, by: made.desk.person.id }),
      ],
    });
    expect(after.clocks).toEqual(before.clocks);
    expect(after.timeline.slice(-2).map(({ kind }) => kind)).toEqual(['case.decision-corrected', 'signed']);
    expect(after.next).toMatchObject({ act: 'letter', template: 'corrigendum' });
    sound();
  });

  it.each([
    ['en', 'for “seen on 20-11-2026” read “seen on 19-11-2026”', 'Corrigendum to our decision of 21-11-2026'],
    ['hi', '“seen on 20-11-2026” के स्थान पर “seen on 19-11-2026” पढ़ें', 'शुद्धिपत्र'],
  ] as const)('is told right by a sealed corrigendum (%s), and only its dispatch ends that', async (language, line, subject) => {
    const ref = sent();
    act(ref, 'correct-decision', correction);
    const text = await textOf(ref, 'corrigendum', language);
    for (const part of [line, subject, correction.reason, ref]) expect(text).toContain(part);
    expect(view(ref).next).toMatchObject({ act: 'dispatch', template: 'corrigendum' });
    made.clock.advance(60_000);
    const at = nowOf(made.desk);
    act(ref, 'dispatch', { letter: 'corrigendum', sentAt: at, mode: 'post', proof: 'EM1' });
    expect(view(ref).decision?.corrections?.[0]?.sentAt).toBe(at);
    expect(view(ref).next.act).toBe('close');
    expect(faultOf(() => act(ref, 'dispatch', { letter: 'corrigendum', sentAt: at, mode: 'post' })).message).toMatch(
      /Nothing was corrected/,
    );
    sound();
  });

  it('is corrected when its case is closed too, and the case stays closed', async () => {
    const ref = sent();
    act(ref, 'close');
    expect(view(ref).allowed).toContain('correct-decision');
    expect(view(ref).allowed).not.toContain('dispatch');
    act(ref, 'correct-decision', correction);
    expect(view(ref).allowed).toContain('dispatch');
    expect(faultOf(() => act(ref, 'dispatch', { letter: 'missing-details', sentAt: nowOf(made.desk), mode: 'email' })).message).toMatch(
      /is closed/,
    );
    await textOf(ref, 'corrigendum', 'en');
    made.clock.advance(60_000);
    act(ref, 'dispatch', { letter: 'corrigendum', sentAt: nowOf(made.desk), mode: 'email' });
    expect(view(ref).state).toBe('closed');
    expect(view(ref).decision?.corrections?.[0]?.sentAt).not.toBeNull();
    sound();
  });

  it('takes a second correction, whose letter tells it alone', async () => {
    const ref = sent();
    act(ref, 'correct-decision', correction);
    await textOf(ref, 'corrigendum', 'en');
    made.clock.advance(60_000);
    act(ref, 'dispatch', { letter: 'corrigendum', sentAt: nowOf(made.desk), mode: 'email' });
    act(ref, 'correct-decision', { corrections: [{ part: 'person', stood: 'B. Example', reads: 'A. Example' }], reason: 'A slip.' });
    const text = await textOf(ref, 'corrigendum', 'en');
    expect(text).toContain('for “B. Example” read “A. Example”');
    expect(text).not.toContain('seen on 19-11-2026');
  });

  it('keeps its correction after a restart, and takes it back within ten seconds while it was not told', () => {
    const ref = sent();
    const { undo } = act(ref, 'correct-decision', correction);
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    expect(caseView(again.db, ref, nowOf(made.desk)).decision?.corrections).toHaveLength(1);
    again.db.close();
    undoAct(made.desk, ref, undo?.seq ?? 0);
    expect(view(ref).decision?.corrections).toBeUndefined();
    sound();
  });

  it.each([
    ['what never stood there', { ...correction, corrections: [{ part: 'clause', stood: '§9', reads: '§4' }] }, 'corrections.0.stood'],
    ['the same words again', { ...correction, corrections: [{ part: 'other', stood: 'a  b', reads: 'a b' }] }, 'corrections.0.reads'],
    ['no correction at all', { ...correction, corrections: [] }, 'corrections'],
    ['a part nobody knows', { ...correction, corrections: [{ part: 'outcome', stood: 'a', reads: 'b' }] }, 'corrections.0.part'],
    ['no reason', { ...correction, reason: ' ' }, 'reason'],
    ['a field nobody knows', { ...correction, outcome: 'refused' }, 'outcome'],
  ])('is not corrected with %s', (_what, input, field) => {
    const ref = sent();
    const before = made.desk.journal.head();
    const fault = faultOf(() => act(ref, 'correct-decision', input));
    expect(fault.code).toBe('bad-input');
    expect(fault.detail.issues?.map((issue) => issue.field)).toContain(field);
    expect(made.desk.journal.head()).toEqual(before);
  });

  it('is corrected by those who may decide, and by nobody before it was sent', () => {
    expect(faultOf(() => act(decided(), 'correct-decision', correction)).message).toMatch(/has not been sent/);
    const ref = sent();
    made.desk.person = { ...made.desk.person, roles: ['legal'] };
    expect(faultOf(() => act(ref, 'correct-decision', correction)).code).toBe('not-allowed');
  });
});
