import type { Certificate } from './certificate.ts';
import type { Material } from './material.ts';
import type { Preservation } from './preservation.ts';
import type { OrderStep } from './steps.ts';

/** One entry of what was done on an order, as it is kept. `at` is UTC. */
export interface OrderEntry {
  seq: number;
  ref: string;
  kind: string;
  body: Record<string, unknown>;
  at: string;
  by: string;
  byName: string;
}

/** What was done on the order behind a case. */
export interface Handling {
  preservations: Preservation[];
  /** What was asked back, narrowed, refused, challenged, produced or withdrawn, oldest first. */
  steps: OrderStep[];
  /** What is known of child sexual abuse material, by hash alone. */
  material: Material;
  /** Part A of certificates under section 63(4)(c) BSA, oldest first. */
  certificates: Certificate[];
}
