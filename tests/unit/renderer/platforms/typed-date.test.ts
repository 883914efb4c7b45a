import { describe, expect, it } from 'vitest';
import { dateWhenLeft, dateWhileTyped, shownDate } from '../../../../src-renderer/platforms/typed-date.ts';

/** What stands in the field after each key. */
function typedInto(text: string): string[] {
  return Array.from(text, (_, n) => shownDate(dateWhileTyped(text.slice(0, n + 1))));
}

describe('a date of a profile', () => {
  it('stands as it is typed after every key', () => {
    for (const text of ['01-02-2026', '1-2-2026', '1/2/2026', '31-02-2026', '12-11-20261'])
      expect(typedInto(text)).toEqual(Array.from(text, (_, n) => text.slice(0, n + 1)));
  });

  it('can be corrected in the middle of its year without being read too early', () => {
    expect([dateWhileTyped('1-2-202'), dateWhileTyped('1-12-2026'), dateWhileTyped('01-2-2026')]).toEqual([
      '1-2-202',
      '1-12-2026',
      '01-2-2026',
    ]);
  });

  it('is a day once it is whole', () => {
    expect([dateWhileTyped('01-02-2026'), dateWhileTyped('31-02-2026')]).toEqual(['2026-02-01', '31-02-2026']);
  });

  it('is a day in its looser forms once the field is left; anything else stays', () => {
    expect(['1-2-2026', ' 1/2/2026 ', '1.2.2026'].map(dateWhenLeft)).toEqual(['2026-02-01', '2026-02-01', '2026-02-01']);
    for (const text of ['', '31-02-2026', 'soon', '01-02-0026', '1-2-2026 10:00', '2026-02-01']) expect(dateWhenLeft(text)).toBe(text);
  });

  it('is shown as dd-MM-yyyy, and nothing where nothing is kept', () => {
    expect([shownDate('2026-02-01'), shownDate('soon'), shownDate(null), shownDate(undefined)]).toEqual(['01-02-2026', 'soon', '', '']);
  });
});
