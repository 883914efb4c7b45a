import { adoptionsOf, currentCalendars } from '../../desk/adopted.ts';
import { type BundledCalendar, bundledCalendars, postCalendar } from '../../desk/calendars.ts';
import { type Desk, write } from '../../desk/desk.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import { sha256Hex } from '../../journal/index.ts';
import type { Calendar, CalendarDraft, CalendarView, FileProblem, IcsNames } from '../contract.ts';
import { problemsOf, readCalendar, readIcs } from '../rules.ts';

/** Adopted calendars, and those that ship and were never adopted. */
export function listCalendars(desk: Desk): CalendarView[] {
  const adopted = currentCalendars(desk.db);
  const bundled = bundledCalendars();
  const known = new Set(adopted.map(({ calendar }) => calendar.id));
  return [
    ...adopted.map(({ hash, calendar }) => ({ hash, calendar, isAdopted: true, hasUpdate: isUpdated(hash, calendar.id, bundled, desk) })),
    ...bundled
      .filter(({ calendar }) => !known.has(calendar.id))
      .map(({ hash, calendar }) => ({ hash, calendar, isAdopted: false, hasUpdate: false })),
  ];
}

/** Whether a newer program ships another text under this id, one that the desk never had. */
function isUpdated(hash: string, id: string, bundled: BundledCalendar[], desk: Desk): boolean {
  const shipped = bundled.find(({ calendar }) => calendar.id === id);
  return shipped !== undefined && shipped.hash !== hash && !adoptionsOf(desk.db, 'calendar', id).some((one) => one.hash === shipped.hash);
}

/**
 * Reads a calendar file: our own JSON, or iCalendar (RFC 5545) with the names it lacks. What cannot be read is named by line
 * and left out. Writes nothing. `today` is an IST date, for the version.
 */
export function draftCalendar(text: string, names: IcsNames | null, today: string): CalendarDraft {
  if (/^\s*\{/.test(text)) return draftOf(text, []);
  if (names === null) throw badInput('names', 'are needed for a file of that kind: id, title and weekly days off');
  const { holidays, problems } = readIcs(text);
  if (holidays.length === 0) return { content: null, calendar: null, problems: problems.length > 0 ? problems : [noDays] };
  const calendar: Calendar = {
    format: 1,
    id: names.id,
    title: names.title,
    version: today,
    weeklyOff: names.weeklyOff,
    years: [...new Set(holidays.map(({ date }) => Number(date.slice(0, 4))))].sort(),
    holidays: unique(holidays).map((day) => ({ ...day, check: false })),
    sources: ['Imported from an iCalendar file'],
    notes: [],
  };
  return draftOf(`${JSON.stringify(calendar, null, 2)}\n`, problems);
}

/** The calendar that ships under `id`, to be looked at before it is adopted. Writes nothing. Fault: not-found. */
export function shippedCalendar(id: string): CalendarDraft {
  const shipped = bundledCalendars().find(({ calendar }) => calendar.id === id);
  if (!shipped) throw new Fault('not-found', `No calendar ${id} ships with this program.`);
  return draftOf(shipped.content, []);
}

const noDays: FileProblem = { line: null, field: 'VEVENT', message: 'holds no day' };

function unique<T extends { date: string; name: string }>(days: T[]): T[] {
  return [...new Map(days.map((day) => [`${day.date} ${day.name}`, day])).values()];
}

function draftOf(content: string, problems: FileProblem[]): CalendarDraft {
  let calendar: Calendar | null = null;
  const more = problemsOf(() => {
    calendar = readCalendar(content);
  });
  return { content: more.length > 0 ? null : content, calendar, problems: [...problems, ...more] };
}

/**
 * Counts by this calendar from now on; targets set before keep the version they were counted by.
 * Faults: bad-input with problems, refused when it is in use already.
 */
export function adoptCalendar(desk: Desk, content: string, reason: string): { hash: string; id: string; version: string } {
  const calendar = readCalendar(content);
  const hash = sha256Hex(content);
  const earlier = adoptionsOf(desk.db, 'calendar', calendar.id);
  if (earlier[0]?.hash === hash) throw new Fault('refused', 'The desk counts by this calendar already.');
  if (earlier.some((one) => one.version === calendar.version && one.hash !== hash))
    throw badInput('version', `${calendar.version} was adopted before with other days; give this one a version of its own`);
  write(desk, ['law'], () => postCalendar(desk, { hash, content, calendar }, reason));
  return { hash, id: calendar.id, version: calendar.version };
}
