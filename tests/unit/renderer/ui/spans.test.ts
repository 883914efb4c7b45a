import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, elapsedShare, spanForm, spanTo } from '../../../../src-renderer/ui/spans.ts';

const hour = 3_600_000;

describe('a span of time', () => {
  it('is cut into days, hours, minutes and seconds', () => {
    expect(spanTo(2 * 24 * hour + 3 * hour + 61_000, 0)).toEqual({ isPast: false, days: 2, hours: 3, minutes: 1, seconds: 1 });
    expect(spanTo(0, 18 * 60_000)).toEqual({ isPast: true, days: 0, hours: 0, minutes: 18, seconds: 0 });
  });

  it('is compared in whole seconds: the due second itself is in time', () => {
    expect(spanTo(10_000, 10_999).isPast).toBe(false);
    expect(spanTo(10_999, 11_000).isPast).toBe(true);
  });

  it('is worded with its two largest units, and minutes only under a day', () => {
    const form = (ms: number) => spanForm(spanTo(ms, 0));
    expect([form(40_000), form(5 * 60_000), form(5 * hour), form(30 * hour), form(12 * 24 * hour)]).toEqual([
      'seconds',
      'minutes',
      'hoursMinutes',
      'daysHours',
      'days',
    ]);
  });

  it('loses nothing when it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), fc.integer({ min: 0, max: 10 ** 11 }), (due, now) => {
        const { days, hours, minutes, seconds } = spanTo(due, now);
        expect(((days * 24 + hours) * 60 + minutes) * 60 + seconds).toBe(Math.abs(Math.floor(due / 1000) - Math.floor(now / 1000)));
      }),
    );
  });
});

describe('the band of a limit', () => {
  it('changes exactly at two hours, a day and three days', () => {
    expect(bandOf(-1_000, 0)).toBe('overdue');
    expect(bandOf(0, 0)).toBe('under-2h');
    expect(bandOf(2 * hour - 1_000, 0)).toBe('under-2h');
    expect(bandOf(2 * hour, 0)).toBe('under-24h');
    expect(bandOf(24 * hour, 0)).toBe('under-3d');
    expect(bandOf(72 * hour, 0)).toBe('later');
  });
});

describe('the share that has gone', () => {
  it('runs from nothing to all and no further', () => {
    expect(elapsedShare(0, 100, -5)).toBe(0);
    expect(elapsedShare(0, 100, 25)).toBe(0.25);
    expect(elapsedShare(0, 100, 500)).toBe(1);
    expect(elapsedShare(100, 100, 0)).toBe(1);
  });
});
