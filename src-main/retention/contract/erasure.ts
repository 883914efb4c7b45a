import type { ErasureGone, ErasureRest, PersonErasure } from '../../cases/contract/erasure.ts';
import type { ProposalView } from './views.ts';

/** What taking a person's own data out of this desk would come to now, on the request that a case is. */
export interface ErasureView {
  ref: string;
  /** Her record, and her name. */
  party: string | null;
  name: string | null;
  goes: ErasureGone[];
  remains: ErasureRest[];
  /** Why it cannot be done now, as a sentence in English; null where it can. */
  obstacle: string | null;
  proposal: ProposalView | null;
  /** What was taken out on this request before. */
  done: PersonErasure[];
}
