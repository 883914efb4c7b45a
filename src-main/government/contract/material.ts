import { z } from 'zod';
import { instant, line } from '../../cases/contract/fields.ts';

const needed = (longest: number) => line(longest).min(1, 'is empty');

/**
 * Child sexual abuse material, by hash alone: nothing of it is ever taken in. `lies`: where it lies frozen; `frozenBy`: the system or
 * person; `unit`: which police unit or portal it is reported to.
 */
export const recordMaterialSchema = z.strictObject({
  files: z
    .array(
      z.strictObject({
        item: line(4_000).optional(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex'),
      }),
    )
    .min(1, 'names no hash')
    .max(1_000),
  lies: needed(500),
  frozenBy: needed(200),
  unit: needed(300),
  at: instant.optional(),
  note: line(1_000).optional(),
});

/** The material was handed to the unit on its requisition; `receipt`: what shows it. */
export const handOverMaterialSchema = z.strictObject({ to: needed(300), receipt: needed(300), at: instant, note: line(1_000).optional() });

/** What is known of material that must not be kept. Instants are UTC. */
export interface Material {
  recorded: {
    files: { item: string | null; sha256: string }[];
    lies: string;
    frozenBy: string;
    unit: string;
    at: string;
    byName: string;
  }[];
  handedOver: { to: string; receipt: string; at: string; byName: string }[];
}
