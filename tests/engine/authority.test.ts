import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import type { Fault } from '../../src-main/desk/faults.ts';
import { identityView } from '../../src-main/identity/index.ts';
import { casePeople, mergeParties } from '../../src-main/people/index.ts';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const day = 86_400_000;
const add = (over: Record<string, unknown> = {}) =>
  addCase(made.desk, contentCase({ platform: 'nojoto', kind: 'erasure', facts: {}, items: [], ...over })).ref;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const record = (ref: string, over: Record<string, unknown> = {}) =>
  act(ref, 'record-authority', {
    type: 'power-of-attorney',
    instrument: 'Power of attorney before the sub-registrar',
    registeredNumber: 'PUN-1-1234-2026',
    datedOn: '2026-01-15',
    notarised: true,
    principal: { name: 'P. Principal', phone: '98765 43210' },
    ...over,
  });
const view = (ref: string) => identityView(made.desk, ref);
const allowed = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk)).allowed;
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const grant = { outcome: 'complied', ground: 'the request', reasons: 'Done as asked.' };

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    return error as Fault;
  }
  throw new Error('nothing was refused');
}

describe('an authority', () => {
  it('is recorded with both people, and does its part of the checklist', () => {
    const ref = add();
    expect(view(ref).checklist.level).toBe('one-document');
    record(ref);
    const { authorities, checklist } = view(ref);
    expect(authorities).toMatchObject([
      {
        type: 'power-of-attorney',
        isNotarised: true,
        scope: null,
        principalName: 'P. Principal',
        representativeName: 'A. Example',
        obstacle: null,
      },
    ]);
    expect(checklist).toMatchObject({ level: 'authority', risk: 'high', missing: ['first-document'] });
    expect(casePeople(made.desk.db, ref).parties.map(({ role, party }) => [role, party.name])).toEqual([
      ['complainant', 'A. Example'],
      ['principal', 'P. Principal'],
    ]);
    act(ref, 'verify-identity', {
      method: 'document',
      document: 'passport',
      whose: 'representative',
      authority: authorities[0]?.id,
      result: 'verified',
    });
    expect(view(ref)).toMatchObject({ state: 'verified', checklist: { isComplete: true } });
    sound();
  });

  it('takes the person the case is on behalf of, or a representative beside the complainant', () => {
    const onBehalf = add({ onBehalfOf: { name: 'M. Minor', relation: 'daughter' }, kind: 'child-account' });
    record(onBehalf, { type: 'parent', principal: undefined });
    expect(view(onBehalf).authorities[0]).toMatchObject({ principalName: 'M. Minor (daughter)', representativeName: 'A. Example' });
    const agent = add({ complainant: { name: 'C. Client', email: 'c@mail.example' } });
    record(agent, { principal: undefined, representative: { name: 'L. Lawyer', email: 'l@mail.example' } });
    expect(view(agent).authorities[0]).toMatchObject({ principalName: 'C. Client', representativeName: 'L. Lawyer' });
    sound();
  });

  it.each([
    ['nobody for whom', { principal: undefined }, 'principal'],
    ['both of the two', { representative: { name: 'R. Two' } }, 'representative'],
    ['a date to come', { datedOn: '2026-11-22' }, 'datedOn'],
    ['an end before its date', { expiresOn: '2026-01-14' }, 'expiresOn'],
    ['a day that is none', { datedOn: '2026-02-30' }, 'datedOn'],
    ['an empty scope', { scope: [] }, 'scope'],
    ['a kind nobody knows', { scope: ['gossip'] }, 'scope.0'],
    ['somebody without a name', { principal: {} }, 'principal'],
    ['no instrument', { instrument: ' ' }, 'instrument'],
  ])('with %s is refused and names the field', (_what, over, field) => {
    const ref = add();
    const fault = faultOf(() => record(ref, over));
    expect(fault.code).toBe('bad-input');
    expect(fault.detail.issues?.map((issue) => issue.field)).toContain(field);
  });

  it('is nobody’s for herself', () => {
    const ref = add();
    const own = casePeople(made.desk.db, ref).parties[0]?.party.id;
    expect(faultOf(() => record(ref, { principal: { party: own } })).code).toBe('refused');
    expect(faultOf(() => record(ref, { principal: { party: 'party:99999' } })).code).toBe('not-found');
    record(ref);
    const [complainant, principal] = casePeople(made.desk.db, ref).parties.map(({ party }) => party.id) as [string, string];
    expect(faultOf(() => mergeParties(made.desk, principal, complainant, 'x')).message).toMatch(/acts for the other/);
  });

  it('may be of somebody the desk knows', () => {
    const first = add({ complainant: { name: 'P. Principal', email: 'p@mail.example' } });
    const principal = casePeople(made.desk.db, first).parties[0]?.party.id as string;
    const ref = add();
    record(ref, { principal: { party: principal } });
    expect(view(ref).authorities[0]).toMatchObject({ principal, principalName: 'P. Principal' });
    expect(casePeople(made.desk.db, first).parties[0]?.party.cases.map((one) => [one.ref, one.role])).toEqual(
      expect.arrayContaining([
        [first, 'complainant'],
        [ref, 'principal'],
      ]),
    );
    sound();
  });
});

describe('an authority that does not cover the request', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['by its scope', { scope: ['access'] }, /does not cover a request of the kind erasure/],
    ['by its end', { expiresOn: '2026-06-30' }, /expired on 30-06-2026/],
  ])('%s verifies nobody, grants nothing and withdraws nothing, but lets the desk refuse', (_how, over, message) => {
    const ref = add();
    record(ref, over);
    const { authorities, barred, checklist } = view(ref);
    expect(authorities[0]?.obstacle).toMatch(message);
    expect(checklist.warnings.map(({ code }) => code)).toContain('authority-not-in-force');
    expect(barred?.outcomes).toContain('complied');
    const check = { method: 'document', document: 'passport', result: 'verified', reason: 'x' };
    expect(faultOf(() => act(ref, 'verify-identity', check)).detail.issues?.[0]?.field).toBe('authority');
    expect(faultOf(() => act(ref, 'decide', grant)).message).toMatch(/Nobody who acts here has authority/);
    expect(faultOf(() => act(ref, 'withdraw', { at: nowOf(made.desk), reason: 'x' })).code).toBe('refused');
    expect(allowed(ref)).not.toContain('withdraw');
    expect(act(ref, 'decide', { ...grant, outcome: 'refused' }).state).toBe('decided');
  });

  it('is mended by one that does', () => {
    const ref = add();
    record(ref, { scope: ['access'] });
    record(ref, { scope: ['access', 'erasure'] });
    expect(view(ref).barred).toBeNull();
    expect(allowed(ref)).toContain('withdraw');
    expect(act(ref, 'decide', grant).state).toBe('decided');
    sound();
  });

  it('stops covering it on the day after its last', () => {
    const ref = add();
    record(ref, { expiresOn: '2026-11-22' });
    made.clock.advance(day);
    expect(view(ref).barred).toBeNull();
    made.clock.advance(day);
    expect(view(ref).barred?.why).toMatch(/no|Nobody/);
  });
});

describe('the end of an authority', () => {
  it('is an act with its reason, and takes effect that day', () => {
    const ref = add();
    expect(allowed(ref)).not.toContain('end-authority');
    record(ref);
    expect(allowed(ref)).toContain('end-authority');
    const authority = view(ref).authorities[0]?.id;
    expect(faultOf(() => act(ref, 'end-authority', { authority })).detail.issues?.[0]?.field).toBe('reason');
    expect(faultOf(() => act(ref, 'end-authority', { authority: 'authority:9', reason: 'x' })).detail.issues?.[0]?.field).toBe('authority');
    expect(faultOf(() => act(ref, 'end-authority', { authority, on: '2026-11-22', reason: 'x' })).detail.issues?.[0]?.field).toBe('on');
    act(ref, 'end-authority', { authority, reason: 'Revoked by a letter.' });
    expect(view(ref)).toMatchObject({
      authorities: [{ endedOn: '2026-11-21', endedReason: 'Revoked by a letter.' }],
      barred: { why: expect.any(String) },
    });
    expect(faultOf(() => act(ref, 'end-authority', { authority, reason: 'x' })).code).toBe('refused');
    expect(allowed(ref)).not.toContain('end-authority');
    sound();
  });

  it('survives a restart', () => {
    const ref = add();
    record(ref, { scope: ['erasure'], evidence: undefined });
    const before = view(ref);
    made.desk.db.close();
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    expect(identityView(again, ref)).toEqual(before);
    again.db.close();
  });
});
