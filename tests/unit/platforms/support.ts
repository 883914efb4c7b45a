import { readFileSync } from 'node:fs';
import type { Platform } from '../../../src-main/cases/contract.ts';
import { readRulebook } from '../../../src-main/law/rules/read.ts';
import type { Profile } from '../../../src-main/platforms/contract.ts';
import { readProfile } from '../../../src-main/platforms/rules/read.ts';

const resource = (path: string) => readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8');

export const rulebook = readRulebook(resource('rulebook/rulebook-2026.11.json'));

export function profileText(platform: Platform): string {
  return resource(`platforms/${platform}.json`);
}

export function profileOf(platform: Platform): Profile {
  return readProfile(profileText(platform));
}
