import { z } from 'zod';
import { instant, line, prose } from '../../cases/contract/fields.ts';
import { day } from '../../people/contract/authority.ts';
import { preservationPeriods } from './words.ts';

const needed = (longest: number) => line(longest).min(1, 'is empty');
const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));
const names = z.array(needed(320)).max(200).optional();

/**
 * What is preserved for an authority. `paper`: the request or order it rests on. `from`: since when, now where it is left out;
 * `until`: a day in IST, by the rulebook's own period where it is left out.
 */
export const preserveSchema = z
  .strictObject({
    paper: needed(300),
    accounts: names,
    items: z.array(needed(4_000)).max(20_000).optional(),
    categories: names,
    period: z.enum(preservationPeriods).optional(),
    from: instant.optional(),
    until: day.optional(),
    reason,
  })
  .refine(({ accounts = [], items = [], categories = [] }) => accounts.length + items.length + categories.length > 0, {
    path: ['accounts'],
    message: 'name at least one account, item or data category that is preserved',
  });

const preservation = z.int().min(1);
/** A system says that it froze what is preserved. */
export const confirmPreservationSchema = z.strictObject({
  preservation,
  system: needed(200),
  by: needed(200),
  reference: needed(300),
  at: instant,
});
/** Goes on, on the paper named; `until` as in `preserve`, counted from the end that stood. */
export const renewPreservationSchema = z.strictObject({ preservation, paper: needed(300), until: day.optional(), reason });
export const releasePreservationSchema = z.strictObject({ preservation, paper: line(300).optional(), reason });

/** What is preserved, by the entry that began it. Instants are UTC. */
export interface Preservation {
  seq: number;
  ref: string;
  paper: string;
  accounts: string[];
  items: string[];
  categories: string[];
  /** The rule of the rulebook that gave the period; null where the paper itself names the day. */
  rule: string | null;
  from: string;
  until: string;
  reason: string;
  byName: string;
  /** The legal hold that keeps it from being erased. */
  hold: string;
  confirmed: { system: string; by: string; reference: string; at: string; byName: string }[];
  renewed: { at: string; was: string; until: string; paper: string; reason: string; byName: string }[];
  releasedAt: string | null;
  releasedReason: string | null;
}
