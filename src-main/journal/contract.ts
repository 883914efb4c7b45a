import { z } from 'zod';

/** The head of an entry: what stands in the record for ever. `seq` from 1 without gaps, `at` UTC ISO with milliseconds. */
export interface EntryHead {
  seq: number;
  desk: string;
  at: string;
  actor: string;
  kind: string;
  subject: string;
}

/** A recorded entry. `commitment`, `prev` and `hash` are 64 lower-case hex digits; `body` is the canonical JSON as stored. */
export interface Entry extends EntryHead {
  commitment: string;
  prev: string;
  hash: string;
  body: string;
}

/**
 * What a caller hands to the record. `actor` and `subject` are opaque ids, never names; `body` is a JSON object with its
 * version in `v`; `at` (UTC ISO with milliseconds) only where the instant is not the clock's now.
 */
export interface RecordInput {
  actor: string;
  kind: string;
  subject: string;
  body: Readonly<Record<string, unknown>>;
  at?: string;
}

/** The last entry: its number and hash in hex; `{seq: 0, hash: 64 zeros}` while nothing is recorded. */
export interface Head {
  seq: number;
  hash: string;
}

/** An epoch key as the record announces it: `key` is raw Ed25519 in base64, `at` and `seq` are those of its entry. */
export interface AnnouncedKey {
  number: number;
  origin: string;
  key: string;
  desk: string;
  at: string;
  seq: number;
}

/** What actors and subjects may be besides `system`: `user:…`, `case:COC-2026-000123-5`. */
export const idSorts = [
  'user',
  'case',
  'party',
  'desk',
  'organisation',
  'letter',
  'attachment',
  'person',
  'workspace',
  'rule',
  'job',
  'epoch',
  'slot',
  'wall',
] as const;

/** Announces an epoch signing key; its body is never purged. */
export const epochKind = 'epoch.opened';
/** The only kind at which the desk id of the record may change: a restored workspace goes on under a new desk. */
export const deskKind = 'desk.opened';
/** The kinds that a person's signing key and a person's signature over an earlier entry stand in. */
export const personKind = 'person.added';
export const signedKind = 'signed';
/** Says whose record it is: its body names an organisation and no person, so every audit copy carries it. */
export const workspaceKind = 'workspace.created';
/** An event of a restricted case: its body is ciphertext, its subject the wall's random id. */
export const sealedKind = 'sealed';
/** The end of every kind that names purged bodies in `seqs`. */
export const purgedSuffix = '.purged';

/** Everything verification can find; docs/verify.md says what each one means. */
export const problemKinds = [
  // the chain
  'entry-missing',
  'entry-malformed',
  'prev-differs',
  'hash-differs',
  'desk-differs',
  // bodies
  'body-missing',
  'body-extra',
  'body-differs',
  'body-blanked',
  'body-kept',
  'withheld-differs',
  'signature-differs',
  // epoch keys
  'epoch-malformed',
  'epoch-order',
  'epoch-unsigned',
  'epoch-signature',
  // checkpoints kept inside
  'checkpoint-malformed',
  'checkpoint-beyond',
  'checkpoint-origin',
  'checkpoint-root',
  'checkpoint-head',
  'checkpoint-signature',
  // a checkpoint kept outside
  'against-malformed',
  'against-origin',
  'against-signature',
  'history-went-back',
  'root-mismatch',
  'head-mismatch',
  // the tables beside the record
  'merkle-differs',
  'schema-differs',
  'body-unreadable',
  'kind-unknown',
  'fold-failed',
  'fold-differs',
  'fold-row-missing',
  'fold-row-extra',
  // an audit copy
  'about-differs',
  'keys-differ',
  // storage
  'unreadable',
  'more-problems',
] as const;

export const problemSchema = z.strictObject({
  kind: z.enum(problemKinds),
  /** The entry concerned, or null. */
  seq: z.int().nullable(),
  /** The table and the key of the row concerned (parts of a compound key joined by "/"), or null. */
  table: z.string().nullable(),
  key: z.string().nullable(),
  /** One sentence; names columns and numbers, never the content of a row. */
  detail: z.string(),
});

/** The answer of every verifier, this one and docs/nivaran-verify.py: `head` is the hash of the last entry in hex. */
export const verifyResultSchema = z.strictObject({
  ok: z.boolean(),
  entries: z.int(),
  head: z.string(),
  problems: z.array(problemSchema),
});

export type ProblemKind = (typeof problemKinds)[number];
export type Problem = z.infer<typeof problemSchema>;
export type VerifyResult = z.infer<typeof verifyResultSchema>;

/** Rows of a rebuild that are not in the scratch, because they were compared before. */
export interface HeldRows {
  /** Compares what is still held; after it no fold may run. */
  settle(): void;
  /** How many rows of a table were found the same, or null for a table whose rows are all in the scratch. */
  count(table: string): number | null;
  /** Whether the row of this key is one of them. */
  has(table: string, key: readonly unknown[]): boolean;
}
