import type { Desk } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { maskFile, mustWait } from '../intake/index.ts';

/** A file from outside, as it was offered. */
export interface OfferedEvidence {
  name: string;
  bytes: Uint8Array;
  mediaType: string;
}

/** The bytes as they may be stored, and whether somebody has to look at them first. */
export interface KeptEvidence {
  bytes: Uint8Array;
  aadhaarMasked: number;
  isWaiting: boolean;
}

/**
 * A message is read and masked as imported mail is, with what was masked read back, in a process without keys. It waits when
 * anything in it waits, however it is nested or encoded; where its texts alone are kept, nothing else is left of it.
 */
async function readMessage(desk: Desk, file: OfferedEvidence): Promise<KeptEvidence> {
  const { masked, attachments } = await desk.pool.run('mail', file.bytes);
  if (!desk.db.open) throw new Fault('locked', 'The workspace was locked before the file was stored; nothing was kept.');
  const bytes = masked.original ?? file.bytes;
  const isWaiting = mustWait({ bytes, mediaType: file.mediaType, sniffedType: null });
  return { bytes, aadhaarMasked: masked.count, isWaiting: isWaiting || (!masked.isRewritten && attachments.some((part) => part.mustWait)) };
}

function readPlain(file: OfferedEvidence): KeptEvidence {
  const { bytes, count } = maskFile(file.bytes, file.mediaType);
  return { bytes, aadhaarMasked: count, isWaiting: mustWait({ ...file, sniffedType: null }) };
}

/**
 * A file from outside as it may be stored: what a program can read with every Aadhaar number masked; a picture, and a message that
 * holds one, waits until a person has looked. Faults: bad-input where it is empty; for a message those of importing one.
 */
export async function readForKeeping(desk: Desk, file: OfferedEvidence): Promise<KeptEvidence> {
  if (file.bytes.length === 0) throw badInput('file', 'is empty');
  return file.mediaType === 'message/rfc822' ? readMessage(desk, file) : readPlain(file);
}
