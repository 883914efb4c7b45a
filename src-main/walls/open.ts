import canonicalize from 'canonicalize';
import { type Db, transaction } from '../../db/open.ts';
import type { Desk } from '../desk/desk.ts';
import { createJournal, sealedKind } from '../journal/index.ts';
import { openEvent, unwrapKey } from './crypto.ts';
import { type ExchangeKey, type Inside, sealEntry, sealingJournal } from './journal.ts';
import type { ClearEntry } from './store.ts';
import { entriesOfWall, goneFiles, keysOfPerson, newFileKeys, readWall, type StoredEntry, showEntry } from './store.ts';
import { hideTables, seeUpto } from './tables.ts';

type Carried = Omit<ClearEntry, 'body'>;

/** The desk inside the walls, and what has to be let go of with it. */
export interface OpenWalls {
  desk: Desk;
  inside: Inside;
}

/** The keys that were wrapped to this person and open with her own; what does not open is as if she had none. */
function openKeys(outer: Desk, exchangeKey: ExchangeKey): Map<string, Buffer> {
  const keys = new Map<string, Buffer>();
  if (!exchangeKey) return keys;
  const { workspace } = outer;
  for (const { wall, person, wrapped } of keysOfPerson(outer.db, outer.person.id)) {
    const key = unwrapKey(wrapped, exchangeKey, { workspace, wall, person });
    if (key) keys.set(wall, key);
  }
  return keys;
}

/**
 * What a sealed entry says, as a row of the record that nobody sealed; null where it does not open. An entry that was carried behind the
 * wall with its case stands in its old place.
 */
function openedEntry({ keys, workspace }: Inside, wall: string, stored: StoredEntry): StoredEntry | null {
  const { nonce, sealed } = JSON.parse(stored.body ?? '{}') as { nonce: string; sealed: string };
  const key = keys.get(wall);
  const event = key && openEvent(key, { nonce, sealed }, { workspace, wall, seq: stored.seq });
  if (!event) return null;
  if (event.kind !== 'wall.carried') return { ...stored, kind: event.kind, subject: event.subject, body: canonicalize(event.body) ?? null };
  const { entry, body: carried } = event.body as unknown as { entry: Carried; body: unknown };
  return { ...stored, ...entry, body: canonicalize(carried) ?? null };
}

/** Shows one entry opened and folds it, under the law of its moment; all of it or nothing. */
function showAndFold({ db, folds }: Inside, entry: StoredEntry): void {
  transaction(db, () => {
    seeUpto(db, entry.seq);
    showEntry(db, entry);
    folds.apply(db, entry, JSON.parse(entry.body ?? '{}'));
  });
}

interface Found {
  wall: string;
  entry: StoredEntry;
}

/** Every entry of the opened walls, in the order in which it happened. A wall of which one does not open is damaged. */
function openedEntries(inside: Inside): Found[] {
  const found: Found[] = [];
  for (const wall of inside.keys.keys()) {
    for (const stored of entriesOfWall(inside.db, wall)) {
      if (stored.kind !== sealedKind) continue;
      const entry = openedEntry(inside, wall, stored);
      if (entry) found.push({ wall, entry });
      else inside.damaged.add(wall);
    }
  }
  return found.sort((a, b) => a.entry.seq - b.entry.seq);
}

/** Folds what the opened walls hold. A wall whose entries do not hold is damaged; the others open. */
function replay(inside: Inside): void {
  const { db, damaged } = inside;
  const entries = openedEntries(inside);
  transaction(db, () => {
    for (const { wall, entry } of entries) {
      if (damaged.has(wall)) continue;
      try {
        showAndFold(inside, entry);
      } catch {
        // What the error says may quote the entry.
        damaged.add(wall);
      }
    }
    seeUpto(db, Number.POSITIVE_INFINITY);
  });
}

/** Seals the keys of files that came in, one entry a case, and tells everybody's tables which files came and went. */
function sealFiles(inside: Inside): void {
  const { db } = inside;
  const added = Map.groupBy(newFileKeys(db), ({ ref }) => ref);
  for (const [ref, files] of added) {
    const keys = files.map(({ id, file, key }) => ({ id, file, key: key.toString('base64') }));
    tellFiles(inside, ref, { keys, gone: [] });
  }
  for (const wall of inside.keys.keys()) {
    const gone = goneFiles(db, wall);
    const ref = gone.length > 0 ? readWall(db, wall)?.ref : undefined;
    if (ref !== undefined) tellFiles(inside, ref, { keys: [], gone });
  }
}

function tellFiles(inside: Inside, ref: string, body: { keys: { id: string; file: string; key: string }[]; gone: string[] }): void {
  const files = { added: body.keys.map(({ file }) => file), gone: body.gone };
  sealEntry(inside, { actor: inside.person().id, kind: 'wall.files', subject: `case:${ref}`, body: { v: 1, ...body } }, files);
}

/** Opens what this person can open: a desk of its own, on a connection of its own, whose tables of cases lie in memory. */
export function openWalls(outer: Desk, db: Db): OpenWalls {
  hideTables(db);
  const { workspace, clock, ids, folds } = outer;
  const record = createJournal(db, { desk: outer.desk, clock, ids });
  const keys = openKeys(outer, outer.person.exchangeKey ?? null);
  const inside: Inside = { db, record, folds, workspace, person: () => outer.person, clock, ids, keys, damaged: new Set() };
  replay(inside);
  const desk: Desk = {
    ...outer,
    db,
    journal: sealingJournal(inside),
    get person() {
      return outer.person;
    },
    set person(next) {
      outer.person = next;
    },
    signer: () => outer.signer(),
    settle: () => outer.settle(),
    beforeCommit: () => sealFiles(inside),
    moveTo() {
      throw new Error('The desk inside the walls follows the other: it is opened anew.');
    },
  };
  return { desk, inside };
}
