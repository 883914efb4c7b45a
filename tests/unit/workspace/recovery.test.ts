import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src-main/desk/faults.ts';
import { systemIds } from '../../../src-main/desk/ports.ts';
import { newRecoveryCode, readRecoveryCode } from '../../../src-main/workspace/recovery.ts';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = fc
  .uint8Array({ minLength: 27, maxLength: 27 })
  .map((bytes) => newRecoveryCode({ id: systemIds.id, bytes: () => Buffer.from(bytes) }));
const bare = (text: string) => text.replaceAll('-', '');

function isRefused(text: string): boolean {
  try {
    readRecoveryCode(text);
    return false;
  } catch (error) {
    if (error instanceof Fault && error.code === 'bad-input') return true;
    throw error;
  }
}

describe('a recovery code', () => {
  it('is seven groups of four', () => {
    expect(newRecoveryCode(systemIds)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('carries 135 random bits: each of 27 characters takes all 32 values', () => {
    const seen = Array.from({ length: 27 }, () => new Set<string>());
    for (let value = 0; value < 256; value += 1) {
      const text = bare(newRecoveryCode({ id: systemIds.id, bytes: (length) => Buffer.alloc(length, value) }));
      for (const [place, set] of seen.entries()) set.add(text[place] ?? '');
    }
    expect(seen.map((set) => set.size)).toEqual(Array(27).fill(32));
  });

  it('reads back as it was printed', () => {
    fc.assert(fc.property(code, (text) => readRecoveryCode(text) === text));
  });

  it('reads the same in lower case, with other spaces and dashes, and with look-alikes', () => {
    const habits = fc.constantFrom<(text: string) => string>(
      (text) => text.toLowerCase(),
      (text) => bare(text),
      (text) => `  ${text.replaceAll('-', ' – ')}\n`,
      (text) => text.replaceAll('0', 'O').replaceAll('1', 'l'),
      (text) => text.replaceAll('0', 'o').replaceAll('1', 'I'),
      (text) => text.replaceAll('-', '\u2011'),
    );
    fc.assert(fc.property(code, habits, (text, habit) => readRecoveryCode(habit(text)) === text));
  });

  it('is refused with any one character changed', () => {
    fc.assert(
      fc.property(code, fc.nat(27), fc.nat(31), (text, place, value) => {
        const typed = [...bare(text)];
        fc.pre(typed[place] !== digits[value]);
        typed[place] = digits[value] ?? '';
        return isRefused(typed.join(''));
      }),
    );
  });

  it('is refused with any two characters exchanged', () => {
    fc.assert(
      fc.property(code, fc.nat(27), fc.nat(27), (text, a, b) => {
        const typed = [...bare(text)];
        fc.pre(typed[a] !== typed[b]);
        [typed[a], typed[b]] = [typed[b] ?? '', typed[a] ?? ''];
        return isRefused(typed.join(''));
      }),
    );
  });

  it.each([
    ['nothing', '', 'has 0 characters'],
    ['a group too few', 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA', 'has 24 characters'],
    ['a letter that is never used', 'UAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA', 'do not use'],
    ['a punctuation mark', 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAA!', 'do not use'],
  ])('with %s is refused with the reason', (_what, text, reason) => {
    expect(() => readRecoveryCode(text)).toThrow(reason);
  });

  it('is not repeated in the fault', () => {
    const text = newRecoveryCode(systemIds).slice(0, -5);
    expect(() => readRecoveryCode(text)).toThrow(expect.not.objectContaining({ message: expect.stringContaining(text.slice(0, 9)) }));
  });
});
