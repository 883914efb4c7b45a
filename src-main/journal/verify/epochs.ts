import type { EntryHead } from '../contract.ts';
import { epochStatement, readEpoch, readOrigin } from '../rules.ts';
import { isSigned } from '../signing.ts';
import type { Report } from './report.ts';

/** The epoch in force at a place in the record; `unknown` after an announcement that cannot be relied on. */
export type EpochState = { number: number; origin: string; key: string } | 'unknown' | null;

/**
 * Checks one `epoch.opened` against the epoch before it and answers the one now in force. `body` is undefined when it is
 * gone or does not match its commitment. Signatures bind a key to its place, so `prev` (hex) is part of what is signed.
 */
export function openedEpoch(before: EpochState, entry: EntryHead & { prev: string }, body: unknown, report: Report): EpochState {
  const place = { seq: entry.seq, table: 'journal', key: entry.seq };
  const epoch = readEpoch(body);
  if (!epoch) {
    report.add('epoch-malformed', place, 'the entry does not hold an epoch key');
    return 'unknown';
  }
  const origin = readOrigin(epoch.origin);
  const known = typeof before === 'object' ? before : null;
  const earlier = known && readOrigin(known.origin);
  if (origin?.desk !== entry.desk || (earlier && earlier.workspace !== origin.workspace)) {
    report.add('epoch-malformed', place, 'the origin is not that of this desk and workspace');
  }
  if (before === 'unknown') return epoch;
  if (epoch.number !== (known?.number ?? 0) + 1) report.add('epoch-order', place, 'the epoch does not follow the one before it');
  const mayBeUnsigned = !earlier || earlier.desk !== entry.desk;
  if (epoch.signature === null) {
    if (!mayBeUnsigned) report.add('epoch-unsigned', place, 'the key before it did not announce this key');
    return epoch;
  }
  const statement = epochStatement({ ...epoch, seq: entry.seq, prev: entry.prev });
  if (!known || !isSigned(statement, epoch.signature, known.key)) {
    report.add('epoch-signature', place, 'the signature is not that of the key before it');
  }
  return epoch;
}
