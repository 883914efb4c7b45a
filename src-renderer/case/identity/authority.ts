import type { ActInput, CaseKind, CaseView } from '../../../src-main/cases/contract.ts';
import type { Authority, AuthorityType } from '../../../src-main/people/contract.ts';
import { parseDay } from '../../ui/ist.ts';

/** An authority while it is filled in. Days are as typed, dd-MM-yyyy. */
export interface AuthorityForm {
  type: AuthorityType | '';
  /** Who of the two is the complainant. */
  side: 'complainant-acts' | 'other-acts';
  name: string;
  email: string;
  phone: string;
  instrument: string;
  registeredNumber: string;
  datedOn: string;
  expiresOn: string;
  scope: 'all' | 'some';
  kinds: CaseKind[];
  isNotarised: boolean;
  evidence: string;
}

export function firstAuthority({ onBehalfOf, kind }: Pick<CaseView, 'onBehalfOf' | 'kind'>): AuthorityForm {
  return {
    type: '',
    side: onBehalfOf === null ? 'other-acts' : 'complainant-acts',
    name: onBehalfOf ?? '',
    email: '',
    phone: '',
    instrument: '',
    registeredNumber: '',
    datedOn: '',
    expiresOn: '',
    scope: 'all',
    kinds: [kind as CaseKind],
    isNotarised: false,
    evidence: '',
  };
}

export type AuthorityProblem = 'required' | 'not-day' | 'future' | 'before-dated';

/** What stops the form, by field. `today` is YYYY-MM-DD in IST. */
export function authorityProblems(form: AuthorityForm, today: string): Partial<Record<keyof AuthorityForm, AuthorityProblem>> {
  const dated = parseDay(form.datedOn);
  const expires = parseDay(form.expiresOn);
  const found: [keyof AuthorityForm, AuthorityProblem, boolean][] = [
    ['type', 'required', form.type === ''],
    ['name', 'required', [form.name, form.email, form.phone].every((one) => one.trim() === '')],
    ['instrument', 'required', form.instrument.trim() === ''],
    ['datedOn', 'required', form.datedOn.trim() === ''],
    ['datedOn', 'not-day', form.datedOn.trim() !== '' && dated === null],
    ['datedOn', 'future', dated !== null && dated > today],
    ['expiresOn', 'not-day', form.expiresOn.trim() !== '' && expires === null],
    ['expiresOn', 'before-dated', expires !== null && dated !== null && expires < dated],
    ['kinds', 'required', form.scope === 'some' && form.kinds.length === 0],
  ];
  return Object.fromEntries(found.filter(([, , isFound]) => isFound).map(([field, code]) => [field, code]));
}

const filled = <T extends Record<string, unknown>>(parts: T) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>;

/** The act's input: the one of the two who is not the complainant is named. */
export function sentAuthority(form: AuthorityForm): ActInput<'record-authority'> {
  const somebody = filled({ name: form.name.trim(), email: form.email.trim(), phone: form.phone.trim() });
  return filled({
    type: form.type,
    instrument: form.instrument.trim(),
    registeredNumber: form.registeredNumber.trim(),
    datedOn: parseDay(form.datedOn) ?? form.datedOn,
    expiresOn: parseDay(form.expiresOn) ?? undefined,
    scope: form.scope === 'some' ? form.kinds : undefined,
    notarised: form.isNotarised,
    evidence: form.evidence,
    [form.side === 'complainant-acts' ? 'principal' : 'representative']: somebody,
  }) as unknown as ActInput<'record-authority'>;
}

export type Standing = 'in-force' | 'ended' | 'not-yet' | 'expired' | 'out-of-scope';

/** How an authority stands to a request of this kind on this day (YYYY-MM-DD), as a word the window can translate. */
export function standingOf(one: Pick<Authority, 'datedOn' | 'expiresOn' | 'endedOn' | 'scope'>, kind: string, today: string): Standing {
  if (one.endedOn !== null && one.endedOn <= today) return 'ended';
  if (one.datedOn > today) return 'not-yet';
  if (one.expiresOn !== null && one.expiresOn < today) return 'expired';
  return one.scope !== null && !one.scope.includes(kind) ? 'out-of-scope' : 'in-force';
}
