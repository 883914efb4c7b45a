import type { Db } from '../../db/open.ts';
import { retentionBook } from '../desk/retention-rules.ts';
import type { Kept, RetentionRow } from './contract.ts';
import { keepOf, rulesNaming } from './rules.ts';
import { type ClosedCase, casesWithMail, changedSince, closedCase, closedCases, lastEntry, mailSince } from './store.ts';

/** A closed case with its date, and whether something is known of it that may stand in the way. */
export interface Dated extends Omit<RetentionRow, 'blocks' | 'proposal'> {
  hasLinks: boolean;
  hasMail: boolean;
}

export const closedAtOf = ({ moments }: Pick<ClosedCase, 'moments'>) => moments.closed ?? moments.voided ?? null;

/** How long a closed case is kept. `hasMail` false where no message ever came, so that none is looked for. */
export function keptOf(db: Db, one: ClosedCase, closedAt: string, hasMail = true): Kept {
  const lastMailAt = hasMail ? (mailSince(db, one.ref, closedAt)?.at ?? null) : null;
  return keepOf({ ...one, closedAt, lastMailAt }, rulesFor(one));
}

const byName = new Map<string, ReturnType<typeof rulesNaming>>();

/** A handful of rules name a case; which, is worked out once for all of its kind, outcome and platform. */
function rulesFor(one: ClosedCase): ReturnType<typeof rulesNaming> {
  const key = `${one.platform} ${one.kind} ${one.outcome}`;
  const found = byName.get(key) ?? rulesNaming(one, retentionBook().rules);
  byName.set(key, found);
  return found;
}

function dated(db: Db, one: ClosedCase, hasMail: boolean): Dated | null {
  const closedAt = closedAtOf(one);
  if (closedAt === null) return null;
  const { until, dueOn, steps } = keptOf(db, one, closedAt, hasMail);
  const { ref, platform, kind, outcome, links } = one;
  return { ref, platform, kind, outcome, closedAt, until, dueOn, basis: steps[0]?.id ?? '', hasLinks: links.length > 0, hasMail };
}

/** The dates as they stood at an entry of the record. */
interface Known {
  upto: number;
  byRef: Map<string, Dated>;
  sorted: Dated[];
}

/** Working out the dates of every closed case takes long; between two looks only few cases have new entries. */
const known = new WeakMap<Db, Known>();

function all(db: Db): Map<string, Dated> {
  const withMail = casesWithMail(db);
  const found = new Map<string, Dated>();
  for (const one of closedCases(db)) {
    const row = dated(db, one, withMail.has(one.ref));
    if (row) found.set(row.ref, row);
  }
  return found;
}

function bringUp(db: Db, { upto, byRef }: Known): boolean {
  const changed = changedSince(db, upto);
  for (const ref of changed) {
    const one = closedCase(db, ref);
    const row = one ? dated(db, one, true) : null;
    if (row) byRef.set(ref, row);
    else byRef.delete(ref);
  }
  return changed.length > 0;
}

const byDate = (a: Dated, b: Dated) => (a.dueOn === b.dueOn ? (a.ref < b.ref ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1);

/** Every closed case with its date, the earliest first. What was worked out before is kept as long as the database is open. */
export function datedCases(db: Db): readonly Dated[] {
  const upto = lastEntry(db);
  const before = known.get(db);
  if (before?.upto === upto) return before.sorted;
  // A record that became shorter is another one.
  const isOld = before !== undefined && before.upto < upto;
  const byRef = isOld ? before.byRef : all(db);
  const isSame = isOld && !bringUp(db, before);
  const sorted = isSame ? before.sorted : [...byRef.values()].sort(byDate);
  known.set(db, { upto, byRef, sorted });
  return sorted;
}
