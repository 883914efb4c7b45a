import { z } from 'zod';
import { instant, line, prose } from './fields.ts';

const said = (longest: number, empty: string) => prose(longest).pipe(z.string().trim().min(1, empty));

/** Acts that keep what was said in another tongue or by mouth, beside the original. */
export const recordActSchemas = {
  /** A translation of what was written, or of the file named. The original stays. */
  translate: z.strictObject({
    file: line(80).optional(),
    from: line(60).min(1, 'is empty: name the language'),
    to: line(60).min(1, 'is empty: name the language'),
    by: line(200).min(1, 'is empty: say who translated'),
    text: said(50_000, 'is empty'),
  }),
  /** A complaint made by mouth, as it was written down, read back and agreed, or not. */
  'record-oral': z.strictObject({
    saidAt: instant,
    language: line(60).min(1, 'is empty: name the language'),
    takenBy: line(200).min(1, 'is empty: say who wrote it down'),
    text: said(50_000, 'is empty'),
    readBackAt: instant.optional(),
    isAgreed: z.boolean(),
    remarks: prose(4_000).optional(),
  }),
} as const;
