import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actOnCase, addCase, tiedTimeline } from '../../src-main/cases/index.ts';
import type { Desk } from '../../src-main/desk/desk.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

let made: TestDesk;
let desk: Desk;
beforeEach(() => {
  made = makeDesk();
  ({ desk } = made);
});
afterEach(() => made.remove());

const add = (subject: string) => addCase(desk, contentCase({ subject })).ref;
const page = (ref: string, before: number | null = null, limit = 100) => tiedTimeline(desk.db, { ref, before, limit });

describe('the timeline of a case with those it is tied to', () => {
  it('is one story in the order of the record, each entry with its ticket, from either side', () => {
    const [first, other, stranger] = [add('first'), add('second'), add('third')];
    actOnCase(desk, first, 'note', { text: 'One.' });
    actOnCase(desk, other, 'note', { text: 'Two.' });
    actOnCase(desk, stranger, 'note', { text: 'Elsewhere.' });
    actOnCase(desk, first, 'link', { to: other, as: 'related' });
    const { refs, entries, before } = page(first);
    expect(refs).toEqual([first, other]);
    expect(before).toBeNull();
    expect(entries.map(({ ref, kind }) => [ref, kind])).toEqual([
      [first, 'case.received'],
      [other, 'case.received'],
      [first, 'case.noted'],
      [other, 'case.noted'],
      [first, 'case.linked'],
      [other, 'case.linked'],
    ]);
    expect(entries[2]).toMatchObject({ actorName: 'O. Sample', body: { text: 'One.' } });
    expect(page(other).entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq));
  });

  it('comes a page at a time, the newest first, and no entry twice or never', () => {
    const [first, other] = [add('first'), add('second')];
    actOnCase(desk, first, 'link', { to: other, as: 'related' });
    for (let n = 0; n < 7; n += 1) actOnCase(desk, n % 2 ? first : other, 'note', { text: `Note ${n}` });
    const all = page(first).entries.map(({ seq }) => seq);
    const found: number[] = [];
    for (let before: number | null = null, more = true; more; more = before !== null) {
      const one = page(first, before, 4);
      expect(one.entries.length).toBeLessThanOrEqual(4);
      found.unshift(...one.entries.map(({ seq }) => seq));
      before = one.before;
    }
    expect(found).toEqual(all);
  });

  it('of a case that is not there is refused', () => {
    expect(faultOf(() => page('COC-2026-000009-1')).code).toMatch(/not-found|bad-input/);
  });
});
