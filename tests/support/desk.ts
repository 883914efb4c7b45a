import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../db/migrate.ts';
import { openDatabase, transaction } from '../../db/open.ts';
import { type Platform, platforms } from '../../src-main/cases/contract.ts';
import type { Desk } from '../../src-main/desk/desk.ts';
import { type Clock, systemIds } from '../../src-main/desk/ports.ts';
import { migrationsDir } from '../../src-main/desk/resources.ts';
import { deriveKey, keyObjects, newPersonKeys } from '../../src-main/workspace/keys.ts';
import { assembleDesk, recordBeginning } from '../../src-main/workspace/service.ts';

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  set(iso: string): void;
  advance(ms: number): void;
}

export function testClock(iso = '2026-11-21T06:30:00.000Z'): TestClock {
  let now = Date.parse(iso);
  let monotonic = 0;
  return {
    now: () => now,
    monotonic: () => monotonic,
    set(next) {
      now = Date.parse(next);
    },
    advance(ms) {
      now += ms;
      monotonic += ms;
    },
  };
}

export interface TestDesk {
  desk: Desk;
  clock: TestClock;
  dir: string;
  dataKey: Buffer;
  /** Closes the database and removes the folder. */
  remove(): Promise<void>;
}

const header = { workspace: 'testworkspac', desk: 'testdesk0001', slots: [] };

/** A desk on a real encrypted database in a folder of its own, opened with a raw key: no key derivation. */
export function makeDesk(options: { served?: readonly Platform[]; clock?: TestClock; synthetic?: boolean } = {}): TestDesk {
  const clock = options.clock ?? testClock();
  const dir = mkdtempSync(join(tmpdir(), 'nivaran-desk-'));
  mkdirSync(dir, { recursive: true });
  const dataKey = systemIds.bytes(32);
  const db = openDatabase(join(dir, 'desk-test.db'), deriveKey(dataKey, 'database'), { create: true });
  migrate(db, { dir: migrationsDir(), now: new Date(clock.now()).toISOString() });
  const keys = newPersonKeys(systemIds);
  const person = {
    id: 'user:officer00001',
    name: 'O. Sample',
    designation: 'Grievance Officer',
    roles: ['officer'],
    ...keyObjects(keys),
  };
  const desk = assembleDesk({ dir, db, header, dataKey, person, ports: { clock, ids: systemIds } });
  const input = {
    organisation: 'Example Organisation',
    officer: person.name,
    platforms: [...(options.served ?? platforms)],
    passphrase: '',
    synthetic: options.synthetic ?? false,
  };
  transaction(db, () => recordBeginning(desk, header, input, keys));
  desk.signer();
  const remove = async () => {
    await desk.pool.close();
    desk.walls.close();
    db.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { desk, clock, dir, dataKey, remove };
}

/** Opens the database that a test desk left behind, after a kill for one. */
export function reopenDesk(dir: string, dataKey: Buffer, clock: Clock): Desk {
  const db = openDatabase(join(dir, 'desk-test.db'), deriveKey(dataKey, 'database'), { keyIsProven: true });
  const person = { id: 'user:officer00001', name: 'O. Sample', designation: null, roles: ['officer'], signingKey: null };
  return assembleDesk({ dir, db, header, dataKey, person, ports: { clock, ids: systemIds } });
}

/** A case file with everything a content complaint needs. */
export function contentCase(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    platform: 'cocial',
    kind: 'content',
    receivedAt: '2026-11-21T11:30:00+05:30',
    channel: 'email',
    complainant: { name: 'A. Example', email: 'a@mail.example', language: 'en' },
    subject: 'Abusive post about me',
    text: 'The post names me and is still public.',
    facts: { removalSought: true, category: 'misleading' },
    items: [{ type: 'url', value: 'https://posts.example/1' }],
    ...over,
  };
}
