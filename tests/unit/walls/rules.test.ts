import { describe, expect, it } from 'vitest';
import { entitledPeople } from '../../../src-main/walls/rules.ts';

const person = (id: string, ...roles: string[]) => ({ id, roles });
const idsOf = (...people: ReturnType<typeof person>[]) => entitledPeople(people).map(({ id }) => id);

describe('who gets the key of a new wall', () => {
  it('are the nodal contact and the compliance chief, whoever enters the order', () => {
    expect(idsOf(person('a', 'officer'), person('b', 'nodal-contact'), person('c', 'officer', 'compliance-chief'))).toEqual(['b', 'c']);
  });

  it('is the one person of a desk of one, and nobody at a larger one where no one has either role', () => {
    expect(idsOf(person('a', 'officer'))).toEqual(['a']);
    expect(idsOf(person('a', 'officer'), person('b', 'admin'))).toEqual([]);
    expect(idsOf()).toEqual([]);
  });
});
