import { z } from 'zod';
import { pauseCodes } from '../../law/contract/target.ts';
import { instant, line, prose } from './fields.ts';

const words = prose(1_000);
const needed = prose(1_000).pipe(z.string().trim().min(1, 'is empty: say why'));

/** Either an instant, or working days from today by a calendar (`calendar`: its id; default the only or first one). */
const when = { due: instant.optional(), workingDays: z.int().min(1).max(400).optional(), calendar: line(60).optional() };
interface When {
  due?: string | undefined;
  workingDays?: number | undefined;
  calendar?: string | undefined;
}

function checkWhen({ due, workingDays, calendar }: When, context: z.RefinementCtx): void {
  if ((due === undefined) === (workingDays === undefined))
    context.addIssue({ code: 'custom', path: ['due'], message: 'name either due or workingDays' });
  if (calendar !== undefined && workingDays === undefined)
    context.addIssue({ code: 'custom', path: ['calendar'], message: 'belongs to workingDays' });
}

/** Acts on the date the desk set for a case. No clock of law looks at it, and none can be paused. */
export const targetActSchemas = {
  'set-target': z.strictObject({ ...when, reason: words.optional() }).superRefine(checkWhen),
  /** A later date for the target; it keeps when it was set and its pauses. */
  'extend-target': z.strictObject({ ...when, reason: needed }).superRefine(checkWhen),
  'pause-target': z
    .strictObject({ code: z.enum(pauseCodes), text: words.optional() })
    .refine(({ code, text }) => code !== 'other' || Boolean(text?.trim()), { path: ['text'], message: 'is empty: say why' }),
  'resume-target': z.strictObject({ reason: words.optional() }),
  'remove-target': z.strictObject({ reason: needed }),
} as const;
