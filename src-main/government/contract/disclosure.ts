import { z } from 'zod';
import { instant, line, prose } from '../../cases/contract/fields.ts';
import { day } from '../../people/contract/authority.ts';
import { type DisclosureMode, disclosureModes } from './words.ts';

const needed = (longest: number) => line(longest).min(1, 'is empty');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex');

/** A file that is to be produced, as it was hashed; the file itself stays where it is. */
export const recordProductionSchema = z.strictObject({
  name: needed(300),
  sizeBytes: z.int().min(1),
  sha256,
  note: line(1_000).optional(),
});

/**
 * What leaves, field by field. `production`: the entry of the file as it was hashed; `sha256`: of the file as it is sent.
 * `afterwards`: in an emergency another person approves within 24 hours after it.
 */
export const discloseSchema = z.strictObject({
  production: z.int().min(1),
  sha256,
  category: needed(300),
  periodFrom: day.optional(),
  periodTo: day.optional(),
  volume: needed(200),
  mode: z.enum(disclosureModes),
  recipient: needed(300),
  legalBasis: needed(300),
  accounts: z.array(needed(320)).min(1, 'names no account').max(200),
  at: instant.optional(),
  proof: line(500).optional(),
  reason: prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why')),
  afterwards: z.boolean().optional(),
});

/** Counsel's word on a request that no law makes binding: a foreign letter, a private notice. */
export const counselDecisionSchema = z.strictObject({
  allow: z.boolean(),
  counsel: needed(200),
  reason: prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why')),
});

export const approveDisclosureSchema = z.strictObject({ disclosure: z.int().min(1), reason: needed(1_000) });
/** The person was told that her data was disclosed. */
export const tellUserSchema = z.strictObject({ disclosure: z.int().min(1), at: instant, how: needed(300) });

export interface Production {
  seq: number;
  name: string;
  sizeBytes: number;
  sha256: string;
  note: string | null;
  at: string;
  byName: string;
}

/** One line of the register. It is never changed: what follows it stands in entries of its own. Instants are UTC. */
export interface Disclosure {
  seq: number;
  ref: string;
  file: string;
  sha256: string;
  category: string;
  periodFrom: string | null;
  periodTo: string | null;
  volume: string;
  mode: DisclosureMode;
  recipient: string;
  legalBasis: string;
  accounts: string[];
  at: string;
  proof: string | null;
  reason: string;
  /** Who entered it, by id and name. */
  by: string;
  byName: string;
  /** Who approved it; null where one person works the desk alone, or nobody has yet. */
  approverName: string | null;
  isSole: boolean;
  /** In an emergency: until when it has to be approved afterwards (UTC); null where it was approved before. */
  approveBy: string | null;
  /** Whether telling the person is forbidden, and until which day (IST); null: no day is named. */
  isSecret: boolean;
  secretUntil: string | null;
  toldAt: string | null;
  toldHow: string | null;
}

/** What the disclosures of a case stand on. */
export interface DisclosuresView {
  productions: Production[];
  disclosures: Disclosure[];
  counsel: { allow: boolean; counsel: string; reason: string; at: string } | null;
}
