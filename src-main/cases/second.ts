import type { Db } from '../../db/open.ts';
import { needSecond, type Second } from '../approvals/index.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { sha256Hex } from '../journal/index.ts';
import { missingRoles } from '../workspace/rules.ts';
import type { ActInput, ActName } from './contract.ts';
import { type CaseFile, dayInIndia, grantingOutcomes, reviewLinkOf } from './rules.ts';
import { actorOf, peopleOn, readCaseFile } from './store.ts';

/** What is erased does not come back, so that two people decide it. */
const erasingKinds = ['erasure', 'delete-account'];

function isErasing({ kind }: CaseFile, act: unknown, outcome: unknown): boolean {
  const erasing: readonly unknown[] = [...grantingOutcomes, 'overturned', 'varied'];
  return act === 'decide' && erasingKinds.includes(kind) && erasing.includes(outcome);
}

/** What was agreed to: another decision, or the same one on another kind of request, asks anew. */
function decisionAgreedTo(kind: string, { outcome, ground, clause, reasons }: ActInput<'decide'>): string {
  return `${outcome} ${sha256Hex(JSON.stringify([kind, outcome, ground, clause ?? null, reasons])).slice(0, 32)}`;
}

/** Data leaves for an authority by two people; in an emergency the second may follow within a day (`afterwards`). */
function secondForDisclosure(desk: Desk, file: CaseFile, input: ActInput<'disclose'>): Second | null {
  if (input.afterwards) return null;
  const { sha256, recipient, category, accounts, legalBasis } = input;
  const object = sha256Hex(JSON.stringify([sha256, recipient, category, accounts, legalBasis])).slice(0, 32);
  return needSecond(desk, { act: 'disclosure', subject: `case:${file.ref}`, object: `${recipient.slice(0, 80)} ${object}` }, input.reason);
}

/** Who took the decision that a review looks at, and those before it that it goes back to. */
export function decidersBefore(db: Db, file: CaseFile): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (let link = reviewLinkOf(file); link && !seen.has(link.ref); ) {
    seen.add(link.ref);
    const actor = link.decision === undefined ? null : actorOf(db, link.decision);
    if (actor) found.add(actor);
    const before = readCaseFile(db, link.ref);
    link = before ? reviewLinkOf(before) : undefined;
  }
  return [...found];
}

/** People who may decide today and did not take part in what is reviewed. */
function othersWhoMayDecide(desk: Desk, deciders: readonly string[]): string[] {
  return peopleOn(desk.db, dayInIndia(nowOf(desk)))
    .filter(({ id, roles }) => !deciders.includes(id) && missingRoles(roles, 'act:decide') === null)
    .map(({ name }) => name);
}

/**
 * A review is decided by another officer than the one whose decision it looks at; alone at the desk she may decide it herself, and
 * the entry says so. Fault: refused, naming who could decide.
 */
function ownReview(desk: Desk, file: CaseFile): Second | null {
  if (reviewLinkOf(file) === undefined) return null;
  const deciders = decidersBefore(desk.db, file);
  if (!deciders.includes(desk.person.id)) return null;
  const others = othersWhoMayDecide(desk, deciders);
  if (others.length === 0) return { sole: true };
  throw new Fault('refused', `You took the decision that this case reviews: another officer decides it. ${others.join(', ')} may decide.`);
}

/** The second person behind an act that needs one, or null for all others. Faults: refused (it waits), bad-input. */
export function secondFor(desk: Desk, file: CaseFile, act: ActName, input: unknown): Second | null {
  if (act === 'disclose') return secondForDisclosure(desk, file, input as ActInput<'disclose'>);
  const decision = input as ActInput<'decide'>;
  const own = act === 'decide' ? ownReview(desk, file) : null;
  if (!isErasing(file, act, decision.outcome)) return own;
  const wanted = { act: 'erasure-decision', subject: `case:${file.ref}`, object: decisionAgreedTo(file.kind, decision) } as const;
  return needSecond(desk, wanted, decision.reasons);
}

/**
 * Whether this asks the person at the desk for her passphrase again, as every act does for which two people are wanted. Looks at
 * what was sent before anybody has read it: `asked` may be anything.
 */
export function wantsProof(desk: Desk, asked: { ref?: unknown; act?: unknown; with?: unknown } | null): boolean {
  if (typeof asked?.ref !== 'string') return false;
  if (asked.act === 'disclose' || asked.act === 'approve-disclosure') return true;
  if (asked.act !== 'decide') return false;
  const file = readCaseFile(desk.db, asked.ref.trim().toUpperCase());
  if (file === null) return false;
  const isOfOwn = reviewLinkOf(file) !== undefined && decidersBefore(desk.db, file).includes(desk.person.id);
  return isOfOwn || isErasing(file, asked.act, (asked.with as { outcome?: unknown } | null | undefined)?.outcome);
}
