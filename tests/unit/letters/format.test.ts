import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIst, formatDateIst, formatInstantIst, formatNumberIn, formatRupees } from '../../../src-main/letters/rules/format.ts';

describe('dates of letters', () => {
  it('are written in Indian time, day first', () => {
    expect(formatInstantIst('2026-11-21T09:02:59.999Z')).toBe('21-11-2026 14:32 IST');
    expect(formatInstantIst('2026-11-21T14:32:00+05:30')).toBe('21-11-2026 14:32 IST');
  });

  it('take the day on which the instant falls in India', () => {
    expect(formatDateIst('2026-12-31T18:29:59.999Z')).toBe('31-12-2026');
    expect(formatDateIst('2026-12-31T18:30:00.000Z')).toBe('01-01-2027');
    expect(dayIst('2026-12-31T18:30:00.000Z')).toBe('2027-01-01');
  });

  it('refuse what is no instant', () => {
    expect(() => formatDateIst('yesterday')).toThrow(RangeError);
  });
});

describe('numbers of letters', () => {
  it('are grouped in thousands, lakhs and crores', () => {
    const written = [0, 7, 999, 1_000, 12_345, 1_00_000, 12_34_567, 1_23_45_678, -98_765].map(formatNumberIn);
    expect(written).toEqual(['0', '7', '999', '1,000', '12,345', '1,00,000', '12,34,567', '1,23,45,678', '-98,765']);
  });

  it('agree with the grouping that the platform knows for India', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), (value) => {
        expect(formatNumberIn(value)).toBe(value.toLocaleString('en-IN').replace('\u2212', '-'));
      }),
    );
  });

  it('give rupees with two digits of paise', () => {
    expect([12_345_650, 5, -100].map(formatRupees)).toEqual(['₹1,23,456.50', '₹0.05', '-₹1.00']);
  });
});
