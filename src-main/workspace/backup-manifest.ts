import { createHmac, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { Fault } from '../desk/faults.ts';
import { deriveKey } from './keys.ts';

export const manifestFile = 'manifest.json';
export const manifestVersion = 1;
const manifestFormat = 'nivaran-backup';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const memberSchema = z.strictObject({ name: z.string(), sizeBytes: z.int().min(0), sha256: hex64 });
export type Member = z.infer<typeof memberSchema>;

/** What a backup says of itself; `entries` and `head` (hex) are those of the journal in the copied database. */
export const manifestSchema = z.strictObject({
  format: z.literal(manifestFormat),
  version: z.literal(manifestVersion),
  workspace: z.string(),
  desk: z.string(),
  database: z.string(),
  createdAt: z.iso.datetime({ precision: 3 }),
  entries: z.int().min(0),
  head: z.string(),
  members: z.array(memberSchema),
  /** HMAC-SHA-256 over the canonical JSON of the rest, under a key of the workspace: only who can open it could have made this. */
  mac: hex64,
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestContent = Omit<Manifest, 'format' | 'version' | 'mac'>;

/** The signed manifest as bytes for the container. */
export function formatManifest(content: ManifestContent, dataKey: Buffer): Buffer {
  const unsigned = { format: manifestFormat, version: manifestVersion, ...content };
  return Buffer.from(JSON.stringify({ ...unsigned, mac: macOf(unsigned, dataKey).toString('hex') }));
}

/** Faults: from-future, corrupt. Whether the mac fits is for checkManifest, which needs the key. */
export function parseManifest(bytes: Buffer): Manifest {
  const value = readJson(bytes);
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > manifestVersion) {
    throw new Fault('from-future', `The backup is of version ${version}; this release reads version ${manifestVersion}.`);
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw new Fault('corrupt', 'The manifest of the backup is damaged.');
  return parsed.data;
}

/** Refuses a manifest that was not made with this workspace's data key. Fault: corrupt. */
export function checkManifest(manifest: Manifest, dataKey: Buffer): void {
  const { mac, ...unsigned } = manifest;
  if (!timingSafeEqual(Buffer.from(mac, 'hex'), macOf(unsigned, dataKey))) {
    throw new Fault('corrupt', 'The backup was altered after it was made: its manifest does not fit the key of the workspace.');
  }
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new Fault('corrupt', 'The manifest of the backup is damaged.', {}, error);
  }
}

function macOf(unsigned: object, dataKey: Buffer): Buffer {
  return createHmac('sha256', deriveKey(dataKey, 'manifest'))
    .update(canonicalize(unsigned) ?? '')
    .digest();
}
