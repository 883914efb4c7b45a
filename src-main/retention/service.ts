import { approvalsTo, needSecond, type Second, spend } from '../approvals/index.ts';
import type { Tombstone } from '../cases/contract.ts';
import { type CasePurge, planCasePurge, readItems, recordCasePurge } from '../cases/index.ts';
import { type CaseFile, dayInIndia, readTicket } from '../cases/rules.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import type { WallTombstone } from '../desk/wall-port.ts';
import { purgeHalted } from '../identity/index.ts';
import { maskAadhaarIn } from '../identity/rules.ts';
import { sayDate } from '../law/rules.ts';
import { carryOutPurge } from '../workspace/index.ts';
import type { BulkAnswer, Kept } from './contract.ts';
import { checkReason } from './rules.ts';
import { standingOf } from './view.ts';

export interface Purgeable {
  file: CaseFile;
  closedAt: string;
  kept: Kept;
}

/** The case, if it may be purged now. Faults: bad-input, not-found, purged, refused with what stands in the way. */
function mustBePurgeable(desk: Desk, ref: string, reason: string): Purgeable {
  const now = nowOf(desk);
  const { file, closedAt, kept, blocks } = standingOf(desk.db, ref, now);
  if (kept === null || closedAt === null) throw new Fault('refused', `${file.ref} is open: a case is purged after it closed.`);
  if (kept.dueOn > dayInIndia(now)) throw new Fault('refused', `${file.ref} is kept until the end of ${sayDate(kept.until)}.`);
  const stop = blocks[0]?.text ?? purgeHalted(desk.db, desk.desk, now);
  if (stop) throw new Fault('refused', stop);
  const { complainant, onBehalfOf, subject } = file;
  checkReason(reason, { complainant, onBehalfOf, subject, items: readItems(desk.db, file.ref).map(({ value }) => value) });
  return { file, closedAt, kept };
}

const wanted = (ref: string) => ({ act: 'case-purge', subject: `case:${ref}`, object: '' }) as const;

/** On whose word it is done, for the tombstone. */
function wordOf(
  desk: Desk,
  second: Second,
  act: 'case-purge' | 'person-erasure',
): Pick<Tombstone, 'sole' | 'proposedAt' | 'approvedBy' | 'approvedAt'> {
  if ('sole' in second) return { sole: true, proposedAt: null, approvedBy: null, approvedAt: null };
  const found = approvalsTo(desk.db, act, { me: desk.person.id, now: nowOf(desk) }).find(({ seq }) => seq === second.approval);
  return { sole: false, proposedAt: found?.proposedAt ?? null, approvedBy: found?.decidedBy ?? null, approvedAt: found?.decidedAt ?? null };
}

/** What is said of a purge: why, on whose word, and on what ground where it is no rule of retention. */
interface Word {
  reason: string;
  second: Second;
  basis?: string;
  cite?: string;
  keptUntil?: string;
}

function tombstoneOf(desk: Desk, { file, closedAt, kept }: Purgeable, plan: CasePurge, said: Word): Tombstone {
  const { ref, platform, kind, channel, outcome, receivedAt, moments, clocks } = file;
  const lead = kept.steps.find(({ leads }) => leads);
  return {
    ...{ ref, platform, kind, channel, outcome, receivedAt, closedAt },
    decidedAt: moments.decided ?? null,
    sentAt: moments.decisionSent ?? null,
    clocks: (clocks.past.at(-1) ?? []).map(({ rule, due, stoppedAt, result }) => ({ rule, due, stoppedAt, result })),
    letters: plan.letters,
    files: plan.attachments.length,
    entries: plan.count,
    digest: plan.digest,
    keptUntil: said.keptUntil ?? kept.until,
    basis: said.basis ?? lead?.id ?? '',
    cite: said.cite ?? lead?.cite ?? null,
    reason: maskAadhaarIn(said.reason).text,
    purgedAt: nowOf(desk),
    purgedBy: desk.person.id,
    ...wordOf(desk, said.second, said.basis === undefined ? 'case-purge' : 'person-erasure'),
  };
}

/** Purges a case on this word; its tombstone stays. Faults: corrupt where the ledger of purges cannot be read. */
export function carryOutCase(desk: Desk, found: Purgeable, said: Word, spendIt: () => void = () => {}): Tombstone {
  const { ref } = found.file;
  let tombstone: Tombstone | null = null;
  carryOutPurge(desk, [`case:${ref}`, 'queue', 'approvals', 'retention', 'people'], () => {
    spendIt();
    const plan = planCasePurge(desk.db, ref);
    tombstone = tombstoneOf(desk, found, plan, said);
    const { head, files } = recordCasePurge(desk, plan, tombstone, said.second);
    return { files, kept: { head, entries: plan.entries, attachments: plan.attachments, tombstone } };
  });
  return tombstone!;
}

/** Destroys a restricted case with its wall and its keys. Faults: corrupt. */
function destroyCase(desk: Desk, ref: string, second: Second, spendIt: () => void): WallTombstone {
  let left: WallTombstone | null = null;
  carryOutPurge(desk, [`case:${ref}`, 'queue', 'approvals', 'retention', 'people', 'walls'], () => {
    spendIt();
    const { files, tombstone, ...went } = desk.walls.destroy(ref, second);
    left = tombstone;
    return { files, kept: { ...went, attachments: [], wall: tombstone } };
  });
  return left!;
}

/**
 * Purges a closed case whose time is over; a tombstone stays. A restricted case is destroyed with its wall and
 * its keys; neither reason nor rule is told of it, since they would say what it was. It takes a second person. Faults: bad-input, not-found, purged,
 * refused (what stands in the way, or it waits for the second person); corrupt where the ledger of purges cannot be read.
 */
export function purgeCase(at: Desk, refText: string, reason: string): Tombstone | WallTombstone {
  const outer = at.walls.outer();
  const desk = outer.walls.deskOf(readTicket(refText));
  const found = mustBePurgeable(desk, refText, reason);
  const { ref } = found.file;
  const second = needSecond(desk, wanted(ref), reason);
  const spendIt = () => spend(desk, second, `case:${ref}`);
  if (desk === outer) return carryOutCase(desk, found, { reason, second }, spendIt);
  const left = destroyCase(desk, ref, second, spendIt);
  // What was opened of a destroyed wall goes with the connection.
  outer.walls.close();
  return left;
}

/** Does the same to each case, and tells of each what came of it; anything that nobody foresaw is thrown on. */
function each(refs: readonly string[], work: (ref: string) => void): BulkAnswer {
  const answer: BulkAnswer = { done: [], waiting: [], refused: [] };
  for (const text of new Set(refs)) {
    const ref = readTicket(text);
    try {
      work(ref);
      answer.done.push(ref);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.detail['approval'] !== undefined) answer.waiting.push(ref);
      else answer.refused.push({ ref, why: error.message });
    }
  }
  return answer;
}

/**
 * Asks another person of the desk to agree to purging these cases. `done` are those she has agreed to already. Faults: bad-input;
 * refused at a desk of one person, who purges alone.
 */
export function proposePurge(desk: Desk, refs: readonly string[], reason: string): BulkAnswer {
  if (reason.trim() === '') throw badInput('reason', 'is empty: say why');
  return each(refs, (ref) => {
    const at = desk.walls.deskOf(ref);
    mustBePurgeable(at, ref, reason);
    if ('sole' in needSecond(at, wanted(ref), reason))
      throw new Fault(
        'refused',
        'You are the one person of this desk: nobody else can agree. Purge it, and the record says that you were alone.',
      );
  });
}

/** What has to be typed before these cases are purged: the ticket of one, the number of several. */
export const typedFor = (refs: readonly string[]): string => (refs.length === 1 ? (refs[0] ?? '') : String(refs.length));

/**
 * Purges cases one by one; each is gone for good. `typed` confirms it. Faults: bad-input where it is not what has to be typed;
 * corrupt, disk-full, read-only.
 */
export function purgeCases(desk: Desk, { refs, typed, reason }: { refs: readonly string[]; typed: string; reason: string }): BulkAnswer {
  const asked = [...new Set(refs)];
  if (typed.trim().toUpperCase() !== typedFor(asked))
    throw badInput('typed', asked.length === 1 ? 'is not the ticket of the case' : `is not the number of cases, ${asked.length}`);
  return each(asked, (ref) => void purgeCase(desk, ref, reason));
}
