import { createHash } from 'node:crypto';
import { type AttachmentFact, attachmentKey, isIdentityEvidence, keepAttachmentKey, readAttachment } from '../cases/index.ts';
import { getFile, putFile } from '../workspace/index.ts';
import type { Desk } from './desk.ts';
import { Fault } from './faults.ts';

/** An attachment whose bytes are on disk under their own key, and what the record will say of it. */
export interface StoredAttachment {
  fact: AttachmentFact;
  file: string;
  key: Buffer;
}

/** Writes the bytes first, durably; the row follows in the transaction, so that no row is without its file. */
export function storeAttachment(
  desk: Desk,
  bytes: Uint8Array,
  what: Pick<AttachmentFact, 'purpose' | 'name' | 'mediaType' | 'quarantine'>,
): StoredAttachment {
  const stored = putFile(desk.dir, bytes);
  const id = `attachment:${desk.ids.id(16)}`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { fact: { id, ...what, sizeBytes: bytes.byteLength, sha256 }, file: stored.file, key: stored.key };
}

/** Keeps the keys of stored attachments; inside the transaction that records them. */
export function keepKeys(desk: Desk, stored: StoredAttachment[]): void {
  for (const one of stored) keepAttachmentKey(desk.db, one.fact.id, one.file, one.key);
}

/**
 * Whether a file may leave the desk. Faults: not-found; refused while it waits, when its bytes are gone, and for identity
 * evidence, by mail or not, which is shown for a reason and not handed out.
 */
export function checkRelease(desk: Desk, id: string): void {
  const fact = readAttachment(desk.db, id);
  if (!fact) throw new Fault('not-found', 'This attachment is not in the workspace.');
  if (fact.purpose === 'package') throw new Fault('refused', 'A package is handed out by two people, from the work on its case.');
  if (fact.quarantine === 'withheld')
    throw new Fault('refused', 'The bytes of this file are gone: it showed an Aadhaar number, or was purged.');
  if (fact.quarantine === 'waiting')
    throw new Fault('refused', 'This file waits: look at it and say first whether it shows an Aadhaar number.');
  if (isIdentityEvidence(desk.db, fact.ref, id))
    throw new Fault('refused', 'Identity evidence is shown for a reason, and not saved to a file.');
}

/** The bytes of an attachment. Faults: not-found, corrupt when they are not what was stored. */
export function loadAttachment(desk: Desk, id: string): { bytes: Buffer; name: string; mediaType: string; ref: string } {
  const fact = readAttachment(desk.db, id);
  const place = attachmentKey(desk.db, id);
  if (!fact || !place) throw new Fault('not-found', 'This attachment is not in the workspace.');
  return { bytes: getFile(desk.dir, place.file, place.key, fact.sha256), name: fact.name, mediaType: fact.mediaType, ref: fact.ref };
}
