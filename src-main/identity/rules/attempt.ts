import { badInput, Fault } from '../../desk/faults.ts';
import { authorityObstacle } from '../../people/rules.ts';
import type { Attempt, AttemptCheck, AttemptResult, ChecklistItemId, DocumentName, IdType } from '../contract.ts';
import { checkId } from './check.ts';
import { type ChecklistInput, checklistFor, documentOf, isContactMethod } from './checklist.ts';
import { contactKey, contactMatches } from './contact.ts';
import { compact } from './digits.ts';
import { maskAadhaarIn } from './find.ts';
import { maskContact, maskTail } from './mask.ts';
import { forReaders, isMinor } from './mrz.ts';

/** What an officer says of a check, as the act brings it. Days are YYYY-MM-DD. */
export interface AttemptInput {
  method: string;
  document?: string | undefined;
  value?: string | undefined;
  whose?: 'complainant' | 'representative' | undefined;
  expiresOn?: string | undefined;
  bornOn?: string | undefined;
  authority?: string | undefined;
  evidence?: string | undefined;
  result: AttemptResult;
  reason?: string | undefined;
}

/** What an attempt is judged by: the checklist's input, the request's own contacts, and the day it was received (IST). */
export interface AttemptContext extends ChecklistInput {
  requester: { email?: string | undefined; phone?: string | undefined };
  receivedOn: string;
  /** The attachments of the case that may be named as evidence. */
  attachments: readonly string[];
}

/** What is written down of an attempt: the record never sees the number. */
export type AttemptBody = Omit<Attempt, 'seq' | 'at' | 'by'>;

const typesByDocument: Partial<Record<DocumentName, IdType>> = {
  aadhaar: 'aadhaar',
  pan: 'pan',
  'voter-id': 'epic',
  'driving-licence': 'driving-licence',
};
const nothingToCheck: AttemptCheck = { masked: '', reason: '', facts: {}, isRight: null };

function checkPassport(value: string, today: string): AttemptCheck {
  const isZone = value.includes('<') || compact(value).length > 20;
  if (isZone) {
    const { ok, ...check } = checkId('passport-mrz', value, today);
    return { ...check, isRight: ok };
  }
  const isNumber = /^[A-Z0-9]{6,9}$/.test(compact(value));
  const reason = isNumber
    ? 'Only the form of the number was checked: type the two lines of the zone to check its digits.'
    : 'This is no passport number.';
  return { masked: maskTail(compact(value)), facts: {}, reason, isRight: isNumber };
}

function checkContact(value: string, { requester }: AttemptContext): AttemptCheck {
  const masked = maskContact(value);
  if (contactKey(value) === null)
    return { masked, facts: {}, isRight: false, reason: 'This is neither a phone number nor an e-mail address.' };
  const isSame = contactMatches(value, requester);
  const reason =
    isSame === null
      ? 'The request brought no contact of this sort, so that there is nothing to compare.'
      : isSame
        ? 'The registered contact is the one the request came from.'
        : 'The registered contact is not the one the request came from.';
  return { masked, facts: {}, isRight: isSame, reason };
}

function isMaskedAadhaar(value: string): boolean {
  return /^[X*]{8}\d{4}$/.test(compact(value));
}

function checkValue(document: DocumentName, value: string, context: AttemptContext): AttemptCheck {
  if (document === 'mobile' || document === 'email') return checkContact(value, context);
  if (document === 'passport') return checkPassport(value, context.today);
  if (document === 'aadhaar' && isMaskedAadhaar(value))
    return { masked: `XXXX XXXX ${compact(value).slice(-4)}`, facts: {}, isRight: null, reason: 'The number was masked already.' };
  const type = typesByDocument[document];
  if (!type)
    return { masked: maskTail(compact(value)), facts: {}, isRight: null, reason: 'Numbers of this sort have no form that can be checked.' };
  const { ok, ...check } = checkId(type, value, context.today);
  return { ...check, isRight: ok };
}

/** A virtual ID is neither asked for nor kept, whatever document it is given for. */
function refuseVirtualId(value: string | undefined): void {
  const digits = compact(value ?? '');
  if (/^\d{16}$/.test(digits) && /virtual ID/.test(checkId('aadhaar', digits, '9999-12-31').reason))
    throw badInput(
      'value',
      'is a virtual ID, which stands for an Aadhaar number and is not kept; record the last four digits of the number itself',
    );
}

function refuseExpired(input: AttemptInput, check: AttemptCheck, { today }: AttemptContext): void {
  const found = check.facts.expiresOn ?? input.expiresOn;
  if (found === undefined || found >= today) return;
  throw badInput(
    input.expiresOn === undefined ? 'value' : 'expiresOn',
    `the document expired on ${forReaders(found)}: nobody is verified by it`,
  );
}

function refuseMinor(input: AttemptInput, check: AttemptCheck, context: AttemptContext): void {
  const born = check.facts.bornOn ?? input.bornOn;
  if (born === undefined || !isMinor(born, context.receivedOn)) return;
  const field = input.bornOn === undefined ? 'value' : 'bornOn';
  if (input.whose === 'representative') throw badInput(field, 'the document is of a person under 18, who cannot act for another');
  const isActedFor = context.authorities.some(
    (one) => ['guardian', 'parent'].includes(one.type) && authorityObstacle(one, context.kind, context.today) === null,
  );
  if (!isActedFor)
    throw badInput(
      field,
      'the document is of a person under 18: a parent or guardian acts for a child, and that authority is to be recorded first',
    );
}

function refuseAuthority(input: AttemptInput, context: AttemptContext): void {
  if (input.authority === undefined) return;
  const authority = context.authorities.find(({ id }) => id === input.authority);
  if (!authority) throw badInput('authority', 'is not an authority recorded for this case');
  const obstacle = authorityObstacle(authority, context.kind, context.today);
  if (obstacle && input.result === 'verified') throw badInput('authority', obstacle);
}

/** What would make calling somebody verified wrong, whatever the officer's reasons. */
function refuseWrongVerdict(input: AttemptInput, check: AttemptCheck, context: AttemptContext): void {
  if (input.result !== 'verified') return;
  if (check.isRight === false) throw badInput('value', `${check.reason} Record the result as insufficient or mismatch.`);
  refuseExpired(input, check, context);
  refuseMinor(input, check, context);
  if (context.authorities.length > 0 && !context.authorities.some((one) => authorityObstacle(one, context.kind, context.today) === null)) {
    const [first] = context.authorities;
    throw badInput('authority', first ? (authorityObstacle(first, context.kind, context.today) ?? '') : '');
  }
}

function lackingAfter(input: AttemptInput, document: DocumentName, isRight: boolean | null, context: AttemptContext): ChecklistItemId[] {
  if (input.result !== 'verified') return [];
  const { method, result, whose = 'complainant' } = input;
  const made = { method, document, result, isRight, whose, seq: 0 } as Attempt;
  return checklistFor({ ...context, attempts: [...context.attempts, made] }).missing;
}

const words: Record<ChecklistItemId, string> = {
  contact: 'a match of contacts',
  'first-document': 'a document',
  'second-document': 'a second document or check',
  authority: 'an authority in force',
};

/** What an attempt is about where it names no document. */
function documentMeant({ method, authority }: AttemptInput, value: string): string {
  if (authority !== undefined) return 'authority';
  if (!isContactMethod(method)) return method;
  return value.includes('@') ? 'email' : 'mobile';
}

/** A result that is not plain from the checklist needs its reason. */
function refuseWithoutReason({ reason, result }: AttemptInput, lacking: ChecklistItemId[]): void {
  if (reason?.trim()) return;
  if (result !== 'verified') throw badInput('reason', 'is empty: say why');
  if (lacking.length > 0)
    throw badInput('reason', `the checklist still lacks ${lacking.map((id) => words[id]).join(' and ')}: say why this is enough`);
}

/**
 * What an attempt writes into the record, with its number masked. Faults: bad-input naming the field (a wrong number, an
 * expired document, a minor's, a virtual ID, an authority outside its scope or date, no reason); refused for evidence of
 * another case.
 */
export function planAttempt(input: AttemptInput, context: AttemptContext): AttemptBody {
  refuseVirtualId(input.value);
  const value = input.value?.trim() ?? '';
  const document = documentOf(input.document ?? documentMeant(input, value));
  const check = value === '' ? nothingToCheck : checkValue(document, value, context);
  if (input.evidence !== undefined && !context.attachments.includes(input.evidence))
    throw new Fault('refused', 'The evidence named is not among the files of this case.');
  refuseAuthority(input, context);
  refuseWrongVerdict(input, check, context);
  const lacking = lackingAfter(input, document, check.isRight, context);
  refuseWithoutReason(input, lacking);
  return {
    method: input.method,
    document,
    documentNamed: document === 'other' ? maskAadhaarIn(input.document ?? input.method).text : null,
    whose: input.whose ?? 'complainant',
    masked: value === '' ? null : check.masked,
    isRight: check.isRight,
    reasonOfCheck: value === '' ? null : check.reason,
    result: input.result,
    reason: input.reason?.trim() || null,
    lacking,
    policy: context.policy.version,
    evidence: input.evidence ?? null,
    authority: input.authority ?? null,
  };
}
