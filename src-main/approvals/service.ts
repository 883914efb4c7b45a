import type { Db } from '../../db/open.ts';
import { dayInIndia } from '../cases/rules.ts';
import { type Desk, isNobody, nowOf, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import type { Approval, ApprovalView, GuardedAct } from './contract.ts';
import { approvalRefusal, stateOf, wayFor, withdrawalRefusal } from './rules.ts';
import { namesOfPeople, peopleWhoMayAct, readApproval, readApprovals, readApprovalsTo, readAsked, type Wanted } from './store.ts';

/** What stands in the entry of a guarded act: done alone, or on which approval. */
export type Second = { sole: true } | { approval: number };

const refOf = (subject: string) => subject.replace(/^case:/, '');

function waiting(seq: number, isNew: boolean): Fault {
  const text = isNew
    ? 'Another person has to agree to this. It is now on the list that waits for a second person; do it again once she has agreed.'
    : 'This still waits for a second person to agree; do it again once she has.';
  return new Fault('refused', text, { approval: seq });
}

/**
 * Lets a guarded act go on: alone at a desk of one person, or on another person's approval. Where neither is so, it is put on
 * the list that waits for a second person. Call `spend` inside the act's own write. Faults: refused (it waits; `approval` in the
 * detail), bad-input without a reason.
 */
export function needSecond(desk: Desk, wanted: Wanted, reason: string): Second {
  if (reason.trim() === '') throw badInput('reason', 'is empty: say why');
  const now = nowOf(desk);
  const found = wayFor({ others: othersOf(desk, now, wanted.subject), mine: readAsked(desk.db, desk.person.id, wanted), now });
  if (found.way === 'sole') return { sole: true };
  if (found.way === 'approved') return { approval: found.approval.seq };
  if (found.way === 'waits') throw waiting(found.approval.seq, false);
  const { subject, act, object } = wanted;
  const entry = write(desk, ['approvals', subject], () => post(desk, { kind: 'approval.asked', subject, body: { act, object, reason } }));
  throw waiting(entry.seq, true);
}

/** How many could agree. Whoever holds the recovery code stands for the one person of a desk of one. */
function othersOf(desk: Desk, now: string, subject: string): number {
  // Nobody agrees to what she cannot see: about a restricted case its holders alone.
  const holders = desk.walls.has(refOf(subject)) ? desk.walls.holders(refOf(subject)) : null;
  const people = peopleWhoMayAct(desk.db, dayInIndia(now)).filter((id) => holders?.includes(id) ?? true);
  if (isNobody(desk.person)) return people.length < 2 ? 0 : people.length;
  return people.filter((id) => id !== desk.person.id).length;
}

/** Notes that an approval was used; inside the write of the act it allowed, before its own entry. */
export function spend(desk: Desk, second: Second, subject: string): void {
  if ('approval' in second) post(desk, { kind: 'approval.used', subject, body: { approval: second.approval } });
}

function mustRead(desk: Desk, seq: number): Approval {
  const found = readApproval(desk.db, seq);
  if (!found) throw new Fault('not-found', 'There is no such request for a second person.');
  return found;
}

/**
 * Another person agrees. `person`: who agrees, proven by the caller; the one at the desk when left out. Faults: not-found,
 * refused (answered already, one's own), not-allowed for somebody who may change nothing, clock-moved.
 */
export function approve(desk: Desk, seq: number, reason: string | null, person: string = desk.person.id): ApprovalView[] {
  const approval = mustRead(desk, seq);
  const refusal = approvalRefusal(approval, person);
  if (refusal !== null) throw new Fault('refused', refusal);
  if (!peopleWhoMayAct(desk.db, dayInIndia(nowOf(desk))).includes(person))
    throw new Fault('not-allowed', 'Only a person who works at this desk, and is more than its auditor, can agree.');
  const { subject } = approval;
  write(desk, ['approvals', subject], () =>
    post(desk, { kind: 'approval.given', subject, actor: person, body: { approval: seq, reason } }),
  );
  return listApprovals(desk);
}

/** Takes a request off the list: another person declines it, or who made it takes it back. Faults: not-found, refused, bad-input. */
export function decline(desk: Desk, seq: number, reason: string): ApprovalView[] {
  const { outcome, subject } = mustRead(desk, seq);
  if (outcome !== null) throw new Fault('refused', `This has been ${outcome} already.`);
  if (reason.trim() === '') throw badInput('reason', 'is empty: say why');
  write(desk, ['approvals', subject], () => post(desk, { kind: 'approval.declined', subject, body: { approval: seq, reason } }));
  return listApprovals(desk);
}

/**
 * Who asked takes her request back: before anybody agreed, or while the agreement has not been used. Faults: not-found, refused,
 * bad-input, clock-moved.
 */
export function withdraw(desk: Desk, seq: number, reason: string): ApprovalView[] {
  const approval = mustRead(desk, seq);
  const refusal = withdrawalRefusal(approval, desk.person.id);
  if (refusal !== null) throw new Fault('refused', refusal);
  if (reason.trim() === '') throw badInput('reason', 'is empty: say why');
  const { subject } = approval;
  write(desk, ['approvals', subject], () => post(desk, { kind: 'approval.withdrawn', subject, body: { approval: seq, reason } }));
  return listApprovals(desk);
}

interface Looking {
  /** The person who looks. */
  me: string;
  now: string;
}

function viewsOf(db: Db, approvals: readonly Approval[], { me, now }: Looking): ApprovalView[] {
  const names = namesOfPeople(db);
  return approvals.map((one) => ({
    ...one,
    ref: refOf(one.subject),
    proposedByName: names.get(one.proposedBy) ?? one.proposedBy,
    decidedByName: one.decidedBy === null ? null : (names.get(one.decidedBy) ?? one.decidedBy),
    isMine: one.proposedBy === me,
    state: stateOf(one, now),
  }));
}

/** What waits for a second person, and what was answered before. */
export function listApprovals(desk: Desk): ApprovalView[] {
  return viewsOf(desk.db, readApprovals(desk.db), { me: desk.person.id, now: nowOf(desk) });
}

/** Every request to do one act, the newest first, as `me` sees them at `now` (UTC); for any thread that reads. */
export function approvalsTo(db: Db, act: GuardedAct, looking: Looking): ApprovalView[] {
  return viewsOf(db, readApprovalsTo(db, act), looking);
}
