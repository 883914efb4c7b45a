import { z } from 'zod';
import type { AuthorityType } from './words.ts';

/** A day without a time, `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'needs a day, as in 2026-11-21')
  .refine((text) => {
    const [year, month, date] = text.split('-').map(Number) as [number, number, number];
    const found = new Date(Date.UTC(year, month - 1, date));
    return found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  }, 'is not a date that exists');

/** Somebody's right to act for another, as an instrument gives it. Days are `YYYY-MM-DD` in IST. */
export interface Authority {
  /** `authority:` and its entry. */
  id: string;
  ref: string;
  type: AuthorityType;
  instrument: string;
  registeredNumber: string | null;
  datedOn: string;
  /** The kinds of request it covers; null covers all. */
  scope: string[] | null;
  expiresOn: string | null;
  isNotarised: boolean;
  /** The person for whom, and the one who acts: ids of parties. */
  principal: string;
  representative: string;
  evidence: string | null;
  recordedAt: string;
  endedOn: string | null;
  endedReason: string | null;
}
