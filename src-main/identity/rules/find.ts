import { digitValue, isInvisible, isLuhn, isPalindrome, isVerhoeff } from './digits.ts';

/** Where a number stands in a text, in UTF-16 units: `digits` are the places of its digits, in order. */
export interface FoundNumber {
  digits: { at: number; length: number }[];
}

interface Digit {
  at: number;
  length: number;
  value: number;
}

/** Digits that stand together. */
interface Group {
  digits: Digit[];
}

/** Spaces of all widths, dashes of all lengths, dots; two of them may stand between two groups, and one line end. */
const separators = /^[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d.\u00b7\u2022_\r\n]$/;
const mostSeparators = 3;

/** Words that say in front of a number what it is, in the scripts of India and as they are misspelt. */
const namesAadhaar =
  /aadha{1,2}r|\badha{1,2}r|\baada{1,2}r|\buid\b|uidai|आधार|आधर|ആധാർ|ಆಧಾರ್|ఆధార్|ஆதார்|আধার|ਆਧਾਰ|આધાર|ଆଧାର|আধাৰ|آدھار|\bvid\b|virtual id/i;
/** Words that say in front of a number that it is something else. */
const namesOther =
  /(?:order|txn|trxn|transaction|utr|rrn|upi|ref(?:erence)?|invoice|bill|ticket|tracking|awb|consignment|article|docket|complaint|imei|account|a\/c|acct|phone|mobile|mob|tel|whatsapp|call|fax|contact|gstin?|pnr|challan|receipt|booking|version|build|epoch|timestamp|लेनदेन|लेन-देन|ऑर्डर|फ़ोन|फोन|मोबाइल|खाता)[^\n\d]{0,18}$/i;

const before = 60;
const after = 24;
const nearby = 28;

interface Run {
  groups: Group[];
  start: number;
  end: number;
}

/** Gathers the digits of one run, group by group. */
function startRun() {
  const groups: Group[] = [];
  let gap = '';
  let end = 0;
  return {
    add(digit: Digit) {
      const last = groups.at(-1);
      if (last === undefined || gap !== '') groups.push({ digits: [digit] });
      else last.digits.push(digit);
      gap = '';
      end = digit.at + digit.length;
    },
    /** Whether the run may go on behind this sign. */
    passes(sign: string): boolean {
      if (!separators.test(sign) || gap.length >= mostSeparators) return false;
      gap += sign;
      return true;
    },
    get: (): Run | null => (groups.length === 0 ? null : { groups, start: groups[0]?.digits[0]?.at ?? 0, end }),
  };
}

/** Runs of digit groups, at most a few separators apart. Linear in the length of the text. */
function* runsOf(text: string): Generator<Run> {
  let run = startRun();
  let isInRun = false;
  for (let at = 0, length = 1; at < text.length; at += length) {
    const codePoint = text.codePointAt(at) as number;
    length = codePoint > 0xffff ? 2 : 1;
    const value = digitValue(codePoint);
    if (value >= 0) {
      run.add({ at, length, value });
      isInRun = true;
    } else if (isInRun && !isInvisible(codePoint) && !run.passes(text.slice(at, at + length))) {
      yield run.get() as Run;
      run = startRun();
      isInRun = false;
    }
  }
  const last = run.get();
  if (last) yield last;
}

const textOf = (digits: readonly Digit[]) => digits.map(({ value }) => value).join('');
/** Codes are written in Latin letters; other scripts join a number to its words without a space. */
const isLetter = (sign: string) => /[\p{Script=Latin}\p{Nd}]/u.test(sign);

/** The sign before `at`, passing over what cannot be seen. */
function signBefore(text: string, at: number): string {
  let place = at - 1;
  while (place >= 0 && isInvisible(text.charCodeAt(place))) place -= 1;
  const unit = text.charCodeAt(place);
  return place < 0 ? '' : unit >= 0xdc00 && unit <= 0xdfff ? text.slice(place - 1, place + 1) : text.charAt(place);
}

function signAfter(text: string, at: number): string {
  let place = at;
  while (place < text.length && isInvisible(text.charCodeAt(place))) place += 1;
  return place >= text.length ? '' : String.fromCodePoint(text.codePointAt(place) as number);
}

interface Candidate {
  digits: Digit[];
  groups: Group[];
  /** The place of its first group in the run. */
  first: number;
  start: number;
  end: number;
}

/** Whole groups that make up `size` digits; in a single group that is longer, nothing. */
function* windowsOf(run: Run, size: number): Generator<Candidate> {
  for (let first = 0; first < run.groups.length; first += 1) {
    let count = 0;
    for (let last = first; last < run.groups.length && count < size; last += 1) {
      count += run.groups[last]?.digits.length ?? 0;
      if (count !== size) continue;
      const groups = run.groups.slice(first, last + 1);
      const digits = groups.flatMap((group) => group.digits);
      const tail = digits.at(-1) as Digit;
      yield { digits, groups, first, start: (digits[0] as Digit).at, end: tail.at + tail.length };
    }
  }
}

/** How the digits are grouped: 12, 4-4-4 and the like. */
const shapeOf = ({ groups }: Candidate) => groups.map((group) => group.digits.length).join('-');

function isNamed(text: string, { start, end }: Candidate): boolean {
  return namesAadhaar.test(text.slice(Math.max(0, start - before), start)) || namesAadhaar.test(text.slice(end, end + after));
}

/** A part of a longer word or number: an order code, a hash, a decimal. */
function isPartOfWord(text: string, { start, end }: Candidate): boolean {
  return isLetter(signBefore(text, start)) || isLetter(signAfter(text, end)) || signBefore(text, start) === '_';
}

/** The run of signs without white space around the number. */
function wordAround(text: string, { start, end }: Candidate): string {
  const head = /\S*$/.exec(text.slice(Math.max(0, start - 2_000), start))?.[0] ?? '';
  const tail = /^\S*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return head + text.slice(start, end) + tail;
}

/** 91 and a mobile number, or anything behind a plus sign. */
function isPhone(text: string, one: Candidate): boolean {
  if (/[+\uff0b]$/.test(text.slice(0, one.start))) return true;
  return /^91[6-9]/.test(textOf(one.digits)) && shapeOf(one) !== '4-4-4';
}

const isMoment = (digits: string) => /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/.test(digits);
const areYears = (groups: Group[]) => groups.every((group) => /^(?:19|20)\d\d$/.test(textOf(group.digits)));

/** Whether the number is the middle of a longer one written in the same groups, as on a bank card. */
function isWithinLonger(run: Run, { groups, first }: Candidate): boolean {
  const beside = [run.groups[first - 1], run.groups[first + groups.length]];
  const size = groups[0]?.digits.length;
  return groups.length > 1 && beside.some((group) => group !== undefined && group.digits.length === size);
}

/** Nothing names the number: its shape and what stands before it decide. */
function looksLikeOne(text: string, run: Run, one: Candidate): boolean {
  const shape = shapeOf(one);
  if (shape !== '12' && shape !== '4-4-4' && shape !== '3-3-3-3' && shape !== '1-1-1-1-1-1-1-1-1-1-1-1') return false;
  if (isPartOfWord(text, one) || isPhone(text, one) || isWithinLonger(run, one)) return false;
  if (shape === '4-4-4') return !areYears(one.groups) && !wordAround(text, one).includes('://');
  if (namesOther.test(text.slice(Math.max(0, one.start - nearby), one.start))) return false;
  return !isMoment(textOf(one.digits)) && !/:\/\/|www\./i.test(wordAround(text, one));
}

/** The desk's own tickets reach twelve digits with the millionth case of a year. */
const ticket = /^\W*[A-Z]{3}-\d{4}-\d{6,}-\d\W*$/;

interface FindOptions {
  /** Only numbers that a word beside them names, or that are grouped as on the card: for fields that hold codes of machines. */
  strict?: boolean;
}

function isAadhaar(text: string, run: Run, one: Candidate, { strict = false }: FindOptions): boolean {
  const digits = textOf(one.digits);
  if (digits < '2' || isPalindrome(digits) || !isVerhoeff(digits)) return false;
  if (ticket.test(wordAround(text, one))) return false;
  if (isNamed(text, one)) return !(isPhone(text, one) && namesOther.test(text.slice(Math.max(0, one.start - nearby), one.start)));
  if (strict && shapeOf(one) !== '4-4-4') return false;
  return looksLikeOne(text, run, one);
}

/** A virtual ID stands for an Aadhaar number: sixteen digits, named as one or grouped as one and no number of a bank card. */
function isVirtualId(text: string, one: Candidate): boolean {
  const digits = textOf(one.digits);
  if (digits < '2' || !isVerhoeff(digits)) return false;
  return isNamed(text, one) || (shapeOf(one) === '4-4-4-4' && !isLuhn(digits) && !isPartOfWord(text, one));
}

function inRun(text: string, run: Run, options: FindOptions): FoundNumber[] {
  const found: FoundNumber[] = [];
  const taken = new Set<number>();
  const take = ({ digits }: Candidate) => {
    for (const { at } of digits) taken.add(at);
    found.push({ digits: digits.map(({ at, length }) => ({ at, length })) });
  };
  const isFree = ({ digits }: Candidate) => !digits.some(({ at }) => taken.has(at));
  for (const one of windowsOf(run, 16)) if (isFree(one) && isVirtualId(text, one)) take(one);
  for (const one of windowsOf(run, 12)) if (isFree(one) && isAadhaar(text, run, one, options)) take(one);
  return found;
}

/**
 * Aadhaar numbers and virtual IDs in free text: digits of any Indian script, spaced, dashed or with invisible signs between
 * them. A number counts when its Verhoeff digit fits and either a word near it names it, or its shape is that of one and
 * nothing before it says what else it is (a phone, a time, an order, a part of an address on the web).
 */
export function findAadhaar(text: string, options: FindOptions = {}): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const run of runsOf(text)) {
    const digits = run.groups.reduce((sum, group) => sum + group.digits.length, 0);
    if (digits >= 12) found.push(...inRun(text, run, options));
  }
  return found;
}

const shownDigits = 4;

/** Most texts hold no twelve digits of any script at all; this says so without looking closer. */
function mayHoldOne(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x0660 && (unit >= 0xd800 || digitValue(unit) >= 0))) digits += 1;
    if (digits === 12) return true;
  }
  return false;
}

/** The text with every number found masked to its last four digits, and how many there were. */
export function maskAadhaarIn(text: string, options: FindOptions = {}): { text: string; count: number } {
  const found = mayHoldOne(text) ? findAadhaar(text, options) : [];
  if (found.length === 0) return { text, count: 0 };
  let masked = '';
  let upto = 0;
  const hidden = found.flatMap(({ digits }) => digits.slice(0, -shownDigits)).sort((a, b) => a.at - b.at);
  for (const { at, length } of hidden) {
    masked += `${text.slice(upto, at)}X`;
    upto = at + length;
  }
  return { text: masked + text.slice(upto), count: found.length };
}

/** Fields that hold codes of machines and the targets of a complaint: there a bare number of twelve digits is most likely one. */
const codeFields = new Set(['messageId', 'sha256', 'value', 'proof', 'reference', 'oldReference', 'batch', 'id', 'letter', 'hash', 'sig']);

/**
 * The same for every string of a value that is about to be stored, keys excepted: answers the value itself where there was
 * nothing to mask, else a masked copy.
 */
export function maskDeep<T>(value: T): { value: T; count: number } {
  let count = 0;
  const walk = (one: unknown, field: string): unknown => {
    if (typeof one === 'string') {
      const masked = maskAadhaarIn(one, { strict: codeFields.has(field) });
      count += masked.count;
      return masked.text;
    }
    if (Array.isArray(one)) return one.map((part) => walk(part, field));
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, walk(part, name)]));
  };
  const masked = walk(value, '') as T;
  return count === 0 ? { value, count } : { value: masked, count };
}
