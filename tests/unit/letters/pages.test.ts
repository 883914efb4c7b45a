import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Strip } from '../../../src-main/letters/layout/page.ts';
import { stackPages } from '../../../src-main/letters/layout/pages.ts';

const bounds = { firstTopPt: 40, laterTopPt: 20, bottomPt: 120 };
const strip = (heightPt: number, changes: Partial<Strip> = {}): Strip => ({
  heightPt,
  marks: [],
  holdsNext: false,
  isGap: false,
  ...changes,
});
const tops = (strips: Strip[]) => stackPages(strips, bounds).map((page) => page.map(({ topPt }) => topPt));

describe('stacking pages', () => {
  it('fills a page from its top and goes on at the top of the next', () => {
    expect(tops([strip(40), strip(40), strip(10)])).toEqual([[40, 80], [20]]);
  });

  it('moves strips that hold each other as one', () => {
    expect(tops([strip(50), strip(20, { holdsNext: true }), strip(20)])).toEqual([[40], [20, 40]]);
  });

  it('cuts a chain that is higher than a page', () => {
    const chain = Array.from({ length: 6 }, () => strip(30, { holdsNext: true }));
    expect(tops(chain).map((page) => page.length)).toEqual([2, 3, 1]);
  });

  it('drops gaps at the top of a page', () => {
    expect(tops([strip(80), strip(10, { isGap: true }), strip(30)])).toEqual([[40], [20]]);
  });

  it('repeats the head of a table on every page that its rows begin', () => {
    const head = strip(5);
    const pages = stackPages([head, strip(70), strip(30, { repeated: head }), strip(30, { repeated: head })], bounds);
    expect(pages.map((page) => page.filter((placed) => placed.strip === head).length)).toEqual([1, 1]);
    expect(pages[1]?.map(({ topPt }) => topPt)).toEqual([20, 25, 55]);
  });

  it('keeps every strip once, in order and inside the page', () => {
    const anyStrip = fc.record({ heightPt: fc.integer({ min: 1, max: 80 }), holdsNext: fc.boolean(), isGap: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyStrip, { minLength: 1, maxLength: 60 }), (shapes) => {
        const strips = shapes.map(({ heightPt, ...rest }) => strip(heightPt, rest));
        const pages = stackPages(strips, bounds);
        const placed = pages.flat().map((one) => one.strip);
        expect(placed.filter(({ isGap }) => !isGap)).toEqual(strips.filter(({ isGap }) => !isGap));
        for (const { strip: one, topPt } of pages.flat()) if (!one.isGap) expect(topPt + one.heightPt).toBeLessThanOrEqual(bounds.bottomPt);
      }),
    );
  });
});
