import { describe, expect, it } from 'vitest';
import type { CaseClock } from '../../../../src-main/cases/contract.ts';
import type { Checklist, ChecklistItemId, DocumentName } from '../../../../src-main/identity/contract.ts';
import { attemptResults } from '../../../../src-main/identity/contract.ts';
import type { Authority } from '../../../../src-main/people/contract.ts';
import {
  type AttemptContext,
  type AttemptForm,
  clockToDecide,
  firstAttempt,
  isUnsettled,
  keptAttempt,
  sentAttempt,
  shownProblems,
  stoppingProblems,
  typedCheck,
} from '../../../../src-renderer/case/identity/attempt.ts';
import { answersFor, showable } from '../../../../src-renderer/case/identity/files.ts';
import { nextOf } from '../../../../src-renderer/case/identity/next.ts';

const empty: AttemptForm = {
  whose: 'complainant',
  method: 'document',
  otherMethod: '',
  document: 'pan',
  value: '',
  expiresOn: '',
  bornOn: '',
  authority: '',
  evidence: '',
  result: 'verified',
  reason: '',
};
const form = (part: Partial<AttemptForm>): AttemptForm => ({ ...empty, ...part });

const authority = (part: Partial<Authority>): Authority => ({
  id: 'authority:7',
  ref: 'COC-2026-000123-5',
  type: 'agent',
  instrument: 'A letter',
  registeredNumber: null,
  datedOn: '2026-01-01',
  scope: null,
  expiresOn: null,
  isNotarised: false,
  principal: 'party:1',
  representative: 'party:2',
  evidence: null,
  recordedAt: '2026-01-02T00:00:00.000Z',
  endedOn: null,
  endedReason: null,
  ...part,
});

const context: AttemptContext = {
  kind: 'access',
  requester: { email: 'a.example@mail.example', phone: '9876543210' },
  receivedOn: '2026-11-20',
  today: '2026-11-22',
  authorities: [],
};

// Synthetic: the digits were chosen so that the check digit is right; the number is no person's.
const aadhaar = '234123412346';

const checklist = (missing: ChecklistItemId[], documents: DocumentName[] = []): Checklist => ({
  version: '1',
  level: 'one-document',
  risk: 'ordinary',
  why: [],
  items: [],
  missing,
  isComplete: missing.length === 0,
  accepted: documents.map((document) => ({ document, from: 'policy', note: null, clause: '1' })),
  policyNote: '',
  onBehalf: [],
  warnings: [],
});

describe('a number that is typed', () => {
  it('is checked at each sign and told masked, never whole', () => {
    const check = typedCheck(form({ document: 'aadhaar', value: aadhaar }), context);
    expect(check).toMatchObject({ masked: 'XXXX XXXX 2346', isRight: true });
    expect(JSON.stringify(check)).not.toContain(aadhaar);
    expect(typedCheck(form({ document: 'aadhaar', value: '234123412347' }), context)?.isRight).toBe(false);
  });

  it('of a contact is compared with the one the request came from', () => {
    const of = (value: string) => typedCheck(form({ method: 'contact-match', value }), context)?.isRight;
    expect(of('+91 98765 43210')).toBe(true);
    expect(of('b.example@mail.example')).toBe(false);
    expect(of('no contact')).toBe(false);
    expect(typedCheck(form({ method: 'contact-match', value: '9876543210' }), { ...context, requester: {} })?.isRight).toBe(null);
  });

  it('says nothing while it is empty, or where it has no form', () => {
    expect(typedCheck(form({ value: '  ' }), context)).toBe(null);
    expect(typedCheck(form({ document: 'id-card', value: 'AB 1234567' }), context)).toMatchObject({ isRight: null, masked: 'XXXXX4567' });
  });
});

describe('a document', () => {
  it('that expired says so at its date, and verifies nobody', () => {
    const expired = form({ document: 'passport', expiresOn: '21-11-2026' });
    expect(shownProblems(expired, context)).toEqual({ expiresOn: 'expired' });
    expect(stoppingProblems(expired, context)).toEqual({ expiresOn: 'expired' });
    const refused = form({ document: 'passport', expiresOn: '21-11-2026', result: 'insufficient', reason: 'It has expired.' });
    expect(stoppingProblems(refused, context)).toEqual({});
    expect(stoppingProblems(form({ document: 'passport', expiresOn: '22-11-2026' }), context)).toEqual({});
  });

  it('of a minor needs a parent or guardian whose authority covers the request', () => {
    const child = form({ bornOn: '21-11-2008' });
    expect(stoppingProblems(child, context)).toEqual({ bornOn: 'minor' });
    expect(stoppingProblems(child, { ...context, authorities: [authority({ type: 'guardian' })] })).toEqual({});
    expect(stoppingProblems(child, { ...context, authorities: [authority({ type: 'guardian', scope: ['erasure'] })] })).toEqual({
      bornOn: 'minor',
    });
    expect(stoppingProblems({ ...child, whose: 'representative' }, context)).toEqual({ bornOn: 'minor-acts' });
    // Eighteen on the day of receipt.
    expect(stoppingProblems(form({ bornOn: '20-11-2008' }), context)).toEqual({});
  });

  it('with a wrong number verifies nobody, and may be recorded as not enough', () => {
    expect(stoppingProblems(form({ value: 'ABCDE1234' }), context)).toEqual({ value: 'wrong' });
    expect(stoppingProblems(form({ value: 'ABCDE1234', result: 'mismatch', reason: 'Not a number.' }), context)).toEqual({});
  });

  it('with a day that cannot be read is never sent', () => {
    const typed = form({ expiresOn: '31-02-2027', result: 'insufficient', reason: 'Unreadable.' });
    expect(stoppingProblems(typed, context)).toEqual({ expiresOn: 'not-day' });
  });
});

describe('an attempt', () => {
  it('begins with what the checklist lacks first', () => {
    expect(firstAttempt(checklist(['contact']), []).method).toBe('contact-match');
    expect(firstAttempt(checklist(['authority']), []).method).toBe('document');
    expect(firstAttempt(checklist(['authority']), [authority({})])).toMatchObject({ method: 'authority', authority: 'authority:7' });
    expect(firstAttempt(checklist(['first-document'], ['passport']), []).document).toBe('passport');
  });

  it('needs its result, and a reason for every result but one', () => {
    expect(stoppingProblems(form({ result: '' }), context)).toEqual({ result: 'required' });
    const lacking = attemptResults.filter((result) => stoppingProblems(form({ result }), context).reason === 'required');
    expect(lacking).toEqual(attemptResults.filter((result) => result !== 'verified'));
  });

  it('sends what belongs to its method and nothing else', () => {
    const typed = form({ value: ' ABCPE1234F ', expiresOn: '01-02-2030', authority: 'authority:7', reason: ' ' });
    expect(sentAttempt(typed)).toEqual({
      method: 'document',
      document: 'pan',
      value: 'ABCPE1234F',
      whose: 'complainant',
      expiresOn: '2030-02-01',
      result: 'verified',
    });
    expect(sentAttempt({ ...typed, method: 'video' })).toEqual({ method: 'video', whose: 'complainant', result: 'verified' });
    expect(sentAttempt({ ...typed, method: 'other', otherMethod: ' by letter ' }).method).toBe('by letter');
  });
});

describe('the next step', () => {
  const next = (missing: ChecklistItemId[], state: string) => nextOf({ checklist: checklist(missing), state });

  it('is what is missing, the authority first', () => {
    expect(next(['first-document', 'authority'], 'pending')).toBe('authority');
    expect(next(['second-document'], 'insufficient')).toBe('second-document');
  });

  it('is another check after a doubt, and nothing after a verdict', () => {
    expect(next([], 'mismatch')).toBe('doubt');
    expect(next([], 'pending')).toBe('record');
    expect(next(['contact'], 'verified')).toBe(null);
    expect(next(['contact'], 'not-needed')).toBe(null);
  });
});

describe('the time left to decide', () => {
  const clock = (rule: string, due: string | null, part: Partial<CaseClock> = {}) =>
    ({ rule, due, status: 'running', sense: 'max', stoppedAt: null, ...part }) as CaseClock;

  it('is that of the first limit no acknowledgement stops', () => {
    const clocks = [
      clock('IT-ACK-24H', '2026-11-22T00:00:00.000Z'),
      clock('SPDI-GRV-1M', '2026-12-20T00:00:00.000Z'),
      clock('IT-RES-7D', '2026-11-27T00:00:00.000Z'),
      clock('IT-PRES-180D', '2026-11-23T00:00:00.000Z', { sense: 'min' }),
      clock('DP-GRV-90D', '2026-11-24T00:00:00.000Z', { status: 'met' }),
    ];
    expect(clockToDecide({ clocks })?.rule).toBe('IT-RES-7D');
    expect(clockToDecide({ clocks: [] })).toBe(undefined);
  });

  it('matters while the check is open and nothing is decided', () => {
    expect(isUnsettled({ identity: 'pending', state: 'received' })).toBe(true);
    expect(isUnsettled({ identity: 'pending', state: 'decided' })).toBe(false);
    expect(isUnsettled({ identity: 'verified', state: 'received' })).toBe(false);
  });
});

describe('a file', () => {
  it('is shown as a picture or as pages, and never where it could carry a program', () => {
    expect(['image/png', 'application/pdf', 'image/svg+xml', 'application/zip', 'text/html'].map(showable)).toEqual([
      'picture',
      'pdf',
      null,
      null,
      null,
    ]);
  });

  it('can be said to show no number only by somebody who has it in sight', () => {
    expect(answersFor('image/png', false)).toEqual([]);
    expect(answersFor('image/png', true)).toEqual(['yes', 'no']);
    expect(answersFor('application/pdf; charset=binary', true)).toEqual(['yes', 'no']);
  });

  it('that nobody can see here can only lose its content', () => {
    for (const type of ['image/heic', 'image/svg+xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'])
      for (const isShown of [true, false]) expect(answersFor(type, isShown)).toEqual(['yes']);
  });
});

describe('the draft of an attempt', () => {
  it('holds everything but the number', () => {
    const kept = keptAttempt(form({ value: 'ABCPE1234F', reason: 'Seen on video', bornOn: '05-01-1951' }));
    expect(JSON.stringify(kept)).not.toContain('ABCPE1234F');
    expect({ ...kept, value: '' }).toEqual(form({ reason: 'Seen on video', bornOn: '05-01-1951' }));
    expect(keptAttempt({ value: '1' })).toEqual({});
  });
});
