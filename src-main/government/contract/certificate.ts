import { z } from 'zod';
import { instant, line } from '../../cases/contract/fields.ts';
import { certificateSources, controls, relations } from './words.ts';

const needed = (longest: number) => line(longest).min(1, 'is empty');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex');

/**
 * Part A of the certificate of section 63(4)(c) BSA, by whoever is in charge of the device or the management of the activity.
 * `files`: those of the case that were hashed for production, each with its hash as it is enclosed. `at`: when it is signed.
 */
export const recordCertificateSchema = z
  .strictObject({
    name: needed(200),
    relation: z.enum(relations),
    relative: needed(200),
    address: needed(300),
    sources: z.array(z.enum(certificateSources)).min(1, 'names no device or source').max(certificateSources.length),
    other: line(200).optional(),
    makeModel: needed(200),
    colour: line(100).optional(),
    serial: line(200).optional(),
    identifier: line(300).optional(),
    more: line(500).optional(),
    control: z.array(z.enum(controls)).min(1, 'says not who controls the device').max(controls.length),
    place: needed(100),
    at: instant.optional(),
    files: z
      .array(z.strictObject({ production: z.int().min(1), sha256 }))
      .min(1, 'names no file that was hashed for production')
      .max(500),
  })
  .refine(({ sources, other }) => !sources.includes('other') || Boolean(other), {
    path: ['other'],
    message: 'is empty: name the other source',
  });

/** Part A as it was recorded. Instants are UTC; `hashedAt`: when the file was hashed. */
export interface Certificate extends Omit<z.infer<typeof recordCertificateSchema>, 'files' | 'at'> {
  seq: number;
  at: string;
  files: { production: number; name: string; sizeBytes: number; sha256: string; hashedAt: string }[];
}
