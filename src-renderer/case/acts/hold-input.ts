import type { HoldScope, holdBases } from '../../../src-main/rights/contract/work.ts';
import { sentDay } from './work-input.ts';

/** A hold while it is filled in. */
export interface TypedHold {
  scope: HoldScope;
  /** One a line. */
  accounts: string;
  instrument: string;
  basis: (typeof holdBases)[number];
  /** dd-MM-yyyy, as typed; empty: until it is released. */
  until: string;
  reason: string;
}

export const firstHold: TypedHold = { scope: 'person', accounts: '', instrument: '', basis: 'law', until: '', reason: '' };

/** The act's input, or null where the day cannot be read; what does not belong to scope or basis is left out. */
export function holdInput({ scope, accounts, instrument, basis, until, reason }: TypedHold) {
  const day = sentDay('until', until);
  if (day === null) return null;
  const named = accounts
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    scope,
    instrument,
    basis,
    reason,
    ...(scope === 'connected' ? { accounts: named } : {}),
    ...day,
  };
}
