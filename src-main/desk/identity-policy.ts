import { readFileSync } from 'node:fs';
import { type IdentityPolicy, identityPolicySchema } from '../identity/contract.ts';
import { resourcePath } from './resources.ts';

let known: IdentityPolicy | null = null;

/** How much of an identity check each kind of request needs, and how long its evidence is kept: data of the product. */
export function identityPolicy(): IdentityPolicy {
  known ??= identityPolicySchema.parse(JSON.parse(readFileSync(resourcePath('identity', 'checklists.json'), 'utf8')));
  return known;
}
