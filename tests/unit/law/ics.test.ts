import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIcs } from '../../../src-main/law/rules.ts';

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const one = (...lines: string[]) => readIcs(calendar(...event(...lines)));

describe('an iCalendar file', () => {
  it('gives its whole days with their names, in order', () => {
    const text = calendar(
      'X-WR-CALNAME:Karnataka holidays',
      ...event('DTSTART;VALUE=DATE:20271101', 'SUMMARY:Kannada Rajyotsava'),
      ...event('DTSTART;VALUE=DATE:20270126', 'DTEND;VALUE=DATE:20270127', 'SUMMARY:Republic Day'),
    );
    expect(readIcs(text)).toEqual({
      name: 'Karnataka holidays',
      holidays: [
        { date: '2027-01-26', name: 'Republic Day' },
        { date: '2027-11-01', name: 'Kannada Rajyotsava' },
      ],
      problems: [],
    });
  });

  it('takes an end as the first day after, and a duration in days', () => {
    const days = (...lines: string[]) => one('DTSTART;VALUE=DATE:20271028', ...lines).holidays.map(({ date }) => date);
    expect(days('DTEND;VALUE=DATE:20271030')).toEqual(['2027-10-28', '2027-10-29']);
    expect(days('DURATION:P3D')).toEqual(['2027-10-28', '2027-10-29', '2027-10-30']);
    expect(days('DTEND;VALUE=DATE:20271028')).toEqual(['2027-10-28']);
  });

  it('undoes folded lines and escaped text', () => {
    const { holidays } = one('DTSTART;VALUE=DATE:20270815', 'SUMMARY:Independence', ' Day\\, all', '\t India\\nholiday');
    expect(holidays[0]?.name).toBe('IndependenceDay, all India holiday');
  });

  it('takes midnight in India for the day, in any of its spellings', () => {
    for (const start of ['DTSTART:20270126T000000', 'DTSTART;TZID=Asia/Kolkata:20270126T000000', 'DTSTART:20270125T183000Z'])
      expect(
        one(start, 'SUMMARY:x').holidays.map(({ date }) => date),
        start,
      ).toEqual(['2027-01-26']);
  });

  it('passes over alarms, time zones and cancelled events', () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'DTSTART:19700101T000000',
      'END:VTIMEZONE',
      ...event('DTSTART;VALUE=DATE:20270126', 'SUMMARY:Republic Day', 'BEGIN:VALARM', 'DTSTART;VALUE=DATE:20300101', 'END:VALARM'),
      ...event('DTSTART;VALUE=DATE:20270202', 'STATUS:CANCELLED'),
    );
    expect(readIcs(text).holidays).toEqual([{ date: '2027-01-26', name: 'Republic Day' }]);
  });

  it.each([
    ['a time of day', 'DTSTART:20270126T093000', /whole days/],
    ['a time of day in UTC', 'DTSTART:20270126T000000Z', /whole days/],
    ['a foreign time zone', 'DTSTART;TZID=Europe/Berlin:20270126T000000', /time zone Europe\/Berlin/],
    ['29 February of a common year', 'DTSTART;VALUE=DATE:20270229', /exists/],
    ['no date', 'DTSTART:tomorrow', /not a date/],
    ['a repetition', 'DTSTART;VALUE=DATE:20270126\r\nRRULE:FREQ=YEARLY', /repeats/],
    ['an end before its start', 'DTSTART;VALUE=DATE:20270126\r\nDTEND;VALUE=DATE:20270120', /before the start/],
    ['a year of days', 'DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20280101', /at most 31/],
    ['a duration in hours', 'DTSTART;VALUE=DATE:20270126\r\nDURATION:PT8H', /whole number of days/],
    ['no start', 'SUMMARY:nothing', /missing/],
  ])('names an event with %s by its line and leaves it out', (_what, line, message) => {
    const { holidays, problems } = one(line);
    expect(holidays).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(3);
  });

  it.each([[''], ['hello'], ['BEGIN:VCALENDAR\r\n'], ['BEGIN:VEVENT\r\nEND:VEVENT\r\n']])('refuses %j, which is no calendar', (text) => {
    const { holidays, problems } = readIcs(text);
    expect(holidays).toEqual([]);
    expect(problems[0]).toMatchObject({ field: 'VCALENDAR', message: expect.stringContaining('is not a calendar') });
  });

  it('never throws and never gives a date that does not exist, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VCALENDAR',
        'END:VCALENDAR',
        'DTSTART;VALUE=DATE:20270126',
        'DTEND:2027',
        ' x',
        'DTSTART;TZID="a:b":20270126T000000',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const { date } of readIcs(calendar(...pieces)).holidays) expect(new Date(`${date}T00:00:00Z`).toISOString()).toContain(date);
      }),
    );
  });
});
