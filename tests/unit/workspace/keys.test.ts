import { createPublicKey, diffieHellman, hkdfSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemIds as ids } from '../../../src-main/desk/ports.ts';
import {
  deriveKey,
  exchangeKeyObject,
  newDataKey,
  newPersonKeys,
  personKeysOf,
  signingKeyObject,
  wipe,
} from '../../../src-main/workspace/keys.ts';

const publicObject = (kind: 'x25519' | 'ed25519', base64: string) =>
  createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: kind === 'x25519' ? 'X25519' : 'Ed25519', x: Buffer.from(base64, 'base64').toString('base64url') },
  });

describe('derived keys', () => {
  it('are 32 bytes, differ by purpose, and are the same each time', () => {
    const dataKey = newDataKey(ids);
    const keys = (['database', 'vault', 'export', 'manifest'] as const).map((label) => deriveKey(dataKey, label));
    expect(new Set([dataKey, ...keys].map((key) => key.toString('hex'))).size).toBe(5);
    expect(keys.every((key) => key.length === 32)).toBe(true);
    expect(deriveKey(dataKey, 'database')).toEqual(keys[0]);
  });

  it('are HKDF-SHA-256 as any other program computes it', () => {
    const dataKey = Buffer.alloc(32, 1);
    expect(deriveKey(dataKey, 'vault')).toEqual(Buffer.from(hkdfSync('sha256', dataKey, '', 'nivaran/1/vault', 32)));
  });
});

describe('the keys of a person', () => {
  it('have public halves of 32 bytes that fit the private ones', () => {
    const keys = newPersonKeys(ids);
    expect(Buffer.from(keys.exchangePublic, 'base64')).toHaveLength(32);
    expect(Buffer.from(keys.signingPublic, 'base64')).toHaveLength(32);
    expect(personKeysOf(keys.exchangePrivate, keys.signingPrivate)).toEqual(keys);
  });

  it('sign', () => {
    const keys = newPersonKeys(ids);
    const message = Buffer.from('a decision');
    const signature = sign(null, message, signingKeyObject(keys.signingPrivate));
    expect(verify(null, message, publicObject('ed25519', keys.signingPublic), signature)).toBe(true);
    expect(verify(null, Buffer.from('another'), publicObject('ed25519', keys.signingPublic), signature)).toBe(false);
  });

  it('agree on a secret with another person', () => {
    const [a, b] = [newPersonKeys(ids), newPersonKeys(ids)];
    const shared = (mine: Buffer, theirs: string) =>
      diffieHellman({ privateKey: exchangeKeyObject(mine), publicKey: publicObject('x25519', theirs) });
    expect(shared(a.exchangePrivate, b.exchangePublic)).toEqual(shared(b.exchangePrivate, a.exchangePublic));
  });

  it('give the public key of RFC 8032 for its first test key', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const expected = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
    expect(Buffer.from(personKeysOf(seed, seed).signingPublic, 'base64').toString('hex')).toBe(expected);
  });
});

it('wiping leaves zeros', () => {
  const secret = Buffer.from('secret');
  wipe(secret, null, undefined);
  expect(secret).toEqual(Buffer.alloc(6));
});
