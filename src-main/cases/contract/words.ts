/** The fixed words of the desk (identifiers are final; labels are translated in the window). */
export const platforms = ['cocial', 'socnect', 'instaconnect', 'alokin', 'nojoto'] as const;

export const complaintKinds = ['content', 'account', 'reinstatement', 'processing-complaint', 'consumer', 'security-report'] as const;
export const rightsKinds = [
  'access',
  'recipients',
  'correction',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'withdraw-consent',
  'marketing-opt-out',
  'deactivate',
  'reactivate',
  'delete-account',
  'nominate',
  'child-account',
] as const;
export const governmentKinds = [
  'removal-order',
  'information-order',
  'blocking-direction',
  'interception-direction',
  'originator-order',
  'preservation-request',
  'court-summons',
  'emergency-request',
  'foreign-request',
  'private-legal-notice',
  'board-notice',
  'appellate-order',
] as const;
export const ownDutyKinds = ['appeal-reply', 'breach', 'voluntary-removal', 'user-notice', 'periodic-notice', 'compliance-report'] as const;
/** Kinds in which a person asks something for herself, and may ask again. */
export const requestKinds = [...complaintKinds, ...rightsKinds, 'private-legal-notice'] as const;
export const caseKinds = ['unsorted', ...complaintKinds, ...rightsKinds, ...governmentKinds, ...ownDutyKinds] as const;

export const channels = ['email', 'post', 'phone', 'form', 'in-app', 'portal', 'sahyog', 'walk-in', 'hand'] as const;
export const caseStates = ['received', 'acknowledged', 'under-review', 'decided', 'closed', 'reopened'] as const;
export const identityStates = ['not-needed', 'pending', 'verified', 'insufficient', 'mismatch', 'suspected-fraud'] as const;
export const outcomes = [
  'upheld',
  'partly-upheld',
  'refused',
  'not-held',
  'redirected',
  'complied',
  'partly-complied',
  'challenged',
  'referred',
  'withdrawn',
  'duplicate',
  'vexatious',
  'overturned',
  'varied',
  'void',
] as const;
/** Rule 3(1)(b) of the IT Rules 2021, by name: the sub-clause numbers changed in 2023. */
export const contentCategories = [
  'ownership',
  'obscene-or-invasive',
  'harmful-to-child',
  'intellectual-property',
  'misleading',
  'impersonation',
  'national-security',
  'malware',
  'unverified-game',
  'game-promotion',
  'other-law',
] as const;
export const itemTypes = ['url', 'account', 'post'] as const;

/** The letters that tell a decision: `decision` for any, the others for what the workflow of the request came to. */
export const decisionTemplates = [
  'decision',
  'access-answer',
  'correction-done',
  'erasure-confirmation',
  'refusal',
  'redirect',
  'review-decision',
  'appeal-reply',
  'uploader-notice',
] as const;
/** Letters that may still leave once the case is closed, because they are about what came after its decision. */
export const lateTemplates = ['corrigendum', 'consent-request', 'erasure-certificate'] as const;
export type LateTemplate = (typeof lateTemplates)[number];
/** Letters to the authority behind an order; none of them tells the decision. */
export const orderTemplates = [
  'preservation-notice',
  'evidence-certificate',
  'order-query',
  'order-narrowing',
  'order-refusal',
  'order-challenge',
  'production-cover',
  'order-withdrawal',
  'child-report',
] as const;
/** What a case may be told by letter. */
export const letterTemplates = [
  'acknowledgement',
  'missing-details',
  'identity-request',
  ...decisionTemplates,
  ...lateTemplates,
  ...orderTemplates,
] as const;

/** Whether a letter of this template tells the decision, so that its dispatch ends the duty to decide. */
export function isDecisionLetter(template: string): boolean {
  return (decisionTemplates as readonly string[]).includes(template);
}

/** What of a decision a corrigendum puts right; its outcome is changed by a review alone. */
export const correctedParts = ['reasons', 'ground', 'clause', 'items', 'person', 'date', 'other'] as const;

/** What a person may say that two cases are to each other; the other side says the inverse. */
export const linkSorts = ['duplicate-of', 'appeal-of', 'review-of', 'related', 'same-accused'] as const;
/** Ties that say nothing of how far the other case has come: closing one side waits for nothing. */
export const looseLinks = ['related', 'same-accused', 'continues', 'continued-by'] as const;
/** Links that stand between a review and the case whose decision it looks at again. */
export const reviewLinks = ['review-of', 'dispute-of', 'own-review-of'] as const;
/** Who asks that a decision be looked at again: whoever complained, whose content it is about, or the desk itself. */
export const reviewAskers = ['complainant', 'affected-user', 'desk'] as const;
/** What a review comes to: the decision stands, is set aside, or is changed in part. */
export const reviewOutcomes = ['refused', 'overturned', 'varied'] as const;

/** What the Committee's order does with the desk's decision. */
export const appealResults = ['affirmed', 'set-aside', 'varied', 'directed'] as const;
/** What is done about telling the user whose content was removed. */
export const uploaderChoices = ['send', 'not-required', 'withheld'] as const;

/** Why a clock of law was missed; `other` needs words. */
export const delayCodes = [
  'volume',
  'found-late',
  'awaiting-complainant',
  'awaiting-operations',
  'legal-opinion',
  'identity',
  'technical',
  'absence',
  'other',
] as const;

export type Platform = (typeof platforms)[number];
export type CaseKind = (typeof caseKinds)[number];
export type Channel = (typeof channels)[number];
export type CaseState = (typeof caseStates)[number];
export type IdentityState = (typeof identityStates)[number];
export type Outcome = (typeof outcomes)[number];
export type ContentCategory = (typeof contentCategories)[number];
export type DelayCode = (typeof delayCodes)[number];
export type LinkSort = (typeof linkSorts)[number];
export type AppealResult = (typeof appealResults)[number];
export type UploaderChoice = (typeof uploaderChoices)[number];
export type ReviewAsker = (typeof reviewAskers)[number];
export type CorrectedPart = (typeof correctedParts)[number];
