import type { IdCheck, IdFacts } from '../contract/words.ts';
import { compact, foldDigits, isLuhn, isPalindrome, isVerhoeff } from './digits.ts';
import { maskId } from './mask.ts';

type Verdict = Omit<IdCheck, 'masked'>;

const wrong = (reason: string): Verdict => ({ ok: false, reason, facts: {} });
const right = (reason: string, facts: IdFacts = {}): Verdict => ({ ok: true, reason, facts });

function aadhaarVerdict(number: string): Verdict {
  if (/^[X*]{8}\d{4}$/.test(number)) return wrong('The number is masked already; nothing is left to check but its last four digits.');
  if (/^[2-9]\d{15}$/.test(number) && isVerhoeff(number))
    return wrong('This is a virtual ID of sixteen digits, which stands for an Aadhaar number and is not to be asked for or kept.');
  if (!/^\d{12}$/.test(number)) return wrong('An Aadhaar number has twelve digits.');
  if (/^[01]/.test(number)) return wrong('An Aadhaar number never begins with 0 or 1.');
  if (isPalindrome(number)) return wrong('No Aadhaar number reads the same backwards.');
  return isVerhoeff(number) ? right('The check digit is right.') : wrong('The check digit is wrong: at least one digit is mistyped.');
}

/** Twelve digits, the first 2-9, the last a Verhoeff check digit (UIDAI numbering scheme). A virtual ID is refused by name. */
export function checkAadhaar(value: string): IdCheck {
  return { ...aadhaarVerdict(compact(value)), masked: maskId('aadhaar', value) };
}

/** The fourth letter of a PAN (Income-tax Rules 1962, rule 114). */
const panHolders: Record<string, string> = {
  A: 'an association of persons',
  B: 'a body of individuals',
  C: 'a company',
  F: 'a firm or limited liability partnership',
  G: 'a government agency',
  H: 'a Hindu undivided family',
  J: 'an artificial juridical person',
  K: 'a trust (Krish)',
  L: 'a local authority',
  P: 'a person',
  T: 'a trust',
};

function panVerdict(number: string): Verdict {
  if (!/^[A-Z]{5}\d{4}[A-Z]$/.test(number)) return wrong('A PAN has five letters, four digits and a letter.');
  const holder = panHolders[number.charAt(3)];
  if (!holder) return wrong(`The fourth letter of a PAN names the kind of holder; ${number.charAt(3)} names none.`);
  if (number.slice(5, 9) === '0000') return wrong('The digits of a PAN are never 0000.');
  return right(`The pattern is right; the holder is ${holder}. A PAN has no check digit that can be computed.`, { about: holder });
}

/** Five letters (the fourth names the kind of holder), four digits that are not all 0, a letter. */
export function checkPan(value: string): IdCheck {
  return { ...panVerdict(compact(value)), masked: maskId('pan', value) };
}

function epicVerdict(number: string, written: string): Verdict {
  if (/^[A-Z]{2}\/\d{1,3}\/\d{1,4}\/\d{3,7}$/.test(written))
    return right('The pattern is that of an older card, which has no check digit: compare it with the card.');
  if (!/^[A-Z]{3}\d{7}$/.test(number)) return wrong('The number of a voter card has three letters and seven digits.');
  return isLuhn(number.slice(3)) ? right('The check digit is right.') : wrong('The check digit is wrong: at least one digit is mistyped.');
}

/** Three letters and seven digits, the last a Luhn check digit; or the older form State/constituency/part/serial. */
export function checkEpic(value: string): IdCheck {
  const written = foldDigits(value).toUpperCase().replace(/\s/g, '');
  return { ...epicVerdict(compact(value), written), masked: maskId('epic', value) };
}

/** State codes on driving licences, those since replaced included (Central Motor Vehicles Rules 1989, rule 50). */
const states: Record<string, string> = {
  AN: 'Andaman and Nicobar Islands',
  AP: 'Andhra Pradesh',
  AR: 'Arunachal Pradesh',
  AS: 'Assam',
  BR: 'Bihar',
  CG: 'Chhattisgarh',
  CH: 'Chandigarh',
  DD: 'Dadra and Nagar Haveli and Daman and Diu',
  DL: 'Delhi',
  DN: 'Dadra and Nagar Haveli',
  GA: 'Goa',
  GJ: 'Gujarat',
  HP: 'Himachal Pradesh',
  HR: 'Haryana',
  JH: 'Jharkhand',
  JK: 'Jammu and Kashmir',
  KA: 'Karnataka',
  KL: 'Kerala',
  LA: 'Ladakh',
  LD: 'Lakshadweep',
  MH: 'Maharashtra',
  ML: 'Meghalaya',
  MN: 'Manipur',
  MP: 'Madhya Pradesh',
  MZ: 'Mizoram',
  NL: 'Nagaland',
  OD: 'Odisha',
  OR: 'Odisha',
  PB: 'Punjab',
  PY: 'Puducherry',
  RJ: 'Rajasthan',
  SK: 'Sikkim',
  TG: 'Telangana',
  TN: 'Tamil Nadu',
  TR: 'Tripura',
  TS: 'Telangana',
  UA: 'Uttarakhand',
  UK: 'Uttarakhand',
  UP: 'Uttar Pradesh',
  WB: 'West Bengal',
};

// No licence of a living holder was issued before.
const firstLicenceYear = 1930;

function licenceVerdict(number: string, today: string): Verdict {
  const state = states[number.slice(0, 2)];
  if (!/^[A-Z]{2}/.test(number) || !state) return wrong('The number of a driving licence begins with the two letters of a State.');
  const [, year] = /^[A-Z]{2}\d{2}[A-Z]?((?:19|20)\d{2})\d{7}$/.exec(number) ?? [];
  if (year === undefined) {
    return /^[A-Z]{2}\d{1,3}[A-Z]{0,3}\d{4,9}$/.test(number) && number.length <= 16
      ? right(`The pattern is that of an older licence of ${state}, which follows no one form: compare it with the licence.`, {
          about: state,
        })
      : wrong('After the State a driving licence has the office (two digits), the year (four) and a number (seven).');
  }
  if (Number(year) < firstLicenceYear || year > today.slice(0, 4)) return wrong(`No licence was issued in the year ${year}.`);
  return right(`The pattern is right: ${state}, first issued in ${year}. A licence number has no check digit.`, { about: state });
}

/** State, office, year of issue and seven digits (Sarathi form); older forms by pattern alone. `today` is YYYY-MM-DD. */
export function checkLicence(value: string, today: string): IdCheck {
  return { ...licenceVerdict(compact(value), today), masked: maskId('driving-licence', value) };
}

/** Regions by the first two digits of a PIN code (Department of Posts). */
const pinRegions: [number, number, string][] = [
  [11, 11, 'Delhi'],
  [12, 13, 'Haryana'],
  [14, 16, 'Punjab and Chandigarh'],
  [17, 17, 'Himachal Pradesh'],
  [18, 19, 'Jammu and Kashmir, Ladakh'],
  [20, 28, 'Uttar Pradesh and Uttarakhand'],
  [30, 34, 'Rajasthan'],
  [36, 39, 'Gujarat, Dadra and Nagar Haveli and Daman and Diu'],
  [40, 44, 'Maharashtra and Goa'],
  [45, 49, 'Madhya Pradesh and Chhattisgarh'],
  [50, 50, 'Telangana'],
  [51, 53, 'Andhra Pradesh'],
  [56, 59, 'Karnataka'],
  [60, 64, 'Tamil Nadu and Puducherry'],
  [67, 69, 'Kerala and Lakshadweep'],
  [70, 74, 'West Bengal, Sikkim, Andaman and Nicobar Islands'],
  [75, 77, 'Odisha'],
  [78, 78, 'Assam'],
  [79, 79, 'the other north-eastern States'],
  [80, 85, 'Bihar and Jharkhand'],
  [90, 99, 'the Army Postal Service'],
];

function pinVerdict(number: string): Verdict {
  if (!/^\d+$/.test(number)) return wrong('A PIN code has digits only.');
  if (number.length !== 6) return wrong(`A PIN code has six digits; this one has ${number.length}.`);
  const sorting = Number(number.slice(0, 2));
  const region = pinRegions.find(([from, to]) => sorting >= from && sorting <= to)?.[2];
  return region ? right(`The code lies in ${region}.`, { about: region }) : wrong(`No PIN code begins with ${number.slice(0, 2)}.`);
}

/** Six digits, the first two of a region that is in use. */
export function checkPin(value: string): IdCheck {
  return { ...pinVerdict(compact(value)), masked: maskId('pin', value) };
}
