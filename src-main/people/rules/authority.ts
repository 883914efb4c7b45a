import type { Authority } from '../contract/authority.ts';

type Limits = Pick<Authority, 'type' | 'datedOn' | 'scope' | 'expiresOn' | 'endedOn'>;

const shown = (day: string) => day.split('-').reverse().join('-');

/**
 * Why an authority does not cover a request of this kind on this day (YYYY-MM-DD), as a sentence; null where it does.
 * A nominee and an heir act when the person no longer can; a paper is good from its date to its last day (DPDP Act 2023, s.14).
 */
export function authorityObstacle(authority: Limits, kind: string, on: string): string | null {
  if (authority.endedOn !== null && authority.endedOn <= on) return `The authority ended on ${shown(authority.endedOn)}.`;
  if (authority.datedOn > on) return `The authority is dated ${shown(authority.datedOn)}, which is later than the request it is used for.`;
  if (authority.expiresOn !== null && authority.expiresOn < on) return `The authority expired on ${shown(authority.expiresOn)}.`;
  if (authority.scope !== null && !authority.scope.includes(kind))
    return `The authority does not cover a request of the kind ${kind}; it covers ${authority.scope.join(', ')}.`;
  return null;
}

/** Whether one of these authorities covers the request on this day. */
export function isCovered(authorities: readonly Limits[], kind: string, on: string): boolean {
  return authorities.some((one) => authorityObstacle(one, kind, on) === null);
}
