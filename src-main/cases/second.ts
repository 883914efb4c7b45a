import { needSecond, type Second } from '../approvals/index.ts';
import type { Desk } from '../desk/desk.ts';
import { sha256Hex } from '../journal/index.ts';
import type { ActInput, ActName } from './contract.ts';
import { type CaseFile, grantingOutcomes } from './rules.ts';
import { readCaseFile } from './store.ts';

/** What is erased does not come back, so that two people decide it. */
const erasingKinds = ['erasure', 'delete-account'];

function isErasing({ kind }: CaseFile, act: unknown, outcome: unknown): boolean {
  return act === 'decide' && erasingKinds.includes(kind) && (grantingOutcomes as readonly unknown[]).includes(outcome);
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

/** The second person behind an act that needs one, or null for all others. Faults: refused (it waits), bad-input. */
export function secondFor(desk: Desk, file: CaseFile, act: ActName, input: unknown): Second | null {
  if (act === 'disclose') return secondForDisclosure(desk, file, input as ActInput<'disclose'>);
  const decision = input as ActInput<'decide'>;
  if (!isErasing(file, act, decision.outcome)) return null;
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
  return file !== null && isErasing(file, asked.act, (asked.with as { outcome?: unknown } | null | undefined)?.outcome);
}
