import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { previewLetter, sealLetter } from '../../src-main/letters/index.ts';
import { appoint, changeAppointment, listOfficers, removeAppointment } from '../../src-main/workspace/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk({ served: ['cocial', 'nojoto'] });
});
afterEach(() => made.remove());

const officer = {
  office: 'grievance-officer',
  name: 'G. Officer',
  email: 'g@platform.example',
  from: '2026-01-01',
  reason: 'Board minute 4.',
};
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function decided(): string {
  const { ref } = addCase(made.desk, contentCase());
  actOnCase(made.desk, ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'No breach.' });
  return ref;
}

describe('officers of record', () => {
  it('are appointed, put right and taken out with a reason, each an entry of the record', () => {
    expect(listOfficers(made.desk).findings.map(({ platform }) => platform)).toEqual(['cocial', 'nojoto']);
    const [one] = appoint(made.desk, officer).appointments;
    expect(one).toMatchObject({ name: 'G. Officer', platform: null, from: '2026-01-01', until: null });
    expect(listOfficers(made.desk).findings).toEqual([]);
    const { office: _office, ...holder } = { ...officer, until: '2026-11-30', phone: '1800 000 000' };
    const after = changeAppointment(made.desk, { appointment: one?.id, ...holder });
    expect(after.findings).toMatchObject([
      { sort: 'gap', from: '2026-12-01' },
      { sort: 'gap', platform: 'nojoto' },
    ]);
    sound();
    expect(removeAppointment(made.desk, { appointment: one?.id, reason: 'A slip.' }).appointments).toEqual([]);
    sound();
  });

  it('stand on letters by the day of the letter, not by who writes it', async () => {
    const ref = decided();
    expect((await previewLetter(made.desk, { ref, template: 'decision' })).text).toContain('O. Sample');
    appoint(made.desk, { ...officer, until: '2026-11-21', address: 'Plot 12, Example Road' });
    appoint(made.desk, { ...officer, name: 'N. Next', from: '2026-11-22' });
    const today = (await previewLetter(made.desk, { ref, template: 'decision' })).text;
    for (const part of ['G. Officer', 'g@platform.example', 'Plot 12, Example Road']) expect(today).toContain(part);
    await sealLetter(made.desk, { ref, template: 'decision' });
    made.clock.advance(86_400_000);
    expect((await previewLetter(made.desk, { ref, template: 'decision' })).text).toContain('N. Next');
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['no way to be reached', { email: '' }, 'email'],
    ['a last day before the first', { until: '2025-12-31' }, 'until'],
    ['no day that exists', { from: '2026-02-30' }, 'from'],
    ['a platform not served', { platform: 'alokin' }, 'platform'],
    ['an office nobody knows', { office: 'king' }, 'office'],
    ['no reason', { reason: '' }, 'reason'],
  ])('are not appointed with %s', (_what, over, field) => {
    const before = made.desk.journal.head();
    expect(faultOf(() => appoint(made.desk, { ...officer, ...over })).detail.issues?.map((issue) => issue.field)).toContain(field);
    expect(made.desk.journal.head()).toEqual(before);
  });

  it('are nobody’s to change but the officer’s, the chief’s and the administrator’s', () => {
    made.desk.person = { ...made.desk.person, roles: ['deputy'] };
    expect(faultOf(() => appoint(made.desk, officer)).code).toBe('not-allowed');
    expect(faultOf(() => removeAppointment(made.desk, { appointment: 'appointment:1', reason: 'x' })).code).toBe('not-allowed');
  });
});
