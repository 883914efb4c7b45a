import { createHash } from 'node:crypto';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { Fault } from '../desk/faults.ts';
import { readIfThere, writeAtomic } from './files/atomic.ts';

export const headerFile = 'header.json';
export const headerFormat = 'nivaran-workspace';
export const headerVersion = 1;

/** The weakest Argon2id setting a slot may carry; no option lowers it. The ceiling keeps an altered header from hanging the desk. */
export const kdfFloor = { memoryKiB: 131_072, passes: 3 } as const;
const kdfCeiling = { memoryKiB: 1_048_576, passes: 64 } as const;
const sizeLimitBytes = 1024 * 1024;

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, `must hold ${bytes} bytes`);
const instant = z.iso.datetime({ precision: 3 });
const randomId = z.string().regex(/^[a-z0-9]{12}$/);

export const kdfSchema = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.int().min(kdfFloor.memoryKiB, 'is weaker than the floor').max(kdfCeiling.memoryKiB),
  passes: z.int().min(kdfFloor.passes, 'is weaker than the floor').max(kdfCeiling.passes),
  lanes: z.literal(1),
});
export type KdfParams = z.infer<typeof kdfSchema>;

const slotBase = {
  id: randomId,
  label: z.string().min(1).max(200),
  kdf: kdfSchema,
  salt: base64(16),
  nonce: base64(12),
  createdAt: instant,
};

/** A passphrase slot wraps the data key and the person's two private keys; a recovery slot the data key alone. */
export const slotSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...slotBase, kind: z.literal('passphrase'), person: z.string().min(1).max(100), wrapped: base64(96 + 16) }),
  z.strictObject({ ...slotBase, kind: z.literal('recovery'), person: z.null(), wrapped: base64(32 + 16) }),
]);
export type Slot = z.infer<typeof slotSchema>;

export const headerSchema = z.strictObject({
  format: z.literal(headerFormat),
  version: z.literal(headerVersion),
  workspace: randomId,
  desk: randomId,
  /** The database file beside the header: renaming the header is what makes another database the true one. */
  database: z.string().regex(/^desk-[a-z0-9]{1,32}\.db$/),
  slots: z.array(slotSchema).min(1).max(64),
  failures: z.strictObject({ count: z.int().min(0), until: instant.nullable() }),
});
export type Header = z.infer<typeof headerSchema>;

/** Reads DIR/header.json. Faults: not-a-workspace, from-future, corrupt, read-only. */
export function readHeader(dir: string): Header {
  const bytes = readIfThere(join(dir, headerFile));
  if (bytes === null) throw new Fault('not-a-workspace', `The folder ${dir} is not a workspace: it holds no ${headerFile}.`);
  return parseHeader(bytes);
}

/** Writes DIR/header.json atomically: afterwards it is the old one or the new one. Faults: disk-full, read-only. */
export function writeHeader(dir: string, header: Header): void {
  writeAtomic(join(dir, headerFile), formatHeader(header));
}

/**
 * Reads the header, lets `change` make a new one and writes it, with nothing in between: the way to change slots, because
 * counting attempts also writes the header. Returns the new header. Faults: those of readHeader, writeHeader and `change`.
 */
export function changeHeader(dir: string, change: (header: Header) => Header): Header {
  const changed = change(readHeader(dir));
  writeHeader(dir, changed);
  return changed;
}

/** The bytes of a header file; its last member is a SHA-256 over the others, so that damage is not taken for a wrong passphrase. */
export function formatHeader(header: Header): Buffer {
  const valid = headerSchema.parse(header);
  return Buffer.from(`${JSON.stringify({ ...valid, check: checkOf(valid) }, null, 2)}\n`);
}

/** Reads the bytes of a header file. Faults: not-a-workspace, from-future, corrupt. */
export function parseHeader(bytes: Uint8Array): Header {
  const { check, ...content } = readJson(bytes);
  if (content.format !== headerFormat) throw new Fault('not-a-workspace', `The file ${headerFile} is not the header of a workspace.`);
  refuseFuture(content.version);
  const parsed = headerSchema.safeParse(content);
  if (!parsed.success) throw corrupt(firstProblem(parsed.error));
  if (check !== checkOf(content)) throw corrupt('its checksum does not fit');
  return parsed.data;
}

function readJson(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length > sizeLimitBytes) throw corrupt('it is larger than a header can be');
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below: neither bad UTF-8 nor bad JSON is worth a sentence of its own.
  }
  throw corrupt('it is not JSON');
}

function refuseFuture(version: unknown): void {
  if (typeof version === 'number' && version > headerVersion) {
    const text = `The header is of version ${version}; this release reads version ${headerVersion}. A newer release made this workspace.`;
    throw new Fault('from-future', text);
  }
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'its content is not that of a header';
}

function corrupt(reason: string): Fault {
  return new Fault('corrupt', `The file ${headerFile} is damaged or was altered: ${reason}.`);
}

function checkOf(content: object): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');
}
