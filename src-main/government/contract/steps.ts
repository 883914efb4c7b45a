import { z } from 'zod';
import { line, prose } from '../../cases/contract/fields.ts';
import { day } from '../../people/contract/authority.ts';
import { type BreadthCode, type OrderStepName, productionExtents, stays } from './words.ts';

const needed = (longest: number) => line(longest).min(1, 'is empty');
const told = prose(8_000).pipe(z.string().trim().min(1, 'is empty'));

/** What is done on an order beside deciding it; each has a letter of its own. Days are days in IST. */
export const stepOrderSchema = z.discriminatedUnion('step', [
  /** Something is missing or unclear: one question a line. */
  z.strictObject({ step: z.literal('ask-back'), points: z.array(needed(1_000)).min(1, 'asks nothing').max(50) }),
  /** It asks for too much: the scope that would do, and why. */
  z.strictObject({ step: z.literal('narrow'), scope: told, reasons: told }),
  z.strictObject({ step: z.literal('refuse'), grounds: told }),
  /** Before which court, filed when, and whether a stay was granted; a stay moves no clock by itself. */
  z.strictObject({
    step: z.literal('challenge'),
    court: needed(200),
    number: line(120).optional(),
    filedOn: day,
    stay: z.enum(stays),
    stayUntil: day.optional(),
    note: prose(4_000).optional(),
  }),
  /** Files hashed for the case, by their entries; what is left out needs its reasons. */
  z.strictObject({
    step: z.literal('produce'),
    extent: z.enum(productionExtents),
    productions: z.array(z.int().min(1)).min(1, 'names no file that was hashed for production').max(500),
    withheld: prose(8_000).optional(),
  }),
  z.strictObject({
    step: z.literal('withdrawn'),
    by: needed(200),
    on: day,
    reference: line(200).optional(),
    note: prose(4_000).optional(),
  }),
]);
export type StepOrder = z.infer<typeof stepOrderSchema>;

/** Somebody has seen that the order asks for too much, and says why data may go out on it all the same. */
export const acknowledgeBreadthSchema = z.strictObject({ reason: prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why')) });

/** A step as it was recorded; `at` is UTC, `said` what the act said. */
export interface OrderStep {
  seq: number;
  step: OrderStepName;
  at: string;
  byName: string;
  said: StepOrder;
}

export interface BreadthFinding {
  code: BreadthCode;
  text: { en: string; hi: string };
}

/** Whether an order asks for too much. */
export interface Breadth {
  findings: BreadthFinding[];
  /** The last acknowledgement that covers all of them; null where nothing leaves yet. */
  acknowledged: { reason: string; at: string; byName: string } | null;
}
