import type { Db } from '../../db/open.ts';
import { isSamePerson } from '../people/index.ts';
import type { Hold } from './contract.ts';
import { isStanding } from './rules.ts';
import { unreleasedHolds } from './store.ts';

/** What of a case a hold may reach: its ticket, the record of whose data it is about, and the accounts it names. */
export interface Reachable {
  ref: string;
  party: string;
  accounts: readonly string[];
}

const folded = (account: string) => account.normalize('NFKC').trim().toLowerCase().replace(/^@/, '');

function reaches(db: Db, hold: Hold, { ref, party, accounts }: Reachable): boolean {
  if (hold.ref === ref) return true;
  if (hold.scope === 'case') return false;
  if (isSamePerson(db, hold.party, party)) return true;
  const mine = new Set(accounts.map(folded));
  return hold.scope === 'connected' && hold.accounts.some((account) => mine.has(folded(account)));
}

/** The holds that stand at `now` (UTC) and reach this case: placed on it, on its person, or on accounts connected with it. */
export function holdsReaching(db: Db, found: Reachable, now: string): (Hold & { placedByName: string })[] {
  return unreleasedHolds(db).filter((hold) => isStanding(hold, now) && reaches(db, hold, found));
}
