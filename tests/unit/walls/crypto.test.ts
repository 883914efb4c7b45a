import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemIds } from '../../../src-main/desk/ports.ts';
import { openEvent, sealEvent, unwrapKey, wrapKey } from '../../../src-main/walls/crypto.ts';
import { exchangeKeyObject, newPersonKeys } from '../../../src-main/workspace/keys.ts';

const key = Buffer.alloc(32, 3);
const place = { workspace: 'w1', wall: 'a1', seq: 7 };
const event = { kind: 'case.noted', subject: 'case:COC-2026-000001-5', body: { v: 1, text: 'गोपनीय' } };
const flipped = (text: string, at: number): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes[at % bytes.length]! ^= 1;
  return bytes.toString('base64');
};

describe('a wrapped key', () => {
  const [hers, other] = [newPersonKeys(systemIds), newPersonKeys(systemIds)];
  const at = { workspace: 'w1', wall: 'a1', person: 'user:a1' };
  const wrapped = wrapKey(key, hers.exchangePublic, at, systemIds);
  const own = exchangeKeyObject(hers.exchangePrivate);

  it('opens with the private key of whom it is for, and with no other', () => {
    expect(unwrapKey(wrapped, own, at)).toEqual(key);
    expect(unwrapKey(wrapped, exchangeKeyObject(other.exchangePrivate), at)).toBeNull();
    expect(wrapKey(key, hers.exchangePublic, at, systemIds)).not.toBe(wrapped);
  });

  it('does not open moved to another wall, person or workspace, nor with any byte changed', () => {
    for (const moved of [{ wall: 'a2' }, { person: 'user:a2' }, { workspace: 'w2' }])
      expect(unwrapKey(wrapped, own, { ...at, ...moved })).toBeNull();
    const { length } = Buffer.from(wrapped, 'base64');
    for (let n = 0; n < length; n += 1) expect(unwrapKey(flipped(wrapped, n), own, at), String(n)).toBeNull();
    for (const text of ['', 'AAAA', wrapped.slice(4)]) expect(unwrapKey(text, own, at)).toBeNull();
  });
});

describe('a sealed event', () => {
  it('comes back whole, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.integer({ min: 1 }), (body, seq) => {
        const said = JSON.parse(JSON.stringify({ ...event, body })) as typeof event;
        const there = { ...place, seq };
        expect(openEvent(key, sealEvent(key, said, there, systemIds), there)).toEqual(said);
      }),
    );
  });

  it('does not open with another key, at another place, nor with any byte changed', () => {
    const sealed = sealEvent(key, event, place, systemIds);
    expect(openEvent(Buffer.alloc(32, 4), sealed, place)).toBeNull();
    for (const moved of [{ seq: 8 }, { wall: 'a2' }, { workspace: 'w2' }])
      expect(openEvent(key, sealed, { ...place, ...moved })).toBeNull();
    fc.assert(
      fc.property(fc.nat(10_000), (n) => {
        expect(openEvent(key, { ...sealed, sealed: flipped(sealed.sealed, n) }, place)).toBeNull();
        expect(openEvent(key, { ...sealed, nonce: flipped(sealed.nonce, n) }, place)).toBeNull();
      }),
    );
  });

  it('tells its length in steps of 256 bytes alone', () => {
    const lengthOf = (text: string) => sealEvent(key, { ...event, body: { v: 1, text } }, place, systemIds).sealed.length;
    expect(lengthOf('a')).toBe(lengthOf('a'.repeat(120)));
    expect(lengthOf('a')).toBeLessThan(lengthOf('a'.repeat(400)));
  });
});
