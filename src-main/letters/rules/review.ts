import type { CaseView } from '../../cases/contract.ts';
import type { CaseFile } from '../../cases/rules.ts';
import type { LetterFields, LetterLanguage } from '../contract.ts';
import { formatDateIst, formatInstantIst } from './format.ts';

const results: Record<LetterLanguage, Record<string, string>> = {
  en: {
    refused: 'The earlier decision stands',
    overturned: 'The earlier decision is set aside',
    varied: 'The earlier decision is changed in part',
  },
  hi: {
    refused: 'पहले का निर्णय यथावत रहता है',
    overturned: 'पहले का निर्णय निरस्त किया जाता है',
    varied: 'पहले का निर्णय अंशतः बदला जाता है',
  },
};

const other: Record<LetterLanguage, string> = {
  en: 'The review was decided by an officer who did not take that decision.',
  hi: 'समीक्षा का निर्णय ऐसे अधिकारी ने लिया है जिसने पहले का निर्णय नहीं लिया था।',
};

type ReviewFields = Pick<
  LetterFields,
  'reviewAskedAt' | 'reviewedOn' | 'reviewedTicket' | 'reviewedOutcome' | 'reviewResult' | 'reviewedByOther'
>;

/**
 * What a letter says of the decision that was looked at again. The ticket of somebody else's complaint is not told to the user whose
 * content it was about. Nothing for a case that is no review.
 */
export function reviewFields(
  file: CaseFile,
  review: CaseView['review'],
  { language, outcomes }: { language: LetterLanguage; outcomes: Record<string, string> },
): ReviewFields {
  if (review === null) return {};
  const { outcome, by } = file.decision ?? {};
  const isOther = by !== undefined && !review.deciders.some(({ id }) => id === by);
  return {
    reviewAskedAt: review.as === 'own-review-of' ? undefined : formatInstantIst(file.receivedAt),
    reviewedOn: review.decidedAt === null ? undefined : formatDateIst(review.decidedAt),
    reviewedTicket: review.as === 'dispute-of' ? undefined : review.of,
    reviewedOutcome: review.outcome === null || review.as === 'dispute-of' ? undefined : outcomes[review.outcome],
    reviewResult: outcome === undefined ? undefined : (results[language][outcome] ?? outcomes[outcome]),
    reviewedByOther: isOther ? other[language] : undefined,
  };
}

const positions: Record<LetterLanguage, Record<string, string>> = {
  en: {
    challenged: 'The appeal is contested: the decision stands',
    complied: 'What the appeal asks for is done',
    overturned: 'We set the decision aside',
    varied: 'We change the decision in part',
    withdrawn: 'The appeal was withdrawn',
  },
  hi: {
    challenged: 'अपील का विरोध किया जाता है: निर्णय यथावत है',
    complied: 'अपील में जो माँगा गया वह कर दिया गया',
    overturned: 'हम निर्णय निरस्त करते हैं',
    varied: 'हम निर्णय अंशतः बदलते हैं',
    withdrawn: 'अपील वापस ली गई',
  },
};

/** What the desk says to the Committee by the outcome of its reply; undefined before it is decided. */
export function positionLabel({ decision }: Pick<CaseFile, 'decision'>, language: LetterLanguage): string | undefined {
  return decision ? positions[language][decision.outcome] : undefined;
}
