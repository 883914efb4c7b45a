import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhen } from '../../../src-main/government/rules/sheet.ts';
import { linesOf, listItems, normaliseUrl } from '../../../src-main/government/rules.ts';

const read = (text: string, known: string[] = []) => listItems(linesOf(text), known);
const values = (text: string) => read(text).items.map(({ value }) => value);

describe('an address of a list', () => {
  it.each([
    ['HTTPS://Posts.Example:443', 'https://posts.example/'],
    ['<hxxps://posts[.]example/a>', 'https://posts.example/a'],
    ['see “www.posts.example/a”, and', 'https://www.posts.example/a'],
    ['http://posts.example/a?utm_source=x&id=7&fbclid=1#top', 'http://posts.example/a?id=7'],
    ['https://posts.example/#!/post/7', 'https://posts.example/#!/post/7'],
    ['https://posts.example/a\u200B', 'https://posts.example/a'],
    ['https://उदाहरण.भारत/पोस्ट', 'https://उदाहरण.भारत/पोस्ट'],
    ['@some_handle', '@some_handle'],
  ])('%s is read as %s', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it.each([
    ['nothing', 'no-address'],
    ['https://nowhere/a', 'bad-host'],
    [`https://posts.example/${'a'.repeat(2_000)}`, 'too-long'],
  ])('%s names nothing: %s', (text, why) => {
    expect(read(text).refused).toEqual([{ line: 1, text, why }]);
  });

  it('is the same with and without www, a last stroke, and either scheme', () => {
    const list = read('https://posts.example/a\nhttp://www.posts.example/a/\nhttps://posts.example/A');
    expect(list.items).toHaveLength(2);
    expect(list.repeated).toEqual([{ line: 2, value: 'http://www.posts.example/a/', first: 1 }]);
  });

  it('has one spelling: reading it again changes nothing', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = normaliseUrl(url);
        if (typeof once === 'string') return;
        expect(normaliseUrl(once.value)).toEqual(once);
      }),
    );
  });

  it('is never lost: every line is an item, a repetition, here already, or refused', () => {
    const line = fc.oneof(fc.webUrl(), fc.string(), fc.constant('https://posts.example/1'));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const found = linesOf(lines.join('\n'));
        const list = listItems(found, ['https://posts.example/1']);
        const told = list.items.length + new Set([...list.repeated, ...list.here, ...list.refused].map(({ line: n }) => n)).size;
        expect(told).toBeGreaterThanOrEqual(found.length);
      }),
    );
  });
});

describe('a time that a sheet gives', () => {
  it.each([
    ['21-11-2026 12:00', '2026-11-21T06:30:00.000Z'],
    ['1/2/2026 9:05', '2026-02-01T03:35:00.000Z'],
    ['2026-11-21 12:00:30', '2026-11-21T06:30:30.000Z'],
    ['2026-11-21T12:00:00+05:30', '2026-11-21T06:30:00.000Z'],
    ['31-02-2026 12:00', null],
    ['21-11-2026', null],
    ['noon', null],
  ])('%s is %s', (text, instant) => {
    expect(readWhen(text)).toBe(instant);
  });
});
