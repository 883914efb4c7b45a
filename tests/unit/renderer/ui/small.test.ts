import { describe, expect, it } from 'vitest';
import { isConfirmed } from '../../../../src-renderer/ui/confirm-typed.tsx';
import { failureOf, issuesByField } from '../../../../src-renderer/ui/faults.ts';
import { keyName } from '../../../../src-renderer/ui/keys.ts';
import { formatBytes, formatNumber } from '../../../../src-renderer/ui/numbers.ts';

describe('numbers', () => {
  it('are grouped as in India', () => {
    expect(formatNumber(7_000_911)).toBe('70,00,911');
    expect(formatNumber(0)).toBe('0');
  });

  it('say a size in a unit that can be read', () => {
    expect([formatBytes(999), formatBytes(18_234), formatBytes(2_481_222)]).toEqual(['999 B', '18.2 kB', '2.5 MB']);
  });
});

describe('the name of a key', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    keyName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

  it('is the same on both sorts of keyboards', () => {
    expect(press('k', { ctrlKey: true })).toBe('mod+k');
    expect(press('k', { metaKey: true })).toBe('mod+k');
    expect(press('ArrowLeft', { altKey: true })).toBe('alt+ArrowLeft');
  });

  it('does not depend on Caps Lock, and tells Shift with letters only', () => {
    expect(press('J')).toBe('j');
    expect(press('J', { shiftKey: true })).toBe('shift+j');
    expect(press('?', { shiftKey: true })).toBe('?');
  });
});

describe('a failure', () => {
  it('is read from a job that tells of its fault by itself', () => {
    expect(failureOf({ code: 'disk-full', message: 'There is no room.' })).toMatchObject({
      code: 'disk-full',
      message: 'There is no room.',
    });
  });

  it('names its fields, and a list also for its entries', () => {
    const issues = [
      { field: 'sentAt', message: 'lies in the future' },
      { field: 'items.3.at', message: 'lies before the case was received' },
    ];
    expect(issuesByField({ issues })).toEqual({
      sentAt: 'lies in the future',
      'items.3.at': 'lies before the case was received',
      items: 'lies before the case was received',
    });
  });
});

describe('the typed confirmation', () => {
  it('takes the text in any case, and nothing else', () => {
    expect(isConfirmed('COC-2026-000123-5', ' coc-2026-000123-5 ')).toBe(true);
    expect(isConfirmed('COC-2026-000123-5', 'COC-2026-000123')).toBe(false);
    expect(isConfirmed('COC-2026-000123-5', '')).toBe(false);
  });
});
