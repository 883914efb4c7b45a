import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approve } from '../../src-main/approvals/index.ts';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase, caseView, queueCounts } from '../../src-main/cases/index.ts';
import { type DeskPerson, nowOf } from '../../src-main/desk/desk.ts';
import type { Fault } from '../../src-main/desk/faults.ts';
import { letterPdf, sealLetter } from '../../src-main/letters/index.ts';
import { wallCase } from '../../src-main/retention/index.ts';
import { findCases } from '../../src-main/search/index.ts';
import { addColleague, sitDown } from '../support/colleague.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { blockingDirection, everyByte, everyCell, seededWords } from '../support/walled.ts';

let made: TestDesk;
let nodal: DeskPerson;
beforeEach(() => {
  made = makeDesk();
  nodal = addColleague(made.desk, 'N. Nodal', ['nodal-contact', 'compliance-chief']);
});
afterEach(() => made.remove());

const faultOf = (work: () => unknown): Fault => {
  try {
    work();
  } catch (error) {
    return error as Fault;
  }
  throw new Error('nothing was refused');
};
const [subject, body, note, person] = seededWords as [string, string, string, string];
const reason = 'It turned out to be secret.';
const fileCase = () =>
  addCase(
    made.desk,
    contentCase({
      subject: `About ${subject}`,
      text: `It says ${body}.`,
      complainant: { name: `P. ${person}`, email: `${person}@mail.example` },
    }),
  ).ref;
const view = (ref: string) => caseView(made.desk.walls.deskOf(ref).db, ref, nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);

/** The officer asks, the nodal contact agrees, the officer does it. */
function wallTogether(ref: string): void {
  const { detail } = faultOf(() => wallCase(made.desk, ref, reason));
  approve(made.desk, detail['approval'] as number, null, nodal.id);
  wallCase(made.desk, ref, reason);
}

describe('a case that stood in clear', () => {
  it('goes behind a wall with all its past, by two people, and nothing of it is left', async () => {
    const other = addCase(made.desk, contentCase()).ref;
    const ref = fileCase();
    made.clock.advance(60_000);
    actOnCase(made.desk, ref, 'note', { text: `Asked about ${note}` });
    actOnCase(made.desk, ref, 'decide', {
      outcome: 'upheld',
      ground: 'rule 3(1)(b)',
      clause: '§4',
      reasons: 'It misleads.',
      items: [{ value: 'https://posts.example/1', action: 'removed' }],
    });
    const letter = await sealLetter(made.desk, { ref, template: 'decision' });
    expect(findCases(made.desk, body, 5).rows).toHaveLength(1);
    const before = view(ref);
    wallTogether(ref);
    expect(queueCounts(made.desk.db, nowOf(made.desk))).toMatchObject({ total: 1, closed: 0 });
    expect(findCases(made.desk, body, 5).rows).toEqual([]);
    expect(faultOf(() => view(ref)).code).toBe('restricted');
    for (const text of [everyCell(made.desk.db), everyByte(made.desk.db)])
      for (const word of seededWords) expect(text.includes(word), word).toBe(false);
    sound();
    sitDown(made.desk, nodal);
    const { timeline, ...after } = view(ref);
    const { timeline: past, ...first } = before;
    expect({ ...after, allowed: [] }).toEqual({ ...first, allowed: [], isRestricted: true });
    expect(timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(past.map(({ kind }) => kind)));
    expect(timeline.at(-1)).toMatchObject({ kind: 'wall.explained' });
    expect(letterPdf(made.desk.walls.deskOf(ref), letter.id).pdf.byteLength).toBeGreaterThan(1_000);
    actOnCase(made.desk.walls.deskOf(ref), ref, 'note', { text: 'It goes on' });
    expect(view(other).ref).toBe(other);
    sound();
  });

  it('is refused while another case names it, without a reason, and a second time', () => {
    const [one, two] = [fileCase(), addCase(made.desk, contentCase()).ref];
    actOnCase(made.desk, one, 'link', { to: two, as: 'related' });
    expect(faultOf(() => wallCase(made.desk, one, reason))).toMatchObject({ code: 'refused', message: expect.stringContaining(two) });
    actOnCase(made.desk, one, 'unlink', { to: two, reason: 'A mistake' });
    expect(faultOf(() => wallCase(made.desk, one, ' ')).code).toBe('bad-input');
    wallTogether(one);
    expect(faultOf(() => wallCase(made.desk, one, reason)).code).toBe('restricted');
    sound();
  });

  it('is not said to be confidential in clear: it is restricted first', () => {
    const ref = addCase(made.desk, contentCase({ kind: 'unsorted', facts: {} })).ref;
    const { order } = blockingDirection();
    expect(faultOf(() => actOnCase(made.desk, ref, 'triage', { kind: 'blocking-direction' }))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('restrict this case first'),
    });
    expect(faultOf(() => actOnCase(made.desk, ref, 'record-order', order)).code).toBe('refused');
    wallTogether(ref);
    sitDown(made.desk, nodal);
    actOnCase(made.desk.walls.deskOf(ref), ref, 'triage', { kind: 'blocking-direction' });
    expect(view(ref).clocks.map(({ rule }) => rule)).toContain('BLK-ACK-2H');
    sound();
  });

  it('stays as it is where nobody at the desk could open it', () => {
    const alone = makeDesk();
    try {
      const colleague = addColleague(alone.desk, 'T. Third', ['deputy']);
      const { ref } = addCase(alone.desk, contentCase());
      const { detail } = faultOf(() => wallCase(alone.desk, ref, reason));
      approve(alone.desk, detail['approval'] as number, null, colleague.id);
      expect(faultOf(() => wallCase(alone.desk, ref, reason))).toMatchObject({
        code: 'refused',
        message: expect.stringContaining('compliance chief'),
      });
      expect(caseView(alone.desk.db, ref, nowOf(alone.desk)).ref).toBe(ref);
      expect(verifyDesk(alone.desk, { deep: true }).problems).toEqual([]);
    } finally {
      void alone.remove();
    }
  });
});
