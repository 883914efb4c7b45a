import { z } from 'zod';
import { caseKinds, channels, instant, letterTemplates, line, outcomes, prose, ticket } from '../cases/contract.ts';
import { orderListFields, orderTextFields } from './contract/order-words.ts';

/** The shapes of letters: templates and their data come in, a merged model goes out to the layout. */
export const letterLanguages = ['en', 'hi'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

/** The templates that come with the product, one file a language each. */
export const shippedTemplates = letterTemplates.filter((id) => id !== 'evidence-certificate');
export type ShippedTemplate = (typeof shippedTemplates)[number];

/** Fields that hold text and may stand as {{field}} in a template. */
export const textFields = [
  'ticket',
  'date',
  'subject',
  'kindLabel',
  'channelLabel',
  'platformName',
  'receivedAt',
  'nextDue',
  'outcomeLabel',
  'reasons',
  'clause',
  'clauseText',
  'ruleCite',
  'lateReason',
  'replyBy',
  'oldReference',
  'onBehalfOf',
  'complainantName',
  'complainantAddress',
  'officerName',
  'officerDesignation',
  'officerEmail',
  'officerPhone',
  'officerAddress',
  'decisionDate',
  'correctionReason',
  'reviewAskedAt',
  'reviewedOn',
  'reviewedTicket',
  'reviewedOutcome',
  'reviewResult',
  'reviewedByOther',
  'appealNumber',
  'appealedTicket',
  'appealedReceivedAt',
  'appealedOn',
  'appealedOutcome',
  'appealedReasons',
  ...orderTextFields,
  'keepUntil',
  'keepReason',
  'keepClause',
  'erasedOn',
] as const;
/** Fields that hold a list and are printed by a paragraph of their own kind. */
export const listFields = ['items', 'missingDetails', 'remedy'] as const;
/** Lists that the workflow gives; a template says where each one stands. */
export const workFields = [
  'identityChecks',
  'categories',
  'recipients',
  'searches',
  'systems',
  'told',
  'package',
  'corrections',
  ...orderListFields,
  'erased',
  'remaining',
] as const;
export const templateFields = [...textFields, ...listFields, ...workFields] as const;
export type WorkField = (typeof workFields)[number];
export type TextField = (typeof textFields)[number];
export type TemplateField = (typeof templateFields)[number];

/** A paragraph is printed if every field of `when` is given and no field of `unless` is. */
const condition = {
  when: z.array(z.enum(templateFields)).optional(),
  unless: z.array(z.enum(templateFields)).optional(),
};
const templateText = prose(4_000).refine((text) => text.trim() !== '', 'is empty');

export const templateParagraphSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: templateText, ...condition }),
  z.strictObject({ kind: z.literal('heading'), text: templateText, ...condition }),
  z.strictObject({
    kind: z.literal('facts'),
    rows: z.array(z.strictObject({ label: line(80), text: templateText, strong: z.boolean().optional(), ...condition })).min(1),
    ...condition,
  }),
  z.strictObject({ kind: z.literal('missing-details'), ...condition }),
  z.strictObject({ kind: z.literal('items'), ...condition }),
  z.strictObject({ kind: z.literal('list'), field: z.enum(workFields), ...condition }),
  z.strictObject({ kind: z.literal('remedy'), ...condition }),
]);
export type TemplateParagraph = z.infer<typeof templateParagraphSchema>;

/** resources/letters/<id>.<language>.json. `fields` names every field the template uses, so that a reader sees them at once. */
export const letterTemplateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,40}$/, 'is not a name such as missing-details'),
  version: z.int().min(1),
  language: z.enum(letterLanguages),
  subject: templateText,
  salutation: templateText,
  closing: templateText,
  fields: z.array(z.enum(templateFields)),
  paragraphs: z.array(templateParagraphSchema).min(1).max(200),
});
export type LetterTemplate = z.infer<typeof letterTemplateSchema>;

const wordsOf = <T extends readonly string[]>(keys: T) => z.record(z.enum(keys), line(120).min(1));
const labelSetSchema = z.strictObject({
  kinds: wordsOf(caseKinds),
  outcomes: wordsOf(outcomes),
  channels: wordsOf(channels),
  itemTypes: wordsOf(['url', 'account', 'post']),
  actions: z.record(z.string(), line(120).min(1)),
});
/** resources/letters/labels.json: what a letter calls kinds, outcomes, channels, item types and actions. */
export const letterLabelsSchema = z.strictObject({ version: z.int().min(1), en: labelSetSchema, hi: labelSetSchema });
export type LetterLabels = z.infer<typeof letterLabelsSchema>;

const isoDay = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'is not a date such as 2022-10-28');
/** resources/letters/remedies.json: each remedy with its source, the days it is open and the kinds it belongs to. */
export const remediesSchema = z.strictObject({
  version: z.int().min(1),
  remedies: z.array(
    z.strictObject({
      id: z.string().min(1),
      cite: line(200).min(1),
      confidence: z.enum(['C1', 'C2', 'M', 'D']),
      from: isoDay,
      until: isoDay.nullable(),
      kinds: z.array(z.enum(caseKinds)).min(1),
      text: z.strictObject({ en: prose(2_000), hi: prose(2_000) }),
    }),
  ),
});
export type Remedies = z.infer<typeof remediesSchema>;

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'is not a colour such as #1f3a5f');
export const letterheadSchema = z.strictObject({ name: line(200), lines: z.array(line(200)).max(8), colour: colour.optional() });
export type Letterhead = z.infer<typeof letterheadSchema>;

const itemActedSchema = z.strictObject({
  type: line(60).optional(),
  value: line(4_000).min(1),
  action: line(200),
  at: line(60).optional(),
});

const workList = z.array(line(1_500).min(1)).max(200).optional();

/**
 * What one letter says, from the case, the profile and the officer of record. Dates are already written for a reader
 * (21-11-2026, 21-11-2026 14:32 IST); labels are in the letter's language. What is absent was not known.
 */
export const letterFieldsSchema = z.strictObject({
  createdAt: instant,
  date: line(60),
  ticket,
  letterhead: letterheadSchema,
  platformName: line(200),
  officer: z.strictObject({
    name: line(200).optional(),
    designation: line(200).optional(),
    email: line(320).optional(),
    phone: line(40).optional(),
    address: prose(1_000).optional(),
  }),
  /** `isChild`: the letter goes to her parent or guardian. */
  complainant: z.strictObject({ name: line(200).optional(), address: prose(1_000).optional(), isChild: z.boolean().optional() }),
  subject: line(300),
  kindLabel: line(120).optional(),
  channelLabel: line(120).optional(),
  receivedAt: line(60).optional(),
  nextDue: line(120).optional(),
  outcomeLabel: line(200).optional(),
  reasons: prose(200_000).optional(),
  clause: line(500).optional(),
  clauseText: prose(2_000).optional(),
  ruleCite: line(500).optional(),
  lateReason: prose(4_000).optional(),
  replyBy: line(60).optional(),
  oldReference: line(120).optional(),
  onBehalfOf: line(300).optional(),
  decisionDate: line(60).optional(),
  correctionReason: prose(80_000).optional(),
  reviewAskedAt: line(60).optional(),
  reviewedOn: line(60).optional(),
  reviewedTicket: line(60).optional(),
  reviewedOutcome: line(200).optional(),
  reviewResult: line(200).optional(),
  reviewedByOther: line(200).optional(),
  appealNumber: line(120).optional(),
  appealedTicket: line(60).optional(),
  appealedReceivedAt: line(60).optional(),
  appealedOn: line(60).optional(),
  appealedOutcome: line(200).optional(),
  appealedReasons: prose(20_000).optional(),
  /** What letters to the authority behind an order say. */
  order: z.partialRecord(z.enum(orderTextFields), prose(20_000).optional()).optional(),
  keepUntil: line(60).optional(),
  keepReason: prose(4_000).optional(),
  keepClause: line(500).optional(),
  erasedOn: line(60).optional(),
  items: z.array(itemActedSchema).max(10_000).optional(),
  missingDetails: z.array(line(500).min(1)).max(100).optional(),
  remedy: z.array(prose(2_000)).max(20).optional(),
  ...(Object.fromEntries(workFields.map((field) => [field, workList])) as Record<WorkField, typeof workList>),
  synthetic: z.boolean().optional(),
});
export type LetterFields = z.infer<typeof letterFieldsSchema>;

export const letterBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ kind: z.literal('heading'), text: z.string() }),
  /** A line of a form, in the middle of the page. */
  z.strictObject({ kind: z.literal('centre'), text: z.string(), isStrong: z.boolean().optional() }),
  /** What follows begins a page. */
  z.strictObject({ kind: z.literal('page') }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('facts'),
    rows: z.array(z.strictObject({ label: z.string(), value: z.string(), strong: z.boolean().optional() })),
  }),
  z.strictObject({
    kind: z.literal('table'),
    /** `share` is the part of the width a column gets, relative to the other columns. */
    columns: z.array(z.strictObject({ label: z.string(), share: z.number().positive() })),
    rows: z.array(z.array(z.string())),
  }),
]);
export type LetterBlock = z.infer<typeof letterBlockSchema>;

/** What stands in the foot of the letter: DRAFT, or the record line and the checkpoint (design section 6). */
export const letterRecordSchema = z.discriminatedUnion('draft', [
  z.strictObject({ draft: z.literal(true) }),
  /** Without a code the paper is no sealed letter: a sheet of the desk. */
  z.strictObject({ draft: z.literal(false), line: line(120), qr: z.string().min(1).max(1_200).optional() }),
]);
export type LetterRecord = z.infer<typeof letterRecordSchema>;

/** One letter, fully merged: the layout adds nothing to it but fixed words of the language (rules/words.ts). */
export const letterModelSchema = z.strictObject({
  v: z.literal(1),
  template: z.strictObject({ id: z.string(), version: z.int() }),
  language: z.enum(letterLanguages),
  title: z.string(),
  createdAt: instant,
  ticket,
  letterhead: letterheadSchema,
  references: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  date: z.string(),
  addressee: z.array(z.string()),
  subject: z.string(),
  salutation: z.string(),
  body: z.array(letterBlockSchema),
  closing: z.string(),
  signature: z.strictObject({ name: z.string(), designation: z.string(), lines: z.array(z.string()) }),
  record: letterRecordSchema,
  synthetic: z.boolean().optional(),
  /** A form that a law prescribes: its body alone is printed, without letterhead, addressee and signature of the desk. */
  isForm: z.boolean().optional(),
});
export type LetterModel = z.infer<typeof letterModelSchema>;

/** What a page shows of itself beside its text: letters and reports alike. */
export type Paper = Pick<LetterModel, 'language' | 'title' | 'createdAt' | 'ticket' | 'letterhead' | 'date' | 'record' | 'synthetic'>;

/** A report: its head, then sections of the same blocks as letters. */
export interface ReportModel extends Paper {
  v: 1;
  heading: string;
  head: LetterBlock[];
  /** Said where a sign could not be drawn. */
  glyphNote: string;
  sections: { title: string; blocks: LetterBlock[] }[];
}

/** A field a letter cannot go without: its name in the data and what a person calls it, in the letter's language. */
export interface MissingField {
  field: string;
  label: string;
}
