import { z } from 'zod';
import { governmentKinds, letterTemplates, outcomes } from '../../cases/contract/words.ts';
import { day } from '../../people/contract/authority.ts';
import { checkSteps, confidentialities, fieldInputs, orderFields, processes, wants } from './words.ts';

/** The newest format of instruments this program reads. A higher number is refused. */
export const instrumentFormat = 1;

const text = z.string().trim().min(1, 'is empty');
const both = z.strictObject({ en: text, hi: text });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not a name such as bnss-94-police');
const field = z.enum(orderFields);

const rankSchema = z
  .strictObject({
    id,
    text: both,
    /** The ranks are those that the rulebook names for an intimation under rule 3(1)(d). */
    fromRulebook: z.literal(true).optional(),
    since: day.optional(),
    enough: z.array(text).min(1).optional(),
    below: z.array(text).optional(),
  })
  .refine((rank) => (rank.fromRulebook === undefined) !== (rank.enough === undefined), 'names either enough or fromRulebook');

const testSchema = z.strictObject({
  id,
  field,
  want: z.enum(wants),
  /** What is wrong where the test fails, as the end of a sentence. */
  missing: both,
});

const instrumentSchema = z.strictObject({
  id,
  kind: z.enum(governmentKinds),
  source: z.enum(['court', 'government', 'police']).optional(),
  process: z.enum(processes),
  confidence: z.enum(['C1', 'C2', 'M']),
  title: both,
  plain: both,
  /** The law that gives the power. */
  power: text,
  issuer: both,
  /** The day (IST) from which the power exists; left out, it existed all along. */
  inForceFrom: day.optional(),
  rank: id.optional(),
  /** The particulars asked for, in the order of the form. */
  fields: z.array(field).min(1),
  /** Those without which it cannot be acted on. */
  needs: z.array(field),
  /** Tests of which a failed one means that it is not good on its face. */
  void: z.array(id),
  /** The day from which the law tests so; before it these tests only ask back. */
  voidSince: day.optional(),
  /** Tests of which a failed one has to be asked back. */
  query: z.array(id),
  checks: z.array(z.enum(checkSteps)),
  /** Rules of the rulebook that may run. */
  clocks: z.array(text),
  /** Why no clock runs, or none with hours of its own. */
  noClock: both.optional(),
  /** Where it belongs instead. */
  route: both.optional(),
  outcomes: z.array(z.enum(outcomes)).min(1),
  letters: z.array(z.enum(letterTemplates)).min(1),
  confidentiality: z.enum(confidentialities),
  /** Facts that the sort of instrument settles by itself. */
  presets: z.strictObject({ removalSought: z.boolean().optional(), inWriting: z.boolean().optional() }).optional(),
});

const wordingSchema = z.strictObject({ words: text, instruments: z.array(id), means: both });

const bookShape = z.strictObject({
  format: z.number().int().min(1),
  version: text,
  fields: z.array(z.strictObject({ id: field, input: z.enum(fieldInputs), label: both })),
  checks: z.array(z.strictObject({ id: z.enum(checkSteps), title: both, how: both })),
  tests: z.array(testSchema).min(1),
  /** Tests of every instrument; a failed one is asked back. */
  always: z.array(id),
  ranks: z.array(rankSchema),
  notInForce: both,
  instruments: z.array(instrumentSchema).min(1),
  /** What policies call it, and what that is in Indian law; no instrument where it is none. */
  wordings: z.array(wordingSchema),
});
export type InstrumentBook = z.infer<typeof bookShape>;
export type Instrument = InstrumentBook['instruments'][number];
export type InstrumentTest = InstrumentBook['tests'][number];

type Path = (string | number)[];

function unknownNames(
  names: readonly string[],
  known: readonly { id: string }[],
  what: string,
  path: Path,
  context: z.RefinementCtx,
): void {
  for (const [n, name] of names.entries())
    if (!known.some(({ id: one }) => one === name))
      context.addIssue({ code: 'custom', path: [...path, n], message: `${name} is no ${what} of this file` });
}

function twins(list: readonly { id: string }[], path: string, context: z.RefinementCtx): void {
  for (const [n, { id: name }] of list.entries())
    if (list.findIndex((one) => one.id === name) < n)
      context.addIssue({ code: 'custom', path: [path, n, 'id'], message: `${name} stands twice` });
}

function checkInstrument(book: InstrumentBook, n: number, context: z.RefinementCtx): void {
  const one = book.instruments[n] as Instrument;
  const path = ['instruments', n];
  unknownNames(one.void, book.tests, 'test', [...path, 'void'], context);
  unknownNames(one.query, book.tests, 'test', [...path, 'query'], context);
  unknownNames(one.fields, book.fields, 'field', [...path, 'fields'], context);
  unknownNames(
    one.needs,
    one.fields.map((name) => ({ id: name })),
    'field',
    [...path, 'needs'],
    context,
  );
  if (one.rank !== undefined) unknownNames([one.rank], book.ranks, 'rank', [...path, 'rank'], context);
  const isRankTested = [...one.void, ...one.query].some((name) => book.tests.find((test) => test.id === name)?.want === 'rank');
  if (isRankTested !== (one.rank !== undefined))
    context.addIssue({ code: 'custom', path: [...path, 'rank'], message: 'goes together with a test of the rank' });
  if (one.process === 'none' && one.route === undefined)
    context.addIssue({ code: 'custom', path: [...path, 'route'], message: 'is missing: say where it belongs instead' });
}

/** resources/government/instruments.json (docs/instruments.md). */
export const instrumentBookSchema = bookShape.superRefine((book, context) => {
  for (const path of ['fields', 'checks', 'tests', 'ranks', 'instruments'] as const) twins(book[path], path, context);
  unknownNames(book.always, book.tests, 'test', ['always'], context);
  for (const n of book.instruments.keys()) checkInstrument(book, n, context);
  for (const [n, { instruments }] of book.wordings.entries())
    unknownNames(instruments, book.instruments, 'instrument', ['wordings', n, 'instruments'], context);
  for (const kind of governmentKinds)
    if (!book.instruments.some((one) => one.kind === kind))
      context.addIssue({ code: 'custom', path: ['instruments'], message: `has none of the kind ${kind}` });
});
