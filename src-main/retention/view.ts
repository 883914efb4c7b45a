import type { Db } from '../../db/open.ts';
import { approvalsTo } from '../approvals/index.ts';
import { holdsOn, lettersOf, missingCase, readCaseFile, readItems } from '../cases/index.ts';
import { type CaseFile, dayInIndia, isOpen, readTicket } from '../cases/rules.ts';
import { currentProfile } from '../desk/adopted.ts';
import { retentionBook } from '../desk/retention-rules.ts';
import { purgeHalted } from '../identity/index.ts';
import { consentsOf, unansweredConsents } from '../rights/index.ts';
import { viewConsent } from '../rights/rules.ts';
import { isScrubWanted } from '../workspace/index.ts';
import type { Block, Kept, ListPart, ProposalView, RetentionCounts, RetentionList, RetentionRow, RetentionView } from './contract.ts';
import { blocksOf, keepOf, partsOf } from './rules.ts';
import { type ClosedCase, casesOnAuthorityOf, closedCases, isOpenCase, linksOfOpen, mailSince, wasActedOn } from './store.ts';

/** Who looks, on which desk, and when (UTC). */
export interface Looking {
  me: string;
  desk: string;
  now: string;
}

const closedAtOf = ({ moments }: Pick<ClosedCase, 'moments'>) => moments.closed ?? moments.voided ?? null;

function keptOf(db: Db, one: ClosedCase, closedAt: string): Kept {
  const lastMailAt = mailSince(db, one.ref, closedAt)?.at ?? null;
  return keepOf({ ...one, closedAt, lastMailAt }, retentionBook().rules);
}

/** Messages after the closing that nobody has acted on. */
function unreadMail(db: Db, ref: string, closedAt: string | null): string | null {
  const mail = closedAt === null ? null : mailSince(db, ref, closedAt);
  return mail && !wasActedOn(db, ref, mail.seq) ? mail.at : null;
}

function blocksFor(db: Db, file: CaseFile, links: ReadonlyMap<string, string[]>, now: string): Block[] {
  const { ref } = file;
  const named = file.links.map((link) => link.ref).filter((other) => isOpenCase(db, other));
  return blocksOf({
    ref,
    isOpen: isOpen(file),
    holds: holdsOn(db, file, readItems(db, ref), now),
    linkedOpen: [...new Set([...named, ...(links.get(ref) ?? [])])].sort(),
    unreadMailAt: unreadMail(db, ref, isOpen(file) ? null : closedAtOf(file)),
    authorityUsedBy: casesOnAuthorityOf(db, ref),
  });
}

function proposalsBy(db: Db, { me, now }: Looking): Map<string, ProposalView> {
  const found = new Map<string, ProposalView>();
  for (const { ref, seq, state, proposedByName, proposedAt, isMine } of approvalsTo(db, 'case-purge', { me, now }))
    if (!found.has(ref)) found.set(ref, { approval: seq, state, proposedByName, proposedAt, isMine });
  return found;
}

/** How long a case is kept and what stands in the way, for a purge and for the window. Faults: bad-input, not-found, purged. */
export function standingOf(
  db: Db,
  refText: string,
  now: string,
): { file: CaseFile; closedAt: string | null; kept: Kept | null; blocks: Block[] } {
  const ref = readTicket(refText);
  const file = readCaseFile(db, ref);
  if (!file) throw missingCase(db, ref);
  const closedAt = isOpen(file) ? null : closedAtOf(file);
  return { file, closedAt, kept: closedAt === null ? null : keptOf(db, file, closedAt), blocks: blocksFor(db, file, linksOfOpen(db), now) };
}

/** Why one case is kept, and how a purge of it stands. Faults: bad-input, not-found, purged. */
export function retentionView(db: Db, ref: string, looking: Looking): RetentionView {
  const { file, closedAt, kept, blocks } = standingOf(db, ref, looking.now);
  const consent = viewConsent(currentProfile(db, file.platform), consentsOf(db, file.ref), lettersOf(db, file.ref));
  return {
    ref: file.ref,
    isOpen: closedAt === null,
    closedAt,
    kept,
    blocks,
    promise: consent?.clause ?? null,
    consent,
    proposal: proposalsBy(db, looking).get(file.ref) ?? null,
    canPurge:
      kept !== null && kept.dueOn <= dayInIndia(looking.now) && blocks.length === 0 && purgeHalted(db, looking.desk, looking.now) === null,
  };
}

type Dated = Omit<RetentionRow, 'blocks' | 'proposal'>;

/** Every closed case with its date, the earliest first. */
function datedCases(db: Db): Dated[] {
  const found: Dated[] = [];
  for (const one of closedCases(db)) {
    const closedAt = closedAtOf(one);
    if (closedAt === null) continue;
    const { until, dueOn, steps } = keptOf(db, one, closedAt);
    const { ref, platform, kind, outcome } = one;
    found.push({ ref, platform, kind, outcome, closedAt, until, dueOn, basis: steps[0]?.id ?? '' });
  }
  return found.sort((a, b) => (a.dueOn === b.dueOn ? (a.ref < b.ref ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

/** Fills in, for those asked about, what stands in the way and who proposed it. */
function fillerOf(db: Db, looking: Looking): (one: Dated) => RetentionRow {
  const links = linksOfOpen(db);
  const proposals = proposalsBy(db, looking);
  return (one) => {
    const file = readCaseFile(db, one.ref);
    return { ...one, blocks: file ? blocksFor(db, file, links, looking.now) : [], proposal: proposals.get(one.ref) ?? null };
  };
}

/**
 * A page of the closed cases by when they may be purged, with how many are in each part; for any thread that reads. A case that
 * something holds up is in the part `blocked` once its date has come.
 */
export function retentionList(
  db: Db,
  { part, offset, limit }: { part: ListPart; offset: number; limit: number },
  looking: Looking,
): RetentionList {
  const today = dayInIndia(looking.now);
  const fill = fillerOf(db, looking);
  const counts: RetentionCounts = { due: 0, soon1: 0, soon7: 0, soon30: 0, blocked: 0, all: 0 };
  const found: (Dated | RetentionRow)[] = [];
  for (const dated of datedCases(db)) {
    // What stands in the way of a case that is not due decides nothing yet.
    const one = dated.dueOn <= today ? fill(dated) : { ...dated, blocks: [] };
    const parts = partsOf(one, today);
    for (const name of parts) counts[name.replace('-', '') as keyof RetentionCounts] += 1;
    if (parts.includes(part)) found.push('proposal' in one ? one : dated);
  }
  return {
    rows: found.slice(offset, offset + limit).map((one) => ('proposal' in one ? one : fill(one))),
    total: found.length,
    counts,
    halted: purgeHalted(db, looking.desk, looking.now),
    needsScrub: isScrubWanted(db),
    asked: unansweredConsents(db),
  };
}
