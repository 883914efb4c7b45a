import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { Fault } from '../src-main/desk/faults.ts';
import { asFault, codeOf } from './storage-faults.ts';

export { asFault, codeOf };

/** One open connection. This file is the only one that knows which module it comes from. */
export type Db = Database.Database;
export type Statement = Database.Statement<unknown[], unknown>;

export interface OpenOptions {
  /** Make the file; it must not exist yet. */
  create?: boolean;
  readonly?: boolean;
  /** The key was unwrapped by an authenticated slot, so a page that does not decrypt is damage and not a wrong key. */
  keyIsProven?: boolean;
}

export interface PlainOptions {
  create?: boolean;
  readonly?: boolean;
  busyTimeoutMs?: number;
}

/** Every WAL below this version can be corrupted by two connections that write and checkpoint at once. */
export const oldestSafeSqlite = '3.51.3';

/** How long a statement waits for another connection's lock. */
export const busyTimeoutMs = 2000;

const logSizeLimitBytes = 32 * 1024 * 1024;
/** Present in every workspace database from its first migration on. */
const knownTable = 'migration';

/**
 * What every connection is set to, in this order, and what it must answer when asked back. `set` is left out where the
 * value belongs to the file and a read-only connection cannot change it.
 */
export function pragmasOf(isReadonly: boolean): readonly { name: string; set?: string; expect: string | number }[] {
  return [
    isReadonly ? { name: 'journal_mode', expect: 'wal' } : { name: 'journal_mode', set: 'WAL', expect: 'wal' },
    { name: 'synchronous', set: 'FULL', expect: 2 },
    { name: 'foreign_keys', set: 'ON', expect: 1 },
    { name: 'secure_delete', set: 'ON', expect: 1 },
    { name: 'trusted_schema', set: 'OFF', expect: 0 },
    { name: 'cell_size_check', set: 'ON', expect: 1 },
    { name: 'mmap_size', set: '0', expect: 0 },
    { name: 'temp_store', set: 'MEMORY', expect: 2 },
    // Pages decrypted once stay decrypted: the queue of a lakh of cases fits.
    { name: 'cache_size', set: '-65536', expect: -65536 },
    { name: 'busy_timeout', set: String(busyTimeoutMs), expect: busyTimeoutMs },
    { name: 'wal_autocheckpoint', set: '0', expect: 0 },
    { name: 'journal_size_limit', set: String(logSizeLimitBytes), expect: logSizeLimitBytes },
    { name: 'query_only', set: isReadonly ? 'ON' : 'OFF', expect: isReadonly ? 1 : 0 },
  ];
}

/**
 * Opens a workspace database with its raw 32-byte key. It never makes a file unless `create` says so and none is there.
 * Faults: not-found, already-exists, wrong-key, corrupt, read-only, disk-full, locked.
 */
export function openDatabase(file: string, key: Buffer, options: OpenOptions = {}): Db {
  if (key.length !== 32) throw new TypeError('A database key is 32 bytes.');
  if (options.create) return createDatabase(file, key);
  refuseMissingOrEmpty(file);
  return guarded(file, options, () => {
    const db = connect(file, options.readonly ?? false, busyTimeoutMs);
    return orClose(db, () => {
      unlockPages(db, key);
      refuseUnknown(db, file);
      applyPragmas(db, options.readonly ?? false);
    });
  });
}

/** Opens an unencrypted database: audit copies, lock files, ':memory:' scratch. Faults: as openDatabase, without wrong-key. */
export function openPlain(file: string, options: PlainOptions = {}): Db {
  if (options.create && file !== ':memory:') createEmptyFile(file);
  if (file !== ':memory:' && !existsSync(file)) throw new Fault('not-found', `There is no database file ${basename(file)}.`);
  return guarded(file, { keyIsProven: true }, () => {
    const db = connect(file, options.readonly ?? false, options.busyTimeoutMs ?? busyTimeoutMs);
    return orClose(db, () => {
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      refuseOldSqlite(db);
      for (const pragma of pragmasOf(false).filter(({ name }) => plainPragmas.has(name))) setPragma(db, pragma);
    });
  });
}

/** The journal mode of a plain file is its maker's choice; memory mapping is off in this build and unknown to ':memory:'. */
const plainPragmas = new Set(['synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check', 'temp_store']);

function createDatabase(file: string, key: Buffer): Db {
  createEmptyFile(file);
  try {
    return guarded(file, {}, () => {
      const db = connect(file, false, busyTimeoutMs);
      return orClose(db, () => {
        unlockPages(db, key);
        applyPragmas(db, false);
      });
    });
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** `wx` makes sure that the file made is ours; nobody else may read it. */
function createEmptyFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new Fault('already-exists', `The database file ${basename(file)} is already there and was left as it is.`);
    }
    throw asFault(error);
  }
}

function connect(file: string, isReadonly: boolean, timeoutMs: number): Db {
  return new Database(file, { readonly: isReadonly, fileMustExist: file !== ':memory:', timeout: timeoutMs });
}

/** Any statement reads the schema, so this asks only once the key is set. */
function refuseOldSqlite(db: Db): void {
  const version = db.prepare('SELECT sqlite_version()').pluck().get() as string;
  if (!isOlder(version, oldestSafeSqlite)) return;
  throw new Fault('refused', `SQLite ${version} is not safe to write with; ${oldestSafeSqlite} or newer is needed.`);
}

/** True when dotted version `a` comes before `b`. */
export function isOlder(a: string, b: string): boolean {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (const [index, part] of right.entries()) {
    const difference = (left[index] ?? 0) - part;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function unlockPages(db: Db, key: Buffer): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  db.pragma(`key = "x'${key.toString('hex')}'"`);
}

function applyPragmas(db: Db, isReadonly: boolean): void {
  refuseOldSqlite(db);
  for (const pragma of pragmasOf(isReadonly)) setPragma(db, pragma);
}

function setPragma(db: Db, pragma: { name: string; set?: string; expect: string | number }): void {
  if (pragma.set !== undefined) db.pragma(`${pragma.name} = ${pragma.set}`);
  const answer = db.pragma(pragma.name, { simple: true });
  if (answer !== pragma.expect) {
    throw new Fault('refused', `The database did not take the setting ${pragma.name}: it is ${String(answer)}, not ${pragma.expect}.`);
  }
}

/** An empty or missing file opens without complaint with any key: this looks before anything is trusted. */
function refuseMissingOrEmpty(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new Fault('not-found', `There is no database file ${basename(file)}. No new one was made.`);
  if (stats.size === 0) throw new Fault('corrupt', `The database file ${basename(file)} is empty. No new one was made.`);
}

function refuseUnknown(db: Db, file: string): void {
  const found = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(knownTable);
  if (found === undefined) throw new Fault('corrupt', `The file ${basename(file)} opens, but does not hold a workspace database.`);
}

function guarded(file: string, options: OpenOptions, open: () => Db): Db {
  try {
    return open();
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB' && !options.keyIsProven) {
      const text = `The key does not open the database file ${basename(file)}, or the first page of the file is damaged.`;
      throw new Fault('wrong-key', text, { sqlite: 'SQLITE_NOTADB' }, error);
    }
    throw asFault(error);
  }
}

function orClose(db: Db, prepare: () => void): Db {
  try {
    prepare();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const caches = new WeakMap<Db, Map<string, Statement>>();
const watchers = new WeakMap<Db, (sql: string) => void>();

/** From now on `watch` is told of each statement that is new to this connection, before it is prepared. */
export function watchStatements(db: Db, watch: (sql: string) => void): void {
  watchers.set(db, watch);
}

/** A prepared statement, kept for as long as its connection. `sql` is a fixed text, never one that grows with data. */
export function statement(db: Db, sql: string): Statement {
  let cache = caches.get(db);
  if (!cache) {
    cache = new Map();
    caches.set(db, cache);
  }
  let found = cache.get(sql);
  if (!found) {
    watchers.get(db)?.(sql);
    found = db.prepare(sql);
    cache.set(sql, found);
  }
  return found;
}

/**
 * Runs `fn` in one BEGIN IMMEDIATE; all of it is stored or none. Inside another transaction it is a savepoint of that one.
 * Storage errors come out as faults (see asFault); anything else that `fn` throws comes out unchanged.
 */
export function transaction<T>(db: Db, fn: () => T): T {
  const isNested = db.inTransaction;
  const [begin, commit, undo] = isNested ? savepointSql : immediateSql;
  try {
    statement(db, begin).run();
    const result = fn();
    if (result instanceof Promise) throw new TypeError('A transaction is synchronous: it cannot wait for a promise.');
    statement(db, commit).run();
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself; a second rollback would hide the first error.
    if (db.inTransaction) db.exec(undo);
    throw asFault(error);
  }
}

const immediateSql = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] as const;
const savepointSql = ['SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part; RELEASE part'] as const;
