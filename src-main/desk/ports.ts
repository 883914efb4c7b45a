import { randomBytes } from 'node:crypto';

/** Where instants come from. Wall time in milliseconds since 1970 UTC; `monotonic` in milliseconds since any fixed point. */
export interface Clock {
  now(): number;
  monotonic(): number;
}

/** Where randomness comes from: ids of [a-z0-9], keys and salts. */
export interface Ids {
  /** A random id of `length` characters out of [a-z0-9]. */
  id(length: number): string;
  bytes(length: number): Buffer;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const systemIds: Ids = {
  bytes: (length) => randomBytes(length),
  id(length) {
    let text = '';
    // 252 is the largest multiple of 36 below 256: bytes above it would favour the first letters.
    while (text.length < length) {
      for (const byte of randomBytes(length * 2)) {
        if (byte < 252 && text.length < length) text += alphabet[byte % 36];
      }
    }
    return text;
  },
};

/** An instant as the store keeps it: UTC ISO 8601 with milliseconds. */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}
