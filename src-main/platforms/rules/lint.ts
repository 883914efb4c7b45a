import type { Rulebook } from '../../law/contract.ts';
import { type Gap, gaps, type Profile } from '../contract.ts';
import { checkOfficer, checkPin, checkReach } from './lint-contact.ts';
import { checkAadhaar, checkBusinessUsers, checkChildren, checkHolds, checkNotHeld, checkRights } from './lint-people.ts';
import {
  checkAgencies,
  checkAppealRoutes,
  checkContradictions,
  checkForeign,
  checkRetention,
  checkStale,
  checkTimelines,
} from './lint-promises.ts';

/** What a check finds; its gap and number are added by the lint. */
export type Finding = Omit<Gap, 'gap' | 'number'>;
type Check = (profile: Profile, rulebook: Rulebook, officer: OfficerOfRecord | null) => Finding[];

/** The grievance officer of the desk for a platform today, as she was appointed. */
export interface OfficerOfRecord {
  name: string;
  email: string | null;
  address: string | null;
}

const checks: Record<(typeof gaps)[number], Check> = {
  'officer-not-named': checkOfficer,
  'officer-unreachable': checkReach,
  'bad-pin-code': checkPin,
  'no-timelines': checkTimelines,
  'stale-policy': checkStale,
  children: checkChildren,
  'no-appeal-route': checkAppealRoutes,
  'unknown-agency': checkAgencies,
  'foreign-instrument': checkForeign,
  'retention-conflict': checkRetention,
  'hold-spreads': checkHolds,
  contradiction: checkContradictions,
  'no-rights': checkRights,
  'data-not-held': checkNotHeld,
  'business-users': checkBusinessUsers,
  aadhaar: checkAadhaar,
};

/**
 * Where the platform's policy falls short of the law of this rulebook, in the order of the sixteen gaps. Figures come from the
 * rulebook. `officer`: whom the desk has appointed, where the policy itself names nobody or no way to reach her.
 */
export function lintProfile(profile: Profile, rulebook: Rulebook, officer: OfficerOfRecord | null = null): Gap[] {
  return gaps.flatMap((gap, index) => checks[gap](profile, rulebook, officer).map((finding) => ({ gap, number: index + 1, ...finding })));
}
