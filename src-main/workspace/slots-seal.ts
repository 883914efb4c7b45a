import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Fault } from '../desk/faults.ts';
import type { Ids } from '../desk/ports.ts';
import { headerFormat, headerVersion, type KdfParams, type Slot } from './header.ts';
import { type PersonKeys, personKeysOf, wipe } from './keys.ts';

/** What a slot gives back once it is open. `personKeys` is null for a recovery slot: it opens the workspace, not a person's walls. */
export interface Unlocked {
  dataKey: Buffer;
  slot: Slot;
  personKeys: PersonKeys | null;
}

/** All of a slot but what the wrapping adds. */
export interface SlotDraft {
  id: string;
  kind: Slot['kind'];
  label: string;
  person: string | null;
  kdf: KdfParams;
  salt: Buffer;
  createdAt: string;
}

const tagBytes = 16;
const keyBytes = 32;

/** Wraps the data key, and a person's keys if given, under a key-encryption key of 32 bytes (AES-256-GCM). */
export function sealSlot(workspace: string, draft: SlotDraft, kek: Buffer, dataKey: Buffer, keys: PersonKeys | null, ids: Ids): Slot {
  const nonce = ids.bytes(12);
  const cipher = createCipheriv('aes-256-gcm', kek, nonce).setAAD(boundTo(workspace, draft));
  const payload = keys ? Buffer.concat([dataKey, keys.exchangePrivate, keys.signingPrivate]) : Buffer.from(dataKey);
  const wrapped = Buffer.concat([cipher.update(payload), cipher.final(), cipher.getAuthTag()]);
  wipe(payload);
  const fields = { salt: draft.salt.toString('base64'), nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') };
  return { ...draft, ...fields } as Slot;
}

/** Opens one slot with its key-encryption key. Fault: wrong-key, also when the slot belongs to another workspace or was altered. */
export function openSlot(workspace: string, slot: Slot, kek: Buffer): Unlocked {
  const payload = unwrap(workspace, slot, kek);
  const part = (index: number) => payload.subarray(index * keyBytes, (index + 1) * keyBytes);
  const personKeys = slot.kind === 'passphrase' ? personKeysOf(part(1), part(2)) : null;
  return { dataKey: part(0), slot, personKeys };
}

function unwrap(workspace: string, slot: Slot, kek: Buffer): Buffer {
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const draft = { ...slot, salt: Buffer.from(slot.salt, 'base64') };
  const decipher = createDecipheriv('aes-256-gcm', kek, Buffer.from(slot.nonce, 'base64'), { authTagLength: tagBytes });
  decipher.setAAD(boundTo(workspace, draft)).setAuthTag(wrapped.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new Fault('wrong-key', 'The slot does not open with this key.', {}, error);
  }
}

/** What a slot cannot be moved away from or weakened in without failing to open. The desk id is left out: a restore changes it. */
function boundTo(workspace: string, slot: SlotDraft): Buffer {
  const bound = {
    format: headerFormat,
    version: headerVersion,
    workspace,
    slot: slot.id,
    kind: slot.kind,
    person: slot.person,
    kdf: slot.kdf,
    salt: slot.salt.toString('base64'),
  };
  return createHash('sha256')
    .update(canonicalize(bound) ?? '')
    .digest();
}
