import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterKey,
  asShown,
  blacked,
  everywhere,
  moved,
  placeInText,
  regionBetween,
  resized,
  withRange,
} from '../../../src-renderer/case/redact/regions.ts';

describe('a part of a page', () => {
  it('is the rectangle between two points, whichever way it was drawn, and stays on its page', () => {
    const region = regionBetween({ x: 0.5, y: 0.25 }, { x: 0.25, y: 0.75 });
    expect(region).toEqual({ x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
    expect(regionBetween({ x: 0.5, y: 0.5 }, { x: 1.5, y: -1 })).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.5 });
    expect(regionBetween({ x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 })).toBeNull();
  });

  it('is moved by arrows and sized with Shift; other keys leave it', () => {
    const region = { x: 0.5, y: 0.5, width: 0.25, height: 0.25 };
    expect(afterKey(region, 'ArrowLeft', false)?.x).toBeCloseTo(0.49);
    expect(afterKey(region, 'ArrowDown', true)?.height).toBeCloseTo(0.26);
    expect(afterKey(region, 'a', false)).toBeNull();
  });

  it('never leaves its page and never vanishes', () => {
    const part = fc.double({ min: 0.05, max: 0.5, noNaN: true });
    const by = fc.record({ x: fc.double({ min: -2, max: 2, noNaN: true }), y: fc.double({ min: -2, max: 2, noNaN: true }) });
    fc.assert(
      fc.property(fc.record({ x: part, y: part, width: part, height: part }), by, (region, step) => {
        for (const { x, y, width, height } of [moved(region, step), resized(region, step)]) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
          expect(Math.min(width, height)).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('a part of a text', () => {
  it('is found in the text itself, whose line ends may have two signs', () => {
    const text = 'a\r\nbc\r\nd';
    expect(asShown(text)).toBe('a\nbc\nd');
    const inText = (shown: number) => placeInText(text, shown);
    expect([0, 1, 2, 3, 4, 5, 6].map(inText)).toEqual([0, 1, 3, 4, 5, 7, 8]);
  });

  it('names the same signs in both, wherever it stands', () => {
    const line = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n'), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(line, fc.nat(30), fc.nat(30), (text, a, b) => {
        const shown = asShown(text);
        const [from = 0, to = 0] = [Math.min(a, b, shown.length), Math.min(Math.max(a, b), shown.length)];
        expect(asShown(text.slice(placeInText(text, from), placeInText(text, to)))).toBe(shown.slice(from, to));
      }),
    );
  });

  it('joins what it touches', () => {
    const ranges = [
      { from: 0, to: 2 },
      { from: 8, to: 9 },
    ];
    expect(withRange(ranges, { from: 2, to: 5 })).toEqual([
      { from: 0, to: 5 },
      { from: 8, to: 9 },
    ]);
  });

  it('is found wherever it stands, in capitals too', () => {
    expect(everywhere('Rao, rao and İ RAO', 'Rao')).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 8 },
      { from: 15, to: 18 },
    ]);
    expect(everywhere('abc', '')).toEqual([]);
  });

  it('is shown black, sign for sign', () => {
    expect(blacked('ab\ncd', [{ from: 1, to: 4 }])).toBe('a█\n█d');
  });
});
