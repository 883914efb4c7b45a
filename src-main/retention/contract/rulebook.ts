import { z } from 'zod';
import { caseKinds, outcomes, platforms } from '../../cases/contract.ts';
import { keepStarts, ruleSorts } from './words.ts';

export const retentionFormat = 1;

const text = z.string().min(1);
const day = z.iso.date();
const allOr = <T extends readonly [string, ...string[]]>(words: T) => z.union([z.literal('all'), z.array(z.enum(words)).min(1)]);

/** How long the file of a case is kept: one rule. A case is under every floor and ceiling that names it, and under one choice. */
export const keepRuleSchema = z
  .strictObject({
    id: text.regex(/^[A-Z][A-Z0-9-]*$/, 'is made of capitals, digits and hyphens'),
    sort: z.enum(ruleSorts),
    /** The rule of the rulebook that it repeats, or null. */
    law: text.nullable(),
    cite: text.nullable(),
    why: text,
    kinds: allOr(caseKinds),
    outcomes: allOr(outcomes),
    platforms: allOr(platforms),
    /** The first of these that the case has. */
    starts: z.array(z.enum(keepStarts)).min(1),
    n: z.int().min(1).max(10_000),
    unit: z.enum(['d', 'm', 'y']),
    /** In force from this day (IST) up to but excluding `until`. */
    from: day,
    until: day.nullable(),
  })
  .superRefine((rule, context) => {
    const isOfLaw = rule.sort === 'minimum' || rule.sort === 'maximum';
    if (isOfLaw && rule.law === null)
      context.addIssue({ code: 'custom', path: ['law'], message: 'a floor or ceiling names its rule of law' });
    if (rule.sort !== 'choice' && rule.cite === null) context.addIssue({ code: 'custom', path: ['cite'], message: 'is missing' });
    if (rule.sort === 'choice' && rule.law !== null)
      context.addIssue({ code: 'custom', path: ['law'], message: 'a choice of the product is no rule of law' });
    if (rule.until !== null && rule.until <= rule.from)
      context.addIssue({ code: 'custom', path: ['until'], message: 'is not after "from"' });
  });
export type KeepRule = z.infer<typeof keepRuleSchema>;

/** resources/retention/retention.json; docs/retention.md describes it. */
export const retentionBookSchema = z
  .strictObject({ format: z.literal(retentionFormat), version: text, rules: z.array(keepRuleSchema).min(1) })
  .superRefine(({ rules }, context) => {
    for (const [index, rule] of rules.entries())
      if (rules.findIndex(({ id, from }) => id === rule.id && from === rule.from) !== index)
        context.addIssue({ code: 'custom', path: ['rules', index, 'id'], message: 'stands there twice with the same day' });
    for (const [index, kind] of caseKinds.entries()) {
      const chosen = rules.some(
        ({ sort, kinds, outcomes: ends, platforms: of }) => sort === 'choice' && names(kinds, kind) && ends === 'all' && of === 'all',
      );
      if (!chosen && index >= 0)
        context.addIssue({ code: 'custom', path: ['rules'], message: `no choice names cases of the kind ${kind} on all platforms` });
    }
  });
export type RetentionBook = z.infer<typeof retentionBookSchema>;

const names = (list: 'all' | readonly string[], one: string) => list === 'all' || list.includes(one);
