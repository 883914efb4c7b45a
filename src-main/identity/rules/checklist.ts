import type { Authority } from '../../people/contract.ts';
import { authorityObstacle } from '../../people/rules.ts';
import type { Profile } from '../../platforms/contract.ts';
import { identityDocumentNames } from '../contract/words.ts';
import type {
  AcceptedDocument,
  Attempt,
  Checklist,
  ChecklistItem,
  ChecklistWarning,
  DocumentName,
  IdentityLevel,
  IdentityPolicy,
  RaiseReason,
} from '../contract.ts';

/** What of a profile the checklists read. */
export type PolicyOfPlatform = Pick<Profile, 'identityDocuments' | 'identityNote' | 'onBehalf' | 'minors'>;

/** Everything a checklist follows from. `today` is YYYY-MM-DD in IST. */
export interface ChecklistInput {
  policy: IdentityPolicy;
  platform: PolicyOfPlatform;
  kind: string;
  channel: string;
  /** Whether the request names somebody else for whom it is made. */
  isOnBehalf: boolean;
  /** Whether the person whose request it is is under 18. */
  isMinor: boolean;
  attempts: readonly Attempt[];
  authorities: readonly Authority[];
  today: string;
}

type KnownAttempt = Pick<Attempt, 'document' | 'method' | 'result' | 'isRight' | 'seq' | 'whose'>;

/** An attempt whose number or contact was right, or on which somebody was called verified, is evidence. */
function isEvidence({ result, isRight }: KnownAttempt): boolean {
  if (result === 'verified') return true;
  return result === 'insufficient' && isRight === true;
}

const contacts: DocumentName[] = ['mobile', 'email'];
const isContact = (attempt: KnownAttempt) => contacts.includes(attempt.document) || isContactMethod(attempt.method);

/** Whether a check compares contacts rather than papers, however somebody called it. */
export function isContactMethod(method: string): boolean {
  return /\b(?:contact|otp|one-time|call-?back)/i.test(method);
}

function applies(when: RaiseReason, input: ChecklistInput): boolean {
  if (when === 'minor') return input.isMinor;
  if (when === 'on-behalf') return input.isOnBehalf || input.authorities.length > 0;
  if (when === 'unregistered-channel') return input.policy.unregisteredChannels.includes(input.channel);
  return input.attempts.some(({ result }) => result === 'mismatch' || result === 'suspected-fraud');
}

interface Level {
  level: IdentityLevel;
  why: string[];
  isRaised: boolean;
}

function levelOf(input: ChecklistInput): Level {
  const rule = input.policy.kinds.find(({ kinds }) => kinds.includes(input.kind));
  const start: Level = { level: rule?.level ?? 'none', why: rule ? [rule.why] : [], isRaised: false };
  return input.policy.raises.reduce<Level>((known, raise) => {
    if (!raise.from.includes(known.level) || !applies(raise.when, input)) return known;
    return { level: raise.to, why: [...known.why, raise.why], isRaised: true };
  }, start);
}

/** Documents that differ: the same one twice is one. */
function documentsIn(input: ChecklistInput): { document: DocumentName; seq: number }[] {
  const found = input.attempts.filter((attempt) => isEvidence(attempt) && !isContact(attempt) && attempt.document !== 'authority');
  return found.filter((one, n) => found.findIndex((other) => other.document === one.document) === n);
}

function itemsOf(input: ChecklistInput, level: IdentityLevel): ChecklistItem[] {
  const needs = input.policy.levels[level];
  const contact = input.attempts.find((attempt) => isEvidence(attempt) && isContact(attempt));
  const documents = documentsIn(input);
  const second = documents.find(({ document }, n) => n > 0 || input.policy.secondChecks.includes(document));
  const first = documents.find((one) => one !== second);
  const inForce = input.authorities.find((one) => authorityObstacle(one, input.kind, input.today) === null);
  const done = (id: ChecklistItem['id'], seq: number | undefined): ChecklistItem => ({ id, isDone: seq !== undefined, by: seq ?? null });
  return [
    ...(needs?.contact ? [done('contact', contact?.seq ?? documents[0]?.seq)] : []),
    ...((needs?.documents ?? 0) > 0 ? [done('first-document', (first ?? (needs?.documents === 1 ? second : undefined))?.seq)] : []),
    ...((needs?.documents ?? 0) > 1 ? [done('second-document', second?.seq)] : []),
    ...(needs?.authority ? [done('authority', inForce ? seqOf(inForce.id) : undefined)] : []),
  ];
}

const seqOf = (id: string) => Number(id.slice(id.indexOf(':') + 1));

/** The documents that the platform's policy names, general words spelt out; or the desk's own list. */
export function acceptedDocuments({ policy, platform }: Pick<ChecklistInput, 'policy' | 'platform'>): AcceptedDocument[] {
  const named = platform.identityDocuments.flatMap(({ document, note, clause }) => {
    const all = [document, ...(policy.acceptedAs[document] ?? [])] as DocumentName[];
    return all.map((one): AcceptedDocument => ({ document: one, from: 'policy', note: note ?? null, clause }));
  });
  const known = named.filter((one, n) => named.findIndex((other) => other.document === one.document) === n);
  if (known.some(({ document }) => !contacts.includes(document))) return known;
  return [
    ...known,
    ...policy.defaultDocuments.map((document): AcceptedDocument => ({ document, from: 'default', note: null, clause: null })),
  ];
}

const texts: Record<ChecklistWarning, string> = {
  'default-documents': 'The policy of the platform names no document; the list is the desk’s own. Ask for no more than is needed.',
  'nobody-named-to-act': 'The policy names nobody who may act for another; the law still lets a guardian, a nominee or an heir do so.',
  'age-of-policy': 'The policy draws the line for children elsewhere than the law, which draws it at 18 (DPDP Act 2023, s.2(f)).',
  'authority-not-in-force': 'Somebody acts for another, and no authority that was recorded covers this request today.',
};

function warningsOf(input: ChecklistInput, level: IdentityLevel, accepted: AcceptedDocument[]): ChecklistWarning[] {
  const { platform, policy, authorities, kind, today } = input;
  const needs = policy.levels[level];
  const actsForAnother = needs?.authority === true;
  const age = platform.minors.underAge;
  const found: [ChecklistWarning, boolean][] = [
    ['default-documents', (needs?.documents ?? 0) > 0 && accepted.some(({ from }) => from === 'default')],
    ['nobody-named-to-act', actsForAnother && platform.onBehalf.length === 0],
    ['age-of-policy', actsForAnother && age !== null && age !== policy.majority.years],
    ['authority-not-in-force', authorities.length > 0 && !authorities.some((one) => authorityObstacle(one, kind, today) === null)],
  ];
  return found.filter(([, isFound]) => isFound).map(([code]) => code);
}

/**
 * What has to be known about who asks: from the kind of request, the platform's own policy and the risk; what is done of
 * it, and what is missing. Pure: the same input gives the same list.
 */
export function checklistFor(input: ChecklistInput): Checklist {
  const { level, why, isRaised } = levelOf(input);
  const items = itemsOf(input, level);
  const missing = items.filter(({ isDone }) => !isDone).map(({ id }) => id);
  const accepted = acceptedDocuments(input);
  return {
    version: input.policy.version,
    level,
    risk: isRaised ? 'high' : 'ordinary',
    why,
    items,
    missing,
    isComplete: missing.length === 0,
    accepted,
    policyNote: input.platform.identityNote,
    onBehalf: input.platform.onBehalf,
    warnings: warningsOf(input, level, accepted).map((code) => ({ code, text: texts[code] })),
  };
}

const aliases: Record<string, DocumentName> = {
  aadhar: 'aadhaar',
  adhaar: 'aadhaar',
  'passport-mrz': 'passport',
  epic: 'voter-id',
  voter: 'voter-id',
  'voter-card': 'voter-id',
  'driving-license': 'driving-licence',
  'driver-license': 'driving-licence',
  'drivers-license': 'driving-licence',
  dl: 'driving-licence',
  phone: 'mobile',
  mail: 'email',
  'e-mail': 'email',
  'power-of-attorney': 'authority',
  'video-call': 'video',
  notarised: 'notary',
};

/** The document that somebody named, by the name the desk gives it; `other` where it knows none of that name. */
export function documentOf(name: string): DocumentName {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return identityDocumentNames.find((one) => one === plain) ?? aliases[plain] ?? 'other';
}
