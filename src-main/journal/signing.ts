import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256Hex } from './hash.ts';
import type { Checkpoint } from './rules.ts';

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const ed25519Type = '01';

/** The Ed25519 private key of a 32-byte seed. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
}

/** The raw public half of a private key, base64. */
export function publicHalf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length).toString('base64');
}

const parsedKeys = new Map<string, KeyObject>();

function publicKeyOf(key: string): KeyObject {
  const known = parsedKeys.get(key);
  if (known) return known;
  const parsed = createPublicKey({ key: Buffer.concat([spkiPrefix, Buffer.from(key, 'base64')]), format: 'der', type: 'spki' });
  // A walk over years meets a key a day, each many times in a row.
  if (parsedKeys.size > 64) parsedKeys.clear();
  parsedKeys.set(key, parsed);
  return parsed;
}

export function signText(key: KeyObject, text: string): Buffer {
  return sign(null, Buffer.from(text, 'utf8'), key);
}

/** Whether `signature` (base64, 64 bytes) signs the bytes, or the text as UTF-8, under the raw public key (base64). Never throws. */
export function isSigned(message: string | Uint8Array, signature: string, key: string): boolean {
  try {
    return verify(null, Buffer.from(message as string, 'utf8'), publicKeyOf(key), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** C2SP signed-note key id: the first four bytes of SHA-256(name "\n" 0x01 key), as 8 hex digits. */
export function keyId(name: string, key: string): string {
  const bytes = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.from(ed25519Type, 'hex'), Buffer.from(key, 'base64')]);
  return sha256Hex(bytes).slice(0, 8);
}

/** C2SP verifier key: `name+keyid+base64(0x01 || key)`, as tools for signed notes read it. */
export function verifierKey(name: string, key: string): string {
  const typed = Buffer.concat([Buffer.from(ed25519Type, 'hex'), Buffer.from(key, 'base64')]);
  return `${name}+${keyId(name, key)}+${typed.toString('base64')}`;
}

const blobBytes = 68;

/** Whether a checkpoint carries a signature of this key under its origin, and every one that names the key is good. */
export function isSignedBy(checkpoint: Checkpoint, key: string): boolean {
  const id = keyId(checkpoint.origin, key);
  const claimed = checkpoint.signatures
    .filter(({ name }) => name === checkpoint.origin)
    .map(({ blob }) => Buffer.from(blob, 'base64'))
    .filter((blob) => blob.length === blobBytes && blob.subarray(0, 4).toString('hex') === id);
  return claimed.length > 0 && claimed.every((blob) => isSigned(checkpoint.text, blob.subarray(4).toString('base64'), key));
}
