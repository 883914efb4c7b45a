import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Ids } from '../desk/ports.ts';

// RFC 8410: fixed heads in front of the 32 raw bytes of an X25519 key.
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** Entries are filled up to a whole number of these, so that their length tells less. */
const blockBytes = 256;

/** What a wrapped key belongs to: moved to another wall, person or workspace it does not open. */
export interface WrapPlace {
  workspace: string;
  wall: string;
  person: string;
}

/** What a sealed entry belongs to: moved to another wall or another number it does not open. */
export interface SealPlace {
  workspace: string;
  wall: string;
  seq: number;
}

/** An event as a restricted case knows it. */
export interface InnerEvent {
  kind: string;
  subject: string;
  body: Readonly<Record<string, unknown>>;
}

const publicOf = (raw: Buffer): KeyObject => createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' });
const privateOf = (raw: Buffer): KeyObject => createPrivateKey({ key: Buffer.concat([privateHead, raw]), format: 'der', type: 'pkcs8' });
const rawOf = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-keyBytes);

const wrapLabel = ({ workspace, wall, person }: WrapPlace) => `nivaran/1/wall-key\n${workspace}\n${wall}\n${person}`;

/** The key that wraps: of the two public halves and what they agree on (RFC 7748), by HKDF-SHA-256 (RFC 5869). */
function agreedKey(own: KeyObject, other: KeyObject, salt: Buffer, place: WrapPlace): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  try {
    return Buffer.from(hkdfSync('sha256', shared, salt, wrapLabel(place), keyBytes));
  } finally {
    shared.fill(0);
  }
}

/**
 * Wraps a wall's key to a person's exchange key (raw X25519, base64) under a key pair made for this alone. Answers base64 of the
 * new public half, nonce, ciphertext and tag (AES-256-GCM).
 */
export function wrapKey(wallKey: Buffer, exchangeKey: string, place: WrapPlace, ids: Ids): string {
  const secret = ids.bytes(keyBytes);
  const own = privateOf(secret);
  secret.fill(0);
  const [ownPublic, otherPublic] = [rawOf(own), Buffer.from(exchangeKey, 'base64')];
  const key = agreedKey(own, publicOf(otherPublic), Buffer.concat([ownPublic, otherPublic]), place);
  const nonce = ids.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(wrapLabel(place)));
  const wrapped = Buffer.concat([ownPublic, nonce, cipher.update(wallKey), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return wrapped.toString('base64');
}

/** The wall's key, or null where it was not wrapped to this person's key, for this place, or was altered. */
export function unwrapKey(wrapped: string, exchangeKey: KeyObject, place: WrapPlace): Buffer | null {
  const bytes = Buffer.from(wrapped, 'base64');
  if (bytes.length !== keyBytes + nonceBytes + keyBytes + tagBytes) return null;
  try {
    const otherPublic = bytes.subarray(0, keyBytes);
    const salt = Buffer.concat([otherPublic, rawOf(exchangeKey)]);
    const key = agreedKey(exchangeKey, publicOf(otherPublic), salt, place);
    const opened = open(key, bytes.subarray(keyBytes, keyBytes + nonceBytes), bytes.subarray(keyBytes + nonceBytes), wrapLabel(place));
    key.fill(0);
    return opened;
  } catch {
    return null;
  }
}

function open(key: Buffer, nonce: Buffer, sealed: Buffer, label: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(label)).setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
}

const sealLabel = ({ workspace, wall, seq }: SealPlace) => `nivaran/1/sealed\n${workspace}\n${wall}\n${seq}`;
const entryKey = (wallKey: Buffer) => Buffer.from(hkdfSync('sha256', wallKey, Buffer.alloc(0), 'nivaran/1/wall-entry', keyBytes));

/** Seals an event for one place in the record: nonce, and ciphertext with its tag, both base64. */
export function sealEvent(wallKey: Buffer, event: InnerEvent, place: SealPlace, ids: Ids): { nonce: string; sealed: string } {
  const text = Buffer.from(canonicalize(event) ?? '');
  const filled = Buffer.alloc(Math.ceil(text.length / blockBytes) * blockBytes, ' ');
  text.copy(filled);
  const nonce = ids.bytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', entryKey(wallKey), nonce).setAAD(Buffer.from(sealLabel(place)));
  const sealed = Buffer.concat([cipher.update(filled), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** The event of a sealed entry, or null where it does not open with this key at this place. */
export function openEvent(wallKey: Buffer, { nonce, sealed }: { nonce: string; sealed: string }, place: SealPlace): InnerEvent | null {
  try {
    const text = open(entryKey(wallKey), Buffer.from(nonce, 'base64'), Buffer.from(sealed, 'base64'), sealLabel(place));
    return JSON.parse(text.toString('utf8')) as InnerEvent;
  } catch {
    return null;
  }
}
