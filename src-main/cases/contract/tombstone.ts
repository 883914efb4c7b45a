import { z } from 'zod';
import { caseKinds, channels, outcomes, platforms } from './words.ts';

const instant = z.iso.datetime({ precision: 3 });
const user = z.string().max(100);

/**
 * What remains of a purged case. It names no complainant: tickets, dates, ids of people of the desk, and a reason that was
 * checked for the complainant's details. Instants are UTC, days are days in IST.
 */
export const tombstoneSchema = z.strictObject({
  ref: z.string(),
  platform: z.enum(platforms),
  kind: z.enum(caseKinds),
  channel: z.enum(channels),
  outcome: z.enum(outcomes).nullable(),
  receivedAt: instant,
  decidedAt: instant.nullable(),
  sentAt: instant.nullable(),
  closedAt: instant,
  /** Its clocks as they stood when it closed. */
  clocks: z.array(z.strictObject({ rule: z.string(), due: z.string().nullable(), stoppedAt: z.string().nullable(), result: z.string() })),
  letters: z.int(),
  files: z.int(),
  /** How many entries of the record are about it, and SHA-256 (hex) over their hashes in their order. */
  entries: z.int(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** The last day on which it was kept, and the rule of retention that gave it. */
  keptUntil: z.iso.date(),
  basis: z.string(),
  cite: z.string().nullable(),
  reason: z.string(),
  purgedAt: instant,
  purgedBy: user,
  /** Done alone at a desk of one person; otherwise who asked and who agreed. */
  sole: z.boolean(),
  proposedAt: instant.nullable(),
  approvedBy: user.nullable(),
  approvedAt: instant.nullable(),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;

/** A tombstone with the names of the people of the desk, and its entry in the record. */
export interface TombstoneView extends Tombstone {
  seq: number;
  purgedByName: string;
  approvedByName: string | null;
}
