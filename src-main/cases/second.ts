import { needSecond, type Second } from '../approvals/index.ts';
import type { Desk } from '../desk/desk.ts';
import type { ActInput, ActName } from './contract.ts';
import type { CaseFile } from './rules.ts';

/** What is erased does not come back, so that two people decide it. */
const erasingKinds = ['erasure', 'delete-account'];
const erasingOutcomes = ['upheld', 'partly-upheld'];

/** The second person behind an act that needs one, or null for all others. Faults: refused (it waits), bad-input. */
export function secondFor(desk: Desk, { ref, kind }: CaseFile, act: ActName, input: unknown): Second | null {
  if (act !== 'decide' || !erasingKinds.includes(kind)) return null;
  const { outcome, reasons } = input as ActInput<'decide'>;
  if (!erasingOutcomes.includes(outcome)) return null;
  return needSecond(desk, { act: 'erasure-decision', subject: `case:${ref}`, object: outcome }, reasons);
}
