import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase, queueWindow, undoAct } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import type { Fault } from '../../src-main/desk/faults.ts';
import {
  addIdentifier,
  casePeople,
  findParties,
  mergeParties,
  partyView,
  removeIdentifier,
  setCaseParty,
  tellApart,
  undoMerge,
} from '../../src-main/people/index.ts';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const add = (complainant: Record<string, string> | undefined, over: Record<string, unknown> = {}) =>
  addCase(made.desk, contentCase({ complainant, ...over })).ref;
const people = (ref: string) => casePeople(made.desk.db, ref);
const partyOf = (ref: string) => people(ref).parties.find(({ role }) => role === 'complainant')?.party.id as string;
const view = (party: string) => partyView(made.desk.db, party);
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    return error as Fault;
  }
  throw new Error('nothing was refused');
}

const a = { name: 'A. Example', email: 'a@mail.example', phone: '98765 43210' };

describe('somebody who asks', () => {
  it('gets a record with her identifiers, and nobody gets none', () => {
    const ref = add(a);
    expect(view(partyOf(ref))).toMatchObject({
      name: 'A. Example',
      identifiers: [
        { kind: 'name', shown: 'A. Example', refs: [ref], isAdded: false },
        { kind: 'email', value: 'a@mail.example' },
        { kind: 'phone', value: '+919876543210' },
      ],
      cases: [{ ref, role: 'complainant', kind: 'content' }],
      suggestions: [],
    });
    expect(people(add(undefined)).parties).toEqual([]);
    sound();
  });

  it('is known again by mail or phone under the same name', () => {
    const first = partyOf(add(a));
    expect(partyOf(add({ name: 'Example, A.', email: 'A@MAIL.example' }))).toBe(first);
    expect(partyOf(add({ phone: '+91-9876543210' }))).toBe(first);
    expect(view(first).cases).toHaveLength(3);
    sound();
  });

  it('under another name is suggested, not taken for the same', () => {
    const first = partyOf(add(a));
    const other = partyOf(add({ name: 'B. Sample', phone: '09876543210' }));
    expect(other).not.toBe(first);
    expect(view(first).suggestions).toEqual([{ party: other, name: 'B. Sample', why: ['same-phone'], strength: 'strong', caseCount: 1 }]);
  });

  it('under a similar name alone is suggested weakly, after what is surer', () => {
    const first = partyOf(add(a));
    const weak = partyOf(add({ name: 'A. Exampel', email: 'other@mail.example' }));
    const strong = partyOf(add({ name: 'C. Other', email: 'a@mail.example' }));
    expect(view(first).suggestions.map(({ party, strength }) => [party, strength])).toEqual([
      [strong, 'strong'],
      [weak, 'weak'],
    ]);
  });

  it('keeps her record when her details are amended, and when that is taken back', () => {
    const ref = add(a);
    const party = partyOf(ref);
    const { undo } = actOnCase(made.desk, ref, 'amend', { complainant: { email: 'new@mail.example' }, reason: 'She wrote from there.' });
    expect(view(party).identifiers.map(({ value }) => value)).toContain('new@mail.example');
    expect(partyOf(add({ name: 'A. Example', email: 'new@mail.example' }))).toBe(party);
    expect(findParties(made.desk.db, 'a@mail.example', 5)).toEqual([]);
    sound();
    undoAct(made.desk, ref, undo?.seq as number);
    expect(findParties(made.desk.db, 'a@mail.example', 5)).toMatchObject([{ id: party }]);
    sound();
  });

  it('goes with her case into the linked one of a reclassification', () => {
    const ref = add({ name: 'Only A. Name' });
    actOnCase(made.desk, ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email' });
    const { linked } = actOnCase(made.desk, ref, 'triage', { kind: 'erasure' });
    expect(partyOf(linked as string)).toBe(partyOf(ref));
    sound();
  });
});

describe('two records', () => {
  const two = () => [partyOf(add(a)), partyOf(add({ name: 'A. E.', email: 'second@mail.example' }))] as const;

  it('become one person and are parted again, with everything each had', () => {
    const [one, other] = two();
    const before = [view(one), view(other)];
    const merged = mergeParties(made.desk, other, one, 'Both wrote about the same account.');
    expect(merged).toMatchObject({ id: one, records: [other], name: 'A. Example' });
    expect(merged.cases).toHaveLength(2);
    expect(merged.identifiers.map(({ value }) => value)).toEqual(expect.arrayContaining(['a@mail.example', 'second@mail.example']));
    expect(view(other)).toEqual(merged);
    expect(partyOf(add({ email: 'second@mail.example' }))).toBe(one);
    sound();
    const parted = undoMerge(made.desk, merged.merges[0]?.seq as number, 'A brother.');
    expect(parted).toMatchObject({ id: other, merges: [{ undone: { reason: 'A brother.' } }] });
    expect(view(one)).toMatchObject({ identifiers: before[0]?.identifiers, cases: before[0]?.cases });
    expect(view(other).cases).toHaveLength(2);
    expect(faultOf(() => undoMerge(made.desk, merged.merges[0]?.seq as number, 'x')).code).toBe('refused');
    sound();
  });

  it('move no clock', () => {
    const [one, other] = two();
    const rows = () => queueWindow(made.desk.db, { filter: {}, offset: 0, limit: 9 }, nowOf(made.desk)).rows;
    const before = rows();
    mergeParties(made.desk, other, one, 'x');
    expect(rows()).toEqual(before);
  });

  it('stay grouped when a merge between groups is undone', () => {
    const [one, other] = two();
    const third = partyOf(add({ name: 'T. Hird', email: 't@mail.example' }));
    mergeParties(made.desk, third, other, 'x');
    const { merges } = mergeParties(made.desk, other, one, 'y');
    expect(view(third).id).toBe(one);
    undoMerge(made.desk, merges.at(-1)?.seq as number, 'z');
    expect([view(third).id, view(one).records]).toEqual([other, []]);
    sound();
  });

  it('are never one with herself', () => {
    const [one, other] = two();
    expect(faultOf(() => mergeParties(made.desk, one, one, 'x')).message).toMatch(/merged with herself/);
    mergeParties(made.desk, other, one, 'x');
    for (const [from, into] of [
      [one, other],
      [other, one],
    ] as const)
      expect(faultOf(() => mergeParties(made.desk, from, into, 'x')).code).toBe('refused');
    expect(faultOf(() => mergeParties(made.desk, 'party:99999', one, 'x')).code).toBe('not-found');
  });

  it('told apart are not suggested again', () => {
    const first = partyOf(add(a));
    const other = partyOf(add({ name: 'B. Sample', email: 'a@mail.example' }));
    expect(tellApart(made.desk, first, other, 'A family address.').suggestions).toEqual([]);
    expect(view(other).suggestions).toEqual([]);
    mergeParties(made.desk, first, other, 'One after all.');
    expect(faultOf(() => tellApart(made.desk, first, other, 'x')).code).toBe('refused');
    sound();
  });
});

describe('a case', () => {
  it('known again wrongly gets a record of its own, with what it brought', () => {
    const [first, second] = [add(a), add({ ...a, email: 'only-here@mail.example' })];
    const shared = partyOf(first);
    expect(partyOf(second)).toBe(shared);
    setCaseParty(made.desk, second, null, 'Another A. Example.');
    const own = partyOf(second);
    expect(own).not.toBe(shared);
    expect(view(shared).identifiers.map(({ value }) => value)).not.toContain('only-here@mail.example');
    expect(findParties(made.desk.db, 'only-here@mail.example', 5)).toMatchObject([{ id: own }]);
    setCaseParty(made.desk, second, shared, 'The same after all.');
    expect(partyOf(second)).toBe(shared);
    expect(faultOf(() => setCaseParty(made.desk, second, shared, 'x')).code).toBe('refused');
    sound();
  });

  it('names the complaints it may repeat', () => {
    const first = add(a);
    made.clock.advance(60_000);
    const again = add(
      { email: 'a@mail.example' },
      { receivedAt: nowOf(made.desk), items: [{ type: 'url', value: 'http://www.posts.example/1/' }] },
    );
    add(a, { items: [{ type: 'url', value: 'https://posts.example/2' }] });
    add({ name: 'Z. Unknown', email: 'z@mail.example' });
    expect(people(again).repeats).toMatchObject([{ ref: first, why: ['same-person', 'same-item'], daysApart: 0, isLinked: false }]);
    actOnCase(made.desk, again, 'link', { to: first, as: 'duplicate-of' });
    expect(people(again).repeats).toMatchObject([{ ref: first, isLinked: true }]);
  });

  it('names those of a similar name about the same item', () => {
    const first = add({ name: 'Mohammed Sample', email: 'm@mail.example' });
    const again = add({ name: 'Mohammad Sample', phone: '9123456780' });
    expect(people(again).repeats).toMatchObject([{ ref: first, why: ['similar-name', 'same-item'] }]);
  });
});

describe('identifiers', () => {
  it('are added and taken out by hand', () => {
    const party = partyOf(add(a));
    addIdentifier(made.desk, party, 'handle', '@Example');
    addIdentifier(made.desk, party, 'phone', '+44 20 7946 0000');
    expect(view(party).identifiers.filter(({ isAdded }) => isAdded)).toMatchObject([
      { kind: 'handle', value: 'example' },
      { kind: 'phone', value: '+442079460000' },
    ]);
    expect(findParties(made.desk.db, '@EXAMPLE', 5).map(({ id }) => id)).toEqual([party]);
    expect(faultOf(() => addIdentifier(made.desk, party, 'phone', 'call me')).detail.issues?.[0]?.field).toBe('value');
    expect(faultOf(() => addIdentifier(made.desk, party, 'email', 'A@mail.example')).code).toBe('refused');
    removeIdentifier(made.desk, party, 'handle', 'example', 'Not hers.');
    expect(findParties(made.desk.db, '@example', 5)).toEqual([]);
    expect(faultOf(() => removeIdentifier(made.desk, party, 'email', 'a@mail.example', 'x')).code).toBe('refused');
    sound();
  });

  it('find people by name, in any order and spelling', () => {
    const party = partyOf(add({ name: 'Vijay Example', email: 'v@mail.example' }));
    for (const text of ['vijay example', 'Example Wijai', 'v@mail', 'v@mail.example']) {
      expect(
        findParties(made.desk.db, text, 5).map(({ id }) => id),
        text,
      ).toEqual([party]);
    }
    expect(findParties(made.desk.db, '   ', 5)).toEqual([]);
  });

  it('and merges survive a restart', () => {
    const [one, other] = [partyOf(add(a)), partyOf(add({ name: 'B. Sample', email: 'b@mail.example' }))];
    addIdentifier(made.desk, one, 'handle', '@one');
    mergeParties(made.desk, other, one, 'x');
    const before = view(one);
    made.desk.db.close();
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    expect(partyView(again.db, other)).toEqual(before);
    expect(verifyDesk(again, { deep: true }).problems).toEqual([]);
    again.db.close();
  });
});
