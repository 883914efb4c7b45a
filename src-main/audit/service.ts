import { join } from 'node:path';
import { ticket } from '../cases/contract.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { writeFileSafely } from '../desk/files.ts';
import { migrationsDir } from '../desk/resources.ts';
import { maskAadhaarIn } from '../identity/rules.ts';
import { sha256Hex } from '../journal/index.ts';
import { keepCheckpoint } from '../workspace/index.ts';
import { type AuditCopy, writeAuditCopy } from './copy.ts';
import { hasCase, openedRows } from './store.ts';

export interface CopyOrder {
  out: string;
  /** `none`, `all`, or tickets separated by commas. */
  bodies: string;
  reason?: string | undefined;
  withWalls?: boolean | undefined;
}

/**
 * Writes an audit copy with a checkpoint at its head; with walls, what the person at the desk can open of them stands in a table
 * of its own. It and records the export with the file's SHA-256 before the file gets
 * its name. Faults: those of writeAuditCopy; bad-input and not-found for the tickets; clock-moved; not-allowed.
 */
export function copyDesk(desk: Desk, order: CopyOrder): AuditCopy {
  const bodies = bodiesAsked(desk, order.bodies);
  const { out, withWalls = false } = order;
  // The copy names the reason itself, beside the record.
  const reason = order.reason === undefined ? undefined : maskAadhaarIn(order.reason).text;
  keepCheckpoint(desk);
  const record = ({ sha256, entries, head }: AuditCopy): void => {
    const body = { sha256, entries, head, bodies, withWalls, reason: reason ?? null };
    write(desk, ['journal'], () => post(desk, { kind: 'audit.copied', subject: `workspace:${desk.workspace}`, body }));
  };
  const viewsDir = join(migrationsDir(), '..', 'views');
  const inside = withWalls ? desk.walls.opened() : null;
  const opened = inside ? openedRows(inside.db) : [];
  return writeAuditCopy(desk.db, { out, bodies, reason, withWalls, opened, viewsDir, now: nowOf(desk), onWritten: record });
}

function bodiesAsked(desk: Desk, bodies: string): 'all' | 'none' | string[] {
  if (bodies === 'all' || bodies === 'none') return bodies;
  return bodies.split(',').map((text) => {
    const ref = text.trim();
    if (!ticket.safeParse(ref).success) throw badInput('bodies', 'is neither all nor none nor a list of tickets');
    if (!hasCase(desk.db, ref)) throw new Fault('not-found', `There is no case ${ref}.`);
    return ref;
  });
}

/**
 * Signs the record as it stands and writes the checkpoint to a file to be kept elsewhere; the export is recorded first.
 * Faults: bad-input, disk-full, read-only for the file; clock-moved; not-allowed.
 */
export function saveCheckpoint(desk: Desk, out: string): AuditCopy {
  const { size, note } = keepCheckpoint(desk);
  const sha256 = sha256Hex(note);
  write(desk, ['journal'], () =>
    post(desk, { kind: 'checkpoint.exported', subject: `workspace:${desk.workspace}`, body: { size, sha256 } }),
  );
  writeFileSafely(out, note);
  return { file: out, sha256, entries: size, head: /^chain \d+ ([0-9a-f]{64})$/m.exec(note)![1]! };
}
