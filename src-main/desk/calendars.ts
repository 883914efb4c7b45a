import { readdirSync, readFileSync } from 'node:fs';
import { sha256Hex } from '../journal/index.ts';
import type { Calendar } from '../law/contract.ts';
import { readCalendar } from '../law/rules.ts';
import { currentCalendars } from './adopted.ts';
import { type Desk, post, write } from './desk.ts';
import { resourcePath } from './resources.ts';

/** A calendar as it ships. */
export interface BundledCalendar {
  hash: string;
  content: string;
  calendar: Calendar;
}

/** The calendars that ship with the product, by file name. */
export function bundledCalendars(): BundledCalendar[] {
  return readdirSync(resourcePath('calendars'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const content = readFileSync(resourcePath('calendars', name), 'utf8');
      return { hash: sha256Hex(content), content, calendar: readCalendar(content) };
    });
}

/** Records that the desk counts by a calendar from now on; inside a transaction. `reason` is null for one that ships. */
export function postCalendar(desk: Desk, made: BundledCalendar, reason: string | null): void {
  const { id, version } = made.calendar;
  post(desk, {
    kind: 'calendar.adopted',
    subject: `workspace:${desk.workspace}`,
    body: { name: id, version, hash: made.hash, content: made.content, reason },
  });
}

/** Before the first count of working days: a desk without any calendar adopts those that ship. */
export function ensureCalendars(desk: Desk): void {
  if (currentCalendars(desk.db).length > 0) return;
  const bundled = bundledCalendars();
  write(desk, ['law'], () => {
    for (const one of bundled) postCalendar(desk, one, null);
  });
}
