import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../../db/migrate.ts';
import { type Db, openDatabase, statement } from '../../../db/open.ts';
import { systemIds as ids } from '../../../src-main/desk/ports.ts';
import { type Header, writeHeader } from '../../../src-main/workspace/header.ts';
import { deriveKey, newDataKey, newPersonKeys, type PersonKeys } from '../../../src-main/workspace/keys.ts';
import { newHeader } from '../../../src-main/workspace/slots.ts';
import { floorKdf } from '../../../src-main/workspace/slots-kdf.ts';
import { openSlot, type SlotDraft, sealSlot, type Unlocked } from '../../../src-main/workspace/slots-seal.ts';

export const at = '2026-03-05T06:00:00.000Z';

export interface TestWorkspace {
  dir: string;
  header: Header;
  dataKey: Buffer;
  personKeys: PersonKeys;
  /** Opens the first slot in place of a passphrase, so that only the tests of passphrases wait for Argon2. */
  kek: Buffer;
  db: Db;
}

export function draft(changes: Partial<SlotDraft> = {}): SlotDraft {
  const base = { id: ids.id(12), label: 'A. Example', kdf: floorKdf, salt: ids.bytes(16), createdAt: at };
  return { ...base, kind: 'passphrase', person: 'user:example', ...changes };
}

export function recoveryDraft(): SlotDraft {
  return draft({ kind: 'recovery', person: null, label: 'Recovery sheet' });
}

export function unlockRaw(header: Header, kek: Buffer): Unlocked {
  const [slot] = header.slots;
  if (!slot) throw new Error('The header has no slot.');
  return openSlot(header.workspace, slot, kek);
}

/** A header with a passphrase and a recovery slot, both wrapped under `kek` itself. */
export function makeHeader(): Omit<TestWorkspace, 'dir' | 'db'> {
  const workspace = ids.id(12);
  const [dataKey, personKeys, kek] = [newDataKey(ids), newPersonKeys(ids), ids.bytes(32)];
  const first = sealSlot(workspace, draft(), kek, dataKey, personKeys, ids);
  const second = sealSlot(workspace, recoveryDraft(), kek, dataKey, null, ids);
  return { header: newHeader(workspace, [first, second], ids), dataKey, personKeys, kek };
}

/** A workspace on disk with a database of numbered notes in place of a journal. */
export function makeWorkspace(dir: string): TestWorkspace {
  const made = makeHeader();
  mkdirSync(join(dir, 'sql'), { recursive: true });
  writeFileSync(join(dir, 'sql', '0001-notes.sql'), 'CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;');
  const db = openDatabase(join(dir, made.header.database), deriveKey(made.dataKey, 'database'), { create: true });
  migrate(db, { dir: join(dir, 'sql'), now: at });
  writeHeader(dir, made.header);
  return { ...made, dir, db };
}

export function addNote(db: Db, text: string): number {
  return Number(statement(db, 'INSERT INTO note (text) VALUES (?)').run(text).lastInsertRowid);
}

export function countNotes(db: Db): number {
  return (statement(db, 'SELECT count(*) AS n FROM note').get() as { n: number }).n;
}
