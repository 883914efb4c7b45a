import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawn,
  type Extent,
  isOffCourse,
  longestSpacer,
  scrolled,
  settled,
  spacerHeight,
  toDom,
  toReal,
  toShow,
} from '../../../../src-renderer/queue/scroll-map.ts';

const short: Extent = { rows: 148, rowHeight: 56, viewport: 600 };
const long: Extent = { rows: 1_000_000, rowHeight: 56, viewport: 600 };
const extents = fc.record({
  rows: fc.integer({ min: 1, max: 5_000_000 }),
  rowHeight: fc.integer({ min: 30, max: 120 }),
  viewport: fc.integer({ min: 120, max: 2_000 }),
});
const end = ({ rows, rowHeight, viewport }: Extent) => Math.max(0, rows * rowHeight - viewport);

describe('the spacer of a long list', () => {
  it('is as high as a short list and never higher than the browser bears', () => {
    expect(spacerHeight(short)).toBe(148 * 56);
    expect(spacerHeight(long)).toBe(longestSpacer);
  });

  it('stands for every place of the list, and back', () => {
    fc.assert(
      fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), (extent, share) => {
        const real = share * end(extent);
        expect(toReal(extent, toDom(extent, real))).toBeCloseTo(real, 3);
      }),
    );
  });

  it('is exact at both ends', () => {
    fc.assert(
      fc.property(extents, (extent) => {
        expect(toDom(extent, 0)).toBe(0);
        expect(toDom(extent, end(extent))).toBe(Math.max(0, spacerHeight(extent) - extent.viewport));
      }),
    );
    expect(toDom(long, 4_000)).toBe(4_000);
  });

  it('keeps the order of places', () => {
    fc.assert(
      fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (extent, a, b) => {
        const [near, far] = [Math.min(a, b) * end(extent), Math.max(a, b) * end(extent)];
        expect(toDom(extent, near)).toBeLessThanOrEqual(toDom(extent, far));
      }),
    );
  });
});

describe('scrolling', () => {
  it('moves the list as far as the hand moves', () => {
    const before = settled(long, { real: 20_000_000, dom: 0 });
    expect(scrolled(long, before, before.dom + 90).real).toBe(before.real + 90);
    expect(scrolled(short, { real: 100, dom: 100 }, 160).real).toBe(160);
  });

  it('goes by the map when the thumb is dragged far', () => {
    const after = scrolled(long, { real: 0, dom: 0 }, 4_000_000);
    expect(after.real).toBeCloseTo(toReal(long, 4_000_000), 3);
    expect(after.real).toBeGreaterThan(20_000_000);
  });

  it('is put right before the scroller ends where the list does not', () => {
    const middle = settled(long, { real: 28_000_000, dom: 0 });
    expect(isOffCourse(long, middle)).toBe(false);
    expect(isOffCourse(long, { real: middle.real, dom: middle.dom - 300_000 })).toBe(true);
    expect(isOffCourse(short, { real: 0, dom: 500 })).toBe(false);
  });

  it('never leaves the list', () => {
    fc.assert(
      fc.property(
        extents,
        fc.integer({ min: -10_000, max: 9_000_000 }),
        fc.integer({ min: -10_000, max: 9_000_000 }),
        (extent, from, to) => {
          const { real } = scrolled(extent, settled(extent, { real: from, dom: 0 }), to);
          expect(real).toBeGreaterThanOrEqual(0);
          expect(real).toBeLessThanOrEqual(end(extent));
        },
      ),
    );
  });
});

describe('showing a row', () => {
  it('moves as little as needed, and not at all when the row is seen', () => {
    const place = { real: 560, dom: 560 };
    expect(toShow(short, place, 12)).toBe(place);
    expect(toShow(short, place, 9).real).toBe(9 * 56);
    expect(toShow(short, place, 40).real).toBe(41 * 56 - 600);
  });

  it('shows any row whole, the last of a million too', () => {
    fc.assert(
      fc.property(extents, fc.nat(), fc.nat(), (extent, from, to) => {
        const row = to % extent.rows;
        const place = toShow(extent, settled(extent, { real: from, dom: 0 }), row);
        const top = row * extent.rowHeight;
        expect(top).toBeGreaterThanOrEqual(place.real - 0.001);
        if (extent.viewport >= extent.rowHeight) expect(top + extent.rowHeight).toBeLessThanOrEqual(place.real + extent.viewport + 0.001);
      }),
    );
  });

  it('draws the rows that are seen and few more', () => {
    expect(drawn(short, { real: 560, dom: 560 }, 6)).toEqual({ first: 4, count: 24 });
    expect(drawn(long, settled(long, { real: end(long), dom: 0 }), 6)).toMatchObject({ first: 999_983, count: 17 });
    expect(drawn({ ...short, rows: 3 }, { real: 0, dom: 0 }, 6)).toEqual({ first: 0, count: 3 });
  });
});
