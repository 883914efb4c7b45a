import type { IdCheck, IdFacts } from '../contract/words.ts';
import { maskId } from './mask.ts';

const lineLength = 44;
const weights = [7, 3, 1];

function signValue(sign: string): number {
  if (sign === '<') return 0;
  const value = Number.parseInt(sign, 36);
  return Number.isNaN(value) ? 0 : value;
}

/** The check digit of ICAO Doc 9303-3, 4.9: weights 7 3 1, letters count from A=10, fillers 0, modulo 10. */
export function mrzCheckDigit(field: string): string {
  const sum = [...field].reduce((total, sign, place) => total + signValue(sign) * (weights[place % 3] as number), 0);
  return String(sum % 10);
}

/** The two lines of a passport's zone, however they were typed, or null where it is not 88 signs of A-Z, 0-9 and <. */
function readLines(value: string): [string, string] | null {
  // The filler may come as a guillemet from a scanner or a word processor.
  const signs = value
    .toUpperCase()
    .replace(/[«‹]/g, '<')
    .replace(/[\s\u200b-\u200f\ufeff]/g, '');
  return /^[A-Z0-9<]{88}$/.test(signs) ? [signs.slice(0, lineLength), signs.slice(lineLength)] : null;
}

const isDay = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** YYMMDD as a day (YYYY-MM-DD), the latest one up to `latest`; null where it is none (ICAO allows unknown parts as <). */
function dayOf(field: string, latest: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{2})(\d{2})(\d{2})$/.exec(field) ?? [];
  const found = ['20', '19'].map((century) => `${century}${year}-${month}-${day}`).find((one) => one <= latest);
  return found !== undefined && isDay(Number(found.slice(0, 4)), Number(month), Number(day)) ? found : null;
}

/** Passports are valid for ten years: an expiry more than fifty years ahead was in the last century. */
const latestExpiry = (today: string) => `${Number(today.slice(0, 4)) + 50}${today.slice(4)}`;

interface Checked {
  name: string;
  field: string;
  digit: string;
}

/** The five check digits of a TD3 zone (ICAO Doc 9303-4, 4.2.2); that of an empty personal number may be a filler. */
function wrongDigits(line: string): string[] {
  const personal = line.slice(28, 42);
  const fields: Checked[] = [
    { name: 'the passport number', field: line.slice(0, 9), digit: line.charAt(9) },
    { name: 'the date of birth', field: line.slice(13, 19), digit: line.charAt(19) },
    { name: 'the date of expiry', field: line.slice(21, 27), digit: line.charAt(27) },
    { name: 'the personal number', field: personal, digit: line.charAt(42) === '<' && /^<+$/.test(personal) ? '0' : line.charAt(42) },
    { name: 'the whole line', field: line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43), digit: line.charAt(43) },
  ];
  return fields.filter(({ field, digit }) => mrzCheckDigit(field) !== digit).map(({ name }) => name);
}

function wordsOf(facts: IdFacts, today: string): string {
  const said = [
    facts.expiresOn !== undefined && facts.expiresOn < today ? `The passport expired on ${forReaders(facts.expiresOn)}.` : '',
    facts.bornOn !== undefined && isMinor(facts.bornOn, today) ? 'Its holder is under 18.' : '',
  ];
  return ['All check digits are right.', ...said].filter((text) => text !== '').join(' ');
}

/** A day as people in India write it: dd-MM-yyyy. */
export function forReaders(day: string): string {
  return day.split('-').reverse().join('-');
}

/** Whether somebody born on this day is under 18 on another (both YYYY-MM-DD): DPDP Act 2023, section 2(f). */
export function isMinor(bornOn: string, today: string): boolean {
  const eighteenth = `${Number(bornOn.slice(0, 4)) + 18}${bornOn.slice(4)}`;
  return today < eighteenth;
}

function verdict(value: string, today: string): Omit<IdCheck, 'masked'> {
  const wrong = (reason: string) => ({ ok: false, reason, facts: {} });
  const lines = readLines(value);
  if (!lines) return wrong('The machine-readable zone of a passport has two lines of 44 signs: letters, digits and <.');
  const [first, second] = lines;
  if (!first.startsWith('P')) return wrong('The zone is not that of a passport: its first sign is not P.');
  const bad = wrongDigits(second);
  if (bad.length > 0) return wrong(`The check digit of ${bad.join(', of ')} is wrong: at least one sign is mistyped or altered.`);
  const bornOn = dayOf(second.slice(13, 19), today);
  const expiresOn = dayOf(second.slice(21, 27), latestExpiry(today));
  if (expiresOn === null) return wrong('The date of expiry in the zone is not a date that exists.');
  if (bornOn === null && /^\d{6}$/.test(second.slice(13, 19))) return wrong('The date of birth in the zone is not a date that exists.');
  const facts: IdFacts = { expiresOn, ...(bornOn === null ? {} : { bornOn }) };
  return { ok: true, reason: wordsOf(facts, today), facts };
}

/**
 * The machine-readable zone of a passport (TD3, ICAO Doc 9303-4): pattern, all five check digits, dates. An expired
 * passport and a minor's are right in form; `facts` and the sentence say so. `today` is YYYY-MM-DD in IST.
 */
export function checkPassportMrz(value: string, today: string): IdCheck {
  return { ...verdict(value, today), masked: maskId('passport-mrz', value) };
}
