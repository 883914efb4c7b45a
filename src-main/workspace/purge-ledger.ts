import { join } from 'node:path';
import { z } from 'zod';
import { tombstoneSchema } from '../cases/contract.ts';
import { Fault } from '../desk/faults.ts';
import { readIfThere, writeAtomic } from './files/atomic.ts';

const ledgerFile = 'purges.json';
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const purgeSchema = z.strictObject({
  /** The desk that purged. */
  desk: z.string(),
  /** The hash of the entry that purged. */
  head: hash,
  /** The entries whose bodies went. Their hashes tell them from entries of the same number after a restore. */
  entries: z.array(z.strictObject({ seq: z.int().positive(), hash })),
  /** The attachments whose bytes went: random ids. */
  attachments: z.array(z.string()),
  /** Whether it took words about a person out of cases that stay. */
  isPerson: z.literal(true).optional(),
  /** Of a case that went whole: what remains of it. */
  tombstone: tombstoneSchema.optional(),
  /** Of a case that went behind a wall: its ticket. */
  walled: z.string().optional(),
  /** Of a restricted case whose wall was destroyed: what remains of it. */
  wall: z
    .strictObject({
      ref: z.string(),
      raisedAt: z.string(),
      purgedAt: z.string(),
      purgedBy: z.string(),
      entries: z.int(),
      files: z.int(),
    })
    .optional(),
});
const ledgerSchema = z.strictObject({ version: z.literal(1), purges: z.array(purgeSchema) });

/** One purge as it is kept outside database and backups, so that a restore can repeat it. It holds no personal data. */
export type KeptPurge = z.infer<typeof purgeSchema>;

/** The purges of this workspace, oldest first; none where there is no ledger. Fault: corrupt, and then nothing may be restored over it. */
export function readPurges(dir: string): KeptPurge[] {
  const bytes = readIfThere(join(dir, ledgerFile));
  if (bytes === null) return [];
  try {
    return ledgerSchema.parse(JSON.parse(bytes.toString('utf8'))).purges;
  } catch {
    throw new Fault(
      'corrupt',
      `The list of purges (${ledgerFile} beside header.json) is damaged. Nothing was changed: without it a restore would bring purged data back.`,
    );
  }
}

/** Writes the whole ledger, durably; nothing where there is nothing to keep. Faults: disk-full, read-only. */
export function writePurges(dir: string, purges: readonly KeptPurge[]): void {
  writeAtomic(join(dir, ledgerFile), Buffer.from(`${JSON.stringify({ version: 1, purges }, null, 2)}\n`));
}

/** Adds a purge; durable when it returns. Faults: corrupt, disk-full, read-only. */
export function keepPurge(dir: string, purge: KeptPurge): void {
  writePurges(dir, [...readPurges(dir), purge]);
}

/** Takes out the purge of this entry, which was not committed. Faults: corrupt, disk-full, read-only. */
export function forgetPurge(dir: string, head: string): void {
  writePurges(
    dir,
    readPurges(dir).filter((one) => one.head !== head),
  );
}

/**
 * Forgets the last purge of this desk where a crash cut it off before its commit: `isRecorded` says whether the record holds the
 * entry of a hash. No other can be unfinished, since each opening settles. Faults: corrupt, disk-full, read-only.
 */
export function settlePurges(dir: string, desk: string, isRecorded: (head: string) => boolean): void {
  const last = readPurges(dir).at(-1);
  if (last?.desk === desk && !isRecorded(last.head)) forgetPurge(dir, last.head);
}
