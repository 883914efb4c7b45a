/** Where a receipt time came from (design section 8). Only the first is taken without asking. */
export type ReceivedFrom = 'received-header' | 'date-header' | 'import-time';

export interface ReceiptEvidence {
  /** Time of the topmost Received header, UTC ISO, or null when there is none that can be read. */
  topReceived: string | null;
  /** Time of the Date header, UTC ISO, or null. */
  dateHeader: string | null;
  /** When the file was read into the desk, UTC ISO. */
  importedAt: string;
}

export interface Receipt {
  /** UTC ISO with milliseconds; never later than `importedAt`. */
  receivedAt: string;
  receivedFrom: ReceivedFrom;
  /** True when the officer is asked to confirm the time. */
  confirm: boolean;
  /** A sentence for the officer when `confirm` is true. */
  why: string | null;
}

/** Clocks of two honest machines may differ by this much. */
export const futureToleranceMs = 2 * 60_000;
/** No mail of an Indian platform is older; an earlier time is a machine that had lost its clock. */
const earliestBelievableMs = Date.UTC(1990, 0, 1);

/**
 * The receipt time of a message: topmost Received header, else Date header, else import time (design section 8).
 * A time in the future (beyond two minutes) or before 1990 is not believed: import time, flagged. The two minutes
 * are cut off, so that the answer is never later than the import.
 */
export function chooseReceipt({ topReceived, dateHeader, importedAt }: ReceiptEvidence): Receipt {
  const claimed = topReceived ?? dateHeader;
  if (claimed === null) return importTime(importedAt, 'The message holds no time that can be read; the time of import is used.');
  const claimedMs = Date.parse(claimed);
  const importedMs = Date.parse(importedAt);
  if (claimedMs > importedMs + futureToleranceMs) {
    return importTime(importedAt, 'The time in the message lies in the future; the time of import is used.');
  }
  if (!(claimedMs >= earliestBelievableMs)) {
    return importTime(importedAt, 'The time in the message lies before 1990; the time of import is used.');
  }
  const receivedAt = new Date(Math.min(claimedMs, importedMs)).toISOString();
  if (topReceived !== null) return { receivedAt, receivedFrom: 'received-header', confirm: false, why: null };
  return {
    receivedAt,
    receivedFrom: 'date-header',
    confirm: true,
    why: 'The message has no Received header that can be read; the time is the one the sender wrote into it.',
  };
}

function importTime(importedAt: string, why: string): Receipt {
  return { receivedAt: new Date(Date.parse(importedAt)).toISOString(), receivedFrom: 'import-time', confirm: true, why };
}

const longestDateText = 120;

/**
 * The instant in a Received header: what follows its last semicolon outside comments (RFC 5322 3.6.7).
 * Answers UTC ISO with milliseconds, or null when there is no date that exists.
 */
export function receivedInstant(header: string): string | null {
  const bare = withoutComments(header);
  const semicolon = bare.lastIndexOf(';');
  return semicolon < 0 ? null : mailInstant(bare.slice(semicolon + 1));
}

/**
 * The instant that a Date header names, UTC ISO with milliseconds, or null. Reads RFC 5322 with its obsolete forms
 * (comments, two-digit years, no seconds, named zones), asctime and ISO 8601. No zone, "-0000" or an unknown zone
 * means UTC (RFC 5322 3.3 and 4.3); "IST" is taken as Indian time, +05:30.
 */
export function mailInstant(text: string): string | null {
  const bare = withoutComments(text).replace(/\s+/g, ' ').trim().slice(0, longestDateText);
  return fromRfc(bare) ?? fromAsctime(bare) ?? fromIso(bare);
}

interface DateParts {
  year: string;
  month: number;
  day: string;
  time: string;
  zone: string;
}

const clockTime = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm]\b)?`;
const rfcDate = new RegExp(String.raw`^(?:[^\d,]{1,20},? ?)?(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{2,4}),? (${clockTime}) ?(.*)$`);
const asctimeDate = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (${clockTime}) (?:([A-Za-z]{1,5}|[+-]\d{4}) )?(\d{4}) ?(.*)$`,
);
const isoDate = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})[T ](${clockTime}) ?(.*)$`);

function fromRfc(text: string): string | null {
  const found = rfcDate.exec(text);
  if (!found) return null;
  const [, day = '', month = '', year = '', time = '', zone = ''] = found;
  return toInstant({ year, month: monthNumber(month), day, time, zone });
}

function fromAsctime(text: string): string | null {
  const found = asctimeDate.exec(text);
  if (!found) return null;
  const [, month = '', day = '', time = '', before = '', year = '', after = ''] = found;
  return toInstant({ year, month: monthNumber(month), day, time, zone: before || after });
}

function fromIso(text: string): string | null {
  const found = isoDate.exec(text);
  if (!found) return null;
  const [, year = '', month = '', day = '', time = '', zone = ''] = found;
  return toInstant({ year, month: Number(month) - 1, day, time, zone });
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase());
}

function toInstant({ year, month, day, time, zone }: DateParts): string | null {
  const fullYear = yearOf(year);
  const dayNumber = Number(day);
  const seconds = secondsOfDay(time);
  if (seconds === null || !dayExists(fullYear, month, dayNumber)) return null;
  const ms = Date.UTC(fullYear, month, dayNumber, 0, 0, seconds) - zoneMinutes(zone) * 60_000;
  return new Date(ms).toISOString();
}

/** RFC 5322 4.3: two digits up to 49 are this century, others and three digits count from 1900. */
function yearOf(text: string): number {
  const year = Number(text);
  if (text.length >= 4) return year;
  return text.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function dayExists(year: number, month: number, day: number): boolean {
  // Date.UTC reads years below 100 as 19xx, and nothing before 1900 was ever sent.
  if (year < 1900 || month < 0 || month > 11 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

function secondsOfDay(text: string): number | null {
  const [, hourText = '', minuteText = '', secondText = '0', half = ''] =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?: ?([AaPp])[Mm])?$/.exec(text) ?? [];
  if (hourText === '') return null;
  const [hour, minute, second] = [hourOf(Number(hourText), half.toLowerCase()), Number(minuteText), Number(secondText)];
  // Second 60 is a leap second; it becomes the first second of the next minute.
  if (hour === null || hour > 23 || minute > 59 || second > 60) return null;
  return hour * 3_600 + minute * 60 + second;
}

function hourOf(hour: number, half: string): number | null {
  if (half === '') return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

const namedZoneMinutes: Record<string, number> = {
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  ist: 330,
};

function zoneMinutes(text: string): number {
  const signed = /^(?:utc|gmt|ut)? ?([+-])(?:(\d{1,2}):?(\d{2})|(\d{1,2}))(?!\d)/i.exec(text);
  if (!signed) return namedZoneMinutes[/^[a-z]+/i.exec(text)?.[0].toLowerCase() ?? ''] ?? 0;
  const minutes = Number(signed[2] ?? signed[4]) * 60 + Number(signed[3] ?? 0);
  // No place on earth is further than 14 hours from UTC: such a zone is unknown, which means UTC.
  if (minutes > 14 * 60) return 0;
  return signed[1] === '-' ? -minutes : minutes;
}

/** Drops RFC 5322 comments, which nest. A bracket that never closes is text, so that the date behind it is not lost. */
function withoutComments(text: string): string {
  let depth = 0;
  let kept = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') {
      if (depth === 0) kept += text.slice(index, index + 2);
      index += 1;
    } else if (character === '(') depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += character;
  }
  return depth === 0 ? kept : text;
}

const languageSampleLength = 20_000;

/**
 * 'hi' when at least a third of the letters are Devanagari, else 'en'. Web and mail addresses do not count: they are
 * Latin in Hindi letters too. A guess for the officer, never a decision.
 */
export function guessLanguage(text: string): 'hi' | 'en' {
  const words = text.slice(0, languageSampleLength).split(/\s+/);
  const prose = words.filter((word) => !word.includes('@') && !word.includes('://')).join(' ');
  const devanagari = prose.match(/\p{Script=Devanagari}/gu)?.length ?? 0;
  const latin = prose.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return devanagari > 0 && devanagari * 2 >= latin ? 'hi' : 'en';
}
