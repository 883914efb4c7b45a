import type { IdCheck } from '../contract/words.ts';
import { foldDigits } from './digits.ts';
import { maskId } from './mask.ts';

/**
 * A phone number in E.164 (`+919876543210`), or null. Without a country code it is read as an Indian number: ten digits of
 * a mobile (6-9 first), or a landline with its 0 and area code (National Numbering Plan 2003).
 */
export function phoneKey(text: string): string | null {
  const signs = foldDigits(text.normalize('NFKC'))
    .replace(/[\s().\-‐-―/]/g, '')
    .replace(/^tel:/i, '');
  if (!/^\+?\d+$/.test(signs)) return null;
  const foreign = signs.startsWith('+') ? signs.slice(1) : signs.startsWith('00') ? signs.slice(2) : null;
  if (foreign !== null) return foreign.startsWith('91') ? indian(foreign.slice(2)) : plausible(foreign);
  const national = signs.replace(/^0/, '');
  return indian(national) ?? (/^91/.test(signs) ? indian(signs.slice(2)) : null);
}

function indian(national: string): string | null {
  const number = national.replace(/^0/, '');
  return /^[1-9]\d{9}$/.test(number) && !/^(\d)\1{9}$/.test(number) ? `+91${number}` : null;
}

/** E.164: at most fifteen digits, no country code begins with 0. */
function plausible(number: string): string | null {
  return /^[1-9]\d{6,14}$/.test(number) ? `+${number}` : null;
}

/** A mail address in the form in which two are compared, or null: NFC, lower case, without what cannot be seen. */
export function emailKey(text: string): string | null {
  const address = foldDigits(text.normalize('NFKC'))
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  return /^[^\s@<>"]{1,64}@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(address) ? address : null;
}

/** An Indian mobile number: +91 and ten digits, the first 6-9 (National Numbering Plan 2003). */
export function checkMobile(value: string): IdCheck {
  const key = phoneKey(value);
  const masked = maskId('mobile', value);
  if (key === null) return { ok: false, masked, reason: 'This is no phone number: an Indian mobile has ten digits.', facts: {} };
  if (!key.startsWith('+91')) return { ok: false, masked, reason: 'The number is not an Indian one (+91).', facts: {} };
  if (!/^\+91[6-9]/.test(key)) return { ok: false, masked, reason: 'An Indian mobile number begins with 6, 7, 8 or 9.', facts: {} };
  return { ok: true, masked, reason: 'The number has the form of an Indian mobile number.', facts: {} };
}

/** A contact as it is compared: E.164 or a folded address; null where it is neither. */
export function contactKey(text: string): string | null {
  return text.includes('@') ? emailKey(text) : phoneKey(text);
}

/**
 * Whether the contact that the platform has on the account is one from which the request came: null where the request
 * brought none of that sort, so that there is nothing to compare.
 */
export function contactMatches(registered: string, requester: { email?: string | undefined; phone?: string | undefined }): boolean | null {
  const other = registered.includes('@') ? requester.email : requester.phone;
  if (!other?.trim()) return null;
  const key = contactKey(registered);
  return key !== null && key === contactKey(other);
}
