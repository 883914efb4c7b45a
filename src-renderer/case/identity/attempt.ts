import type { ActInput, CaseClock, CaseView } from '../../../src-main/cases/contract.ts';
import type { AttemptCheck, AttemptResult, Checklist, ChecklistItemId, DocumentName, IdType } from '../../../src-main/identity/contract.ts';
import { contactKey, contactMatches } from '../../../src-main/identity/rules/contact.ts';
import { maskContact, maskTail } from '../../../src-main/identity/rules/mask.ts';
import { isMinor } from '../../../src-main/identity/rules/mrz.ts';
import { checkId } from '../../../src-main/identity/rules.ts';
import type { Authority } from '../../../src-main/people/contract.ts';
import { authorityObstacle } from '../../../src-main/people/rules.ts';
import { inOrder, isOverdue } from '../../queue/due.ts';
import { parseDay } from '../../ui/ist.ts';

export const methods = ['contact-match', 'document', 'video', 'notary', 'authority', 'other'] as const;
export type Method = (typeof methods)[number];

/** An attempt while it is filled in. The number goes with the form: all but it is kept as a draft (`keptAttempt`). */
export interface AttemptForm {
  whose: 'complainant' | 'representative';
  method: Method;
  /** How it was checked, in words, where `method` is `other`. */
  otherMethod: string;
  document: DocumentName | '';
  value: string;
  /** dd-MM-yyyy, as typed. */
  expiresOn: string;
  bornOn: string;
  authority: string;
  evidence: string;
  result: AttemptResult | '';
  reason: string;
}

/** What of an attempt, or of a change to it, may be kept as a draft: all but the number. */
export function keptAttempt<T extends Partial<AttemptForm>>({ value: _number, ...kept }: T): Omit<T, 'value'> {
  return kept;
}

/** What the fields are judged by. Days are YYYY-MM-DD in IST. */
export interface AttemptContext {
  kind: string;
  requester: { email?: string | undefined; phone?: string | undefined };
  receivedOn: string;
  today: string;
  authorities: readonly Authority[];
}

const methodFor: Partial<Record<ChecklistItemId, Method>> = { contact: 'contact-match', authority: 'authority' };

/** An attempt at what the checklist lacks first. */
export function firstAttempt({ missing, accepted }: Checklist, authorities: readonly Pick<Authority, 'id' | 'endedOn'>[]): AttemptForm {
  const [lacking] = missing;
  const open = authorities.filter(({ endedOn }) => endedOn === null);
  const wanted = (lacking && methodFor[lacking]) ?? 'document';
  const [only] = paperNames(accepted.map(({ document }) => document));
  return {
    whose: 'complainant',
    method: wanted === 'authority' && open.length === 0 ? 'document' : wanted,
    otherMethod: '',
    document: accepted.length === 1 && only ? only : '',
    value: '',
    expiresOn: '',
    bornOn: '',
    authority: open.length === 1 ? (open[0]?.id ?? '') : '',
    evidence: '',
    result: '',
    reason: '',
  };
}

const noPapers: readonly DocumentName[] = ['mobile', 'email', 'video', 'notary', 'authority'];

/** The names that are papers somebody shows, each once. */
export function paperNames(names: readonly DocumentName[]): DocumentName[] {
  return [...new Set(names)].filter((name) => !noPapers.includes(name));
}

const types: Partial<Record<DocumentName, IdType>> = {
  aadhaar: 'aadhaar',
  pan: 'pan',
  'voter-id': 'epic',
  'driving-licence': 'driving-licence',
};

const plain = (value: string) => value.replace(/\s/g, '');
const unknown = (value: string): AttemptCheck => ({ masked: maskTail(plain(value)), isRight: null, reason: '', facts: {} });

function checkContact(value: string, requester: AttemptContext['requester']): AttemptCheck {
  const isContact = contactKey(value) !== null;
  return { masked: maskContact(value), isRight: isContact ? contactMatches(value, requester) : false, reason: '', facts: {} };
}

function checkNumber(type: IdType, value: string, today: string): AttemptCheck {
  const { ok, ...rest } = checkId(type, value, today);
  return { ...rest, isRight: ok };
}

/** What the number says of itself while it is typed: masked, and whether form and check digits are right. Null while empty. */
export function typedCheck({ method, document, value }: AttemptForm, { requester, today }: AttemptContext): AttemptCheck | null {
  if (value.trim() === '') return null;
  if (method === 'contact-match') return checkContact(value, requester);
  if (method !== 'document') return unknown(value);
  if (document === 'passport' && (value.includes('<') || plain(value).length > 20)) return checkNumber('passport-mrz', value, today);
  const type = document === '' ? undefined : types[document];
  return type ? checkNumber(type, value, today) : unknown(value);
}

export type ProblemCode = 'required' | 'not-day' | 'wrong' | 'expired' | 'minor' | 'minor-acts';
export type Problems = Partial<Record<keyof AttemptForm, ProblemCode>>;

/** A document that has expired, said at the field that tells it. */
function expiryProblem(form: AttemptForm, check: AttemptCheck | null, { today }: AttemptContext): Problems {
  const typed = parseDay(form.expiresOn);
  const day = check?.facts.expiresOn ?? typed;
  if (!day || day >= today) return {};
  return check?.facts.expiresOn ? { value: 'expired' } : { expiresOn: 'expired' };
}

function minorProblem(form: AttemptForm, check: AttemptCheck | null, context: AttemptContext): Problems {
  const day = check?.facts.bornOn ?? parseDay(form.bornOn);
  if (!day || !isMinor(day, context.receivedOn)) return {};
  const field = check?.facts.bornOn ? 'value' : 'bornOn';
  if (form.whose === 'representative') return { [field]: 'minor-acts' };
  const isActedFor = context.authorities.some(
    (one) => ['guardian', 'parent'].includes(one.type) && authorityObstacle(one, context.kind, context.today) === null,
  );
  return isActedFor ? {} : { [field]: 'minor' };
}

/** What the fields themselves show to be wrong, whatever the result; only a verdict of `verified` is stopped by it. */
export function shownProblems(form: AttemptForm, context: AttemptContext): Problems {
  const check = typedCheck(form, context);
  const isUnread = (text: string) => text.trim() !== '' && parseDay(text) === null;
  return {
    ...(form.result === 'verified' && check?.isRight === false ? { value: 'wrong' } : {}),
    ...minorProblem(form, check, context),
    ...expiryProblem(form, check, context),
    ...(isUnread(form.expiresOn) ? { expiresOn: 'not-day' } : {}),
    ...(isUnread(form.bornOn) ? { bornOn: 'not-day' } : {}),
  };
}

function missingParts({ method, otherMethod, document, authority, result, reason }: AttemptForm): Problems {
  const needed: [keyof AttemptForm, boolean][] = [
    ['otherMethod', method === 'other' && otherMethod.trim() === ''],
    ['document', method === 'document' && document === ''],
    ['authority', method === 'authority' && authority === ''],
    ['result', result === ''],
    ['reason', result !== '' && result !== 'verified' && reason.trim() === ''],
  ];
  return Object.fromEntries(needed.filter(([, isMissing]) => isMissing).map(([field]) => [field, 'required']));
}

/** Why the form may not be sent: empty when it may. */
export function stoppingProblems(form: AttemptForm, context: AttemptContext): Problems {
  const shown = Object.entries(shownProblems(form, context)).filter(([, code]) => code === 'not-day' || form.result === 'verified');
  return { ...missingParts(form), ...(Object.fromEntries(shown) as Problems) };
}

const given = (text: string) => text.trim() || undefined;

/** The act's input; what does not belong to the method is left out. */
export function sentAttempt(form: AttemptForm): ActInput<'verify-identity'> {
  const isPaper = form.method === 'document';
  const sent = {
    method: form.method === 'other' ? form.otherMethod.trim() : form.method,
    document: isPaper ? form.document || undefined : undefined,
    value: isPaper || form.method === 'contact-match' ? given(form.value) : undefined,
    whose: form.whose,
    expiresOn: isPaper ? (parseDay(form.expiresOn) ?? undefined) : undefined,
    bornOn: isPaper ? (parseDay(form.bornOn) ?? undefined) : undefined,
    authority: form.method === 'authority' ? given(form.authority) : undefined,
    evidence: given(form.evidence),
    result: form.result as AttemptResult,
    reason: given(form.reason),
  };
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as ActInput<'verify-identity'>;
}

const unsettled = ['pending', 'insufficient', 'mismatch', 'suspected-fraud'];

/** Whether who asks is still to be settled before the case is decided. */
export function isUnsettled({ identity, state }: Pick<CaseView, 'identity' | 'state'>): boolean {
  return unsettled.includes(identity) && state !== 'decided' && state !== 'closed';
}

/** The clock by which the case is to be decided: the first limit of law that no acknowledgement stops. */
export function clockToDecide({ clocks }: Pick<CaseView, 'clocks'>): CaseClock | undefined {
  const limits = clocks.filter((clock) => clock.sense === 'max' && clock.due !== null && (clock.status === 'running' || isOverdue(clock)));
  return inOrder(limits).find(({ rule }) => !/-ACK\b/.test(rule));
}
