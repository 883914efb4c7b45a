import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkpointIfLarge } from '../../db/checkpoint.ts';
import { migrate } from '../../db/migrate.ts';
import { type Db, openDatabase, transaction } from '../../db/open.ts';
import type { Platform } from '../cases/contract.ts';
import { dayInIndia } from '../cases/rules.ts';
import { bundledProfileText, bundledRulebook } from '../desk/bundled.ts';
import { type Desk, type DeskPerson, nobody, post, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { createPool, type Pool } from '../desk/pool.ts';
import { type Clock, type Ids, isoInstant, systemClock, systemIds } from '../desk/ports.ts';
import { migrationsDir, resourcePath } from '../desk/resources.ts';
import { createTimeGuard } from '../desk/time-guard.ts';
import { createJournal, ensureEpoch, isCheckpointDue, istDay, verifyTail, writeCheckpoint } from '../journal/index.ts';
import { createWalls } from '../walls/index.ts';
import { allFolds } from './folds-all.ts';
import { type Header, readHeader, writeHeader } from './header.ts';
import { deriveKey, keyObjects, type PersonKeys, wipe } from './keys.ts';
import { acquireLock, type WorkspaceLock } from './lock.ts';
import { loadCommonPassphrases } from './passphrase.ts';
import { checkPlaceForNew, checkPlaceOfWorkspace } from './place.ts';
import { settlePurges } from './purge-ledger.ts';
import { entryRefusal } from './rules.ts';
import { isScrubWanted, scrubAtOpen, sweepDatabases } from './scrub.ts';
import { createKeys } from './slots.ts';
import { type Credential, type Unlocked, unlock } from './slots-unlock.ts';
import { attachmentFiles, isRecorded, lastEntryAt, readPerson } from './store.ts';
import { sweepOrphans } from './store-files.ts';
import { openVault } from './vault.ts';

/** What the desk is given from outside; tests give fakes for clock and ids only. */
export interface DeskPorts {
  clock: Clock;
  ids: Ids;
}
export const systemPorts: DeskPorts = { clock: systemClock, ids: systemIds };

export interface NewWorkspace {
  organisation: string;
  officer: string;
  designation?: string | undefined;
  platforms: Platform[];
  passphrase: string;
  /** Every case of it is invented; letters and screens say so. */
  synthetic?: boolean;
}

export interface OpenOptions {
  /** Who holds the lock, in words: "command line", "window". */
  holder?: string;
  /** The person by id or name; default the only one. */
  as?: string | undefined;
  /** Confirms a jump of the machine's time, with the reason. */
  confirmTime?: string | undefined;
  announce?: (topics: string[]) => void;
  /** Starts the pool of workers without keys; a shell has its own way to start processes. */
  startPool?: () => Pool;
  ports?: DeskPorts;
}

interface Held {
  lock: WorkspaceLock;
  file: string;
  dataKey: Buffer;
}
const held = new WeakMap<Desk, Held>();
/** A file without a row was written by an act that never committed; younger ones may belong to one under way. */
const orphanAgeMs = 86_400_000;
/** Copying the log back costs a flush, so it is not done after every act. */
const entriesPerLogCheck = 100;
const scratchFile = /^scratch-[0-9a-f]{16}\.db(-wal|-shm|-journal)?$/;
const soleRoles = ['officer', 'deputy', 'legal', 'nodal-contact', 'compliance-chief', 'admin'];

function heldOf(desk: Desk): Held {
  const found = held.get(desk);
  if (!found) throw new Fault('locked', 'The workspace is locked. Open it first.');
  return found;
}

/** The database file of an open desk and its raw key, for a reading thread. */
export function databaseOf(desk: Desk): { file: string; key: Buffer } {
  const { file, dataKey } = heldOf(desk);
  return { file, key: deriveKey(dataKey, 'database') };
}

/** The data key of an open desk, for a backup. */
export function dataKeyOf(desk: Desk): Buffer {
  return heldOf(desk).dataKey;
}

/** Puts another database, written anew, under an open desk; it holds the same record. The old one is closed. */
export function moveDatabase(desk: Desk, db: Db, file: string): void {
  const old = desk.db;
  desk.walls.close();
  desk.moveTo(db);
  heldOf(desk).file = file;
  old.close();
}

interface DeskParts {
  dir: string;
  db: Db;
  header: Pick<Header, 'workspace' | 'desk'>;
  dataKey: Buffer;
  person: DeskPerson;
  ports: DeskPorts;
  announce?: ((topics: string[]) => void) | undefined;
  pool?: Pool | undefined;
}

/** Puts a desk together on an open database; `createDesk`, `openDesk` and the drills of the tests use it. */
export function assembleDesk(parts: DeskParts): Desk {
  const { header, ports, dir } = parts;
  let { db } = parts;
  let journal = createJournal(db, { desk: header.desk, clock: ports.clock, ids: ports.ids });
  const folds = allFolds();
  const connect = () => openDatabase(db.name, deriveKey(parts.dataKey, 'database'), { keyIsProven: true });
  const vault = openVault(dir, parts.dataKey);
  const epoch = () =>
    ensureEpoch({ db, journal, folds, vault, clock: ports.clock, ids: ports.ids, workspace: header.workspace, desk: header.desk });
  let written = 0;
  let settledSeq = journal.head().seq;
  let signer: { day: string; signer: ReturnType<typeof epoch> } | null = null;
  const desk: Desk = {
    dir,
    db,
    workspace: header.workspace,
    desk: header.desk,
    person: parts.person,
    journal,
    folds,
    clock: ports.clock,
    ids: ports.ids,
    vault,
    pool: parts.pool ?? createPool(),
    time: createTimeGuard(ports.clock, lastEntryAt(db)),
    signer() {
      const day = istDay(ports.clock.now());
      if (!db.inTransaction && signer?.day !== day) signer = { day, signer: epoch() };
      if (!signer) throw new Error('The epoch is opened before the first transaction.');
      return signer.signer;
    },
    settle() {
      if (isCheckpointDue(db, journal)) signAndKeep(this);
      // A job writes many entries at once: counted by entries, no copying back grows so long that the window waits for it.
      const { seq } = journal.head();
      written += Math.max(1, seq - settledSeq);
      settledSeq = seq;
      if (written < entriesPerLogCheck) return;
      checkpointIfLarge(db);
      written = 0;
    },
    announce: parts.announce ?? (() => {}),
    moveTo(next) {
      db = next;
      journal = createJournal(db, { desk: header.desk, clock: ports.clock, ids: ports.ids });
      Object.assign(this, { db, journal });
    },
    walls: createWalls({ desk: () => desk, connect }),
  };
  return desk;
}

const userId = (ids: Ids) => `user:${ids.id(12)}`;

function firstPerson(id: string, input: NewWorkspace, keys: PersonKeys): DeskPerson {
  return {
    id,
    name: input.officer,
    designation: input.designation ?? null,
    roles: soleRoles,
    ...keyObjects(keys),
  };
}

/** The first entries of a record: desk, workspace, first person, slots, rulebook and profiles; inside one transaction. */
export function recordBeginning(desk: Desk, header: Pick<Header, 'slots'>, input: NewWorkspace, keys: PersonKeys): void {
  post(desk, { kind: 'desk.opened', subject: `desk:${desk.desk}`, body: { restoredFrom: null } });
  post(desk, {
    kind: 'workspace.created',
    subject: `workspace:${desk.workspace}`,
    body: { workspace: desk.workspace, organisation: input.organisation, synthetic: input.synthetic ?? false, platforms: input.platforms },
  });
  const { name, designation, roles } = desk.person;
  post(desk, {
    kind: 'person.added',
    subject: desk.person.id,
    body: { name, designation, roles, exchangeKey: keys.exchangePublic, signingKey: keys.signingPublic },
  });
  for (const slot of header.slots)
    post(desk, { kind: 'slot.added', subject: `slot:${slot.id}`, body: { kind: slot.kind, label: slot.label, person: slot.person } });
  const { rulebook: _parsed, ...rulebook } = bundledRulebook();
  post(desk, { kind: 'rulebook.adopted', subject: `workspace:${desk.workspace}`, body: { ...rulebook } });
  for (const platform of input.platforms) {
    post(desk, { kind: 'profile.adopted', subject: `workspace:${desk.workspace}`, body: { ...bundledProfileText(platform) } });
  }
}

function removeHalf(dir: string, header: Header): void {
  for (const name of [header.database, `${header.database}-wal`, `${header.database}-shm`, 'keys', 'attachments', 'lock.db', 'lock.json']) {
    rmSync(join(dir, name), { recursive: true, force: true });
  }
}

/**
 * Makes a workspace in an empty or new folder; writing the header is the last step, so a failure leaves nothing behind.
 * Answers the open desk and the recovery code, which is shown once and kept nowhere.
 * Faults: bad-input (a path that is a file, a weak passphrase), already-exists, network-drive, disk-full, read-only.
 */
export async function createDesk(
  place: string,
  input: NewWorkspace,
  options: OpenOptions = {},
): Promise<{ desk: Desk; recoveryCode: string }> {
  const dir = resolve(place);
  const ports = options.ports ?? systemPorts;
  checkPlaceForNew(dir);
  const person = userId(ports.ids);
  const common = loadCommonPassphrases(resourcePath());
  const made = await createKeys({
    ...ports,
    person,
    label: input.officer,
    recoveryLabel: 'printed recovery code',
    passphrase: input.passphrase,
    common,
  });
  const { header } = made;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lock = acquireLock(dir, { what: options.holder ?? 'setup', now: ports.clock.now() });
  let db: Db | null = null;
  let pool: Pool | null = null;
  try {
    db = openDatabase(join(dir, header.database), deriveKey(made.dataKey, 'database'), { create: true });
    pool = options.startPool?.() ?? createPool();
    migrate(db, { dir: migrationsDir(), now: isoInstant(ports.clock.now()) });
    const desk = assembleDesk({
      dir,
      db,
      header,
      dataKey: made.dataKey,
      person: firstPerson(person, input, made.personKeys),
      ports,
      announce: options.announce,
      pool,
    });
    transaction(db, () => recordBeginning(desk, header, input, made.personKeys));
    desk.signer();
    writeHeader(dir, header);
    held.set(desk, { lock, file: join(dir, header.database), dataKey: made.dataKey });
    return { desk, recoveryCode: made.recoveryCode };
  } catch (error) {
    wipe(made.dataKey);
    // An open file cannot be removed on Windows.
    await freeAll(lock, db, pool);
    removeHalf(dir, header);
    throw error;
  }
}

/**
 * Who opened the desk at `at` (UTC). A recovery code is nobody's: what is done with it stands under no person's name. Fault:
 * not-allowed for a person who no longer works here, or not yet: an old header put back opens nothing.
 */
export function whoOpens(db: Db, unlocked: Unlocked, at: string): DeskPerson {
  const { person } = unlocked.slot;
  if (person === null) return { id: nobody, name: 'recovery code', designation: null, roles: [], signingKey: null };
  const row = readPerson(db, person);
  const refusal = entryRefusal(row, dayInIndia(at));
  if (!row || refusal !== null) throw new Fault('not-allowed', refusal ?? '');
  const { id, name, designation, roles } = row;
  return { id, name, designation, roles, ...keyObjects(unlocked.personKeys) };
}

/** The id behind `--as NAME`; slots know persons by id and carry the name as label. */
function credentialFor(header: Header, credential: Credential, as: string | undefined): Credential {
  if (as === undefined) return credential;
  const slot = header.slots.find((one) => one.person === as || one.label === as);
  if (!slot?.person)
    throw new Fault('bad-input', `as: there is no person "${as}" at this desk`, {
      issues: [{ field: 'as', message: 'is nobody at this desk' }],
    });
  return { ...credential, person: slot.person };
}

/** Verifies the newest thousand entries and checkpoint before anything is believed. Fault: corrupt, history-went-back. */
function checkTail(db: Db): void {
  const { ok, problems } = verifyTail(db);
  if (ok) return;
  const kinds = [...new Set(problems.map((problem) => problem.kind))].join(', ');
  throw new Fault(
    'corrupt',
    `The newest part of the record does not hold (${kinds}). Nothing was changed. Verify it, then restore the newest backup.`,
    { problems },
  );
}

/** A deep verification that was cut short leaves its scratch database; whoever holds the lock knows that nobody works in it. */
function sweepScratch(dir: string): void {
  for (const name of readdirSync(dir)) if (scratchFile.test(name)) rmSync(join(dir, name), { force: true });
}

/**
 * Opens a workspace (design: start). Never makes a new database because opening failed.
 * Faults: not-a-workspace, locked (with the holder), wrong-key, too-many-attempts, from-future, corrupt, read-only,
 * network-drive, clock-moved unless confirmed.
 */
export async function openDesk(place: string, credential: Credential, options: OpenOptions = {}): Promise<Desk> {
  const dir = resolve(place);
  const ports = options.ports ?? systemPorts;
  checkPlaceOfWorkspace(dir);
  const lock = acquireLock(dir, { what: options.holder ?? 'desk', now: ports.clock.now() });
  let db: Db | null = null;
  let pool: Pool | null = null;
  try {
    sweepScratch(dir);
    const header = readHeader(dir);
    const unlocked = await unlock(dir, credentialFor(header, credential, options.as), ports.clock);
    db = openDatabase(join(dir, header.database), deriveKey(unlocked.dataKey, 'database'), { keyIsProven: true });
    checkTail(db);
    migrate(db, { dir: migrationsDir(), now: isoInstant(ports.clock.now()) });
    const wasPurged = isScrubWanted(db);
    if (wasPurged) db = scrubAtOpen(dir, db, deriveKey(unlocked.dataKey, 'database'));
    const { database } = readHeader(dir);
    sweepDatabases(dir, database);
    const opened = db;
    settlePurges(dir, header.desk, (head) => isRecorded(opened, head));
    pool = options.startPool?.() ?? createPool();
    const desk = assembleDesk({
      dir,
      db,
      header,
      dataKey: unlocked.dataKey,
      person: whoOpens(db, unlocked, isoInstant(ports.clock.now())),
      ports,
      announce: options.announce,
      pool,
    });
    held.set(desk, { lock, file: join(dir, database), dataKey: unlocked.dataKey });
    if (options.confirmTime !== undefined) confirmTime(desk, options.confirmTime);
    if (!desk.time.doubt()) desk.signer();
    // After a purge that was cut off, what no row knows is what it took.
    sweepOrphans(dir, new Set(attachmentFiles(db)), wasPurged ? 0 : orphanAgeMs, ports.clock.now());
    return desk;
  } catch (error) {
    await freeAll(lock, db, pool);
    throw error;
  }
}

/** The person says that the time shown is right; `clock.corrected` keeps what it was. */
export function confirmTime(desk: Desk, reason: string): void {
  if (!desk.time.doubt()) return;
  const { from, to } = desk.time.confirm();
  desk.signer();
  write(desk, ['status'], () => post(desk, { kind: 'clock.corrected', subject: `desk:${desk.desk}`, body: { from, to, reason } }));
}

function signAndKeep(desk: Desk): { size: number; note: string } {
  const signer = desk.signer();
  return transaction(desk.db, () => writeCheckpoint(desk.db, desk.journal, signer));
}

/** Signs the record as it stands and keeps the note: at lock, at day end, and when asked for. */
export function keepCheckpoint(desk: Desk): { size: number; note: string } {
  desk.time.check();
  return signAndKeep(desk);
}

/**
 * Closes the desk: a checkpoint, the log folded in, the workers ended, the lock freed. The desk is closed and its key gone
 * even when the checkpoint fails. Faults: locked when it is closed already; disk-full, read-only, corrupt from the checkpoint.
 */
export async function closeDesk(desk: Desk): Promise<void> {
  const { lock, dataKey } = heldOf(desk);
  try {
    if (!desk.time.doubt()) signAndKeep(desk);
    checkpointIfLarge(desk.db);
  } finally {
    held.delete(desk);
    desk.walls.close();
    wipe(dataKey);
    await freeAll(lock, desk.db, desk.pool);
  }
}

/** Each is freed whatever the others say. */
async function freeAll(lock: WorkspaceLock, db: Db | null, pool: Pool | null): Promise<void> {
  try {
    await pool?.close();
  } finally {
    try {
      db?.close();
    } finally {
      lock.release();
    }
  }
}
