import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyName, pixelsOf, redactionWay, takenOut, takeOutText } from '../../../src-main/packages/rules/redact.ts';

describe('taking parts out of a text', () => {
  it('puts the same six blocks in the place of each, however long it was', () => {
    const text = 'from,text\nZ. Other,hello\nA. Example,hi\n';
    const from = text.indexOf('Z. Other');
    expect(takeOutText(text, [{ from, to: from + 8 }])).toEqual({
      text: `from,text\n${takenOut},hello\nA. Example,hi\n`,
      parts: 1,
    });
    expect(takeOutText('ab', [{ from: 0, to: 1 }])?.text).toBe(`${takenOut}b`);
  });

  it('makes one of parts that touch or overlap, in whatever order they were marked', () => {
    const marked = [
      { from: 4, to: 6 },
      { from: 0, to: 2 },
      { from: 2, to: 3 },
    ];
    expect(takeOutText('0123456789', marked)).toEqual({ text: `${takenOut}3${takenOut}6789`, parts: 2 });
  });

  it('never leaves half a sign behind', () => {
    const text = 'a😀b';
    expect(takeOutText(text, [{ from: 2, to: 3 }])?.text).toBe(`a${takenOut}b`);
    expect(takeOutText(text, [{ from: 1, to: 2 }])?.text).toBe(`a${takenOut}b`);
  });

  it('refuses a part outside of the text, and one that is empty or ends before it begins', () => {
    for (const range of [
      { from: 0, to: 4 },
      { from: 1, to: 1 },
      { from: 2, to: 1 },
    ])
      expect(takeOutText('abc', [range])).toBeNull();
  });

  it('leaves every sign outside of the parts, in order, and none inside of them', () => {
    const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 10 })).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.string({ minLength: 75, maxLength: 90 }), fc.array(range, { minLength: 1, maxLength: 8 }), (raw, ranges) => {
        const text = raw.replace(/█/g, '.');
        const taken = takeOutText(text, ranges)?.text ?? '';
        const kept = [...text].filter((_, at) => !ranges.some(({ from, to }) => at >= from && at < to)).join('');
        expect(taken.replaceAll(takenOut, '')).toBe(kept);
      }),
    );
  });
});

describe('a part of a page', () => {
  it('takes every point that it touches, and none outside of the page', () => {
    const size = { width: 10, height: 20 };
    expect(pixelsOf({ x: 0.11, y: 0.51, width: 0.1, height: 0.01 }, size)).toEqual({ left: 1, top: 10, right: 3, bottom: 11 });
    expect(pixelsOf({ x: 0.9, y: 0.9, width: 1, height: 1 }, size)).toEqual({ left: 9, top: 18, right: 10, bottom: 20 });
  });
});

describe('a file for redaction', () => {
  it('is shown as what it is, and is refused where it could hide something', () => {
    expect(redactionWay('application/pdf')).toBe('pdf');
    expect(redactionWay('image/JPEG')).toBe('picture');
    expect(redactionWay('text/csv; charset=utf-8')).toBe('text');
    for (const type of ['text/html', 'image/svg+xml', 'message/rfc822', 'application/zip']) expect(redactionWay(type)).toBeNull();
  });

  it('keeps its name and ending in the copy; a picture comes out as PNG', () => {
    expect(copyName('chat.csv', 'text')).toBe('chat-redacted.csv');
    expect(copyName('.hidden', 'text')).toBe('.hidden-redacted');
    expect(copyName('scan.of.letter.jpg', 'picture')).toBe('scan.of.letter-redacted.png');
  });
});
