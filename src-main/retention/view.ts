import type { Db } from '../../db/open.ts';
import { approvalsTo } from '../approvals/index.ts';
import { holdsOn, lettersOf, missingCase, readCaseFile, readItems } from '../cases/index.ts';
import { type CaseFile, dayInIndia, isOpen, readTicket } from '../cases/rules.ts';
import { currentProfile } from '../desk/adopted.ts';
import { purgeHalted } from '../identity/index.ts';
import { consentsOf, hasHolds, unansweredConsents } from '../rights/index.ts';
import { viewConsent } from '../rights/rules.ts';
import { isScrubWanted } from '../workspace/index.ts';
import type { Block, Kept, ListPart, ProposalView, RetentionCounts, RetentionList, RetentionRow, RetentionView } from './contract.ts';
import { closedAtOf, type Dated, datedCases, keptOf } from './dated.ts';
import { blocksOf, partsOf, todayOf } from './rules.ts';
import { casesOnAuthorityOf, casesWithAuthority, isOpenCase, linksOfOpen, mailSince, wasActedOn } from './store.ts';

/** Who looks, on which desk, and when (UTC). */
export interface Looking {
  me: string;
  desk: string;
  now: string;
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

/** Fills in, for those asked about, what stands in the way and who proposed it. */
function fillerOf(db: Db, looking: Looking): (one: Dated) => RetentionRow {
  const links = linksOfOpen(db);
  const proposals = proposalsBy(db, looking);
  const mayBeBlocked = suspicionOf(db, links);
  return (dated) => {
    const file = mayBeBlocked(dated) ? readCaseFile(db, dated.ref) : null;
    const { hasLinks: _links, hasMail: _mail, ...one } = dated;
    return { ...one, blocks: file ? blocksFor(db, file, links, looking.now) : [], proposal: proposals.get(one.ref) ?? null };
  };
}

/** Whether anything at all can stand in the way of a closed case: most have no link, message, authority, and no hold stands at the desk. */
function suspicionOf(db: Db, links: ReadonlyMap<string, string[]>): (one: Dated) => boolean {
  const isHeld = hasHolds(db);
  const recorded = casesWithAuthority(db);
  return ({ ref, hasLinks, hasMail }) => isHeld || hasLinks || hasMail || links.has(ref) || recorded.has(ref);
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
  const day = todayOf(dayInIndia(looking.now));
  const fill = fillerOf(db, looking);
  const counts: RetentionCounts = { due: 0, soon1: 0, soon7: 0, soon30: 0, blocked: 0, all: 0 };
  const dated = datedCases(db);
  const found: { one: Dated; row: RetentionRow | null }[] = [];
  for (const one of dated) {
    // What stands in the way of a case that is not due decides nothing yet.
    const row = one.dueOn <= day.today ? fill(one) : null;
    const parts = partsOf({ dueOn: one.dueOn, blocks: row?.blocks ?? [] }, day);
    for (const name of parts) counts[name.replace('-', '') as keyof RetentionCounts] += 1;
    if (parts.includes(part)) found.push({ one, row });
  }
  return {
    rows: found.slice(offset, offset + limit).map(({ one, row }) => row ?? fill(one)),
    total: found.length,
    counts,
    firstDue: dated[0]?.dueOn ?? null,
    halted: purgeHalted(db, looking.desk, looking.now),
    needsScrub: isScrubWanted(db),
    asked: unansweredConsents(db),
  };
}
