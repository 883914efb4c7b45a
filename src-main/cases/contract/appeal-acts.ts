import { z } from 'zod';
import { instant, line, prose } from './fields.ts';
import { complainantSchema } from './new-case.ts';
import { appealResults, channels, uploaderChoices } from './words.ts';

const said = (longest: number, empty: string) => prose(longest).pipe(z.string().trim().min(1, empty));
const receipt = { receivedAt: instant, lateReason: line(500).optional(), channel: z.enum(channels) };

/** Acts on appeals to the Grievance Appellate Committee (rule 3A), and on the notice to the user whose content was removed. */
export const appealActSchemas = {
  /** The Committee told the desk of an appeal against its decision: opens the case of the reply. `replyBy`: as the notice fixes it. */
  'record-appeal': z.strictObject({
    number: line(120).min(1, 'is empty'),
    ...receipt,
    replyBy: instant.optional(),
    committee: complainantSchema.optional(),
    text: prose(20_000).optional(),
  }),
  /** The Committee's order in the appeal; one that asks for something opens the case of the order. `complyBy`: as the order fixes it. */
  'record-appeal-order': z.strictObject({
    result: z.enum(appealResults),
    ...receipt,
    orderedAt: instant.optional(),
    complyBy: instant.optional(),
    text: said(20_000, 'is empty: say what is ordered'),
  }),
  'record-compliance': z.strictObject({ at: instant, how: said(4_000, 'is empty: say what was done') }),
  /** The report of compliance stands on the website. */
  'publish-compliance': z.strictObject({ at: instant, where: line(500).min(1, 'is empty: say where it stands') }),
  /**
   * The notice to the user whose content was removed: told by a letter of a case of her own (`send`: then `ground` is what she is
   * told), not required, or withheld, each with its ground.
   */
  'uploader-notice': z
    .strictObject({
      choice: z.enum(uploaderChoices),
      person: complainantSchema.optional(),
      ground: said(4_000, 'is empty: say why'),
    })
    .superRefine(({ choice, person }, context) => {
      const isNamed = Object.values(person ?? {}).some(Boolean);
      if (choice === 'send' && !isNamed) context.addIssue({ code: 'custom', path: ['person'], message: 'is missing: say who is told' });
      if (choice !== 'send' && person) context.addIssue({ code: 'custom', path: ['person'], message: 'belongs to a notice that is sent' });
    }),
} as const;
