import { forgetLocal, planCasePurge } from '../cases/index.ts';
import type { Desk } from '../desk/desk.ts';
import { type Entry, post, purge } from '../journal/index.ts';
import { type InnerEvent, sealEvent } from './crypto.ts';
import { type RaisingDesk, raiseWall } from './raise.ts';
import { type ClearEntry, type FileKey, fileKeysOf, readClear, signaturesOf } from './store.ts';

/** What is said of a case that goes behind a wall: why, inside it; on whose word, or what it repeats, for everybody. */
export interface Said {
  reason: string | null;
  open: object;
  /** After a restore: where nobody of the backup's time may open it, the grievance officer can. */
  isForced?: boolean;
}

/** What went: the entry's hash, the entries whose bodies are blank, and the files under their old keys. */
export interface Carried {
  head: string;
  entries: { seq: number; hash: string }[];
  files: string[];
}

/** The files of a case that stands in clear, with their keys. */
export const clearFilesOf = (desk: Desk, ref: string) => fileKeysOf(desk.db, ref);

/** Behind a wall nobody hangs on a record outside it: whoever was known again has a record of her own there. */
function ownParty({ kind, body }: ClearEntry): Record<string, unknown> {
  const parsed = JSON.parse(body ?? '{}') as Record<string, unknown>;
  return kind === 'case.received' ? { ...parsed, party: null } : parsed;
}

/** Writes sealed entries of one wall from the desk that everybody sees; it needs no person's key. */
function sealerOf(desk: Desk, wall: string, key: Buffer): (event: InnerEvent, added?: string[]) => Entry {
  return (event, added) => {
    const { db, journal, folds, workspace, ids, person } = desk;
    const sealed = sealEvent(key, event, { workspace, wall, seq: journal.head().seq + 1 }, ids);
    const files = added ? { files: { added, gone: [] } } : {};
    return post(db, journal, folds, {
      actor: person.id,
      kind: 'sealed',
      subject: `wall:${wall}`,
      body: { v: 1, wall, ...sealed, ...files },
    });
  };
}

/** The series and number of a case, as its first entry says. */
function seriesOf(entries: readonly ClearEntry[], seq: number): { platform: string; year: number; number: number } {
  const first = entries.find((entry) => entry.seq === seq);
  const { platform, year, number } = JSON.parse(first?.body ?? '{}') as { platform: string; year: number; number: number };
  return { platform, year, number };
}

/**
 * Moves a case that stands in clear behind a wall of its own, inside the caller's transaction: each of its entries is sealed anew as
 * it stood, with the keys of its files, which were written anew before; then the bodies in clear are blanked and its rows taken out. It
 * takes public keys alone. Fault: refused where nobody at the desk may open a restricted case.
 */
export function moveBehindWall(desk: Desk, file: { ref: string; seq: number }, files: readonly FileKey[], said: Said): Carried {
  const { db, journal, folds, workspace, clock, ids, person } = desk;
  const { ref } = file;
  const subject = `case:${ref}`;
  const plan = planCasePurge(db, ref);
  const seqs = plan.entries.map(({ seq }) => seq);
  // Signatures tell nothing and stay; behind the wall they stand with what they sign.
  const entries = readClear(db, [...seqs, ...signaturesOf(db, subject)]).filter(({ body }) => body !== null);
  const raising: RaisingDesk = { db, record: journal, folds, workspace, clock, ids, person: () => person };
  const { wall, key } = raiseWall(raising, ref, seriesOf(entries, file.seq), said.isForced);
  const seal = sealerOf(desk, wall, key);
  for (const entry of entries) {
    const { body: _body, ...head } = entry;
    seal({ kind: 'wall.carried', subject, body: { v: 1, entry: head, body: ownParty(entry) } });
  }
  const keys = files.map((one) => ({ id: one.id, file: one.file, key: one.key.toString('base64') }));
  const added = files.map((one) => one.file);
  if (keys.length > 0) seal({ kind: 'wall.files', subject, body: { v: 1, keys, gone: [] } }, added);
  seal({ kind: 'wall.explained', subject, body: { v: 1, what: 'walled', person: person.id, reason: said.reason } });
  key.fill(0);
  const old = forgetLocal(db, ref);
  const body = { v: 1, seqs, people: plan.people, wall, ...said.open };
  const entry = purge(db, journal, folds, { actor: person.id, kind: 'walled.purged', subject, body });
  return { head: entry.hash, entries: plan.entries, files: old };
}
