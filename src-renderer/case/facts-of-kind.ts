import { complaintKinds, rightsKinds } from '../../src-main/cases/contract/words.ts';
import type { CaseKind, Facts } from '../../src-main/cases/contract.ts';

export type FactName = keyof Facts;
export type FactSort = 'yes-no' | 'text' | 'instant' | 'category' | 'source';

export const factSorts: Record<FactName, FactSort> = {
  category: 'category',
  intimate: 'yes-no',
  removalSought: 'yes-no',
  aboutComplainant: 'yes-no',
  synthetic: 'yes-no',
  sexualAndChild: 'yes-no',
  copyrightNotice: 'yes-no',
  minor: 'yes-no',
  alsoUser: 'yes-no',
  reportable: 'yes-no',
  personalDataAffected: 'yes-no',
  noticedAt: 'instant',
  noticeToAppear: 'yes-no',
  discontinuedAt: 'instant',
  source: 'source',
  officerRank: 'text',
  inWriting: 'yes-no',
  reasoned: 'yes-no',
  legalBasis: 'yes-no',
  unlawfulAct: 'yes-no',
  urlsGiven: 'yes-no',
  authorised: 'yes-no',
  addressedToUs: 'yes-no',
  purposeStated: 'yes-no',
  instrument: 'text',
  respondBy: 'instant',
};

const content: FactName[] = ['intimate', 'sexualAndChild', 'removalSought', 'category', 'aboutComplainant', 'synthetic', 'copyrightNotice'];
const instrument: FactName[] = ['instrument', 'source', 'officerRank', 'respondBy'];
const own: FactName[] = ['instrument', 'respondBy'];

const byKind: Partial<Record<CaseKind, FactName[]>> = {
  content,
  'private-legal-notice': [...content, 'instrument', 'respondBy'],
  consumer: ['alsoUser'],
  'security-report': ['reportable', 'personalDataAffected', 'noticedAt'],
  breach: ['personalDataAffected', 'noticedAt', 'reportable'],
  'child-account': ['sexualAndChild'],
  'removal-order': [...instrument, 'inWriting', 'reasoned', 'legalBasis', 'unlawfulAct', 'urlsGiven', 'authorised', 'addressedToUs'],
  'information-order': [...instrument, 'inWriting', 'purposeStated', 'authorised', 'addressedToUs'],
  'blocking-direction': [...instrument, 'noticeToAppear'],
  'interception-direction': [...instrument, 'discontinuedAt'],
  'originator-order': instrument,
  'court-summons': instrument,
  'preservation-request': instrument,
  'emergency-request': instrument,
  'foreign-request': instrument,
  'board-notice': own,
  'appellate-order': own,
  'appeal-reply': own,
};

const ofPersons: readonly string[] = ['unsorted', ...complaintKinds, ...rightsKinds];

/** Whether it is asked if the person is under 18: where a person brings her own matter. */
export function mayBeMinor(kind: CaseKind): boolean {
  return ofPersons.includes(kind);
}

/** The facts that bring or withdraw clocks of a kind (law.md 2.3), in the order of asking. */
export function factsOfKind(kind: CaseKind): FactName[] {
  const known = byKind[kind] ?? [];
  return mayBeMinor(kind) ? [...known, 'minor'] : known;
}

/** Of all that is known, what belongs to a kind and is known. */
export function keptFacts(kind: CaseKind, facts: Facts): Facts {
  const names = new Set(factsOfKind(kind));
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => names.has(name as FactName) && value !== undefined && value !== ''),
  ) as Facts;
}
