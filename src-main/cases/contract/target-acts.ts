import { z } from 'zod';
import { pauseCodes } from '../../law/contract/target.ts';
import { instant, line, prose } from './fields.ts';

const words = prose(1_000);

/** Acts on the date the desk set for a case. No clock of law looks at it, and none can be paused. */
export const targetActSchemas = {
  /** Either an instant, or working days from today by a calendar (`calendar`: its id; default the only or first one). */
  'set-target': z
    .strictObject({
      due: instant.optional(),
      workingDays: z.int().min(1).max(400).optional(),
      calendar: line(60).optional(),
      reason: words.optional(),
    })
    .superRefine(({ due, workingDays, calendar }, context) => {
      if ((due === undefined) === (workingDays === undefined))
        context.addIssue({ code: 'custom', path: ['due'], message: 'name either due or workingDays' });
      if (calendar !== undefined && workingDays === undefined)
        context.addIssue({ code: 'custom', path: ['calendar'], message: 'belongs to workingDays' });
    }),
  'pause-target': z
    .strictObject({ code: z.enum(pauseCodes), text: words.optional() })
    .refine(({ code, text }) => code !== 'other' || Boolean(text?.trim()), { path: ['text'], message: 'is empty: say why' }),
  'resume-target': z.strictObject({ reason: words.optional() }),
} as const;
