import { z } from 'zod';
import { attemptResults } from '../../identity/contract/words.ts';
import { day } from '../../people/contract/authority.ts';
import { authorityTypes } from '../../people/contract/words.ts';
import { line, prose } from './fields.ts';
import { caseKinds } from './words.ts';

const somebody = z
  .strictObject({ name: line(200).optional(), email: line(320).optional(), phone: line(40).optional(), party: line(40).optional() })
  .refine(({ name, email, phone, party }) => [name, email, phone, party].some((one) => one), 'names nobody');
const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));

/** Acts on who asks. The number in `value` is checked and masked before anything is stored; it never reaches the record. */
export const identityActSchemas = {
  /** `method`: contact-match, document, video, notary, authority, or how it was checked in a few words. */
  'verify-identity': z.strictObject({
    method: line(60).min(1, 'is empty'),
    document: line(60).optional(),
    /** The number of the document, the two lines of a passport, or the contact that the account has. */
    value: prose(300).optional(),
    whose: z.enum(['complainant', 'representative']).optional(),
    expiresOn: day.optional(),
    bornOn: day.optional(),
    /** An authority recorded for this case. */
    authority: line(40).optional(),
    /** A file of this case that shows the document. */
    evidence: line(80).optional(),
    result: z.enum(attemptResults),
    reason: prose(4_000).optional(),
  }),
  /**
   * Somebody acts for another. Name the one of the two who is not the complainant: `principal` (for whom), by default the
   * person the case is on behalf of; or `representative` (who acts), and the complainant is the principal.
   */
  'record-authority': z.strictObject({
    type: z.enum(authorityTypes),
    instrument: line(300).min(1, 'is empty'),
    registeredNumber: line(120).optional(),
    datedOn: day,
    /** The kinds of request it covers; left out, it covers all. */
    scope: z.array(z.enum(caseKinds)).min(1, 'is empty: leave it out for an authority over everything').optional(),
    expiresOn: day.optional(),
    notarised: z.boolean().optional(),
    principal: somebody.optional(),
    representative: somebody.optional(),
    evidence: line(80).optional(),
  }),
  'end-authority': z.strictObject({ authority: line(40).min(1, 'is empty'), on: day.optional(), reason }),
} as const;
