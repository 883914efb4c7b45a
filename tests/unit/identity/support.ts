import { isVerhoeff } from '../../../src-main/identity/rules/digits.ts';
import { mrzCheckDigit } from '../../../src-main/identity/rules/mrz.ts';

/** Eleven digits and the check digit that makes them an Aadhaar number in form. */
export function withCheckDigit(eleven: string): string {
  for (let digit = 0; digit < 10; digit += 1) if (isVerhoeff(`${eleven}${digit}`)) return `${eleven}${digit}`;
  throw new Error('no digit fits');
}

/** A number of the issuer's own documents: right in form, given out to nobody. */
export const sampleAadhaar = '234123412346';

/** The two lines of an invented passport; days as YYMMDD. */
export function passportZone(born: string, expiry: string): string {
  const number = 'Z1234567<';
  const field = (text: string) => text + mrzCheckDigit(text);
  const line = `${field(number)}IND${field(born)}F${field(expiry)}<<<<<<<<<<<<<<<`;
  const whole = mrzCheckDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, 43));
  return `${'P<INDEXAMPLE<<A'.padEnd(44, '<')}\n${line}${whole}`;
}
