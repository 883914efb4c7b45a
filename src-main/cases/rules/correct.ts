import { badInput, Fault } from '../../desk/faults.ts';
import type { ActInput } from '../contract/acts.ts';
import type { Corrigendum, Decision } from '../contract/views.ts';
import type { CaseFile } from './file.ts';

/** Parts whose words the desk has, so that what is said to have stood there can be looked for. */
const looked = ['reasons', 'ground', 'clause'] as const;

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What was put right and not told yet. */
export function untoldCorrections(decision: Decision | null): Corrigendum[] {
  return (decision?.corrections ?? []).filter(({ sentAt }) => sentAt === null);
}

function checkLine(decision: Decision, { part, stood, reads }: Corrigendum['lines'][number], n: number): void {
  if (folded(stood) === folded(reads)) throw badInput(`corrections.${n}.reads`, 'says the same as what stood there');
  const isLooked = (looked as readonly string[]).includes(part);
  const text = isLooked ? (decision[part as 'reasons'] ?? '') : stood;
  if (!folded(text).includes(folded(stood))) throw badInput(`corrections.${n}.stood`, `does not stand in the ${part} of the decision`);
}

/**
 * A corrigendum to a decision that was sent: the decision stays as it was, and what is put right stands beside it. Faults:
 * refused (nothing decided, or not sent yet), bad-input (what is said to have stood there does not).
 */
export function planCorrection({ file }: { file: CaseFile }, input: ActInput<'correct-decision'>) {
  const { decision } = file;
  if (decision === null) throw new Fault('refused', 'There is no decision to correct.');
  if (decision.sentAt === null)
    throw new Fault('refused', 'The decision has not been sent: a corrigendum corrects one that was. Reopen the case and decide again.');
  for (const [n, line] of input.corrections.entries()) checkLine(decision, line, n);
  return [{ kind: 'case.decision-corrected', body: { decision: decision.seq, lines: input.corrections, reason: input.reason } }];
}

/** Whether a decision can be corrected now. */
export function isCorrectable({ decision }: Pick<CaseFile, 'decision'>): boolean {
  return decision !== null && decision.sentAt !== null;
}
