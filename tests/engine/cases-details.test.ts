import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase, caseView, queueWindow, undoAct } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { previewLetter, sealLetter } from '../../src-main/letters/index.ts';
import { findCases } from '../../src-main/search/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

let made: TestDesk;
let ref: string;
beforeEach(() => {
  made = makeDesk({ served: ['cocial'] });
  ref = addCase(made.desk, contentCase({ complainant: { name: 'A. Exampel' } })).ref;
});
afterEach(() => made.remove());

const amend = (complainant: Record<string, string>) => actOnCase(made.desk, ref, 'amend', { complainant, reason: 'The envelope came.' });
const view = () => caseView(made.desk.db, ref, nowOf(made.desk));
const shown = () => queueWindow(made.desk.db, { filter: {}, offset: 0, limit: 10 }, nowOf(made.desk)).rows.map((row) => row.complainant);
const amendment = () => view().timeline.findLast(({ kind }) => kind === 'case.amended')?.body;

describe("the complainant's details", () => {
  it('are put right with a reason, and what stood before is kept', () => {
    amend({ name: 'A. Example', address: '1 Example Road\nPune', phone: '+91 00000 00000' });
    expect(view().complainant).toEqual({ name: 'A. Example', address: '1 Example Road\nPune', phone: '+91 00000 00000' });
    expect(amendment()).toMatchObject({
      complainant: { name: 'A. Example' },
      reason: 'The envelope came.',
      was: { complainant: { name: 'A. Exampel' } },
    });
    expect(shown()).toEqual(['A. Example']);
    expect(findCases(made.desk, 'pune', 10).rows.map((row) => row.ref)).toEqual([ref]);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('are kept where they were not named, and taken out by an empty text', () => {
    amend({ phone: '+91 00000 00000', email: 'a@mail.example' });
    amend({ phone: '', email: 'a@mail.example' });
    expect(view().complainant).toEqual({ name: 'A. Exampel', email: 'a@mail.example' });
    expect(amendment()).toMatchObject({ complainant: { phone: '' }, was: { complainant: { phone: '+91 00000 00000' } } });
    expect(amendment()?.['complainant']).not.toHaveProperty('email');
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('come back with an undo, also in the queue', () => {
    const { undo } = amend({ name: 'A. Example' });
    undoAct(made.desk, ref, undo!.seq);
    expect(view().complainant).toEqual({ name: 'A. Exampel' });
    expect(shown()).toEqual(['A. Exampel']);
  });

  it('are not amended by what says nothing new, has a field of its own, or gives no reason', () => {
    expect(faultOf(() => amend({})).detail.issues?.[0]?.field).toBe('complainant');
    expect(faultOf(() => amend({ name: 'A. Exampel', phone: '' })).message).toContain('nothing but what is known');
    expect(faultOf(() => amend({ pan: 'x' })).code).toBe('bad-input');
    expect(faultOf(() => amend({ email: 'x'.repeat(321) })).detail.issues?.[0]?.field).toBe('complainant.email');
    expect(faultOf(() => actOnCase(made.desk, ref, 'amend', { complainant: { name: 'B' } })).detail.issues?.[0]?.field).toBe('reason');
    expect(faultOf(() => actOnCase(made.desk, ref, 'amend', { reason: 'x' })).message).toContain('complainant');
  });

  it('mend a letter that cannot be addressed as they stand', async () => {
    amend({ name: 'அ. Example' });
    actOnCase(made.desk, ref, 'decide', { outcome: 'refused', ground: 'policy', reasons: 'No breach was found.' });
    const request = { ref, template: 'decision' };
    await expect(sealLetter(made.desk, request)).rejects.toMatchObject({ code: 'bad-input', detail: { issues: [{ field: 'addressee' }] } });
    amend({ name: 'A. Example', address: '1 Example Road\nPune' });
    expect((await sealLetter(made.desk, request)).pages).toBe(1);
    expect((await previewLetter(made.desk, request)).text).toContain('A. Example\n1 Example Road\nPune');
  });
});
