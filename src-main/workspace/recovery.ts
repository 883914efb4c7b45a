import { badInput } from '../desk/faults.ts';
import type { Ids } from '../desk/ports.ts';

// Crockford's base32: no I, L, O or U, so that a handwritten or dictated code is hard to misread.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 27;
const groupLength = 4;

/** A new recovery code: 135 random bits and a check character, printed as seven groups of four. */
export function newRecoveryCode(ids: Ids): string {
  // 256 is a multiple of 32, so the low five bits of a random byte favour no digit.
  const secret = [...ids.bytes(secretLength)].map((byte) => byte & 31);
  return format([...secret, checkDigit(secret)]);
}

/**
 * Reads a code as people type it (spaces, dashes, lower case, O for 0, I and L for 1) and gives it back as printed.
 * Fault: bad-input when a character is impossible, the length is wrong or the check character does not fit, which any
 * single wrong character and any two exchanged ones give away.
 */
export function readRecoveryCode(text: string): string {
  const values = [...clean(text)].map(readDigit);
  if (values.length !== secretLength + 1) {
    throw badInput('recoveryCode', `has ${values.length} characters; a recovery code has ${secretLength + 1}.`);
  }
  if (remainder(values) !== 0) throw badInput('recoveryCode', 'has a wrong or exchanged character: its check character does not fit.');
  return format(values);
}

function clean(text: string): string {
  const joined = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '');
  return joined.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

function readDigit(character: string): number {
  const value = digits.indexOf(character);
  if (value < 0) throw badInput('recoveryCode', 'has a character that recovery codes do not use.');
  return value;
}

function format(values: number[]): string {
  const characters = values.map((value) => digits[value]).join('');
  return (characters.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/** The digit that makes the whole code a polynomial with a root at the field's generator. */
function checkDigit(values: number[]): number {
  return timesGenerator(remainder(values));
}

/**
 * The code as a polynomial over GF(32), evaluated at the generator. Its powers up to 30 all differ, so that up to 31
 * characters every single error and every exchange of two different characters changes the result.
 */
function remainder(values: number[]): number {
  return values.reduce((sum, value) => timesGenerator(sum) ^ value, 0);
}

/** Multiplication by x in GF(2)[x] modulo the primitive x^5 + x^2 + 1. */
function timesGenerator(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
