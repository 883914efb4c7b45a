import type { CaseKind, Facts } from '../../src-main/cases/contract.ts';

export const urgencies = ['no', 'intimate', 'child', 'threat'] as const;
export type Urgency = (typeof urgencies)[number];

/**
 * What the first question settles. "No" is an answer too: it says that no intimate image is meant. A threat to somebody asks for
 * the fast removal of content; which rule it breaks is for triage to say.
 */
export function factsOfUrgency(urgency: Urgency | ''): Facts {
  switch (urgency) {
    case 'intimate':
      return { intimate: true, removalSought: true, category: 'obscene-or-invasive' };
    case 'child':
      return { sexualAndChild: true, removalSought: true, category: 'harmful-to-child' };
    case 'threat':
      return { removalSought: true };
    case 'no':
      return { intimate: false };
    default:
      return {};
  }
}

/** Something urgent is about content, unless a person has already said what it is. */
export function kindOfUrgency(urgency: Urgency, kind: CaseKind): CaseKind {
  return urgency !== 'no' && kind === 'unsorted' ? 'content' : kind;
}

/** The answer to the first question that a suggestion taken stands for; nothing where it says nothing of hours. */
export function urgencyOf({ intimate, sexualAndChild }: Facts): { urgency?: Urgency } {
  if (sexualAndChild) return { urgency: 'child' };
  return intimate ? { urgency: 'intimate' } : {};
}
