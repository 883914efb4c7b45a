/** Zeros of the decimal digits that a person in India may type: each is followed by its nine others (Unicode Nd). */
const zeros = [
  0x0030, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x1c50, 0xabf0, 0xff10, 0x1d7ce,
  0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1fbf0,
];

/** The value of a decimal digit of any of these scripts, or -1. */
export function digitValue(codePoint: number): number {
  if (codePoint < 0x30) return -1;
  if (codePoint <= 0x39) return codePoint - 0x30;
  if (codePoint < 0x0660) return -1;
  const zero = zeros.find((one) => codePoint >= one && codePoint <= one + 9);
  return zero === undefined ? -1 : codePoint - zero;
}

/** Characters without width that can hide inside a number: joiners, direction marks, soft hyphen, variation selectors. */
export function isInvisible(codePoint: number): boolean {
  return (
    codePoint === 0x00ad ||
    codePoint === 0x034f ||
    codePoint === 0x061c ||
    codePoint === 0x180e ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff
  );
}

/** The text with digits of all scripts as 0-9 and without what cannot be seen. */
export function foldDigits(text: string): string {
  let folded = '';
  for (const sign of text) {
    const codePoint = sign.codePointAt(0) as number;
    if (isInvisible(codePoint)) continue;
    const value = digitValue(codePoint);
    folded += value < 0 ? sign : String(value);
  }
  return folded;
}

/** Capitals and digits alone: what remains of a number as somebody wrote it. */
export function compact(text: string): string {
  return foldDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\-‐-―−./_]/g, '');
}

const multiply = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const permute = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
];

/** Whether the last digit is the Verhoeff check digit of those before it (J. Verhoeff, 1969). `digits` is 0-9 only. */
export function isVerhoeff(digits: string): boolean {
  let interim = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    interim = multiply[interim]?.[permute[place % 8]?.[digit] ?? 0] ?? 0;
  }
  return interim === 0;
}

/** Whether the last digit is the Luhn check digit of those before it (ISO/IEC 7812-1, annex B). `digits` is 0-9 only. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const counted = place % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/** A number that reads the same backwards; the issuer gives out none of these. */
export function isPalindrome(digits: string): boolean {
  return digits === [...digits].reverse().join('');
}
