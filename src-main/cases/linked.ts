import type { Db } from '../../db/open.ts';
import type { CaseLink, LinkedCase, ReviewView } from './contract.ts';
import { type CaseFile, isOpen, reviewLinkOf } from './rules.ts';
import { decidersBefore } from './second.ts';
import { bodyOf, nameOf, readCaseFile } from './store.ts';

/** The cases a case is tied to, as far as it needs to know them; what is gone is left out. */
export function linkedCases(db: Db, { links }: Pick<CaseFile, 'links'>): LinkedCase[] {
  return links.flatMap((link) => {
    const other = readCaseFile(db, link.ref);
    if (!other) return [];
    const { kind, state, outcome, subject } = other;
    return [{ ...link, kind, state, outcome, subject, isOpen: isOpen(other) }];
  });
}

/** What the decision said that a review looks at, as it stands in the record; null where it has been purged. */
export function reviewedOutcome(db: Db, { decision }: CaseLink): string | null {
  const outcome = decision === undefined ? undefined : bodyOf(db, decision)?.['outcome'];
  return typeof outcome === 'string' ? outcome : null;
}

/** The decision that a review looks at, and who took it; null for a case that is no review. */
export function reviewOf(db: Db, file: CaseFile): ReviewView | null {
  const link = reviewLinkOf(file);
  if (!link) return null;
  const decidedAt = link.decision === undefined ? undefined : bodyOf(db, link.decision)?.['decidedAt'];
  return {
    of: link.ref,
    as: link.as,
    outcome: reviewedOutcome(db, link),
    decidedAt: typeof decidedAt === 'string' ? decidedAt : null,
    deciders: decidersBefore(db, file).map((id) => ({ id, name: nameOf(db, id) })),
  };
}
