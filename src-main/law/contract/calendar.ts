import { z } from 'zod';
import { lawDate } from './rulebook.ts';

/** The newest calendar format this program reads. A higher number is refused. */
export const calendarFormat = 1;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const text = z.string().trim().min(1, 'is empty');

/** One day off. `check`: no official list was read for it; `name` as it was given. */
export const holidaySchema = z.strictObject({ date: lawDate, name: text, check: z.boolean() });
export type Holiday = z.infer<typeof holidaySchema>;

/**
 * Days on which the desk does not work, for its own targets only: no clock of law looks at it (docs/calendars.md).
 * `years`: those whose holidays the list claims to hold; outside them only the weekly days off are known.
 */
export const calendarSchema = z
  .strictObject({
    format: z.number().int().min(1),
    id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'is not an id such as india-national'),
    title: text,
    version: text,
    weeklyOff: z.array(z.enum(weekdays)).max(6, 'leaves no working day'),
    years: z.array(z.int().min(2011).max(2100)).min(1, 'names no year'),
    holidays: z.array(holidaySchema).max(2_000, 'holds more than 2,000 days'),
    sources: z.array(text),
    notes: z.array(text),
  })
  .superRefine((calendar, context) => {
    const seen = new Set<string>();
    calendar.holidays.forEach(({ date, name }, n) => {
      if (!calendar.years.includes(Number(date.slice(0, 4))))
        context.addIssue({ code: 'custom', path: ['holidays', n, 'date'], message: `lies outside the years ${calendar.years.join(', ')}` });
      if (seen.has(`${date} ${name}`))
        context.addIssue({ code: 'custom', path: ['holidays', n, 'date'], message: `repeats ${date}, ${name}` });
      seen.add(`${date} ${name}`);
    });
  });
export type Calendar = z.infer<typeof calendarSchema>;

/** A calendar as the desk adopted it: its content hash says which version counted a target. */
export interface AdoptedCalendar {
  hash: string;
  calendar: Calendar;
}
