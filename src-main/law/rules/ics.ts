import type { FileProblem, Holiday } from '../contract.ts';
import { dateOf, dayOf, istDay } from './time.ts';

/** What an iCalendar file (RFC 5545) says about days off. `problems` name what was left out, by line. */
export interface IcsAnswer {
  /** The calendar's own name (`X-WR-CALNAME`), or null. */
  name: string | null;
  holidays: Omit<Holiday, 'check'>[];
  problems: FileProblem[];
}

const mostEvents = 2_000;
const longestEventDays = 31;
/** A line of text in such a file may be this long once its folds are undone. */
const longestLine = 10_000;

interface ContentLine {
  line: number;
  name: string;
  params: Record<string, string>;
  value: string;
}

/**
 * Reads the whole-day events of an iCalendar text. Strict: an event with a time of day, a foreign time zone or a repetition
 * is named and left out, never guessed. A text that is no calendar gives no day and one problem.
 */
export function readIcs(text: string): IcsAnswer {
  const answer: IcsAnswer = { name: null, holidays: [], problems: [] };
  const lines = contentLines(text, answer.problems);
  const last = lines.at(-1);
  if (!isMark(lines[0], 'BEGIN', 'VCALENDAR') || !isMark(last, 'END', 'VCALENDAR')) {
    answer.problems.unshift({ line: lines[0]?.line ?? 1, field: 'VCALENDAR', message: 'is not a calendar from its BEGIN to its END' });
    return answer;
  }
  answer.name = lines.find(({ name }) => name === 'X-WR-CALNAME')?.value.trim() || null;
  for (const event of eventsIn(lines, answer.problems)) {
    const problem = addEvent(event, answer);
    if (problem) answer.problems.push(problem);
  }
  answer.holidays.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
  return answer;
}

function isMark(line: ContentLine | undefined, name: string, value: string): boolean {
  return line?.name === name && line.value.toUpperCase() === value;
}

/** Undoes the folding (a line that begins with a blank goes on from the one before) and takes each line apart. */
function contentLines(text: string, problems: FileProblem[]): ContentLine[] {
  const found: { line: number; text: string }[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((part, index) => {
      const before = found.at(-1);
      if (/^[ \t]/.test(part) && before) before.text = (before.text + part.slice(1)).slice(0, longestLine);
      else if (part !== '') found.push({ line: index + 1, text: part.slice(0, longestLine) });
    });
  return found.flatMap((one) => {
    const made = takeApart(one.line, one.text);
    if (!made) problems.push({ line: one.line, field: '', message: 'is not a line of a calendar: NAME:VALUE is expected' });
    return made ?? [];
  });
}

const paramPattern = /^;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)((?:,(?:"[^"]*"|[^";:,]*))*)/;

function takeApart(line: number, text: string): ContentLine | null {
  const name = /^[A-Za-z0-9-]+/.exec(text)?.[0];
  if (!name) return null;
  const params: Record<string, string> = {};
  let rest = text.slice(name.length);
  for (let param = paramPattern.exec(rest); param; param = paramPattern.exec(rest)) {
    params[(param[1] ?? '').toUpperCase()] = (param[2] ?? '').replaceAll('"', '');
    rest = rest.slice(param[0].length);
  }
  return rest.startsWith(':') ? { line, name: name.toUpperCase(), params, value: rest.slice(1) } : null;
}

type EventLines = { line: number; fields: Map<string, ContentLine> };

/** The events of the calendar; what stands inside an event's own parts (alarms) or beside it (time zones) is passed over. */
function eventsIn(lines: readonly ContentLine[], problems: FileProblem[]): EventLines[] {
  const events: EventLines[] = [];
  const open: string[] = [];
  for (const one of lines) {
    if (one.name === 'BEGIN') {
      open.push(one.value.toUpperCase());
      if (isInEvent(open)) events.push({ line: one.line, fields: new Map() });
    } else if (one.name === 'END') {
      if (open.pop() !== one.value.toUpperCase())
        problems.push({ line: one.line, field: 'END', message: `closes ${one.value}, which is not open` });
    } else if (isInEvent(open)) events.at(-1)?.fields.set(one.name, one);
  }
  if (events.length <= mostEvents) return events;
  problems.push({ line: events[mostEvents]?.line ?? 1, field: 'VEVENT', message: `only the first ${mostEvents} events are read` });
  return events.slice(0, mostEvents);
}

function isInEvent(open: readonly string[]): boolean {
  return open.length === 2 && open[1] === 'VEVENT';
}

/** Adds the days of one event; answers what keeps it out, if anything does. */
function addEvent({ line, fields }: EventLines, answer: IcsAnswer): FileProblem | null {
  if (fields.get('STATUS')?.value.toUpperCase() === 'CANCELLED') return null;
  const problem = (field: string, message: string): FileProblem => ({ line: fields.get(field)?.line ?? line, field, message });
  for (const name of ['RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID'])
    if (fields.has(name)) return problem(name, 'repeats: only single days are read');
  const start = fields.get('DTSTART');
  if (!start) return problem('DTSTART', 'is missing');
  const from = dayIn(start);
  if (typeof from === 'string') return problem('DTSTART', from);
  const days = lengthDays(from, fields);
  if (typeof days === 'string') return problem(fields.has('DTEND') ? 'DTEND' : 'DURATION', days);
  const name = plainText(fields.get('SUMMARY')?.value ?? '') || 'Holiday';
  for (let day = from; day < from + days; day += 1) answer.holidays.push({ date: dateOf(day), name });
  return null;
}

const indianZones = ['Asia/Kolkata', 'Asia/Calcutta'];

/** The day that a date, or a midnight in India, stands for; otherwise why it is none. */
function dayIn({ value, params }: ContentLine): number | string {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(value.trim());
  if (!parts) return 'is not a date such as 20270126';
  const date = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(date)) return 'is not a date that exists';
  if (parts[4] === undefined) return dayOf(date);
  const zone = params['TZID'];
  if (zone !== undefined && !indianZones.includes(zone)) return `is in the time zone ${zone}: only days in India are read`;
  if (parts[7] === 'Z') return utcMidnightInIndia(ms, parts);
  return `${parts[4]}${parts[5]}${parts[6]}` === '000000' ? dayOf(date) : 'begins at a time of day: only whole days are read';
}

function utcMidnightInIndia(ms: number, parts: readonly string[]): number | string {
  const instant = ms + (Number(parts[4]) * 3600 + Number(parts[5]) * 60 + Number(parts[6])) * 1000;
  const isMidnight = `${parts[4]}${parts[5]}${parts[6]}` === '183000';
  return isMidnight ? istDay(instant) : 'begins at a time of day: only whole days are read';
}

/** How many days the event lasts: DTEND is the first day after it. */
function lengthDays(from: number, fields: Map<string, ContentLine>): number | string {
  const end = fields.get('DTEND');
  const duration = fields.get('DURATION')?.value;
  let days = 1;
  if (end) {
    const until = dayIn(end);
    if (typeof until === 'string') return until;
    days = Math.max(1, until - from);
    if (until < from) return 'lies before the start';
  } else if (duration !== undefined) {
    const parts = /^\+?P(?:(\d{1,2})W|(\d{1,3})D)$/.exec(duration.trim());
    if (!parts) return 'is not a whole number of days';
    days = parts[1] === undefined ? Number(parts[2]) : Number(parts[1]) * 7;
  }
  return days >= 1 && days <= longestEventDays ? days : `lasts ${days} days; at most ${longestEventDays} are read`;
}

function plainText(value: string): string {
  return value
    .replace(/\\[nN]/g, ' ')
    .replace(/\\([\\;,])/g, '$1')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed();
}
