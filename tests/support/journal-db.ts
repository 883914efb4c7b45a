import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../db/migrate.ts';
import { type Db, openDatabase, statement, transaction } from '../../db/open.ts';
import { type Clock, type Ids, isoInstant } from '../../src-main/desk/ports.ts';
import {
  createFolds,
  createJournal,
  type EpochVault,
  ensureEpoch,
  epochFolds,
  type FoldMap,
  type Folds,
  type Journal,
  noFold,
  post,
  purge,
  type RecordInput,
  type Signer,
  writeCheckpoint,
} from '../../src-main/journal/index.ts';

export const migrationsDir = join(import.meta.dirname, '..', '..', 'db', 'migrations');
export const rawKey = Buffer.alloc(32, 7);

/** A clock that only moves when told. Starts at 2026-11-21 09:30 IST. */
export function handClock(start = '2026-11-21T04:00:00.000Z'): Clock & { add(ms: number): void; set(iso: string): void } {
  let ms = Date.parse(start);
  return {
    now: () => ms,
    monotonic: () => ms,
    add: (more) => {
      ms += more;
    },
    set: (iso) => {
      ms = Date.parse(iso);
    },
  };
}

/** Bytes and ids that depend on nothing but the seed. */
export function seededIds(seed: number): Ids {
  let drawn = 0;
  const bytes = (length: number): Buffer => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => createHash('sha256').update(`${seed}/${drawn++}`).digest());
    return Buffer.concat(blocks).subarray(0, length);
  };
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return { bytes, id: (length) => Array.from(bytes(length), (byte) => alphabet[byte % 36]).join('') };
}

/** A vault in memory that keeps copies, as a real one keeps files. */
export function memoryVault(): EpochVault & { names(): string[] } {
  const kept = new Map<string, Buffer>();
  return {
    read: (name) => (kept.has(name) ? Buffer.from(kept.get(name)!) : null),
    write: (name, bytes) => void kept.set(name, Buffer.from(bytes)),
    erase: (name) => void kept.delete(name),
    names: () => [...kept.keys()].sort(),
  };
}

/** Numbers in [0, 1) that depend on nothing but the seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Folds of the drills: small, but on the real tables. */
export const drillFolds: FoldMap = {
  'desk.opened': (db, entry) =>
    void statement(db, 'INSERT INTO desk (id, opened_at, opened_seq) VALUES (?, ?, ?)').run(entry.desk, entry.at, entry.seq),
  'setting.changed': (db, entry, body) => {
    const { name, value } = body as { name: string; value: string };
    const sql = `INSERT INTO setting (name, value, changed_seq) VALUES (?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_seq = excluded.changed_seq`;
    statement(db, sql).run(name, value, entry.seq);
  },
  'letter.prepared': (db, entry, body) => {
    const { ref, template } = body as { ref: string; template: string };
    const sql = "INSERT INTO letter (id, ref, template, language, prepared_seq, prepared_at) VALUES (?, ?, ?, 'en', ?, ?)";
    statement(db, sql).run(entry.subject, ref, template, entry.seq, entry.at);
  },
  'mail.seen': (db, entry, body) =>
    void statement(db, 'INSERT INTO mail_seen (sha256, message_id, ref) VALUES (?, ?, ?)').run(
      (body as { sha256: string }).sha256,
      null,
      entry.subject,
    ),
  'letter.purged': (db, entry, body) => {
    const { ref, template, preparedSeq, preparedAt } = body as { ref: string; template: string; preparedSeq: number; preparedAt: string };
    const sql = `INSERT OR REPLACE INTO letter (id, ref, template, language, prepared_seq, prepared_at, superseded_by)
      VALUES (?, ?, ?, 'en', ?, ?, 'purged')`;
    statement(db, sql).run(entry.subject, ref, template, preparedSeq, preparedAt);
  },
  'case.noted': noFold,
};

export interface Drill {
  dir: string;
  file: string;
  db: Db;
  journal: Journal;
  folds: Folds;
  clock: ReturnType<typeof handClock>;
  ids: Ids;
  vault: ReturnType<typeof memoryVault>;
  workspace: string;
  desk: string;
  post(input: RecordInput): number;
  signer(): Signer;
  checkpoint(): string;
  close(): void;
}

/** A record in an encrypted file of its own, with its first epoch open. */
export function openDrill(seed = 1, extraFolds: FoldMap[] = []): Drill {
  const dir = mkdtempSync(join(tmpdir(), 'nivaran-journal-'));
  const file = join(dir, 'desk.db');
  const db = openDatabase(file, rawKey, { create: true });
  // Drills write thousands of small records; what a power cut does to them is the crash suite's matter.
  db.pragma('synchronous = OFF');
  const clock = handClock();
  migrate(db, { dir: migrationsDir, now: isoInstant(clock.now()) });
  const ids = seededIds(seed);
  const [workspace, desk, vault] = [ids.id(12), ids.id(12), memoryVault()];
  const folds = createFolds([drillFolds, epochFolds, ...extraFolds]);
  const journal = createJournal(db, { desk, clock, ids });
  const signer = () => ensureEpoch({ db, journal, folds, vault, clock, ids, workspace, desk });
  const drill: Drill = {
    dir,
    file,
    db,
    journal,
    folds,
    clock,
    ids,
    vault,
    workspace,
    desk,
    signer,
    post: (input) => transaction(db, () => post(db, journal, folds, input)).seq,
    checkpoint: () => {
      const today = signer();
      return transaction(db, () => writeCheckpoint(db, journal, today)).note;
    },
    close: () => {
      db.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  drill.post({ actor: 'system', kind: 'desk.opened', subject: `desk:${desk}`, body: { v: 1 } });
  signer();
  return drill;
}

const texts = ['Synthetic note by A. Example', 'बनावटी टिप्पणी', 'quotes " and \\ and \u2028', 'emoji 🪔', ''];

/** Adds about `count` entries of mixed kinds over some days, with checkpoints and purges between. */
export function grow(drill: Drill, count: number, random: () => number): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let i = 0; i < count; i++) {
    drill.clock.add(Math.floor(random() * 3_600_000));
    const n = drill.journal.head().seq + 1;
    const dice = random();
    if (dice < 0.06) drill.checkpoint();
    else if (dice < 0.1) drill.clock.add(86_400_000);
    else if (dice < 0.35) {
      drill.post({
        actor: 'user:a1',
        kind: 'setting.changed',
        subject: 'workspace:w',
        body: { v: 1, name: pick(['a', 'b', 'c']), value: pick(texts) },
      });
    } else if (dice < 0.6) {
      drill.post({
        actor: 'user:a2',
        kind: 'case.noted',
        subject: `case:COC-2026-${String(n).padStart(6, '0')}-0`,
        body: { v: 1, text: pick(texts), n },
      });
    } else if (dice < 0.8) {
      drill.post({
        actor: 'user:a1',
        kind: 'letter.prepared',
        subject: `letter:l${n}`,
        body: { v: 1, ref: `COC-${n}`, template: 'decision' },
      });
    } else if (dice < 0.92)
      drill.post({ actor: 'system', kind: 'mail.seen', subject: `case:m${n}`, body: { v: 2, sha256: `${n}`.padStart(64, '0') } });
    else purgeSomeLetter(drill, random);
  }
}

function purgeSomeLetter(drill: Drill, random: () => number): void {
  const letters = drill.db
    .prepare(
      'SELECT id, ref, template, prepared_seq AS seq, prepared_at AS at FROM letter WHERE superseded_by IS NULL ORDER BY prepared_seq',
    )
    .all() as { id: string; ref: string; template: string; seq: number; at: string }[];
  const letter = letters[Math.floor(random() * letters.length)];
  if (!letter) return;
  const body = { v: 1, seqs: [letter.seq], ref: letter.ref, template: letter.template, preparedSeq: letter.seq, preparedAt: letter.at };
  transaction(drill.db, () =>
    purge(drill.db, drill.journal, drill.folds, { actor: 'user:a1', kind: 'letter.purged', subject: letter.id, body }),
  );
}

/** Takes away the triggers that keep the record: whoever owns the file can. */
export function dropTriggers(db: Db): void {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[];
  for (const name of names) db.exec(`DROP TRIGGER "${name}"`);
}

/** Tampers, looks, and takes the tampering back. */
export function tampered<T>(db: Db, tamper: () => void, look: () => T): T {
  db.exec('SAVEPOINT drill');
  try {
    db.pragma('ignore_check_constraints = ON');
    tamper();
    return look();
  } finally {
    db.pragma('ignore_check_constraints = OFF');
    db.exec('ROLLBACK TO drill; RELEASE drill');
  }
}
