import { z } from 'zod';
import { orderSchema } from '../../government/contract/order.ts';
import { instant, line, longestFormText, prose } from './fields.ts';
import { caseKinds, channels, contentCategories, itemTypes, platforms } from './words.ts';

export const complainantSchema = z.strictObject({
  name: line(200).optional(),
  email: line(320).optional(),
  phone: line(40).optional(),
  address: prose(1_000).optional(),
  language: z.enum(['en', 'hi']).optional(),
});
export type Complainant = z.infer<typeof complainantSchema>;

/** Facts that bring or withdraw clocks (law.md 2.3). An absent fact is unknown, which is not the same as false. */
export const factsSchema = z.strictObject({
  category: z.enum(contentCategories).optional(),
  intimate: z.boolean().optional(),
  removalSought: z.boolean().optional(),
  aboutComplainant: z.boolean().optional(),
  synthetic: z.boolean().optional(),
  sexualAndChild: z.boolean().optional(),
  copyrightNotice: z.boolean().optional(),
  /** The person whose matter it is is under 18 (DPDP Act 2023, s.2(f)). */
  minor: z.boolean().optional(),
  alsoUser: z.boolean().optional(),
  reportable: z.boolean().optional(),
  personalDataAffected: z.boolean().optional(),
  noticedAt: instant.optional(),
  noticeToAppear: z.boolean().optional(),
  discontinuedAt: instant.optional(),
  source: z.enum(['court', 'government', 'police']).optional(),
  officerRank: line(120).optional(),
  inWriting: z.boolean().optional(),
  reasoned: z.boolean().optional(),
  legalBasis: z.union([z.boolean(), line(300)]).optional(),
  unlawfulAct: z.union([z.boolean(), line(300)]).optional(),
  urlsGiven: z.boolean().optional(),
  authorised: z.boolean().optional(),
  addressedToUs: z.boolean().optional(),
  purposeStated: z.boolean().optional(),
  instrument: line(120).optional(),
  respondBy: instant.optional(),
});
export type Facts = z.infer<typeof factsSchema>;

export const itemSchema = z.strictObject({ type: z.enum(itemTypes), value: line(4_000).min(1, 'is empty') });
export type Item = z.infer<typeof itemSchema>;

/** The file that `add` reads and the form that the window fills (design: case.json). */
export const newCaseSchema = z.strictObject({
  platform: z.enum(platforms),
  kind: z.enum(caseKinds),
  receivedAt: instant,
  lateReason: line(500).optional(),
  historical: z.boolean().optional(),
  oldReference: line(120).optional(),
  channel: z.enum(channels),
  complainant: complainantSchema.optional(),
  onBehalfOf: z.union([line(200), z.strictObject({ name: line(200), relation: line(120).optional() })]).optional(),
  subject: line(300).min(1, 'is empty'),
  text: prose(longestFormText).optional(),
  facts: factsSchema.optional(),
  /** The particulars of an order, where an authority sent one; its instrument and `kind` fit each other. */
  order: orderSchema.optional(),
  items: z.array(itemSchema).max(20_000, 'holds more than 20,000 items').optional(),
});
export type NewCase = z.infer<typeof newCaseSchema>;
