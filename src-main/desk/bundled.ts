import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Rulebook } from '../law/contract.ts';
import { readRulebook } from '../law/rules.ts';
import type { Profile } from '../platforms/contract.ts';
import { readProfile } from '../platforms/rules.ts';
import { resourcePath } from './resources.ts';

/** A rulebook or profile as it ships: what a new workspace adopts. */
export interface BundledText {
  name: string;
  version: string;
  hash: string;
  content: string;
}

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');

/** The newest rulebook that ships with the product. */
export function bundledRulebook(): BundledText & { rulebook: Rulebook } {
  const file =
    readdirSync(resourcePath('rulebook'))
      .filter((name) => /^rulebook-.*\.json$/.test(name))
      .sort()
      .at(-1) ?? '';
  const content = readFileSync(resourcePath('rulebook', file), 'utf8');
  const rulebook = readRulebook(content);
  return { name: rulebook.name, version: rulebook.version, hash: hashOf(content), content, rulebook };
}

/** The profile of one platform as it ships. */
export function bundledProfile(platform: string): Profile {
  return readProfile(readFileSync(resourcePath('platforms', `${platform}.json`), 'utf8'));
}

/** The same as text, for adoption. */
export function bundledProfileText(platform: string): BundledText {
  const content = readFileSync(resourcePath('platforms', `${platform}.json`), 'utf8');
  return { name: platform, version: readProfile(content).version, hash: hashOf(content), content };
}
