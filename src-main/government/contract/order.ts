import { z } from 'zod';
import { instant, line } from '../../cases/contract/fields.ts';
import { day } from '../../people/contract/authority.ts';
import type { Instrument, InstrumentBook } from './instruments.ts';
import type { Breadth } from './steps.ts';
import { type CheckResult, type CheckStep, checkResults, checkSteps, type OrderVerdict, orderFields } from './words.ts';

const yesNo = z.boolean().optional();
const text = (longest: number) => line(longest).optional();

/**
 * The particulars of an order as it says them. What is absent is not known yet; what the order itself does not say is named in
 * `lacks`. Days are days in IST.
 */
export const orderSchema = z.strictObject({
  /** Which instrument it is, by its id in the book. */
  instrument: line(60).min(1, 'is empty'),
  agency: text(200),
  state: text(60),
  officerName: text(200),
  officerRank: text(120),
  officerEmail: text(320),
  officerPhone: text(40),
  number: text(120),
  reference: text(200),
  authorisation: text(200),
  provision: text(300),
  unlawfulAct: text(300),
  purpose: text(1_000),
  categories: text(1_000),
  datedOn: day.optional(),
  /** The date is so printed on the order, although it lies in the future or after receipt: then it is asked back. */
  dateAsPrinted: yesNo,
  periodFrom: day.optional(),
  periodTo: day.optional(),
  secretUntil: day.optional(),
  respondBy: instant.optional(),
  inWriting: yesNo,
  reasoned: yesNo,
  signed: yesNo,
  authorised: yesNo,
  addressedToUs: yesNo,
  inCharge: yesNo,
  danger: yesNo,
  viaCentralAuthority: yesNo,
  realTime: yesNo,
  noticeToAppear: yesNo,
  nonDisclosure: yesNo,
  lacks: z.array(z.enum(orderFields)).max(orderFields.length).optional(),
});
export type Order = z.infer<typeof orderSchema>;

/** One step of the check of authority; the last word about a step counts. */
export const checkAuthoritySchema = z.strictObject({
  step: z.enum(checkSteps),
  result: z.enum(checkResults),
  /** Whom was asked, where the number was found, what was compared. */
  detail: line(1_000).min(1, 'is empty: say how it was checked'),
  /** For a call back: the number, and where it was found. */
  number: line(40).optional(),
  foundIn: line(300).optional(),
  evidence: line(80).optional(),
  at: instant.optional(),
});

/** A step as it was recorded. Instants are UTC. */
export interface AuthorityCheck {
  seq: number;
  step: CheckStep;
  result: CheckResult;
  detail: string;
  number: string | null;
  foundIn: string | null;
  evidence: string | null;
  at: string;
  by: string;
}

interface Both {
  en: string;
  hi: string;
}

/** One thing that a test found. */
export interface Finding {
  test: string;
  field: string;
  /** `void`: not good on its face; `query`: to be asked back; `unknown`: not recorded yet, and counts as good. */
  level: 'void' | 'query' | 'unknown';
  text: Both;
}

/** Whether an order is good on its face, with the reason for each doubt, and whether a clock runs. */
export interface Judgement {
  verdict: OrderVerdict;
  findings: Finding[];
  clock: {
    /** Whether a clock of law with a date runs on it. */
    runs: boolean;
    /** Rules that run or wait, with their dates (UTC; null where the instrument has to fix it). */
    rules: { rule: string; due: string | null }[];
    /** Why none runs, or on what it is assumed to run. */
    why: Both;
  };
  /** Where it belongs, where it is no process of Indian law. */
  route: Both | null;
}

/** The same order, filed before. */
export interface SameOrder {
  ref: string;
  receivedAt: string;
}

/** The order behind a case as a screen shows it. */
export interface OrderView {
  order: Order;
  instrument: Pick<Instrument, 'id' | 'title' | 'plain' | 'power' | 'issuer' | 'process' | 'confidentiality'> & { rank: Both | null };
  fields: InstrumentBook['fields'];
  outcomes: Instrument['outcomes'];
  judgement: Judgement;
  /** Whether it asks for too much, and who has seen that. */
  breadth: Breadth;
  same: SameOrder | null;
  /** Whether it came from an address of the Government or a court, by its domain; null where the address is not known. */
  isOfficialAddress: boolean | null;
  /** The steps of the check of authority that this instrument needs, each with the last word about it. */
  steps: (InstrumentBook['checks'][number] & { last: (AuthorityCheck & { byName: string }) | null })[];
}
