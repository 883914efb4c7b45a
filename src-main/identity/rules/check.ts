import type { IdCheck, IdType } from '../contract/words.ts';
import { checkMobile } from './contact.ts';
import { checkAadhaar, checkEpic, checkLicence, checkPan, checkPin } from './indian-ids.ts';
import { checkPassportMrz } from './mrz.ts';

const checks: Record<IdType, (value: string, today: string) => IdCheck> = {
  aadhaar: checkAadhaar,
  pan: checkPan,
  'passport-mrz': checkPassportMrz,
  epic: checkEpic,
  'driving-licence': checkLicence,
  mobile: checkMobile,
  pin: checkPin,
};

/**
 * Checks a number by its form and check digits, offline; whether it was ever issued, no rule can tell. `today` is
 * YYYY-MM-DD in IST. The answer holds the number masked and never whole.
 */
export function checkId(type: IdType, value: string, today: string): IdCheck {
  return checks[type](value, today);
}
