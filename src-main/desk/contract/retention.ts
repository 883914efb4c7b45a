import { type } from '@orpc/contract';
import { z } from 'zod';
import { prose, ticket } from '../../cases/contract.ts';
import { type BulkAnswer, type ErasureView, listParts, type RetentionList, type RetentionView } from '../../retention/contract.ts';
import { base } from './base.ts';
import type { JobState } from './jobs.ts';

const reason = prose(1_000).pipe(z.string().trim().min(1, 'is empty: say why'));
const refs = z.array(ticket).min(1, 'is empty').max(200, 'are more than 200: take fewer at a time');

/** How long cases are kept, and their purge. Topics: `retention`, `case:REF`, `queue`, `approvals`. */
export const retentionContract = {
  /** Closed cases by the day from which they may be purged, a page at a time. */
  list: base
    .input(
      z.strictObject({
        part: z.enum(listParts).default('due'),
        /** Those that are restricted and that the person at the desk can open, instead of all others. */
        restricted: z.boolean().default(false),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(type<RetentionList>()),
  /** Why one case is kept until when, and what stands in the way. Fault: purged, with what remains of it. */
  open: base.input(z.strictObject({ ref: ticket })).output(type<RetentionView>()),
  /** Asks another person to agree to purging these cases. */
  propose: base.input(z.strictObject({ refs, reason })).output(type<BulkAnswer>()),
  /** Purges cases for good. `typed`: the ticket of the one, or the number of several. The database is then written anew. */
  purge: base.input(z.strictObject({ refs, reason, typed: z.string().max(40) })).output(type<BulkAnswer & { job: JobState | null }>()),
  /** What taking the data of who asks in a case out of this desk would come to: what goes, what remains and why. Fault: purged. */
  erasure: base.input(z.strictObject({ ref: ticket })).output(type<ErasureView>()),
  /** Asks another person to agree to it. */
  proposeErasure: base.input(z.strictObject({ ref: ticket, reason })).output(type<ErasureView>()),
  /** Takes it out for good. `typed`: the ticket of the request. The database is then written anew. */
  erase: base
    .input(z.strictObject({ ref: ticket, reason, typed: z.string().max(40) }))
    .output(type<ErasureView & { job: JobState | null }>()),
  /** Writes the database anew after a purge; null where nothing has to be, or another job runs. */
  scrub: base.output(type<JobState | null>()),
};
