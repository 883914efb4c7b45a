import type { Db } from '../../db/open.ts';
import type { FoldMap } from '../journal/index.ts';
import type { AdoptedCalendar, Calendar, Rulebook } from '../law/contract.ts';
import { readCalendar, readRulebook } from '../law/rules.ts';
import type { Profile } from '../platforms/contract.ts';
import { readProfile } from '../platforms/rules.ts';
import { badInput, Fault } from './faults.ts';
import {
  type AdoptedKind,
  type AdoptedRow,
  adoptedContent,
  calendarHashes,
  insertAdopted,
  isAdopted,
  markApplied,
  newestAdopted,
  newestAdoption,
} from './store/adopted.ts';

// What a workspace goes by: rulebooks, profiles, letter templates and calendars, by content hash, every version kept.
export { type AdoptedKind, adoptionsOf, pendingAdoptions, servedPlatforms } from './store/adopted.ts';

interface Shelf {
  at: number;
  rulebook: { hash: string; name: string; version: string; rulebook: Rulebook } | null;
  profiles: Map<string, Profile>;
}

const shelves = new WeakMap<Db, Shelf>();

interface Parsed {
  rulebooks: Map<string, Rulebook>;
  calendars: Map<string, Calendar>;
}

// By content hash, so that nothing in it is ever out of date.
const parsed = new WeakMap<Db, Parsed>();

function parsedOf(db: Db): Parsed {
  const known = parsed.get(db) ?? { rulebooks: new Map(), calendars: new Map() };
  parsed.set(db, known);
  return known;
}

function remembered<T>(known: Map<string, T>, hash: string, make: () => T): T {
  const found = known.get(hash) ?? make();
  known.set(hash, found);
  return found;
}

const ownShelves = new WeakSet<Db>();

/** For a database that changes by its folds alone and never takes one back: nothing has to be asked before each case. */
export function keepShelf(db: Db): void {
  ownShelves.add(db);
}

/** Parsed once per adoption: the number of the newest adoption tells whether what is parsed is still current. */
function shelf(db: Db): Shelf {
  const kept = ownShelves.has(db) ? shelves.get(db) : undefined;
  if (kept) return kept;
  const at = newestAdoption(db);
  const known = shelves.get(db);
  if (known && known.at === at) return known;
  const fresh: Shelf = { at, rulebook: null, profiles: new Map() };
  shelves.set(db, fresh);
  return fresh;
}

/** The rulebook in force on this desk, with its content hash. Fault: corrupt when none was ever adopted. */
export function currentRulebook(db: Db): { hash: string; name: string; version: string; rulebook: Rulebook } {
  const here = shelf(db);
  if (here.rulebook === null) {
    const row = newestAdopted(db, 'rulebook', null);
    if (!row) throw new Fault('corrupt', 'The workspace holds no rulebook.');
    const rulebook = remembered(parsedOf(db).rulebooks, row.hash, () => readRulebook(row.content));
    here.rulebook = { hash: row.hash, name: row.name, version: row.version, rulebook };
  }
  return here.rulebook;
}

/** Any rulebook this desk ever went by, by its content hash: closed cases keep theirs. Fault: not-found. */
export function adoptedRulebook(db: Db, hash: string): Rulebook {
  return remembered(parsedOf(db).rulebooks, hash, () => {
    const content = adoptedContent(db, 'rulebook', hash);
    if (content === undefined) throw new Fault('not-found', 'This desk never adopted such a rulebook.');
    return readRulebook(content);
  });
}

/** The rulebook that speaks for a case: that of its last clocks once it is closed, the one in force while it is open. */
export function rulebookOfCase(db: Db, file: { state: string; rulebook: string }): Rulebook {
  return file.state === 'closed' ? adoptedRulebook(db, file.rulebook) : currentRulebook(db).rulebook;
}

/** A calendar the desk ever adopted, by its content hash, or null. */
export function adoptedCalendar(db: Db, hash: string): Calendar | null {
  const content = parsedOf(db).calendars.has(hash) ? '' : adoptedContent(db, 'calendar', hash);
  return content === undefined ? null : remembered(parsedOf(db).calendars, hash, () => readCalendar(content));
}

/** The newest version of every calendar the desk adopted. */
export function currentCalendars(db: Db): AdoptedCalendar[] {
  return calendarHashes(db).flatMap((hash) => {
    const calendar = adoptedCalendar(db, hash);
    return calendar ? [{ hash, calendar }] : [];
  });
}

/** The text of something adopted, by its content hash, or null. */
export function adoptedText(db: Db, kind: AdoptedKind, hash: string): string | null {
  return adoptedContent(db, kind, hash) ?? null;
}

/** The profile of a platform this workspace serves. Fault: bad-input when it serves none of that name. */
export function currentProfile(db: Db, platform: string): Profile {
  const here = shelf(db);
  const known = here.profiles.get(platform);
  if (known) return known;
  const row = newestAdopted(db, 'profile', platform);
  if (!row)
    throw new Fault('bad-input', `platform: this workspace does not serve ${platform}`, {
      issues: [{ field: 'platform', message: 'is not served here' }],
    });
  const profile = readProfile(row.content);
  here.profiles.set(platform, profile);
  return profile;
}

/** The content hash of the profile in force. Fault: bad-input where the platform is not served. */
export function profileHash(db: Db, platform: string): string {
  const row = newestAdopted(db, 'profile', platform);
  if (!row) throw badInput('platform', 'is not served here');
  return row.hash;
}

/** Cases are made under the first of its kind, so that one has nothing to be applied to; nor has a calendar. */
function isFirst(db: Db, kind: AdoptedKind, name: string): boolean {
  return kind === 'calendar' || !isAdopted(db, kind, kind === 'rulebook' ? null : name);
}

function adopt(kind: AdoptedKind): FoldMap[string] {
  return (db, entry, raw) => {
    const body = raw as AdoptedRow;
    const appliedSeq = isFirst(db, kind, body.name) ? entry.seq : null;
    shelves.delete(db);
    insertAdopted(db, kind, body, { at: entry.at, seq: entry.seq, appliedSeq });
  };
}

export const adoptedFolds: FoldMap = {
  'rulebook.adopted': adopt('rulebook'),
  'profile.adopted': adopt('profile'),
  'calendar.adopted': adopt('calendar'),
  'adoption.applied': (db, entry, body) => {
    const { adoption } = body as { adoption: number };
    markApplied(db, adoption, entry.seq);
  },
};
