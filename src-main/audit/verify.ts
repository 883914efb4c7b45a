import { migrate } from '../../db/migrate.ts';
import type { Db } from '../../db/open.ts';
import { holdCases } from '../cases/index.ts';
import { keepShelf } from '../desk/adopted.ts';
import type { Desk } from '../desk/desk.ts';
import { isoInstant } from '../desk/ports.ts';
import { migrationsDir } from '../desk/resources.ts';
import { type Folds, type VerifyResult, verifyChain, verifyDeep } from '../journal/index.ts';

export type { VerifyResult };

export interface VerifyRequest {
  /** Rebuild every fold table and compare it too. */
  deep: boolean;
  /** The text of a checkpoint kept outside. */
  against?: string | undefined;
  /** The workspace's folder, where a deep check keeps its encrypted scratch. */
  dir: string;
}

/** Verifies the whole record on any connection to it, read-only ones included. Faults: those of the disk. */
export function verifyWhole(
  db: Db,
  folds: Folds,
  { deep, against, dir }: VerifyRequest,
  onProgress?: (done: number, total: number) => void,
): VerifyResult {
  const options = { against, onProgress };
  if (!deep) return verifyChain(db, options);
  // Instants of migrations are not compared: `migration` is no fold.
  const prepare = (scratch: Db) => {
    migrate(scratch, { dir: migrationsDir(), now: isoInstant(0) });
    keepShelf(scratch);
  };
  return verifyDeep(db, folds, { ...options, scratchDir: dir, prepare, hold: holdCases });
}

/** The same for an open desk. */
export function verifyDesk(desk: Desk, request: { deep: boolean; against?: string | undefined }): VerifyResult {
  return verifyWhole(desk.db, desk.folds, { ...request, dir: desk.dir });
}
