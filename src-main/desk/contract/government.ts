import { type } from '@orpc/contract';
import { z } from 'zod';
import { instant, platforms } from '../../cases/contract.ts';
import { type InstrumentBook, type OrderView, orderSchema } from '../../government/contract.ts';
import { base } from './base.ts';

/** Orders and requests of authorities. */
export const governmentContract = {
  /** The book of instruments: what each is, and which particulars it asks for. */
  instruments: base.output(type<InstrumentBook>()),
  /** An order that is not filed yet, judged as it would be. */
  judge: base
    .input(z.strictObject({ platform: z.enum(platforms), receivedAt: instant, order: orderSchema, itemCount: z.int().min(0).max(100_000) }))
    .output(type<Pick<OrderView, 'judgement' | 'same'>>()),
};
