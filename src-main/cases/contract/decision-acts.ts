import { z } from 'zod';
import { instant, line, prose } from './fields.ts';
import { complainantSchema } from './new-case.ts';
import { channels, correctedParts, reviewAskers } from './words.ts';

const said = (empty: string) => prose(4_000).pipe(z.string().trim().min(1, empty));

/** Acts that come after a decision was sent. The decision itself is never altered. */
export const decisionActSchemas = {
  /** A corrigendum: what stood in the decision and what it should say. The outcome stays; another one needs a review. */
  'correct-decision': z.strictObject({
    corrections: z
      .array(z.strictObject({ part: z.enum(correctedParts), stood: said('is empty'), reads: said('is empty') }))
      .min(1, 'is empty: say what is corrected')
      .max(20),
    reason: said('is empty: say why'),
  }),
  /**
   * Has the decision looked at again: opens a linked case, which another officer decides. What a person asks for has its own
   * receipt and the clocks of law that go with it; the desk's own second look has none.
   */
  'request-review': z.strictObject({
    by: z.enum(reviewAskers),
    /** When she asked, and how; neither for the desk itself. */
    receivedAt: instant.optional(),
    lateReason: line(500).optional(),
    channel: z.enum(channels).optional(),
    /** Whose content it is about, where she asks. */
    person: complainantSchema.optional(),
    /** What she says against the decision, or why the desk looks again. */
    text: prose(20_000).pipe(z.string().trim().min(1, 'is empty: say what is brought against the decision')),
  }),
} as const;
