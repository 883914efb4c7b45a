import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Ids } from '../desk/ports.ts';

/** What the data key is turned into; each label gives a key of its own, so that no key serves two purposes. */
export type KeyLabel = 'database' | 'vault' | 'export' | 'manifest';

/** A person's own keys: X25519 to be given wall keys, Ed25519 to sign. Private halves are 32 raw bytes, public ones base64 of 32 bytes. */
export interface PersonKeys {
  exchangePrivate: Buffer;
  signingPrivate: Buffer;
  exchangePublic: string;
  signingPublic: string;
}

// RFC 8410: a PKCS #8 private key is this fixed head followed by the 32 raw bytes.
const x25519Head = Buffer.from('302e020100300506032b656e04220420', 'hex');
const ed25519Head = Buffer.from('302e020100300506032b657004220420', 'hex');
/** An SPKI public key of either kind ends in its 32 raw bytes. */
const publicKeyBytes = 32;

/** A new random data key of 32 bytes, the root of everything that is encrypted in a workspace. */
export function newDataKey(ids: Ids): Buffer {
  return ids.bytes(32);
}

/** Derives the 32-byte key for one purpose from the data key: HKDF-SHA-256 (RFC 5869), no salt, info `nivaran/1/<label>`. */
export function deriveKey(dataKey: Buffer, label: KeyLabel): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `nivaran/1/${label}`, 32));
}

/** A new key pair of each kind for one person. */
export function newPersonKeys(ids: Ids): PersonKeys {
  return personKeysOf(ids.bytes(32), ids.bytes(32));
}

/** Puts the public halves to two raw private keys of 32 bytes. */
export function personKeysOf(exchangePrivate: Buffer, signingPrivate: Buffer): PersonKeys {
  return {
    exchangePrivate,
    signingPrivate,
    exchangePublic: rawPublic(exchangeKeyObject(exchangePrivate)),
    signingPublic: rawPublic(signingKeyObject(signingPrivate)),
  };
}

/** The key object for node:crypto's diffieHellman from 32 raw bytes. */
export function exchangeKeyObject(raw: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([x25519Head, raw]), format: 'der', type: 'pkcs8' });
}

/** The key object for node:crypto's sign from 32 raw bytes (RFC 8032 seed). */
export function signingKeyObject(raw: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([ed25519Head, raw]), format: 'der', type: 'pkcs8' });
}

/** A person's two private keys as she uses them at an open desk: to sign, and to open the keys of walls. */
export function keyObjects(keys: PersonKeys | null): { signingKey: KeyObject | null; exchangeKey: KeyObject | null } {
  return {
    signingKey: keys && signingKeyObject(keys.signingPrivate),
    exchangeKey: keys && exchangeKeyObject(keys.exchangePrivate),
  };
}

function rawPublic(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-publicKeyBytes).toString('base64');
}

/** Overwrites private keys in memory; what the garbage collector copied before is beyond reach. */
export function wipe(...secrets: (Buffer | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}
