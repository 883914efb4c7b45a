import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDay,
  formatInstant,
  formatTime,
  instantOfMinute,
  instantsInIst,
  istDayNumber,
  parseDay,
  parseInstant,
  startOfIstDay,
  weekday,
} from '../../../../src-renderer/ui/ist.ts';

const minutes = fc.integer({ min: 0, max: 4_102_444_800 / 60 }).map((n) => n * 60_000);

describe('showing an instant in India', () => {
  it('adds five and a half hours, across midnight and the year', () => {
    expect(formatInstant('2026-12-31T18:29:59.000Z')).toBe('31-12-2026 23:59');
    expect(formatInstant('2026-12-31T18:30:00.000Z')).toBe('01-01-2027 00:00');
    expect(formatDay('2028-02-28T20:00:00.000Z')).toBe('29-02-2028');
    expect(formatTime(Date.parse('2026-11-21T09:02:00Z'))).toBe('14:32');
    expect(formatDate('2026-02-20')).toBe('20-02-2026');
  });

  it('knows the Indian day and its weekday', () => {
    expect(istDayNumber('2026-11-21T18:29:59Z')).toBe(istDayNumber('2026-11-21T00:00:00Z'));
    expect(istDayNumber('2026-11-21T18:30:00Z')).toBe(istDayNumber('2026-11-21T00:00:00Z') + 1);
    expect(formatInstant(startOfIstDay(istDayNumber('2026-11-21T09:02:00Z')))).toBe('21-11-2026 00:00');
    expect(weekday('2026-11-21T09:02:00Z')).toBe(6);
  });

  it('says the instants of a sentence in IST', () => {
    expect(instantsInIst('It jumped from 2026-11-21T09:02:10.000Z to 2026-12-24T09:02:10Z.')).toBe(
      'It jumped from 21-11-2026 14:32 IST to 24-12-2026 14:32 IST.',
    );
  });
});

describe('reading a typed moment', () => {
  it('takes the usual ways to write it', () => {
    const expected = '2026-11-21T14:32:00+05:30';
    for (const text of ['21-11-2026 14:32', ' 21/11/2026 14:32 ', '21.11.2026, 14:32', '21-11-2026 14:32 IST', '21-11-2026T14.32']) {
      expect(parseInstant(text)).toBe(expected);
    }
    expect(parseInstant('1-2-2026')).toBe('2026-02-01T00:00:00+05:30');
  });

  it('refuses what does not exist', () => {
    for (const text of [
      '',
      '31-02-2026 10:00',
      '29-02-2026',
      '21-11-2026 24:00',
      '21-11-2026 12:60',
      '21-11-26 12:00',
      'yesterday',
      '2026-11-21',
    ]) {
      expect(parseInstant(text)).toBeNull();
    }
  });

  it('reads back every minute that it shows', () => {
    fc.assert(
      fc.property(minutes, (ms) => {
        expect(Date.parse(parseInstant(formatInstant(ms)) ?? '')).toBe(ms);
      }),
    );
  });
});

describe('a day as it is typed', () => {
  it('is read, also before 1970, and refused where there is none', () => {
    expect(parseDay(' 5-1-1951 ')).toBe('1951-01-05');
    expect(parseDay('29/02/2028')).toBe('2028-02-29');
    expect(['29-02-2027', '2026-11-21', '', 'soon', '21-11-2026 10:00'].map(parseDay)).toEqual([null, null, null, null, null]);
    expect(['0-1-2026', '1-0-2026', '1-13-2026'].map(parseDay)).toEqual([null, null, null]);
  });

  it('is read back from every day that is shown', () => {
    fc.assert(
      fc.property(minutes, (ms) => {
        const iso = new Date(ms).toISOString().slice(0, 10);
        expect(parseDay(formatDate(iso))).toBe(iso);
      }),
    );
  });
});

describe('the instant that a typed minute means', () => {
  const now = Date.parse('2026-11-21T09:02:35.250Z');

  it('is the present instant in the running minute', () => {
    expect(instantOfMinute('21-11-2026 14:32', now)).toBe('2026-11-21T09:02:35.250Z');
  });

  it('is the beginning of any other minute', () => {
    expect(instantOfMinute('21-11-2026 14:31', now)).toBe('2026-11-21T09:01:00.000Z');
  });

  it('does not lie before what it follows in the same minute', () => {
    expect(instantOfMinute('21-11-2026 14:31', now, '2026-11-21T09:01:40.000Z')).toBe('2026-11-21T09:01:40.000Z');
    expect(instantOfMinute('21-11-2026 14:30', now, '2026-11-21T09:01:40.000Z')).toBe('2026-11-21T09:00:00.000Z');
    expect(instantOfMinute('nonsense', now)).toBeNull();
  });

  it('stays within the minute that was typed', () => {
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 0, max: 59_999 }), (typed, other, within) => {
        const found = Date.parse(instantOfMinute(formatInstant(typed), other + within, new Date(other).toISOString()) ?? '');
        expect(found).toBeGreaterThanOrEqual(typed);
        expect(found).toBeLessThan(typed + 60_000);
      }),
    );
  });
});
