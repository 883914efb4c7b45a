import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src-main/law/contract.ts';
import { addWorkingDays, problemsOf, readCalendar, resumedTarget, workingDaysBetween } from '../../../src-main/law/rules.ts';
import { ist, shown } from './support.ts';

const folder = new URL('../../../resources/calendars/', import.meta.url);
const text = readFileSync(new URL('india-national.json', folder), 'utf8');
const national = readCalendar(text);
const due = (start: string, days: number, calendar: Calendar = national) => shown(addWorkingDays(ist(start), days, calendar).due);

describe('the calendars that ship', () => {
  it('can all be read, and say what still has to be checked', () => {
    for (const name of readdirSync(folder)) expect(problemsOf(() => readCalendar(readFileSync(new URL(name, folder), 'utf8')))).toEqual([]);
    const fixed = national.holidays.filter(({ check }) => !check).map(({ date }) => date.slice(5));
    expect(fixed).toEqual(expect.arrayContaining(['01-26', '08-15', '10-02', '12-25']));
    expect(national.sources.length).toBeGreaterThan(0);
    expect(national.notes.join(' ')).toContain('no clock of law looks at holidays');
  });
});

describe('working days', () => {
  it('leave out the day of the start, weekly days off and holidays, and end at midnight', () => {
    expect(due('2026-11-20 10:00:00', 1)).toBe('2026-11-23 23:59:59');
    expect(due('2026-10-01 10:00:00', 1)).toBe('2026-10-05 23:59:59');
    expect(due('2026-12-24 10:00:00', 2)).toBe('2026-12-29 23:59:59');
  });

  it('count by the day in India, whatever the time of day', () => {
    expect(due('2026-11-23 00:00:00', 1)).toBe('2026-11-25 23:59:59');
    expect(due('2026-11-23 23:59:59', 1)).toBe('2026-11-25 23:59:59');
  });

  it('say when they reach a year whose holidays are not known', () => {
    expect(addWorkingDays(ist('2026-12-30 10:00:00'), 2, national).isCovered).toBe(true);
    expect(addWorkingDays(ist('2027-12-30 10:00:00'), 2, national).isCovered).toBe(false);
  });

  it('run backwards to the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 120 }), (day, days) => {
        const start = new Date(Date.parse('2026-01-01T06:00:00Z') + day * 86_400_000).toISOString();
        const end = addWorkingDays(start, days, national).due;
        expect(workingDaysBetween(start, end, national)).toBe(days);
        expect(workingDaysBetween(end, start, national)).toBe(0);
      }),
    );
  });
});

describe('a calendar file', () => {
  const broken = (over: Record<string, unknown>) =>
    problemsOf(() => readCalendar(JSON.stringify({ ...(JSON.parse(text) as Record<string, unknown>), ...over }, null, 2)));

  it.each([
    ['a day outside its years', { years: [2027] }, 'holidays.0.date', /outside the years/],
    ['no working day', { weeklyOff: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] }, 'weeklyOff', /no working day/],
    ['a day that does not exist', { holidays: [{ date: '2026-02-29', name: 'x', check: false }] }, 'holidays.0.date', /exists/],
    ['a field nobody knows', { color: 'red' }, 'color', /./],
    ['a future format', { format: 2 }, 'format', /reads up to format 1/],
  ])('with %s is refused with line and field', (_what, over, field, message) => {
    const [problem] = broken(over);
    expect(problem).toMatchObject({ field, message: expect.stringMatching(message) });
    expect(problem?.line).toBeGreaterThan(0);
  });

  it('that names one day twice is refused', () => {
    const day = { date: '2026-01-26', name: 'Republic Day', check: false };
    expect(broken({ holidays: [day, day] })[0]?.message).toContain('repeats 2026-01-26');
  });
});

describe('a paused target', () => {
  const base = { setAt: ist('2026-11-16 10:00:00'), reason: null, working: null, pauses: [] };
  const paused = (at: string) => ({ at: ist(at), code: 'legal-opinion' as const, text: null });

  it('with a date moves by the length of its pause', () => {
    const target = { ...base, due: ist('2026-11-20 18:00:00'), paused: paused('2026-11-17 12:00:00') };
    const after = resumedTarget(target, ist('2026-11-18 13:30:00'), 'person', null);
    expect(shown(after.due)).toBe('2026-11-21 19:30:00');
    expect(after.paused).toBeNull();
    expect(after.pauses).toEqual([{ ...target.paused, until: ist('2026-11-18 13:30:00'), endedBy: 'person' }]);
  });

  it('of working days keeps as many of them as it had left', () => {
    const working = { days: 5, calendar: 'india-national', version: '2026.11', hash: 'x' };
    const target = { ...base, working, due: ist('2026-11-23 23:59:59'), paused: paused('2026-11-18 12:00:00') };
    // Left on the 18th: 19, 20 and 23 November; resumed on Friday the 27th: 30 November, 1 and 2 December.
    expect(shown(resumedTarget(target, ist('2026-11-27 09:00:00'), 'mail', national).due)).toBe('2026-12-02 23:59:59');
    expect(resumedTarget(target, ist('2026-11-18 17:00:00'), 'person', national).due).toBe(target.due);
  });

  it('paused on its last day ends on the day it runs again', () => {
    const working = { days: 1, calendar: 'india-national', version: '2026.11', hash: 'x' };
    const target = { ...base, working, due: ist('2026-11-17 23:59:59'), paused: paused('2026-11-17 12:00:00') };
    expect(shown(resumedTarget(target, ist('2026-11-19 09:00:00'), 'person', national).due)).toBe('2026-11-19 23:59:59');
    expect(shown(resumedTarget(target, ist('2026-11-21 09:00:00'), 'person', national).due)).toBe('2026-11-23 23:59:59');
  });

  it('that was late already stays late', () => {
    const target = { ...base, due: ist('2026-11-17 10:00:00'), paused: paused('2026-11-17 12:00:00') };
    expect(resumedTarget(target, ist('2026-11-19 09:00:00'), 'person', null).due).toBe(target.due);
  });
});
