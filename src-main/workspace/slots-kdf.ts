import { hashRaw } from '@node-rs/argon2';
import type { Clock } from '../desk/ports.ts';
import { type KdfParams, kdfFloor } from './header.ts';

// @node-rs/argon2 declares its algorithms as a const enum, which a type-stripping runtime cannot import: 2 is Argon2id.
const argon2id = 2;
const targetMs = 850;
const mostPasses = 24;

export const floorKdf: KdfParams = { name: 'argon2id', memoryKiB: kdfFloor.memoryKiB, passes: kdfFloor.passes, lanes: 1 };

/** The key-encryption key of a slot, 32 bytes, from a passphrase or recovery code as normalised (RFC 9106). */
export function deriveSlotKey(secret: string, salt: Buffer, kdf: KdfParams): Promise<Buffer> {
  return hashRaw(secret, {
    algorithm: argon2id,
    memoryCost: kdf.memoryKiB,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    outputLen: 32,
    salt,
  });
}

/** Measures this machine once and gives the setting that takes about 0.7 to 1.0 s here, never under the floor. */
export async function calibrateKdf(clock: Clock): Promise<KdfParams> {
  const start = clock.monotonic();
  await deriveSlotKey('calibration', Buffer.alloc(16), floorKdf);
  return { ...floorKdf, passes: passesFor(clock.monotonic() - start) };
}

/** How many passes reach the target time when the floor's passes took `floorMs` milliseconds. */
export function passesFor(floorMs: number): number {
  const wanted = Math.round((kdfFloor.passes * targetMs) / Math.max(floorMs, 1));
  return Math.min(Math.max(wanted, kdfFloor.passes), mostPasses);
}
