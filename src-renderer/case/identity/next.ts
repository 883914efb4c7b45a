import type { ChecklistItemId, IdentityView } from '../../../src-main/identity/contract.ts';

/** The one next step at knowing who asks; null where nothing is missing. */
export function nextOf({ checklist, state }: Pick<IdentityView, 'checklist' | 'state'>): ChecklistItemId | 'doubt' | 'record' | null {
  if (state === 'verified' || state === 'not-needed') return null;
  // Who acts is settled first: papers of somebody without authority help nobody.
  if (checklist.missing.includes('authority')) return 'authority';
  const [first] = checklist.missing;
  if (first) return first;
  if (state === 'mismatch' || state === 'suspected-fraud') return 'doubt';
  return 'record';
}
