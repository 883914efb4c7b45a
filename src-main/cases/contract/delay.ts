import { z } from 'zod';
import { line, prose } from './fields.ts';
import { type DelayCode, delayCodes } from './words.ts';

/** Says why clocks of law have turned late, by rule. It moves no clock. */
export const explainDelaySchema = z
  .strictObject({
    rules: z.array(line(60)).min(1, 'names no clock').max(40),
    code: z.enum(delayCodes),
    text: prose(2_000).optional(),
  })
  .refine(({ code, text }) => code !== 'other' || Boolean(text?.trim()), { path: ['text'], message: 'is empty: say why' });

/** What was said about one late clock; `due` (UTC) tells this clock from one that started anew. */
export interface DelayReason {
  rule: string;
  due: string;
  code: DelayCode;
  text: string | null;
  /** UTC. */
  at: string;
  by: string;
}
