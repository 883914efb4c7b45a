import type { IdType } from '../contract/words.ts';
import { compact } from './digits.ts';

const shownSigns = 4;

/** All but the last four signs as X; of a short text the last two, of a very short one nothing. */
export function maskTail(text: string): string {
  const signs = [...text];
  const shown = signs.length > shownSigns * 2 - 1 ? shownSigns : signs.length > shownSigns ? 2 : 0;
  const hidden = 'X'.repeat(signs.length - shown);
  return shown === 0 ? hidden : hidden + signs.slice(-shown).join('');
}

/** As the issuer prints a masked number: `XXXX XXXX 2346`. */
function maskAadhaar(value: string): string {
  const masked = maskTail(compact(value));
  return masked.length === 12 ? `${masked.slice(0, 4)} ${masked.slice(4, 8)} ${masked.slice(8)}` : masked;
}

function maskMobile(value: string): string {
  const number = compact(value.replace(/[()]/g, '')).replace(/^\+?(?:91|0091|0)?(?=\d{10}$)/, '');
  return number.length === 10 ? `+91 ${maskTail(number)}` : maskTail(compact(value));
}

/** Line 2 of a machine-readable zone begins with the number of the passport. */
export function passportNumberOf(value: string): string {
  const zone = compact(value);
  const second = zone.length >= 88 ? zone.slice(44, 53) : zone.slice(0, 9);
  return second.replace(/<+$/, '');
}

/** A number as it may be stored and shown: its last four signs. A PIN code names a post office and stays as it is. */
export function maskId(type: IdType, value: string): string {
  if (type === 'pin') return compact(value).slice(0, 12);
  if (type === 'aadhaar') return maskAadhaar(value);
  if (type === 'mobile') return maskMobile(value);
  return maskTail(type === 'passport-mrz' ? passportNumberOf(value) : compact(value));
}

/** A contact as it may be shown beside a check: the last four digits of a phone, the first sign and the domain of an address. */
export function maskContact(value: string): string {
  const at = value.lastIndexOf('@');
  if (at < 1) return maskTail(compact(value));
  const [first = ''] = [...value.trim()];
  return `${first}…${value.trim().slice(value.trim().lastIndexOf('@'))}`;
}
