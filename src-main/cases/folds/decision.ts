import type { Db } from '../../../db/open.ts';
import type { EntryHead, FoldMap } from '../../journal/index.ts';
import type { Corrigendum } from '../contract.ts';
import type { CaseFile } from '../rules.ts';
import { readCaseFile, readItems, supersedeUnsent, updateItem } from '../store.ts';
import { change, refOf } from './case.ts';

/** The decision with what was put right beside it; what stood there is never altered. */
function corrected(db: Db, entry: EntryHead, raw: unknown): void {
  const { lines, reason } = raw as Pick<Corrigendum, 'lines' | 'reason'>;
  const told: Corrigendum = { seq: entry.seq, at: entry.at, by: entry.actor, lines, reason, sentAt: null };
  change(db, entry, (file) => {
    if (file.decision === null) return file;
    return { ...file, decision: { ...file.decision, corrections: [...(file.decision.corrections ?? []), told] } };
  });
}

/** A corrigendum's letter tells what was put right before it was written. */
export function withToldCorrections({ decision }: CaseFile, letter: string | null, sentAt: string): CaseFile['decision'] {
  if (decision === null) return null;
  const before = letter === null ? Number.POSITIVE_INFINITY : Number(letter.slice('letter:'.length));
  const corrections = (decision.corrections ?? []).map((one) => (one.sentAt === null && one.seq < before ? { ...one, sentAt } : one));
  return { ...decision, corrections };
}

interface ReviewedBody {
  review: string;
  decision: number;
  outcome: 'refused' | 'overturned' | 'varied';
  /** Whether who complained was told by the review itself; else the case needs a decision of its own again. */
  keeps: boolean;
  items: { value: string; action: string; at: string }[];
}

/** What the review says of each item counts; of the others nobody has said yet what becomes of them. */
function returnItems(db: Db, ref: string, acted: ReviewedBody['items']): void {
  for (const item of readItems(db, ref)) {
    const found = acted.find(({ value }) => value === item.value);
    updateItem(db, ref, { ...item, action: found?.action ?? null, actedAt: found?.at ?? null, proof: null });
  }
}

/** A decision that stands is only marked as reviewed; one that was set aside or changed opens its case and its items again. */
function reviewed(db: Db, entry: EntryHead, raw: unknown): void {
  const { review, decision: seq, outcome, keeps, items } = raw as ReviewedBody;
  const ref = refOf(entry);
  // The case may have been reopened and decided anew meanwhile: then the review looked at what no longer counts.
  const isStill = readCaseFile(db, ref)?.decision?.seq === seq;
  if (isStill && outcome !== 'refused') {
    supersedeUnsent(db, ref, `reviewed:${entry.seq}`);
    returnItems(db, ref, items);
  }
  change(db, entry, (file) => {
    if (!isStill || file.decision === null) return file;
    const decision = { ...file.decision, reviews: [...(file.decision.reviews ?? []), { ref: review, outcome, at: entry.at }] };
    if (outcome === 'refused') return { ...file, decision };
    const { closed: _closed, voided: _voided, decided: _decided, ...moments } = file.moments;
    return { ...file, state: 'reopened', outcome: keeps ? outcome : null, decision: keeps ? decision : null, moments };
  });
}

/** What comes after a decision. */
export const decisionFolds: FoldMap = { 'case.decision-corrected': corrected, 'case.reviewed': reviewed };
