import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesFor } from '../../../src-main/workspace/slots-kdf.ts';
import { delayAfter } from '../../../src-main/workspace/slots-unlock.ts';
import { bucketOf } from '../../../src-main/workspace/store-files-cipher.ts';

describe('the passes of Argon2', () => {
  it.each([
    [850, 3],
    [5000, 3],
    [425, 6],
    [200, 13],
    [1, 24],
    [0, 24],
  ])('where the floor takes %i ms are %i', (ms, passes) => {
    expect(passesFor(ms)).toBe(passes);
  });

  it('never go under the floor of 3', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (ms) => passesFor(ms) >= 3 && passesFor(ms) <= 24));
  });
});

describe('the wait after failed attempts', () => {
  it('grows from nothing to a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 500].map(delayAfter)).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });
});

describe('the bucket of an attachment', () => {
  it.each([
    [0, 1024],
    [1024, 1024],
    [1025, 1088],
    [65_536, 65_536],
    [1_000_000, 1_015_808],
  ])('for %i bytes is %i', (size, bucket) => {
    expect(bucketOf(size)).toBe(bucket);
  });

  it('holds the content, wastes at most an eighth, and stays a bucket', () => {
    const sizes = fc.integer({ min: 1025, max: 2 ** 40 });
    fc.assert(
      fc.property(sizes, (size) => bucketOf(size) >= size && bucketOf(size) <= size * 1.125 && bucketOf(bucketOf(size)) === bucketOf(size)),
    );
  });

  it('tells little: there are few of them', () => {
    const buckets = new Set(Array.from({ length: 100_000 }, (_, n) => bucketOf(1024 + n * 100)));
    expect(buckets.size).toBeLessThan(400);
  });
});
