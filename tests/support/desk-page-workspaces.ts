import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDatabase } from '../../db/open.ts';
import { type Platform, platforms } from '../../src-main/cases/contract.ts';
import { addDemoCases } from '../../src-main/demo/index.ts';
import type { Desk } from '../../src-main/desk/desk.ts';
import { demoWorkspace } from '../../src-main/desk/session.ts';
import { closeDesk, createDesk, type DeskPorts, databaseOf } from '../../src-main/workspace/index.ts';

/** An invented passphrase, long enough for the desk. */
export const passphrase = 'seven invented words for one desk';

/** A workspace on disk, closed, with what opens its database without a passphrase. */
export interface ClosedWorkspace {
  dataDir: string;
  dir: string;
  file: string;
  key: Buffer;
  recoveryCode: string;
}

interface Wanted {
  cases?: number;
  demo?: boolean;
  served?: readonly Platform[];
  ports?: DeskPorts;
  /** What is done to the desk before it is closed. */
  work?: (desk: Desk) => unknown;
}

export function newDataDir(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'nivaran-e2e-')));
}

/** Makes a workspace as the product does, in a data folder of its own; `demo` makes the one that the sample desk opens. */
export async function makeWorkspace({ cases = 0, demo = false, served = platforms, ports, work }: Wanted = {}): Promise<ClosedWorkspace> {
  const dataDir = newDataDir();
  const dir = join(dataDir, demo ? 'demo-workspace' : 'workspace');
  const plain = {
    organisation: 'Example Organisation (synthetic)',
    officer: 'O. Example',
    platforms: [...served],
    passphrase,
    synthetic: true,
  };
  const { desk, recoveryCode } = await createDesk(dir, demo ? demoWorkspace([...served]) : plain, ports ? { ports } : {});
  await addDemoCases(desk, cases);
  await work?.(desk);
  const { file, key } = databaseOf(desk);
  const kept = Buffer.from(key);
  await closeDesk(desk);
  return { dataDir, dir, file, key: kept, recoveryCode };
}

/** Another data folder with the same content: a workspace without a second key derivation. */
export function copyOf(made: ClosedWorkspace): ClosedWorkspace {
  const dataDir = newDataDir();
  cpSync(made.dataDir, dataDir, { recursive: true });
  const moved = (path: string) => path.replace(made.dataDir, dataDir);
  return { ...made, dataDir, dir: moved(made.dir), file: moved(made.file) };
}

/** Opens the database of a closed workspace behind the desk's back. */
export function openBehind(made: ClosedWorkspace, use: (db: Db) => void): void {
  const db = openDatabase(made.file, made.key, { keyIsProven: true });
  try {
    use(db);
  } finally {
    db.close();
  }
}

export function removeWorkspace({ dataDir }: Pick<ClosedWorkspace, 'dataDir'>): void {
  rmSync(dataDir, { recursive: true, force: true });
}
