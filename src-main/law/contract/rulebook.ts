import { z } from 'zod';
import { caseKinds, factsSchema } from '../../cases/contract.ts';
import {
  addressees,
  caseEvents,
  confidences,
  events,
  type FactName,
  type LawEvent,
  type LegalClass,
  lawUnits,
  legalClasses,
  senses,
  targetUnits,
} from './words.ts';

const factNames = Object.keys(factsSchema.shape) as [FactName, ...FactName[]];
const text = z.string().trim().min(1, 'is empty');
const wholeNumber = z.number().int('is not a whole number').min(0, 'is below zero');

/** A calendar date `YYYY-MM-DD`, meant in IST. */
export const lawDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'is not a date such as 2026-02-20')
  .refine(isRealDate, 'is not a date that exists');

function isRealDate(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: FactName; is: string | boolean }
  | { fact: FactName; in: string[] }
  | { fact: FactName; contains: string[] }
  | { fact: FactName; known: boolean }
  | { class: LegalClass }
  | { onBehalf: boolean }
  | { intimation: 'invalid' }
  | { happened: LawEvent };

const fact = z.enum(factNames);
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(conditionSchema).min(1) }),
      z.strictObject({ any: z.array(conditionSchema).min(1) }),
      z.strictObject({ not: conditionSchema }),
      z.strictObject({ fact, is: z.union([z.string(), z.boolean()]) }),
      z.strictObject({ fact, in: z.array(z.string()).min(1) }),
      z.strictObject({ fact, contains: z.array(z.string().min(1)).min(1) }),
      z.strictObject({ fact, known: z.boolean() }),
      z.strictObject({ class: z.enum(legalClasses) }),
      z.strictObject({ onBehalf: z.boolean() }),
      z.strictObject({ intimation: z.literal('invalid') }),
      z.strictObject({ happened: z.enum(caseEvents) }),
    ],
    { error: 'is not a condition: all, any, not, fact with is/in/contains/known, class, onBehalf, intimation or happened' },
  ),
);

const kinds = z.array(z.enum(caseKinds)).min(1, 'names no case kind');
const eventList = z.array(z.enum(events));

/** When a rule reaches a case. The first entry that names the kind and whose condition holds decides. */
export const applicationSchema = z.strictObject({
  kinds,
  when: conditionSchema.optional(),
  disputed: z.boolean().optional(),
  assumes: z.array(fact).optional(),
  starts: eventList.min(1).optional(),
  stops: eventList.optional(),
  note: text.optional(),
});
export type Application = z.infer<typeof applicationSchema>;

/** Another reading of the law, shown beside the one that is used. */
export const alternativeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('in-force'), reading: text, from: lawDate.optional(), until: lawDate.optional() }),
  z.strictObject({ type: z.literal('restart'), reading: text, at: lawDate, n: wholeNumber, unit: z.enum(lawUnits) }),
  z.strictObject({ type: z.literal('overflow'), reading: text }),
  z.strictObject({ type: z.literal('own-date'), reading: text }),
  z.strictObject({ type: z.literal('pending'), reading: text, after: lawDate }),
  z.strictObject({ type: z.literal('reading'), reading: text }),
]);
export type Alternative = z.infer<typeof alternativeSchema>;

const title = z.strictObject({ en: text, hi: text });
const common = {
  title,
  text,
  sense: z.enum(senses),
  n: wholeNumber.nullable(),
  from: lawDate.nullable(),
  until: lawDate.nullable(),
  starts: eventList.min(1, 'names no event'),
  stops: eventList,
  appliesTo: z.array(applicationSchema),
  notes: z.array(text).optional(),
};

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9]+(-[A-Za-z0-9]+)*$/, 'is not a rule id such as IT-RES-7D'),
  family: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'is not a family such as IT-RES'),
  instrument: text,
  gazette: text.nullable(),
  cite: text,
  who: z.array(z.enum(addressees)).min(1, 'names nobody'),
  unit: z.enum(lawUnits).nullable(),
  alternatives: z.array(alternativeSchema),
  confidence: z.enum(confidences),
  disputed: z.boolean(),
  sources: z.array(text),
  calendar: z.boolean().optional(),
  endsOnWithdrawal: z.boolean().optional(),
  endsOnVerdict: z.boolean().optional(),
  ownDate: z.boolean().optional(),
  recurs: z.boolean().optional(),
  ...common,
});
export type Rule = z.infer<typeof ruleSchema>;

/** The desk's own target: never law, never printed as law. A fallback counts only where no legal date runs. */
export const targetSchema = z.strictObject({
  id: z.string().regex(/^DESK-[A-Z0-9-]+$/, 'is not a target id such as DESK-TRIAGE'),
  unit: z.enum(targetUnits),
  fallback: z.boolean().optional(),
  ...common,
  n: wholeNumber,
  sense: z.literal('max'),
});
export type Target = z.infer<typeof targetSchema>;

/** A sentence shown with the clocks of a case when its condition holds. */
export const hintSchema = z.strictObject({
  id: text,
  kinds,
  when: conditionSchema.optional(),
  from: lawDate.optional(),
  until: lawDate.optional(),
  text,
});

/** When an intimation by Government or police is good on its face (rule 3(1)(d) since 15-11-2025). */
export const intimationTestSchema = z.strictObject({
  cite: text,
  from: lawDate,
  label: text,
  exemptSources: z.array(z.enum(['court', 'government', 'police'])),
  requires: z.array(z.strictObject({ fact, missing: text })),
  ranks: z.strictObject({ enough: z.array(text), below: z.array(text), missing: text }),
});

export const rulebookShape = z.strictObject({
  format: z.number().int().min(1),
  name: z.string().regex(/^[a-z0-9.-]+$/, 'is not a name such as rulebook-2026.11'),
  version: text,
  asOf: lawDate,
  title,
  notes: z.array(text),
  sources: z.record(z.string(), text),
  counting: z.strictObject({ cite: text, weekends: text, pauses: text, version: text }),
  /** Numbers of the law that are no clock. */
  figures: z.strictObject({ childUnderYears: wholeNumber }),
  intimationTest: intimationTestSchema,
  hints: z.array(hintSchema),
  rules: z.array(ruleSchema).min(1, 'holds no rule'),
  targets: z.array(targetSchema),
});
export type Rulebook = z.infer<typeof rulebookShape>;
