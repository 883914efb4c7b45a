import { z } from 'zod';
import { day } from '../../people/contract/authority.ts';
import { consentAnswers, heldAnswers, holdBases, holdScopes, redactionDecisions } from '../../rights/contract/work.ts';
import { instant, line, prose } from './fields.ts';

const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));
const name = line(200).min(1, 'is empty');

/** Acts of the workflows: what was searched, what is held, who was told, what may be given away, what each system did. */
export const workActSchemas = {
  /** `system`: one of the platform's; `found`: how many records; `by`: who searched, where it was not the one who enters it. */
  'search-system': z.strictObject({
    system: name,
    by: line(200).optional(),
    query: line(1_000).min(1, 'is empty: say what was searched for'),
    found: z.int().min(0),
    note: prose(2_000).optional(),
    at: instant.optional(),
  }),
  /** `excluded` needs the clause that allows it; `not-held` may name one. */
  'mark-category': z.strictObject({
    category: name,
    held: z.enum(heldAnswers),
    clause: line(300).optional(),
    note: prose(2_000).optional(),
  }),
  'tell-recipient': z.strictObject({ recipient: name, at: instant, how: line(300).min(1, 'is empty') }),
  /**
   * `file`: a file of the case, or the name of one that the answer will hold. `copy`: for a file of the case of which parts are
   * taken out, the file that goes in its place.
   */
  redaction: z.strictObject({ file: name, decision: z.enum(redactionDecisions), reason: prose(2_000).optional(), copy: name.optional() }),
  /** `backupExpires`: until when copies may still lie in the system (a day in IST). */
  'confirm-system': z.strictObject({
    system: name,
    at: instant,
    by: line(200).min(1, 'is empty: say who did it'),
    reference: line(300).min(1, 'is empty'),
    backupExpires: day.optional(),
  }),
  /**
   * Nothing the hold reaches is erased while it stands. `scope`: this case, the person whose data it is, or her and the
   * connected accounts named. `basis`: law (the default) or the desk's own wish, which some policies allow only with the
   * person's recorded consent (`ask-consent`).
   */
  hold: z.strictObject({
    scope: z.enum(holdScopes),
    accounts: z.array(name).max(200).optional(),
    instrument: line(300).min(1, 'is empty'),
    basis: z.enum(holdBases).optional(),
    until: z.union([instant, day.transform((text) => new Date(Date.parse(`${text}T23:59:59.999+05:30`)).toISOString())]).nullish(),
    reason,
  }),
  /** Begins asking whether data may be kept until a day (IST) for a reason other than law; the letter `consent-request` says so. */
  'ask-consent': z.strictObject({ until: day, reason }),
  /** Her answer: when it was given and how, as `mail of 20-11-2026`. */
  'record-consent': z.strictObject({ answer: z.enum(consentAnswers), at: instant, how: line(300).min(1, 'is empty: say how') }),
  /** `hold` only where more than one stands on the case. */
  'release-hold': z.strictObject({ hold: line(40).optional(), reason }),
} as const;
