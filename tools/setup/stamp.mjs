// What setup has already seen to be in order: the lockfile's hash and the fingerprint of the Node binary it checked.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '../lib/house.mjs';

const file = join(modules, '.nivaran-setup');

/** The stamp of the last setup; empty when there is none or it cannot be read. */
export function readStamp() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

export function writeStamp(stamp) {
  if (existsSync(modules)) writeFileSync(file, `${JSON.stringify(stamp)}\n`);
}
