import { type } from '@orpc/contract';
import { z } from 'zod';
import { instant, platforms, ticket } from '../../cases/contract.ts';
import {
  type Disclosure,
  type DisclosuresView,
  type InstrumentBook,
  type ItemList,
  type ItemsView,
  type OrderView,
  orderSchema,
  type Preservation,
  type Statistics,
  saveSheetSchema,
  statisticsAskSchema,
} from '../../government/contract.ts';
import { base } from './base.ts';
import type { SavedFile } from './jobs.ts';

/** Orders and requests of authorities. */
export const governmentContract = {
  /** The book of instruments: what each is, and which particulars it asks for. */
  instruments: base.output(type<InstrumentBook>()),
  /** An order that is not filed yet, judged as it would be. */
  judge: base
    .input(z.strictObject({ platform: z.enum(platforms), receivedAt: instant, order: orderSchema, itemCount: z.int().min(0).max(100_000) }))
    .output(type<Pick<OrderView, 'judgement' | 'same' | 'breadth'>>()),
  /** The sheets, captures and repetitions of a case's items. */
  items: base.input(z.strictObject({ ref: ticket })).output(type<ItemsView>()),
  /** What a list of addresses comes to, before anything is added: with a case, what it has already. */
  readList: base.input(z.strictObject({ ref: ticket.optional(), text: z.string().max(4_000_000) })).output(type<ItemList>()),
  /** Opens the shell's file dialog for a list or sheet; null when the person closed it. */
  chooseTable: base.output(type<{ token: string; name: string; sizeBytes: number } | null>()),
  /** The text of a chosen or dropped table. */
  readTable: base.input(z.strictObject({ token: z.string().regex(/^[a-z0-9]{16,64}$/) })).output(type<{ name: string; text: string }>()),
  /** Hashes a chosen file without keeping it; null when the person closed the dialog. */
  hashFile: base.output(type<{ name: string; sizeBytes: number; sha256: string } | null>()),
  /** Files hashed, disclosures and counsel's word of one case. */
  disclosures: base.input(z.strictObject({ ref: ticket })).output(type<DisclosuresView>()),
  /** What is preserved in every case, what ends first on top; those released come last. */
  preservations: base.output(type<Preservation[]>()),
  /** Requests of authorities, counted; the public copy as it would be published. */
  statistics: base.input(statisticsAskSchema).output(type<Statistics>()),
  /** Saves the statistics as a CSV; null when the person closed the dialog. */
  saveStatistics: base.input(statisticsAskSchema).output(type<SavedFile | null>()),
  /** The register, newest first; with an account, everything that was ever disclosed about it. */
  register: base.input(z.strictObject({ account: z.string().max(320).optional() })).output(type<Disclosure[]>()),
  /** Saves the sheet of items that wait for those who act on them; null when the person closed the dialog. */
  saveSheet: base.input(saveSheetSchema.extend({ ref: ticket })).output(type<SavedFile | null>()),
};
