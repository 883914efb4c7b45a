import { describe, expect, it } from 'vitest';
import { missingOf } from '../../../../src-renderer/settings/people/missing.ts';

describe('what a form of a person lacks', () => {
  it('is every needed field without anything written, in their order', () => {
    const values = { name: ' ', reason: '', newPassphrase: '', passphrase: 'x' };
    expect(missingOf(values, ['name', 'newPassphrase', 'passphrase'])).toEqual(['name', 'newPassphrase']);
    expect(missingOf(values, ['reason', 'passphrase'])).toEqual(['reason']);
  });

  it('takes the blanks of a passphrase as they are', () => {
    expect(missingOf({ passphrase: '   ' }, ['passphrase'])).toEqual([]);
  });
});
