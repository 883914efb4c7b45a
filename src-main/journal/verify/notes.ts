import { base64OfHex } from '../hash.ts';
import { type Checkpoint, readCheckpoint, readOrigin, tidyNote } from '../rules.ts';
import { isSignedBy } from '../signing.ts';
import type { EpochState } from './epochs.ts';
import type { Report } from './report.ts';

/** What the record itself says at one size. `root` (hex) is null where entries are missing before it. */
export interface Standing {
  root: string | null;
  /** Hash of the last entry, hex. */
  head: string;
  epoch: EpochState;
}

/** Checks a checkpoint kept inside against the record at its size. */
export function checkNote(size: number, note: string, here: Standing, report: Report): void {
  const place = { seq: size, table: 'checkpoint', key: size };
  const checkpoint = readCheckpoint(note);
  if (checkpoint?.size !== size) {
    report.add('checkpoint-malformed', place, 'the note is not a checkpoint of this size');
    return;
  }
  if (isOfOther(checkpoint, here)) report.add('checkpoint-origin', place, 'the origin is not that of the epoch in force');
  if (!hasRoot(checkpoint, here)) report.add('checkpoint-root', place, 'the root is not that of the entries');
  if (checkpoint.head !== here.head) report.add('checkpoint-head', place, 'the head is not that of the last entry');
  if (!isSignedInForce(checkpoint, here)) report.add('checkpoint-signature', place, 'the epoch key in force did not sign it');
}

/** A checkpoint kept outside, read once; null after a problem was reported. */
export function readAgainst(text: string, report: Report): Checkpoint | null {
  const checkpoint = readCheckpoint(tidyNote(text));
  if (!checkpoint) report.add('against-malformed', {}, 'the text is not a checkpoint of a Nivaran record');
  return checkpoint;
}

/** Checks a checkpoint kept outside against the record at its size: the one thing that shows a rewritten history. */
export function checkAgainst(checkpoint: Checkpoint, here: Standing, report: Report): void {
  const place = { seq: checkpoint.size, key: checkpoint.size };
  if (isOfOther(checkpoint, here)) report.add('against-origin', place, 'the checkpoint is of another desk or workspace');
  if (!hasRoot(checkpoint, here)) report.add('root-mismatch', place, 'the entries are not those that the checkpoint covers');
  if (checkpoint.head !== here.head) report.add('head-mismatch', place, 'the last entry is not the one that the checkpoint names');
  if (!isSignedInForce(checkpoint, here)) report.add('against-signature', place, 'no epoch key of this record signed the checkpoint');
}

/** An epoch key that the record announces. */
export interface Known {
  origin: string;
  key: string;
}

/**
 * For a checkpoint whose size the walk never came to; `last` is the number of the last entry. Its root cannot be compared, so
 * what speaks for it is a signature by a key of this record; of another workspace it says nothing about this record.
 */
export function checkUnreached(checkpoint: Checkpoint, { last, keys }: { last: number; keys: readonly Known[] }, report: Report): void {
  const place = { seq: checkpoint.size, key: checkpoint.size };
  const own = keys.at(-1);
  if (own && workspaceOf(own.origin) !== workspaceOf(checkpoint.origin)) {
    report.add('against-origin', place, 'the checkpoint is of another workspace');
    return;
  }
  if (checkpoint.size <= last) report.add('root-mismatch', place, 'the entries are not those that the checkpoint covers');
  else {
    report.add('history-went-back', place, `the record ends at entry ${last}, before the checkpoint`);
    const isConfirmed = keys.some(({ origin, key }) => origin === checkpoint.origin && isSignedBy(checkpoint, key));
    if (!isConfirmed) report.add('against-signature', place, unconfirmed);
  }
}

const unconfirmed = 'the record ends before this checkpoint, and no key in it can confirm the checkpoint';
const workspaceOf = (origin: string) => readOrigin(origin)?.workspace;

const isOfOther = (checkpoint: Checkpoint, { epoch }: Standing) => typeof epoch === 'object' && epoch?.origin !== checkpoint.origin;
const hasRoot = (checkpoint: Checkpoint, { root }: Standing) => root !== null && checkpoint.root === base64OfHex(root);
const isSignedInForce = (checkpoint: Checkpoint, { epoch }: Standing) =>
  typeof epoch === 'object' && epoch !== null && isSignedBy(checkpoint, epoch.key);
