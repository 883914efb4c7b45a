/** India keeps one offset all year round, so that wall time is plain arithmetic. */
const offsetMs = 330 * 60_000;
const dayMs = 86_400_000;

interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

function wallTime(ms: number): WallTime {
  const date = new Date(ms + offsetMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

const two = (n: number) => String(n).padStart(2, '0');
const toMs = (instant: string | number) => (typeof instant === 'number' ? instant : Date.parse(instant));

/** An instant (ISO text or milliseconds) as dd-MM-yyyy in IST. */
export function formatDay(instant: string | number): string {
  const { year, month, day } = wallTime(toMs(instant));
  return `${two(day)}-${two(month)}-${year}`;
}

/** An instant as HH:mm in IST. */
export function formatTime(instant: string | number): string {
  const { hour, minute } = wallTime(toMs(instant));
  return `${two(hour)}:${two(minute)}`;
}

/** An instant as dd-MM-yyyy HH:mm in IST. */
export function formatInstant(instant: string | number): string {
  return `${formatDay(instant)} ${formatTime(instant)}`;
}

/** An instant as dd-MM-yyyy HH:mm:ss in IST. */
export function formatSecond(instant: string | number): string {
  return `${formatInstant(instant)}:${two(new Date(toMs(instant)).getUTCSeconds())}`;
}

/** A date without a time, YYYY-MM-DD, as dd-MM-yyyy. */
export function formatDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${day}-${month}-${year}`;
}

/** Days since 1970 in IST: two instants are on the same Indian day when these are equal. */
export function istDayNumber(instant: string | number): number {
  return Math.floor((toMs(instant) + offsetMs) / dayMs);
}

/** The first millisecond of an Indian day. */
export function startOfIstDay(dayNumber: number): number {
  return dayNumber * dayMs - offsetMs;
}

/** 0 is Sunday. */
export function weekday(instant: string | number): number {
  return new Date(toMs(instant) + offsetMs).getUTCDay();
}

/** A sentence of the desk with its UTC instants said in IST. */
export function instantsInIst(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, (instant) => `${formatInstant(instant)} IST`);
}

const typed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ ,T]+(\d{1,2})[:.](\d{2}))?$/;

/**
 * Reads what a person types: dd-MM-yyyy HH:mm in IST, also with / or . between; a date alone means 00:00.
 * Answers RFC 3339 with +05:30, or null where there is no such moment.
 */
export function parseInstant(text: string): string | null {
  const parts = typed.exec(text.trim().replace(/\s*IST$/i, ''));
  if (!parts) return null;
  const [day, month, year, hour, minute] = parts.slice(1).map((part) => (part === undefined ? 0 : Number(part))) as number[];
  const read = { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour: hour ?? 0, minute: minute ?? 0 };
  return exists(read) ? `${read.year}-${two(read.month)}-${two(read.day)}T${two(read.hour)}:${two(read.minute)}:00+05:30` : null;
}

/** A day as it is typed, dd-MM-yyyy, as YYYY-MM-DD; null where there is no such day. People are born before 1970 too. */
export function parseDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(text) ?? [];
  if (year === '') return null;
  const iso = `${year}-${two(Number(month))}-${two(Number(day))}`;
  const found = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(found.getTime()) || !found.toISOString().startsWith(iso) ? null : iso;
}

const withSeconds = /^(.*\d[:.]\d{2})[:.]([0-5]\d)$/;

/** As parseInstant; seconds may stand behind the minute. */
export function parseSecond(text: string): string | null {
  const parts = withSeconds.exec(text.trim().replace(/\s*IST$/i, ''));
  return parts ? (parseInstant(parts[1] ?? '')?.replace(/:00\+/, `:${parts[2]}+`) ?? null) : parseInstant(text);
}

function exists({ year, month, day, hour, minute }: WallTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return hour < 24 && minute < 60 && year >= 1970 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * The instant that a typed minute means: the present one, if it is the running minute, and never one before what it must follow
 * (UTC) in the same minute. Answers null where nothing can be read.
 */
export function instantOfMinute(text: string, nowMs: number, notBefore?: string): string | null {
  const typedAt = parseInstant(text);
  if (typedAt === null) return null;
  const start = Date.parse(typedAt);
  const isIn = (ms: number) => ms >= start && ms < start + 60_000;
  const least = notBefore === undefined ? start : Date.parse(notBefore);
  return new Date(Math.max(isIn(nowMs) ? Math.floor(nowMs) : start, isIn(least) ? least : start)).toISOString();
}
