import { describe, expect, it } from 'vitest';
import { shortestPassphrase } from '../../../../src-main/workspace/passphrase.ts';
import { isSameGroup, lastGroup, shortest, strengthOf } from '../../../../src-renderer/unlock/strength.ts';

describe('the strength of a passphrase', () => {
  it('grows with its length', () => {
    expect(['', 'abc', 'abcdefgh', 'five words good', 'five words are so good'].map(strengthOf)).toEqual([
      'none',
      'short',
      'weak',
      'good',
      'strong',
    ]);
  });

  it('does not count one letter many times', () => {
    expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe('short');
    expect(strengthOf('ababcdababcdababcdababcd')).toBe('weak');
  });

  it('asks for the length that the desk asks for', () => {
    expect(shortest).toBe(shortestPassphrase);
  });
});

describe('typing back the recovery code', () => {
  it('asks for its last group', () => {
    expect(lastGroup('4F7K-9QXM-10PA')).toBe('10PA');
    expect(lastGroup('4F7K 9QXM 10PA ')).toBe('10PA');
  });

  it('takes it as people write it, and no other', () => {
    expect(isSameGroup('10PA', ' lopa ')).toBe(true);
    expect(isSameGroup('10PA', 'IOPA')).toBe(true);
    expect(isSameGroup('10PA', '10PB')).toBe(false);
    expect(isSameGroup('10PA', '')).toBe(false);
  });
});
