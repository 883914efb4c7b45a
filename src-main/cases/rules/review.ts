import { badInput, Fault } from '../../desk/faults.ts';
import type { ActInput } from '../contract/acts.ts';
import type { NewCase } from '../contract/new-case.ts';
import type { CaseItem, CaseLink } from '../contract/views.ts';
import { requestKinds, reviewOutcomes } from '../contract/words.ts';
import { type CaseFile, reviewLinkOf } from './file.ts';
import { checkReceipt } from './receipt.ts';
import { checkWhen } from './when.ts';

/** Kinds whose decision a complainant may have reviewed by asking again. */
const asked: readonly string[] = requestKinds;

/** Whether the decision of a case can be looked at again: it was told to somebody. */
export function isReviewable({ decision }: Pick<CaseFile, 'decision'>): boolean {
  return decision !== null && decision.sentAt !== null;
}

const linkOf: Record<ActInput<'request-review'>['by'], string> = {
  complainant: 'review-of',
  'affected-user': 'dispute-of',
  desk: 'own-review-of',
};

interface ReviewStanding {
  file: CaseFile;
  items: readonly CaseItem[];
  now: string;
}

/** What a matter is called to somebody who must not learn who complained, or in which words: her own content. */
export function neutralSubject({ platform }: Pick<CaseFile, 'platform'>, items: readonly { value: string }[]): string {
  return (items[0]?.value ?? platform).slice(0, 300);
}

/** A case to open beside another one: what it is received with, and how the two are tied. */
export interface LinkedReceipt {
  input: NewCase;
  link: CaseLink;
  /** What the other case says of this one. */
  back: string;
  /** Whose record it hangs on, where it is the same person. */
  isSamePerson: boolean;
}

function checkRequest({ file, now }: ReviewStanding, input: ActInput<'request-review'>): void {
  if (!isReviewable(file)) throw new Fault('refused', 'Only a decision that was sent can be reviewed.');
  const isAsked = input.by !== 'desk';
  if (isAsked && input.receivedAt === undefined) throw badInput('receivedAt', 'is missing');
  if (isAsked && input.channel === undefined) throw badInput('channel', 'is missing');
  if (!isAsked && input.receivedAt !== undefined) throw badInput('receivedAt', 'belongs to a request that somebody made');
  if (input.by === 'complainant' && !asked.includes(file.kind))
    throw badInput('by', 'names nobody who could ask here: the desk itself may review this decision');
  if (input.by !== 'affected-user' && input.person) throw badInput('person', 'belongs to a review that the affected user asks for');
  if (input.by === 'affected-user' && !Object.values(input.person ?? {}).some(Boolean))
    throw badInput('person', 'is missing: say who asks');
  checkWhen({ file, now }, 'receivedAt', input.receivedAt);
  if (input.receivedAt !== undefined) checkReceipt({ receivedAt: input.receivedAt, lateReason: input.lateReason }, now);
}

/**
 * The case that a request for a review opens. Who complained asks under the kind of her first request, with its facts; whose
 * content it is about asks for reinstatement; the desk looks again without a receipt of law. Faults: refused, bad-input.
 */
export function planReview(standing: ReviewStanding, input: ActInput<'request-review'>): LinkedReceipt {
  checkRequest(standing, input);
  const { file, items, now } = standing;
  const isOther = input.by === 'affected-user';
  return {
    input: {
      platform: file.platform,
      kind: isOther ? 'reinstatement' : file.kind,
      receivedAt: input.receivedAt ?? now,
      ...(input.lateReason ? { lateReason: input.lateReason } : {}),
      channel: input.channel ?? file.channel,
      complainant: isOther ? input.person : file.complainant,
      ...(file.onBehalfOf && !isOther ? { onBehalfOf: file.onBehalfOf } : {}),
      subject: isOther ? neutralSubject(file, items) : file.subject,
      text: input.text,
      facts: isOther ? {} : file.facts,
      items: items.map(({ type, value }) => ({ type: type as 'url', value })),
    },
    link: { ref: file.ref, as: linkOf[input.by], decision: file.decision?.seq ?? 0, own: true },
    back: 'reviewed-by',
    isSamePerson: !isOther,
  };
}

/**
 * What an outcome does with what was asked for: a review that sets a refusal aside grants it, one that sets a grant aside takes it
 * back. `reviewed` is the outcome of the decision looked at, or null where it is not known.
 */
export function effectOf(outcome: string, reviewed: string | null): string {
  if (outcome !== 'overturned' && outcome !== 'varied') return outcome;
  const granted = ['upheld', 'partly-upheld', 'complied', 'partly-complied'];
  return reviewed !== null && granted.includes(reviewed) ? 'refused' : 'upheld';
}

/** What a decided review does to the case whose decision it looked at; null where it says nothing of the decision. */
export function planReviewed(review: CaseFile, outcome: string, items: readonly { value: string; action: string; at: string }[]) {
  const link = reviewLinkOf(review);
  if (!link || !(reviewOutcomes as readonly string[]).includes(outcome)) return null;
  const isTold = link.as !== 'dispute-of';
  return {
    kind: 'case.reviewed',
    of: link.ref,
    body: { review: review.ref, decision: link.decision ?? 0, outcome, keeps: isTold, items: [...items] },
  };
}
