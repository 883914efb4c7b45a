import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownAgain, keyOf, keysOf } from '../../../src-main/people/rules/keys.ts';
import { nameKey, nameLikeness, nameSound, similarFrom } from '../../../src-main/people/rules/names.ts';
import { daysApart, itemKey, type RepeatSide, repeatReasonsOf } from '../../../src-main/people/rules/repeats.ts';

describe('a name', () => {
  it.each([
    ['Smt. A. Example', 'example a'],
    ['A Example', 'a  EXAMPLE'],
    ['श्री राम उदाहरण', 'उदाहरण राम'],
    ['José Example', 'jose example'],
  ])('%s is %s', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
    expect(nameLikeness(a, b)).toBe(1);
  });

  it.each([
    ['Chaudhary', 'Choudhury'],
    ['Vijay Example', 'Wijai Exampel'],
    ['Lakshmi', 'Laxmi'.replace('x', 'ksh')],
    ['Mohammed Sample', 'Mohammad Sample'],
    ['Sunita Exampel', 'Suneeta Example'],
  ])('%s sounds like %s', (a, b) => expect(nameSound(a)).toBe(nameSound(b)));

  it('is similar to its misspelling and not to another', () => {
    expect(nameLikeness('Mohammed Sample', 'Mohammad Sampel')).toBeGreaterThanOrEqual(similarFrom);
    expect(nameLikeness('A. Example', 'B. Sample')).toBeLessThan(similarFrom);
    expect(nameLikeness('', '')).toBe(0);
  });

  it('is as like another as the other is like it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (a, b) => {
        const likeness = nameLikeness(a, b);
        expect(likeness).toBe(nameLikeness(b, a));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        if (nameKey(a) !== '') expect(nameLikeness(a, a)).toBe(1);
      }),
    );
  });
});

describe('identifiers', () => {
  it('are compared in one form', () => {
    expect(keysOf({ name: 'A. Example', email: ' A@Mail.Example ', phone: '098765-43210' })).toEqual([
      { kind: 'name', value: 'a exmpl', shown: 'A. Example' },
      { kind: 'email', value: 'a@mail.example', shown: 'A@Mail.Example' },
      { kind: 'phone', value: '+919876543210', shown: '098765-43210' },
    ]);
    expect([keyOf('handle', '@Example'), keyOf('device', 'AB 12'), keyOf('masked-id', 'XXXX 2346')]).toEqual([
      'example',
      'ab12',
      'xxxx2346',
    ]);
  });

  it('that say nothing are none', () => {
    expect(keysOf({ name: ' . ', email: 'nobody', phone: '+91 00000 00000' })).toEqual([]);
    expect(keysOf({})).toEqual([]);
  });

  it('make somebody known again only under her own name', () => {
    expect(isKnownAgain('A. Example', 'Example A')).toBe(true);
    expect(isKnownAgain(undefined, 'A. Example')).toBe(true);
    expect(isKnownAgain('B. Example', 'A. Example')).toBe(false);
  });
});

describe('a complaint', () => {
  const side = (over: Partial<RepeatSide> = {}): RepeatSide => ({
    kind: 'content',
    receivedAt: '2026-11-21T06:30:00.000Z',
    name: 'A. Example',
    items: ['https://posts.example/1'],
    ...over,
  });

  it.each<[string, Partial<RepeatSide>, 'same-person' | 'same-contact' | 'name', string[] | null]>([
    ['of the same person about the same item', {}, 'same-person', ['same-person', 'same-item']],
    [
      'about the same address written otherwise',
      { items: ['http://www.posts.example/1/#top'] },
      'same-contact',
      ['same-contact', 'same-item'],
    ],
    ['about another item', { items: ['https://posts.example/2'] }, 'same-person', null],
    ['of another kind', { kind: 'account' }, 'same-person', null],
    ['of a year before', { receivedAt: '2025-11-21T06:30:00.000Z' }, 'same-person', ['same-person', 'same-item']],
    ['of more than a year before', { receivedAt: '2025-11-19T06:30:00.000Z' }, 'same-person', null],
    ['under a similar name', { name: 'A. Exampel' }, 'name', ['similar-name', 'same-item']],
    ['under another name', { name: 'Quite Other' }, 'name', null],
  ])('%s', (_what, over, likeness, why) => expect(repeatReasonsOf(side(), side(over), likeness)).toEqual(why));

  it('without items repeats by the person, never by the name alone', () => {
    const [a, b] = [side({ items: [], kind: 'access' }), side({ items: [], kind: 'access' })];
    expect(repeatReasonsOf(a, b, 'same-person')).toEqual(['same-person', 'no-items']);
    expect(repeatReasonsOf(a, b, 'name')).toBeNull();
  });

  it('is compared the same both ways', () => {
    const any = fc.record({
      kind: fc.constantFrom('content', 'access'),
      receivedAt: fc.integer({ min: 0, max: 800 }).map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString()),
      name: fc.constantFrom('A. Example', 'A. Exampel', null),
      items: fc.array(fc.constantFrom('https://x.example/1', 'x.example/1/', 'x.example/2'), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(any, any, fc.constantFrom('same-person', 'same-contact', 'name'), (a, b, likeness) => {
        expect(repeatReasonsOf(a, b, likeness)).toEqual(repeatReasonsOf(b, a, likeness));
      }),
    );
    expect(daysApart('2026-01-02T00:00:00.000Z', '2026-01-01T00:00:01.000Z')).toBe(0);
    expect(itemKey('HTTPS://WWW.Posts.Example/1/')).toBe('posts.example/1');
  });
});
