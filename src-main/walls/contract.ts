import { z } from 'zod';
import { line, prose, ticket } from '../cases/contract/fields.ts';
import type { CaseKind, CaseState } from '../cases/contract/words.ts';

const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));

/** Who may open a wall. `isEntitled`: by her role, and not by a grant of her own. */
export interface WallHolder {
  id: string;
  name: string;
  isEntitled: boolean;
}

/** A restricted case that the person at the desk can open. `due` (UTC) of its next clock, `rule` its id; null where none runs. */
export interface RestrictedCase {
  ref: string;
  /** The id of its instrument, or null where no order was recorded. */
  instrument: string | null;
  kind: CaseKind;
  platform: string;
  state: CaseState;
  subject: string;
  next: { rule: string; due: string } | null;
  raisedAt: string;
  holders: WallHolder[];
  /** People whose role lets them open it and who have no key yet. */
  waiting: { id: string; name: string }[];
}

export interface RestrictedList {
  /** How many restricted cases there are at this desk, and how many of them the person at it can open. */
  walls: number;
  mine: number;
  rows: RestrictedCase[];
  total: number;
  /** People of the desk, to be given a key. */
  people: { id: string; name: string }[];
}

export const restrictedQuerySchema = z.strictObject({
  text: line(200).optional(),
  closed: z.boolean().default(false),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
});

export type RestrictedQuery = z.infer<typeof restrictedQuerySchema>;

/** `typed`: the ticket once more, since it does not come back into the open. */
export const raiseSchema = z.strictObject({ ref: ticket, reason, typed: z.string().max(40) });

export const grantSchema = z.strictObject({ ref: ticket, person: line(80).min(1), reason });
