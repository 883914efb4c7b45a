import { badInput, Fault } from '../desk/faults.ts';
import { type Clock, isoInstant } from '../desk/ports.ts';
import { changeHeader, type Header, readHeader, type Slot } from './header.ts';
import { wipe } from './keys.ts';
import { normalisePassphrase } from './passphrase.ts';
import { readRecoveryCode } from './recovery.ts';
import { deriveSlotKey } from './slots-kdf.ts';
import { openSlot, type Unlocked } from './slots-seal.ts';

export type { Unlocked };

/** One of `passphrase` and `recoveryCode`. `person` narrows a passphrase to that person's slots, which saves a second a slot. */
export interface Credential {
  passphrase?: string;
  recoveryCode?: string;
  person?: string;
}

const freeAttempts = 2;
const longestDelaySeconds = 60;

/** How long to wait after `count` failures in a row: nothing for the first two, then 1, 2, 4, … up to 60 seconds. */
export function delayAfter(count: number): number {
  return count <= freeAttempts ? 0 : Math.min(2 ** (count - freeAttempts - 1), longestDelaySeconds);
}

/**
 * Opens the workspace in `dir` with a passphrase or recovery code. The attempt is counted in the header before it is made,
 * so that ending the program does not save it. Faults: wrong-key (detail: failures, secondsLeft), too-many-attempts
 * (detail: secondsLeft), bad-input for a mistyped recovery code (not counted), not-found for a person without a slot,
 * and those of readHeader and writeHeader.
 */
export async function unlock(dir: string, credential: Credential, clock: Clock): Promise<Unlocked> {
  const header = readHeader(dir);
  refuseWhileWaiting(dir, header, clock.now());
  const attempt = prepare(header, credential);
  recordFailures(dir, header.failures.count + 1, clock.now());
  try {
    const unlocked = await tryAll(header, attempt);
    recordFailures(dir, 0, clock.now());
    return unlocked;
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'wrong-key') throw error;
    const failures = readHeader(dir).failures.count;
    recordFailures(dir, failures, clock.now());
    throw new Fault('wrong-key', error.message, { failures, secondsLeft: delayAfter(failures) });
  }
}

/** The same on a header alone, uncounted: for restoring a backup, whose header any number of copies may exist of. */
export async function unlockHeader(header: Header, credential: Credential): Promise<Unlocked> {
  return tryAll(header, prepare(header, credential));
}

interface Attempt {
  secret: string;
  slots: Slot[];
  refusal: string;
}

function prepare(header: Header, credential: Credential): Attempt {
  const { passphrase, recoveryCode, person } = credential;
  if ((passphrase === undefined) === (recoveryCode === undefined)) {
    throw badInput('credential', 'takes either a passphrase or a recovery code.');
  }
  if (recoveryCode !== undefined) {
    const slots = header.slots.filter((slot) => slot.kind === 'recovery');
    return { secret: readRecoveryCode(recoveryCode), slots, refusal: 'The recovery code does not open this workspace.' };
  }
  const slots = header.slots.filter((slot) => slot.kind === 'passphrase' && (person === undefined || slot.person === person));
  if (slots.length === 0) throw new Fault('not-found', 'That person has no passphrase in this workspace.');
  return { secret: normalisePassphrase(passphrase ?? ''), slots, refusal: 'The passphrase does not open this workspace.' };
}

async function tryAll(header: Header, attempt: Attempt): Promise<Unlocked> {
  for (const slot of attempt.slots) {
    const unlocked = await tryOne(header, slot, attempt.secret);
    if (unlocked) return unlocked;
  }
  throw new Fault('wrong-key', attempt.refusal);
}

async function tryOne(header: Header, slot: Slot, secret: string): Promise<Unlocked | null> {
  const kek = await deriveSlotKey(secret, Buffer.from(slot.salt, 'base64'), slot.kdf);
  try {
    return openSlot(header.workspace, slot, kek);
  } catch (error) {
    if (error instanceof Fault && error.code === 'wrong-key') return null;
    throw error;
  } finally {
    wipe(kek);
  }
}

function refuseWhileWaiting(dir: string, header: Header, now: number): void {
  const { count, until } = header.failures;
  if (until === null) return;
  const leftMs = Date.parse(until) - now;
  if (leftMs <= 0) return;
  // A clock that was set back would lock people out for as long: the wait starts again from the present time.
  if (leftMs > longestDelaySeconds * 1000) recordFailures(dir, count, now);
  const secondsLeft = Math.min(Math.ceil(leftMs / 1000), longestDelaySeconds);
  throw new Fault('too-many-attempts', `Too many attempts failed. Try again in ${secondsLeft} seconds.`, { secondsLeft });
}

function recordFailures(dir: string, count: number, now: number): void {
  const delay = delayAfter(count);
  const until = delay === 0 ? null : isoInstant(now + delay * 1000);
  changeHeader(dir, (header) => ({ ...header, failures: { count, until } }));
}
