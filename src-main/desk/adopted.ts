import { type Db, statement } from '../../db/open.ts';
import type { FoldMap } from '../journal/index.ts';
import type { Rulebook } from '../law/contract.ts';
import { readRulebook } from '../law/rules.ts';
import type { Profile } from '../platforms/contract.ts';
import { readProfile } from '../platforms/rules.ts';
import { Fault } from './faults.ts';

/** What a workspace goes by: rulebooks, profiles and letter templates, by content hash, every version kept. */
export type AdoptedKind = 'rulebook' | 'profile' | 'template';

interface Shelf {
  at: number;
  rulebook: { hash: string; name: string; version: string; rulebook: Rulebook } | null;
  profiles: Map<string, Profile>;
}

const shelves = new WeakMap<Db, Shelf>();

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
    here.rulebook = { hash: row.hash, name: row.name, version: row.version, rulebook: readRulebook(row.content) };
  }
  return here.rulebook;
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

function adopt(kind: AdoptedKind): FoldMap[string] {
  return (db, entry, body) => {
    const { name, hash, version, content } = body as AdoptedBody;
    statement(db, 'INSERT INTO adopted (kind, name, hash, version, content, adopted_at, adopted_seq) VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      kind,
      name,
      hash,
      version,
      content,
      entry.at,
      entry.seq,
    );
  };
}

export const adoptedFolds: FoldMap = {
  'rulebook.adopted': adopt('rulebook'),
  'profile.adopted': adopt('profile'),
};
