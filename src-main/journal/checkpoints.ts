import type { Db } from '../../db/open.ts';
import { badInput } from '../desk/faults.ts';
import { base64OfHex } from './hash.ts';
import type { Journal } from './record.ts';
import { type Checkpoint, checkpointText, noteText, readCheckpoint, tidyNote } from './rules.ts';
import { keyId } from './signing.ts';
import { insertCheckpoint, lastCheckpointSize, readEpochRow, readNote } from './store.ts';

/** Signs checkpoints with the private half of one epoch. */
export interface Signer {
  /** "nivaran/<workspace>/<desk>": the checkpoint's origin and the name of the key. */
  origin: string;
  epoch: number;
  /** Raw Ed25519 public key, base64. */
  key: string;
  sign(text: string): Buffer;
}

/** At least one checkpoint in so many entries. */
const checkpointEveryEntries = 1_000;

/** Whether the newest checkpoint has fallen a thousand entries behind the record. */
export function isCheckpointDue(db: Db, journal: Journal): boolean {
  return journal.head().seq - lastCheckpointSize(db) >= checkpointEveryEntries;
}

/**
 * Signs the record as it stands, the transaction still open included, and keeps the note. Asked twice at the same size it
 * answers the note of the first time. The record must not be empty and the signer must be that of the epoch in force.
 */
export function writeCheckpoint(db: Db, journal: Journal, signer: Signer): { size: number; note: string } {
  const { seq: size, hash: head } = journal.head();
  if (size === 0) throw new Error('An empty record has no checkpoint.');
  const kept = readNote(db, size);
  if (kept !== null) return { size, note: kept };
  if (readEpochRow(db)?.key !== signer.key) throw new Error('The signer of a checkpoint is that of the epoch in force.');
  const text = checkpointText({ origin: signer.origin, size, root: base64OfHex(journal.root()), head });
  const note = signNote(text, signer);
  insertCheckpoint(db, size, note);
  return { size, note };
}

/** The text of a checkpoint with its signature line: base64 of the key's id and the signature. */
export function signNote(text: string, signer: Signer): string {
  const blob = Buffer.concat([Buffer.from(keyId(signer.origin, signer.key), 'hex'), signer.sign(text)]);
  return noteText(text, [{ name: signer.origin, blob: blob.toString('base64') }]);
}

/** Whether a text has the form of a checkpoint; its signatures are not looked at. */
export function isCheckpoint(note: string): boolean {
  return readCheckpoint(tidyNote(note)) !== null;
}

/** Reads a checkpoint that came from outside. Fault: bad-input when the text is none; signatures are not checked here. */
export function parseCheckpoint(note: string): Checkpoint {
  const checkpoint = readCheckpoint(tidyNote(note));
  if (!checkpoint) throw badInput('checkpoint', 'is not a checkpoint of a Nivaran record');
  return checkpoint;
}
