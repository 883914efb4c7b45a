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

/** The second person behind an act that needs one, or null for all others. Faults: refused (it waits), bad-input. */
export function secondFor(desk: Desk, file: CaseFile, act: ActName, input: unknown): Second | null {
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
  if (typeof asked?.ref !== 'string' || asked.act !== 'decide') return false;
  const file = readCaseFile(desk.db, asked.ref.trim().toUpperCase());
  return file !== null && isErasing(file, asked.act, (asked.with as { outcome?: unknown } | null | undefined)?.outcome);
}
