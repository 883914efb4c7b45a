import { type Db, statement } from '../../db/open.ts';
import type { FoldMap } from '../journal/index.ts';
import type { AdoptedCalendar, Adoption, Calendar, Rulebook } from '../law/contract.ts';
import { readCalendar, readRulebook } from '../law/rules.ts';
import type { Profile } from '../platforms/contract.ts';
import { readProfile } from '../platforms/rules.ts';
import { Fault } from './faults.ts';

/** What a workspace goes by: rulebooks, profiles, letter templates and calendars, by content hash, every version kept. */
export type AdoptedKind = Adoption['kind'];

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

/** Parsed once per adoption: the number of the newest adoption tells whether what is parsed is still current. */
function shelf(db: Db): Shelf {
  const { at } = statement(db, 'SELECT coalesce(max(adopted_seq), 0) AS at FROM adopted').get() as { at: number };
  const known = shelves.get(db);
  if (known && known.at === at) return known;
  const fresh: Shelf = { at, rulebook: null, profiles: new Map() };
  shelves.set(db, fresh);
  return fresh;
}

interface AdoptedRow {
  name: string;
  hash: string;
  version: string;
  content: string;
}

function newest(db: Db, kind: AdoptedKind, name: string | null): AdoptedRow | undefined {
  const byName = name === null ? '' : ' AND name = ?';
  const sql = `SELECT name, hash, version, content FROM adopted WHERE kind = ?${byName} ORDER BY adopted_seq DESC LIMIT 1`;
  return statement(db, sql).get(...(name === null ? [kind] : [kind, name])) as AdoptedRow | undefined;
}

/** The rulebook in force on this desk, with its content hash. Fault: corrupt when none was ever adopted. */
export function currentRulebook(db: Db): { hash: string; name: string; version: string; rulebook: Rulebook } {
  const here = shelf(db);
  if (here.rulebook === null) {
    const row = newest(db, 'rulebook', null);
    if (!row) throw new Fault('corrupt', 'The workspace holds no rulebook.');
    const rulebook = remembered(parsedOf(db).rulebooks, row.hash, () => readRulebook(row.content));
    here.rulebook = { hash: row.hash, name: row.name, version: row.version, rulebook };
  }
  return here.rulebook;
}

function contentOf(db: Db, kind: AdoptedKind, hash: string): string | undefined {
  const row = statement(db, 'SELECT content FROM adopted WHERE kind = ? AND hash = ? LIMIT 1').get(kind, hash) as
    | { content: string }
    | undefined;
  return row?.content;
}

/** Any rulebook this desk ever went by, by its content hash: closed cases keep theirs. Fault: not-found. */
export function adoptedRulebook(db: Db, hash: string): Rulebook {
  return remembered(parsedOf(db).rulebooks, hash, () => {
    const content = contentOf(db, 'rulebook', hash);
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
  const content = parsedOf(db).calendars.has(hash) ? '' : contentOf(db, 'calendar', hash);
  return content === undefined ? null : remembered(parsedOf(db).calendars, hash, () => readCalendar(content));
}

/** The newest version of every calendar the desk adopted. */
export function currentCalendars(db: Db): AdoptedCalendar[] {
  const rows = statement(
    db,
    "SELECT name, hash, max(adopted_seq) FROM adopted WHERE kind = 'calendar' GROUP BY name ORDER BY name",
  ).all() as { hash: string }[];
  return rows.flatMap(({ hash }) => {
    const calendar = adoptedCalendar(db, hash);
    return calendar ? [{ hash, calendar }] : [];
  });
}

const adoptionColumns = 'kind, name, version, hash, adopted_at AS adoptedAt, adopted_seq AS seq, applied_seq AS appliedSeq';

/** Every adoption of a kind (and name), newest first. */
export function adoptionsOf(db: Db, kind: AdoptedKind, name: string | null = null): Adoption[] {
  const sql = `SELECT ${adoptionColumns} FROM adopted WHERE kind = ? AND (? IS NULL OR name = ?) ORDER BY adopted_seq DESC`;
  return statement(db, sql).all(kind, name, name) as Adoption[];
}

/** Adoptions that open cases have not all been looked at for: what a crash or a cancelled job left. */
export function pendingAdoptions(db: Db): Adoption[] {
  const sql = `SELECT ${adoptionColumns} FROM adopted WHERE applied_seq IS NULL ORDER BY adopted_seq`;
  return statement(db, sql).all() as Adoption[];
}

/** The text of something adopted, by its content hash, or null. */
export function adoptedText(db: Db, kind: AdoptedKind, hash: string): string | null {
  return contentOf(db, kind, hash) ?? null;
}

/** The profile of a platform this workspace serves. Fault: bad-input when it serves none of that name. */
export function currentProfile(db: Db, platform: string): Profile {
  const here = shelf(db);
  const known = here.profiles.get(platform);
  if (known) return known;
  const row = newest(db, 'profile', platform);
  if (!row)
    throw new Fault('bad-input', `platform: this workspace does not serve ${platform}`, {
      issues: [{ field: 'platform', message: 'is not served here' }],
    });
  const profile = readProfile(row.content);
  here.profiles.set(platform, profile);
  return profile;
}

/** The platforms this workspace serves, in the order they were adopted. */
export function servedPlatforms(db: Db): string[] {
  const rows = statement(db, "SELECT name FROM adopted WHERE kind = 'profile' GROUP BY name ORDER BY min(adopted_seq)").all() as {
    name: string;
  }[];
  return rows.map((row) => row.name);
}

interface AdoptedBody {
  name: string;
  hash: string;
  version: string;
  content: string;
}

/** Cases are made under the first of its kind, so that one has nothing to be applied to; nor has a calendar. */
function isFirst(db: Db, kind: AdoptedKind, name: string): boolean {
  if (kind === 'calendar') return true;
  const sql = `SELECT 1 FROM adopted WHERE kind = ?${kind === 'rulebook' ? '' : ' AND name = ?'} LIMIT 1`;
  return statement(db, sql).get(...(kind === 'rulebook' ? [kind] : [kind, name])) === undefined;
}

function adopt(kind: AdoptedKind): FoldMap[string] {
  return (db, entry, body) => {
    const { name, hash, version, content } = body as AdoptedBody;
    const appliedSeq = isFirst(db, kind, name) ? entry.seq : null;
    statement(
      db,
      'INSERT INTO adopted (kind, name, hash, version, content, adopted_at, adopted_seq, applied_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(kind, name, hash, version, content, entry.at, entry.seq, appliedSeq);
  };
}

export const adoptedFolds: FoldMap = {
  'rulebook.adopted': adopt('rulebook'),
  'profile.adopted': adopt('profile'),
  'calendar.adopted': adopt('calendar'),
  'adoption.applied': (db, entry, body) => {
    const { adoption } = body as { adoption: number };
    statement(db, 'UPDATE adopted SET applied_seq = ? WHERE adopted_seq = ?').run(entry.seq, adoption);
  },
};
