import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../src-main/desk/faults.ts';
import { asFault, type Db } from './open.ts';

export interface MigrateOptions {
  /** A folder of files named `NNNN-name.sql`. */
  dir: string;
  /** When the migrations count as applied: a UTC ISO instant. */
  now: string;
  /** Called once before anything changes, if the database already held an older version. A throw stops everything. */
  beforeMigrating?: () => void;
}

interface Migration {
  number: number;
  name: string;
  hash: string;
  sql: string;
}

type AppliedMigration = Omit<Migration, 'sql'>;

const fileName = /^(\d{4})-([a-z0-9-]+)\.sql$/;

const createTable = `CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT`;

/**
 * Brings a database to the newest version, each migration in one transaction of its own; a crash leaves the version before
 * or after, never one between. Returns the numbers it applied. Faults: from-future (made by a newer release), corrupt (the
 * database's own account of its versions does not hold together), refused (a migration file was edited, renamed, lost or
 * numbered with a gap), storage faults.
 */
export function migrate(db: Db, options: MigrateOptions): { applied: number[] } {
  const files = readMigrations(options.dir);
  const done = appliedMigrations(db);
  const pending = checkHistory(db, files, done);
  if (pending.length > 0 && done.length > 0) options.beforeMigrating?.();
  for (const migration of pending) applyOne(db, migration, options.now);
  return { applied: pending.map((migration) => migration.number) };
}

/** The numbers `migrate` would apply, with the same checks and faults; changes nothing. `isNew`: no version is in it yet. */
export function pendingMigrations(db: Db, dir: string): { pending: number[]; isNew: boolean } {
  const done = appliedMigrations(db);
  const pending = checkHistory(db, readMigrations(dir), done);
  return { pending: pending.map((migration) => migration.number), isNew: done.length === 0 };
}

function readMigrations(dir: string): Migration[] {
  const migrations = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readMigration(dir, name));
  for (const [index, migration] of migrations.entries()) {
    if (migration.number !== index + 1) {
      throw new Fault('refused', `Migration ${index + 1} is missing: ${label(migration)} stands in its place.`);
    }
  }
  return migrations;
}

function readMigration(dir: string, file: string): Migration {
  const match = fileName.exec(file);
  if (!match?.[1] || !match[2]) throw new Fault('refused', `The migration file ${file} is not named NNNN-name.sql.`);
  // A checkout on Windows may end lines with CRLF: the hash is of the text, not of the line ends.
  const sql = readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n');
  return { number: Number(match[1]), name: match[2], hash: createHash('sha256').update(sql).digest('hex'), sql };
}

function appliedMigrations(db: Db): AppliedMigration[] {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'").get();
  if (exists === undefined) return [];
  return db.prepare('SELECT number, name, hash FROM migration ORDER BY number').all() as AppliedMigration[];
}

/** What is left to apply, once the applied ones turn out to be exactly the first of the files, unchanged. */
function checkHistory(db: Db, files: Migration[], done: AppliedMigration[]): Migration[] {
  const version = db.pragma('user_version', { simple: true }) as number;
  const newest = Math.max(version, done.at(-1)?.number ?? 0);
  if (newest > files.length) {
    throw new Fault('from-future', `This workspace is of version ${newest}; this release knows versions up to ${files.length}.`);
  }
  for (const [index, applied] of done.entries()) compareApplied(applied, index + 1, files[index]);
  if (version !== done.length) {
    throw new Fault('corrupt', `The database says version ${version} but lists ${done.length} applied migrations.`);
  }
  return files.slice(done.length);
}

function compareApplied(applied: AppliedMigration, expectedNumber: number, file: Migration | undefined): void {
  if (applied.number !== expectedNumber) {
    throw new Fault('corrupt', `Migration ${expectedNumber} was never applied although ${label(applied)} was.`);
  }
  if (file?.name !== applied.name) throw new Fault('refused', `The file of the applied migration ${label(applied)} is missing.`);
  if (file.hash !== applied.hash) throw new Fault('refused', `Migration ${label(applied)} was changed after it was applied.`);
}

/**
 * Foreign keys are off while the script runs, as SQLite asks for when tables are rebuilt, and all of them are checked
 * before the commit.
 */
function applyOne(db: Db, migration: Migration, now: string): void {
  const before = db.pragma('foreign_keys', { simple: true }) as number;
  db.pragma('foreign_keys = OFF');
  try {
    db.exec('BEGIN IMMEDIATE');
    runScript(db, migration, now);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw asFault(error);
  } finally {
    db.pragma(`foreign_keys = ${before}`);
  }
}

function runScript(db: Db, migration: Migration, now: string): void {
  db.exec(createTable);
  db.exec(migration.sql);
  if (!db.inTransaction) throw new Fault('refused', `Migration ${label(migration)} ends the transaction it runs in.`);
  const broken = db.pragma('foreign_key_check') as { table: string }[];
  if (broken[0]) {
    throw new Fault('refused', `Migration ${label(migration)} leaves ${broken.length} broken references, first in ${broken[0].table}.`);
  }
  const insert = db.prepare('INSERT INTO migration (number, name, hash, applied_at) VALUES (?, ?, ?, ?)');
  insert.run(migration.number, migration.name, migration.hash, now);
  db.pragma(`user_version = ${migration.number}`);
}

function label(migration: { number: number; name: string }): string {
  return `${String(migration.number).padStart(4, '0')}-${migration.name}`;
}
